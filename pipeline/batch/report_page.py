"""The run report as one page that needs no other file, nor a font: Thai, outliers first, charts as SVG."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from pipeline.batch.charts import bars, chart_score_ranges
from pipeline.batch.page_fonts import with_faces
from pipeline.compose.composing import render_template

TEMPLATE = "batch/report.html.j2"
MOST_BARS = 120
"""So many units have a bar of their own; of more, those of the highest and the lowest scores."""


def report_page(data: dict[str, Any]) -> str:
    """The HTML of `report_data`."""
    scores = _unit_scores(data["documents"])
    charts = {
        "unit_chart": bars(_select_bars(scores)),
        "dimension_chart": chart_score_ranges(_dimension_scores(data["documents"])),
        "left_out": max(0, len(scores) - MOST_BARS),
    }
    return with_faces(render_template(TEMPLATE, {**data, **charts, "link": quote}))


def _unit_scores(documents: list[dict[str, Any]]) -> list[tuple[str, float]]:
    """Each unit that was scored with its total, the highest first."""
    scores = {each["unit"]: float(each["score"]["total"]) for each in documents if each["score"]}
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))


def _select_bars(scores: list[tuple[str, float]]) -> list[tuple[str, float]]:
    if len(scores) <= MOST_BARS:
        return scores
    return scores[: MOST_BARS // 2] + scores[-MOST_BARS // 2 :]


def _dimension_scores(documents: list[dict[str, Any]]) -> list[tuple[str, list[float]]]:
    """Each dimension with the scores of all units in it."""
    found: dict[str, dict[str, float]] = {}
    for each in documents:
        for dimension in each["score"]["dimensions"] if each["score"] else ():
            label = f"{dimension['number']}. {dimension['name']}"
            found.setdefault(label, {})[each["unit"]] = float(dimension["score"])
    return [(label, list(scores.values())) for label, scores in found.items()]
