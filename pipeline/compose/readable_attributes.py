"""Allowlist of attributes that templates may read, by the value's type; all else is out of reach."""

from __future__ import annotations

import datetime
from collections.abc import Container
from functools import lru_cache

from jinja2.environment import TemplateModule
from jinja2.filters import _GroupTuple
from jinja2.runtime import BlockReference, LoopContext, Macro, TemplateReference
from jinja2.utils import Cycler, Namespace
from markupsafe import Markup

from pipeline.compose.views import View
from pipeline.model.masks import Mask

TEXT = frozenset({
    "center", "count", "endswith", "find", "isdecimal", "isdigit", "join", "ljust", "lower", "lstrip",
    "partition", "removeprefix", "removesuffix", "replace", "rfind", "rjust", "rpartition", "rsplit",
    "rstrip", "split", "splitlines", "startswith", "strip", "title", "upper", "zfill",
})  # fmt: skip
DATE = frozenset(["day", "month", "year", "weekday", "isoweekday", "isoformat"])
LIST = frozenset(["count", "index"])
MAPPING = frozenset(["get", "items", "keys", "values"])
LOOP = frozenset({
    "index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0", "previtem",
    "nextitem", "cycle", "changed",
})  # fmt: skip

_NAMES: tuple[tuple[type, frozenset[str]], ...] = (
    (Mask, TEXT | {"day", "month", "year", "isoformat"}),
    (str, TEXT),
    (datetime.date, DATE),
    (_GroupTuple, frozenset({"grouper", "list"})),
    (list, LIST),
    (tuple, LIST),
    (dict, MAPPING),
    (LoopContext, LOOP),
    (Macro, frozenset({"name", "arguments"})),
    (Cycler, frozenset({"current", "next", "reset"})),
    (BlockReference, frozenset({"super"})),
)


class _Public:
    """Names that the template made itself: of a namespace, of an imported template."""

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and not name.startswith("_")


PUBLIC = _Public()
NOTHING: frozenset[str] = frozenset()
SUBSCRIPTED = frozenset({str, Markup, Mask, list, tuple, dict, range, TemplateReference, _GroupTuple})
"""Types that take `value[…]`."""


@lru_cache(maxsize=1024)
def reach(kind: type) -> Container[str]:
    """The names that a template may read of a value of this type."""
    if issubclass(kind, View):
        return kind.reach
    if issubclass(kind, Namespace | TemplateModule):
        return PUBLIC
    return next((names for above, names in _NAMES if issubclass(kind, above)), NOTHING)
