"""`charts: true`: the report and the score sheet print their tables' figures as bars, and else nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline import compose, intake
from pipeline.document.markup import parse
from pipeline.document.text import paragraph_text
from pipeline.document.tree import Bar, Chart, Document, Table
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.loading import load
from pipeline.kinds.scoring import score_input
from pipeline.papers.unprinted import find_unprinted_fields

INPUT = Path(__file__).parents[2] / "input"
STARTED = Path(__file__).parents[2] / "templates" / "start"
PAPERS = {"hr-scorecard-2563": "report", "agreement-2547": "scores"}


def changed(name: str, **said: Any) -> Source:
    source = intake.read(INPUT / name)
    values: dict[str, Any] = {**source.values, **said}
    return Source(source.name, values, source.places)


def composed(source: Source, paper_id: str) -> Document:
    office_input = load(source, SHIPPED)
    (paper,) = [paper for paper in compose.papers_of(office_input) if paper.id == paper_id]
    return parse(compose.compose(paper, office_input, score_input(office_input), "arabic"), paper.template)


def charts(document: Document) -> list[Chart]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Chart)]


def cells(document: Document, style: str) -> list[list[str]]:
    tables = [
        block
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Table) and block.style == style
    ]
    return [[" ".join(map(paragraph_text, cell.blocks)) for cell in row.cells] for row in tables[0].rows]


def value(bar: Bar) -> str:
    return bar.value.text if bar.value else "-"


@pytest.mark.parametrize(("name", "paper"), PAPERS.items())
def test_without_a_request_there_is_no_chart_and_with_it_nothing_else_changes(name, paper):
    plain, asked = composed(changed(name), paper), composed(changed(name, charts="true"), paper)
    assert charts(plain) == []
    assert charts(asked)
    for before, after in zip(plain.sections, asked.sections, strict=True):
        assert after.blocks[: len(before.blocks)] == before.blocks


def test_the_report_shows_the_level_of_each_dimension_and_the_share_of_each_project():
    report = composed(changed("hr-scorecard-2563", charts="true"), "report")
    dimensions, *projects = charts(report)
    rows = cells(report, "summary")
    totals = [row for row in rows if row[0].startswith("รวม")]
    assert [value(bar) for bar in dimensions.bars] == [row[2] for row in totals]
    assert {bar.full for bar in dimensions.bars} == {5}
    listed = [row for row in rows if len(row) == 5 and not row[0].startswith("รวม")][1:]
    shown = [(bar.label, value(bar)) for chart in projects for bar in chart.bars]
    assert shown == [(row[0], row[3]) for row in listed]


def test_the_score_sheet_shows_the_scores_of_its_table_against_their_targets():
    scores = composed(changed("agreement-2547", charts="true"), "scores")
    dimensions, indicators = charts(scores)
    rows = cells(scores, "scores")
    totals = [row for row in rows if row[0].startswith(("รวม", "คะแนนรวม"))]
    assert [value(bar) for bar in dimensions.bars] == [row[-2] for row in totals]
    listed = {row[0]: row[-2] for row in rows[2:] if row[0][:1].isdigit() and row[2][:1] != "("}
    assert {bar.label: value(bar) for bar in indicators.bars} == listed
    # domain.md §2.3: the declared targets of this agreement are its level 5
    assert {bar.target.text for chart in (dimensions, indicators) for bar in chart.bars} == {"5"}


def test_target_levels_that_the_data_name_are_aimed_at():
    source = changed("agreement-2547", charts="true")
    (first, *_) = source.values["agreement"]["dimensions"]
    for group in first["groups"]:
        for indicator in group["indicators"]:
            indicator["target_level"] = "3"
    dimensions, _ = charts(composed(source, "scores"))
    assert [bar.target.text for bar in dimensions.bars[:2]] == ["3", "5"]


@pytest.mark.parametrize(
    ("name", "paper", "whole", "at"),
    [
        ("hr-scorecard-2563", "report", "plan", "target_score"),
        ("hr-scorecard-2563", "report", "plan", "last_score"),
        ("agreement-2547", "scores", "agreement", "last_score"),
    ],
)
def test_what_the_data_say_of_the_last_round_and_of_a_target_stands_in_the_chart(name, paper, whole, at):
    source = changed(name, charts="true")
    source.values[whole]["dimensions"][0][at] = "3.25"
    first, second, *_ = charts(composed(source, paper))[0].bars
    field = at.removesuffix("_score")
    assert getattr(first, field).text == "3.25"
    assert field == "target" or getattr(second, field) is None


def test_a_last_score_that_no_chart_prints_is_told():
    source = changed("agreement-2547")
    source.values["agreement"]["dimensions"][0]["last_score"] = "3.25"
    assert any("last_score" in str(told) for told in find_unprinted_fields(source, load(source, SHIPPED)))


def test_more_projects_than_a_chart_has_bars_make_several():
    source = changed("hr-scorecard-2563", charts="true", results=[])
    (first, *_) = source.values["plan"]["dimensions"]
    pattern = first["projects"][0]
    first["projects"] = [
        {**pattern, "id": f"p{n}", "name": f"โครงการที่ {n}", "weight": "20" if n == 0 else "0"}
        for n in range(61)
    ]
    made = composed(source, "report")
    counts = [len(chart.bars) for chart in charts(made) if chart.bars[0].label.startswith("โครงการที่")]
    assert counts == [60, 1]
