"""Attributes of the markup, and the faults of a template that has them wrong."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from pipeline.diagnostics import Diagnostic, Location, Unplaced, diagnose

Element = Any

ROWS = ("caption", "header", "band", "row", "total")
_ATTRIBUTES: dict[str, frozenset[str]] = {
    "document": frozenset(
        {"kind", "title", "author", "subject", "lang", "digits", "classification"}
        | {"unit", "fiscal-year", "keywords"}
    ),
    "section": frozenset({"page"}),
    "p": frozenset({"style", "entry", "level"}),
    "contents": frozenset({"levels"}),
    "marker": frozenset(),
    "table": frozenset({"style", "widths"}),
    "cell": frozenset({"colspan", "rowspan"}),
    "frame": frozenset({"style"}),
    "group": frozenset({"role"}),
    "image": frozenset({"name", "height", "alt", "align", "beside", "picture", "width"}),
    "chart": frozenset({"alt", "values", "targets", "lasts", "unit", "full", "width", "style"}),
    "bar": frozenset({"label", "value", "target", "last", "full"}),
    "page-break": frozenset(),
    "t": frozenset({"style", "digits"}),
    **{name: frozenset() for name in ("b", "u", "tab", "br", *ROWS)},
}


class AttributeReader:
    """Reads the attributes of one markup, which the template named `template` made; gathers its faults."""

    def __init__(self, template: str) -> None:
        self.template = template
        self.faults: list[Diagnostic] = []

    def fault(self, element: Element, told: Unplaced) -> None:
        """Notes what is wrong with `element`."""
        self.faults.append(told(Location(self.template, element.sourceline or 0)))

    def check_attributes(self, element: Element) -> None:
        """Notes attributes that the element does not have."""
        given = element.keys()
        if not given:
            return
        for name in sorted(set(given) - _ATTRIBUTES.get(element.tag, frozenset())):
            self.fault(element, partial(diagnose, "markup-attribute", element=element.tag, name=name))

    def choice(self, element: Element, name: str, allowed: tuple[str, ...], default: str) -> str:
        """An attribute with one of a few values."""
        value = element.get(name, default)
        if value not in allowed:
            choices = ", ".join(allowed)
            self.fault(element, partial(diagnose, "markup-value", name=name, value=value, choices=choices))
            return default
        return str(value)

    def number(self, element: Element, name: str, default: float, between: tuple[float, float]) -> float:
        """A numeric attribute within two bounds."""
        value = element.get(name)
        if value is None:
            return default
        least, most = between
        if not re.fullmatch(r"\d{1,9}(\.\d{1,9})?", value) or not least <= float(value) <= most:
            low, high = f"{least:g}", f"{most:g}"
            told = partial(diagnose, "markup-value/number", name=name, value=value[:40], least=low, most=high)
            self.fault(element, told)
            return default
        return float(value)

    def level(self, element: Element, name: str, default: int) -> int:
        """An attribute that is the level of a heading, 1 to 9."""
        return int(self.choice(element, name, tuple("123456789"), str(default)))
