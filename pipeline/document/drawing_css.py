"""Style sheets inside an SVG: plain rules by element, class and id, as drawing programs write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from pipeline.diagnostics import diagnose
from pipeline.document.picture_faults import PictureFault

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(\*|[A-Za-z][\w-]*)?((?:[.#][\w-]+)*)")
_STYLE = "{http://www.w3.org/2000/svg}style"


class Rule(NamedTuple):
    """A rule: the element, classes and id that it is for (`""` and none: any), and what it declares."""

    element: str
    classes: frozenset[str]
    id: str
    declared: str

    @property
    def weight(self) -> tuple[int, int, int]:
        """Which of two rules holds (CSS 2.1 §6.4.3); of two alike the later."""
        return (bool(self.id), len(self.classes), bool(self.element))

    def is_for(self, name: str, element: Any) -> bool:
        """Whether the rule is for an element of this name."""
        classes = set(element.get("class", "").split())
        return (
            self.element in {"", name}
            and self.classes <= classes
            and (not self.id or self.id == element.get("id"))
        )


def rules_in(root: Any) -> tuple[Rule, ...]:
    """All rules of a picture, those that hold over others later. Raises `PictureFault` for others."""
    found = [rule for sheet in root.iter(_STYLE) for rule in _rules(sheet)]
    return tuple(sorted(found, key=lambda rule: rule.weight))


def _rules(sheet: Any) -> Iterator[Rule]:
    text = _COMMENT.sub(" ", "".join(sheet.itertext()))
    if sheet.get("type", "text/css") != "text/css" or sheet.get("media", "all") not in {"all", "screen"}:
        raise _not_read(sheet.get("type", ""), sheet)
    if rest := _RULE.sub("", text).strip():
        raise _not_read(rest, sheet)
    for selectors, declared in _RULE.findall(text):
        for selector in selectors.split(","):
            yield _rule(selector.strip(), declared, sheet)


def _rule(selector: str, declared: str, sheet: Any) -> Rule:
    found = _SELECTOR.fullmatch(selector)
    marks = re.findall(r"[.#][\w-]+", found[2]) if found else []
    ids = [mark[1:] for mark in marks if mark.startswith("#")]
    if not found or not selector or len(ids) > 1:
        raise _not_read(selector, sheet)
    classes = frozenset(mark[1:] for mark in marks if mark.startswith("."))
    return Rule((found[1] or "").removeprefix("*"), classes, ids[0] if ids else "", declared)


def _not_read(what: str, sheet: Any) -> PictureFault:
    return PictureFault(partial(diagnose, "picture/svg-css", value=what[:40]), sheet.sourceline)
