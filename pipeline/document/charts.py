"""Charts: the elements `<chart>` and `<bar>` -> nodes of the tree, and what a chart says in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial

from pipeline.diagnostics import diagnose
from pipeline.document.attributes import AttributeReader, Element
from pipeline.document.lengths import Cm
from pipeline.document.tree import Bar, Chart, Figure

MOST_BARS = 60
"""So many bars one chart has at the most."""
LONGEST_LABEL = 500
"""Characters of a label: with more, one bar would be higher than a page."""
NO_FIGURE = "-"
"""Stands for a figure that there is not."""

_FIGURE = re.compile(r"-?([0-9๐-๙]{1,12}|[0-9๐-๙]{1,3}(,[0-9๐-๙]{3}){1,3})(\.[0-9๐-๙]{1,8})?")
_SERIES = {"value": "values", "target": "targets", "last": "lasts"}
"""The figures of a bar, and the attributes of its chart that say what they are called."""


def read_chart(
    element: Element, bars: Sequence[Element], reader: AttributeReader, plain: Callable[[str], str]
) -> Chart:
    """A chart of `bars`; `plain` gives a text as the paper prints it. Its faults go to `reader`."""
    if not 1 <= len(bars) <= MOST_BARS:
        reader.fault(element, partial(diagnose, "markup-chart/bars", most=MOST_BARS, count=len(bars)))
    full = _number(element, "full", reader)
    made = tuple(_bar(bar, full, reader, plain) for bar in bars)
    _check_scale(element, made, reader)
    for name, called in _SERIES.items():
        if any(getattr(bar, name) for bar in made) and not element.get(called, "").strip():
            reader.fault(element, partial(diagnose, "markup-chart/name", name=name, called=called))
    alt = plain(element.get("alt", ""))
    if not alt:
        reader.fault(element, partial(diagnose, "markup-chart/alt"))
    values, targets, lasts = (plain(element.get(called, "")) for called in _SERIES.values())
    unit, style = plain(element.get("unit", "")), element.get("style", "chart")
    width = reader.number(element, "width", 0, (5, 50))
    return Chart(made, alt, values, targets, lasts, unit, Cm(width) if width else None, style)


def _bar(element: Element, full: Decimal | None, reader: AttributeReader, plain: Callable[[str], str]) -> Bar:
    label = plain(element.get("label", ""))
    if not 1 <= len(label) <= LONGEST_LABEL:
        reader.fault(element, partial(diagnose, "markup-chart/label", most=LONGEST_LABEL, count=len(label)))
    value, target, last = (_figure(element, name, reader, plain) for name in _SERIES)
    own = _number(element, "full", reader)
    return Bar(label, value, target, last, full if own is None else own)


def _figure(
    element: Element, name: str, reader: AttributeReader, plain: Callable[[str], str]
) -> Figure | None:
    number = _number(element, name, reader)
    return None if number is None else Figure(number, plain(element.get(name)))


def _number(element: Element, name: str, reader: AttributeReader) -> Decimal | None:
    """A figure as typed, exact; `None` where there is none."""
    given = element.get(name, "").strip()
    if given in {"", NO_FIGURE}:
        return None
    if not _FIGURE.fullmatch(given):
        reader.fault(element, partial(diagnose, "markup-chart/figure", name=name, value=given[:40]))
        return None
    return Decimal(given.replace(",", ""))


def _check_scale(element: Element, bars: Sequence[Bar], reader: AttributeReader) -> None:
    """Either every bar has a figure at which its scale ends, or none has."""
    ends = [bar.full for bar in bars]
    if None in ends and any(end is not None for end in ends):
        reader.fault(element, partial(diagnose, "markup-chart/scales"))
    if any(end is not None and end <= 0 for end in ends):
        reader.fault(element, partial(diagnose, "markup-chart/full"))


def chart_text(chart: Chart) -> str:
    """What a chart says, for who does not see it: what it is of, then the figures of each bar."""
    unit = f" ({chart.unit})" if chart.unit else ""
    return f"{chart.alt}{unit}: {'; '.join(_bar_text(bar, chart) for bar in chart.bars)}"


def _bar_text(bar: Bar, chart: Chart) -> str:
    return f"{bar.label} {', '.join(_said(bar, chart))}"


def _said(bar: Bar, chart: Chart) -> Iterator[str]:
    yield f"{chart.values} {bar.value.text if bar.value else NO_FIGURE}"
    if bar.target:
        yield f"{chart.targets} {bar.target.text}"
    if bar.last:
        yield f"{chart.lasts} {bar.last.text}"
