"""The kinds of input (plugins): a folder each, with record, checks, scores, sheets, facts and signers.

A kind is registered by being there: each subpackage defines `KIND`, and is named as the kind, `_` for `-`.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

from pipeline.kinds.kind import Kind
from pipeline.kinds.unknown import unknown_kind


def names() -> tuple[str, ...]:
    """The names of all kinds, by the alphabet; no kind is loaded for that."""
    found = (module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    return tuple(sorted(name.replace("_", "-") for name in found))


def of(name: str) -> Kind:
    """The kind of that name. Raises `InputError` for one that is not known."""
    if name not in names():
        raise unknown_kind(name, names())
    kind: Kind = import_module(f"{__name__}.{name.replace('-', '_')}").KIND
    return kind


def every() -> tuple[Kind, ...]:
    """All kinds, by the alphabet of their names."""
    return tuple(of(name) for name in names())


__all__ = ["Kind", "every", "names", "of"]
