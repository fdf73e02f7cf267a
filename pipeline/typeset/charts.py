"""Charts set: bars, lines and texts at their places, for the page and for the picture in a DOCX alike.

From left to right: what each bar is of, the bars on one scale, and their figures. A bar of the figure itself
is filled, what it was before is an outline below it, and what it aims at is a line across: their forms tell
them apart, so that a print in grey says as much as one in colours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.diagnostics import PageError, diagnose
from pipeline.document.charts import NO_FIGURE
from pipeline.document.lengths import ZERO, Cm, Pt, cm_of, pt, total
from pipeline.document.style import ChartStyle, ParagraphStyle
from pipeline.document.tree import Bar, Chart, Figure, Paragraph, Text
from pipeline.typeset.borders import sides
from pipeline.typeset.chart_scale import Scale, scale_of
from pipeline.typeset.items import Box, GlyphRun, PlacedChart, Rule
from pipeline.typeset.lines import Line, ParagraphLayout

LEAST_PLOT = Cm(2.0)
"""The narrowest room for bars, cm."""
MOST_LABEL = 0.45
"""Labels take at most so much of the chart's width."""
SPACE = Pt(6)
"""Between labels, bars and figures, pt."""
KEY = Pt(14)
"""The width of a key in the legend, pt."""
OUTLINE = Pt(0.6)
LINE = Pt(1.6)
"""The line of what is aimed at, pt; on either side of it white of half its width."""
AXIS = Pt(0.5)
BEYOND = Pt(1.5)
"""So much further than its bars goes the line of what is aimed at, pt."""
_ROUNDING = Pt(0.01)
_WIDE = Pt(100_000)
_WHITE = "FFFFFF"
_NOWHERE = -1

Drawn = Rule | Box


@dataclass(frozen=True, slots=True)
class _Written:
    """A text on lines, and its widest line, pt."""

    lines: tuple[Line, ...]

    @property
    def width(self) -> Pt:
        return max((run.x + run.width for line in self.lines for run in line.runs), default=ZERO)

    @property
    def height(self) -> Pt:
        return total(line.height for line in self.lines)

    def at(self, x: Pt, y: Pt) -> Iterator[GlyphRun]:
        """Its runs from the upper left corner on."""
        for line in self.lines:
            yield from (run._replace(x=x + run.x, y=y + run.y) for run in line.runs)
            y += line.height


def set_chart(chart: Chart, layout: ParagraphLayout, measure: Pt) -> PlacedChart:
    """The chart in a text area `measure` pt wide, its upper left corner at 0.

    Raises `PageError` where its figures leave no room for bars.
    """
    width = min(pt(chart.width), measure) if chart.width else measure
    return _Maker(chart, layout, width).make()


