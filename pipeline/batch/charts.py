"""Charts of scores (0 to 5) as inline SVG, with their figures as text for those who do not see them."""

from __future__ import annotations

from statistics import median

from markupsafe import Markup, escape

from pipeline.batch.page_fonts import FAMILY
from pipeline.typeset.fonts import face

HIGHEST = 5.0
_WIDTH = 720
_LABEL = 220
_PLOT = _WIDTH - _LABEL - 70
_ROW = 18
_GAP = 8
_TEXT = 16
"""The size of all text, in the family of the page."""


def bars(scores: list[tuple[str, float]]) -> Markup:
    """A horizontal bar for each unit, in the order given; nothing when there are none."""
    if not scores:
        return Markup()
    parts = [_label(n, unit) + _bar(n, score) for n, (unit, score) in enumerate(scores)]
    return _chart(Markup().join(parts), len(scores), "คะแนนรวมของแต่ละหน่วยงาน / total score of each unit")


def chart_score_ranges(dimensions: list[tuple[str, list[float]]]) -> Markup:
    """For each dimension the range of its scores, the middle half, and the median."""
    if not dimensions:
        return Markup()
    parts = [_label(n, name) + _range(n, sorted(scores)) for n, (name, scores) in enumerate(dimensions)]
    return _chart(Markup().join(parts), len(dimensions), "การกระจายของคะแนนแต่ละมิติ / scores by dimension")


def _chart(content: Markup, rows: int, title: str) -> Markup:
    height = rows * _ROW + 24
    grid = Markup().join(_grid(level, rows) for level in range(6))
    return Markup(
        '<svg role="img" viewBox="0 0 {} {}" width="{}" height="{}" font-size="{}">'
        "<title>{}</title>{}{}</svg>"
    ).format(_WIDTH, height, _WIDTH, height, _TEXT, title, grid, content)


def _grid(level: int, rows: int) -> Markup:
    x, bottom = _x(level), rows * _ROW + 4
    return Markup(
        '<line class="grid" x1="{x}" y1="0" x2="{x}" y2="{y}"/><text class="tick" x="{x}" y="{t}">{n}</text>'
    ).format(x=x, y=bottom, t=bottom + 16, n=level)


def _label(row: int, text: str) -> Markup:
    place = _LABEL - _GAP, _middle(row) + 4
    return Markup('<text class="name" x="{}" y="{}">{}</text>').format(*place, escape(_shorten_label(text)))


def _shorten_label(text: str) -> str:
    """As much of the text as fits beside the bars."""
    shown = text
    while text and face(FAMILY).shape(shown).width * _TEXT > _LABEL - 2 * _GAP:
        text = text[:-1]
        shown = text.rstrip() + "…"
    return shown


def _bar(row: int, score: float) -> Markup:
    return Markup(
        '<rect class="bar" x="{}" y="{}" width="{}" height="{}"/>'
        '<text class="figure" x="{}" y="{}">{:.4f}</text>'
    ).format(
        _LABEL, row * _ROW + 3, _round(_x(score) - _LABEL), _ROW - 6, _x(score) + 6, _middle(row) + 4, score
    )


def _range(row: int, scores: list[float]) -> Markup:
    y = _middle(row)
    low, high = _quartiles(scores)
    middle = median(scores)
    return Markup(
        '<line class="range" x1="{}" y1="{y}" x2="{}" y2="{y}"/>'
        '<rect class="bar" x="{}" y="{}" width="{}" height="8"/>'
        '<circle class="median" cx="{}" cy="{y}" r="4"/>'
        '<text class="figure" x="{}" y="{}">{:.4f}</text>'
    ).format(
        _x(scores[0]), _x(scores[-1]), _x(low), y - 4, _round(_x(high) - _x(low)), _x(middle),
        _x(HIGHEST) + 6, y + 4, middle, y=y,
    )  # fmt: skip


def _quartiles(scores: list[float]) -> tuple[float, float]:
    return scores[len(scores) // 4], scores[(3 * len(scores) - 1) // 4]


def _x(score: float) -> float:
    return _round(_LABEL + _PLOT * score / HIGHEST)


def _middle(row: int) -> float:
    return row * _ROW + _ROW / 2


def _round(number: float) -> float:
    return round(number, 1)