class _Maker:
    """Sets one chart from top to bottom; `drawn` and `runs` hold what is done."""

    def __init__(self, chart: Chart, layout: ParagraphLayout, width: Pt) -> None:
        self.chart = chart
        self.layout = layout
        self.width = width
        self.style: ChartStyle = layout.sheet.charts[chart.style]
        self.text = _plain(layout.sheet.paragraphs[self.style.text])
        self.drawn: list[Drawn] = []
        self.runs: list[GlyphRun] = []
        self.figures = [self._written(bar.value) for bar in chart.bars]
        self.lasts = [self._written(bar.last) if bar.last else None for bar in chart.bars]
        self.targets = [self._written(bar.target) if bar.target else None for bar in chart.bars]
        self.line = self.figures[0].height
        own = max(one.width for one in (*self.figures, *self.lasts) if one)
        aimed = max((one.width for one in self.targets if one), default=ZERO)
        self.target_x = width - aimed
        self.figure_end = self.target_x - SPACE - KEY if aimed else width
        self.label, self.scale = self._columns(self.figure_end - own - SPACE)

    def _columns(self, end: Pt) -> tuple[Pt, Scale]:
        """The width of the labels, and the scale between them and `end`."""
        wanted = max(self._set(bar.label, _WIDE).width for bar in self.chart.bars)
        most = min(pt(self.style.label), self.width * MOST_LABEL, end - SPACE - pt(LEAST_PLOT))
        if most < min(wanted, pt(LEAST_PLOT)):
            width = f"{cm_of(self.width):.1f}"
            raise PageError([diagnose("chart-narrow", width=width, alt=self.chart.alt[:60])])
        label = min(wanted + _ROUNDING, most)
        return label, scale_of(self.chart.bars, label + SPACE, end)

    def make(self) -> PlacedChart:
        """The whole chart."""
        top = y = self._legend()
        for number, bar in enumerate(self.chart.bars):
            y += self._row(number, bar, y) + pt(self.style.gap)
        self._axes(top, y)
        return PlacedChart(ZERO, ZERO, self.width, y, tuple(self.drawn), tuple(self.runs))

    def _written(self, figure: Figure | None) -> _Written:
        return self._set(figure.text if figure else NO_FIGURE, _WIDE)

    def _set(self, text: str, width: Pt) -> _Written:
        return _Written(self.layout.set(Paragraph((Text(text),)), self.text, width, _NOWHERE).lines)

    def _legend(self) -> Pt:
        """The names of the figures with their keys, and the unit; where the bars may begin, pt."""
        x, y = ZERO, ZERO
        for name, called in self._called():
            written = self._set(called, self.width - KEY - SPACE)
            key = KEY + SPACE if name else ZERO
            if x and x + key + written.width > self.width:
                x, y = ZERO, y + self.line
            if name:
                self._key(name, x, y)
            self.runs += written.at(x + key, y)
            x += key + written.width + 2 * SPACE
            y += written.height - self.line
        return y + self.line + pt(self.style.gap)

    def _called(self) -> Iterator[tuple[str, str]]:
        bars = self.chart.bars
        yield "value", self.chart.values
        if any(bar.last for bar in bars):
            yield "last", self.chart.lasts
        if any(bar.target for bar in bars):
            yield "target", self.chart.targets
        if self.chart.unit:
            yield "", f"({self.chart.unit})"

    def _key(self, name: str, x: Pt, y: Pt) -> None:
        """A small bar, outline or line in a line of text."""
        if name == "target":
            self._target(x + KEY / 2, y + self._inset, y + self.line - self._inset)
        else:
            self._bar(x, x + KEY, y, filled=name == "value")

    @property
    def _inset(self) -> Pt:
        """White above and below a bar in a line of text, pt."""
        return max(self.line - pt(self.style.bar), ZERO) / 2

    def _row(self, number: int, bar: Bar, y: Pt) -> Pt:
        """One label with its bars and figures; its height, pt."""
        label = self._set(bar.label, self.label)
        figure, last, target = self.figures[number], self.lasts[number], self.targets[number]
        step = max(self.line, pt(self.style.bar))
        bars = step * (2 if last else 1)
        high = max(label.height, bars)
        self.runs += label.at(ZERO, y + (high - label.height) / 2)
        y += (high - bars) / 2
        self._figure_bar(bar, bar.value, y, filled=True)
        self.runs += figure.at(self.figure_end - figure.width, y + (step - self.line) / 2)
        if last:
            self._figure_bar(bar, bar.last, y + step, filled=False)
            self.runs += last.at(self.figure_end - last.width, y + step + (step - self.line) / 2)
        if target and bar.target:
            self._target(self.scale.x(bar.target.number, bar.full), y - BEYOND, y + bars + BEYOND)
            middle = y + (bars - self.line) / 2
            self._target(self.target_x - KEY / 2, middle + self._inset, middle + self.line - self._inset)
            self.runs += target.at(self.target_x, middle)
        return high

    def _figure_bar(self, bar: Bar, figure: Figure | None, y: Pt, *, filled: bool) -> None:
        """The bar of a figure from 0 on; nothing of a figure that is 0 or is not there."""
        if figure and figure.number:
            left, right = sorted((self.scale.zero, self.scale.x(figure.number, bar.full)))
            self._bar(left, right, y, filled=filled)

    def _bar(self, left: Pt, right: Pt, y: Pt, *, filled: bool) -> None:
        top = y + self._inset
        bottom = top + pt(self.style.bar)
        color = self.style.value if filled else self.style.last
        if filled:
            self.drawn.append(Box(left, top, right - left, bottom - top, color))
            return
        inset = OUTLINE / 2
        corners = (left + inset, top + inset, max(right - inset, left + inset), bottom - inset)
        self.drawn += [side._replace(color=color) for side in sides(corners, OUTLINE)]

    def _target(self, x: Pt, top: Pt, bottom: Pt) -> None:
        """The line of what is aimed at, white on both sides, so that it shows on a bar of any colour."""
        self.drawn.append(Box(x - LINE, top, 2 * LINE, bottom - top, _WHITE))
        self.drawn.append(Box(x - LINE / 2, top, LINE, bottom - top, self.style.target))

    def _axes(self, top: Pt, bottom: Pt) -> None:
        """The line at 0, and a thin one where the scale ends if the data say where."""
        axes = [Rule(self.scale.zero, top, self.scale.zero, bottom, AXIS, self.style.axis)]
        if self.scale.end is not None:
            axes.append(Rule(self.scale.end, top, self.scale.end, bottom, AXIS / 2, self.style.axis))
        self.drawn[:0] = axes


def _plain(style: ParagraphStyle) -> ParagraphStyle:
    """The type of a style, without its places."""
    bare: dict[str, object] = {"align": "left", "tabs": (), "marker_width": Cm(0)}
    bare |= dict.fromkeys(("indent", "right", "first_line"), Cm(0))
    return style.model_copy(update=bare)
