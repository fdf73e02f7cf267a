"""The worked example of 2563 says what the paper says; line numbers are those of the seed's OCR text."""

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import BaseModel

from pipeline.intake import read
from pipeline.kinds import SHIPPED
from pipeline.kinds.hr_scorecard.record import HrScorecardInput
from pipeline.kinds.loading import load
from pipeline.kinds.scoring import score_input
from pipeline.model.facts import evaluate_facts
from pipeline.model.passages import Passage
from pipeline.model.plan import ProjectResult
from pipeline.thai.dates import parse_date

FOLDER = Path(__file__).parents[2] / "input" / "hr-scorecard-2563"
EVERYWHERE = {
    "office", "fiscal_year", "period", "period_start", "period_end", "quarter", "months",
}  # fmt: skip
IN_RESULTS = {
    "level", "percent", "numerator", "denominator", "remaining", "value",
    "steps", "steps_done", "step_count", "plan_steps", "next_step", "project", "count",
}  # fmt: skip
RANGE = re.compile(r"ระหว่างวันที่ (\d+) - (\d+) ([ก-๎]+ \d{4})")


@pytest.fixture(scope="module")
def scorecard() -> HrScorecardInput:
    loaded = load(read(FOLDER), SHIPPED)
    assert isinstance(loaded, HrScorecardInput)
    return loaded


@pytest.fixture(scope="module")
def results(scorecard: HrScorecardInput) -> dict[str, ProjectResult]:
    return {result.project: result for result in scorecard.results}


def texts_in(value: object) -> Iterator[str]:
    """All texts of a record, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, dict):
        yield from texts_in(tuple(value.values()))
    elif isinstance(value, tuple):
        for entry in value:
            yield from texts_in(entry)


def session_dates(passages: tuple[Passage, ...]) -> list[tuple[datetime.date, datetime.date]]:
    found = [RANGE.search(passage.text) for passage in passages]
    assert all(found)
    days = [(parse_date(f"{m[1]} {m[3]}"), parse_date(f"{m[2]} {m[3]}")) for m in found if m]
    return [(start, end) for start, end in days if start and end]


def test_the_round_is_the_second_quarter_of_2563(scorecard: HrScorecardInput) -> None:
    """[A:25], [A:31]: ไตรมาส ๒ รอบ ๖ เดือน (๑ ตุลาคม ๒๕๖๒ - ๓๑ มีนาคม ๒๕๖๓)."""
    period = scorecard.period
    assert (period.fiscal_year, period.quarter, period.months) == (2563, 2, 6)


def test_nine_projects_stand_in_five_dimensions(scorecard: HrScorecardInput) -> None:
    """[A:34-51]: the bands of the memo's table."""
    assert [len(dimension.projects) for dimension in scorecard.plan.dimensions] == [2, 2, 3, 1, 1]


def test_dimensions_two_and_three_have_their_own_names(scorecard: HrScorecardInput) -> None:
    """[A:116], [A:118]: the paper gives both one name; domain.md §2.8 has the official ones."""
    second, third = scorecard.plan.dimensions[1:3]
    assert (second.name, third.name) == (
        "ประสิทธิภาพของการบริหารทรัพยากรบุคคล",
        "ประสิทธิผลของการบริหารทรัพยากรบุคคล",
    )


def test_eight_projects_weigh_ten_and_the_last_twenty(scorecard: HrScorecardInput) -> None:
    """[A:188-200], last column."""
    assert [project.weight for project in scorecard.plan.projects] == [10] * 8 + [20]


def test_only_the_knowledge_project_is_kept_by_another_unit(scorecard: HrScorecardInput) -> None:
    """[A:198]: กพบ.; all others กบค."""
    assert [project.id for project in scorecard.plan.projects if project.unit != "kbk"] == ["knowledge"]


def test_each_strategic_issue_is_served_once(scorecard: HrScorecardInput) -> None:
    """[A:154-183]: ประเด็นที่ ๑-๑๐, two of them in the last row."""
    numbers = [issue.number for project in scorecard.plan.projects for issue in project.issues]
    assert sorted(numbers) == list(range(1, 11))
    assert [issue.number for issue in scorecard.plan.projects[-1].issues] == [4, 10]


def test_each_project_has_the_steps_of_the_plan(scorecard: HrScorecardInput) -> None:
    """[A:188-200], second column; [A:192] has three, [A:198] one."""
    assert [len(project.steps) for project in scorecard.plan.projects] == [5, 5, 3, 5, 5, 5, 1, 5, 5]


def test_each_project_has_one_result(scorecard: HrScorecardInput) -> None:
    assert [result.project for result in scorecard.results] == [
        project.id for project in scorecard.plan.projects
    ]


def test_levels_and_percentages_are_those_of_the_report(scorecard: HrScorecardInput) -> None:
    """[A:226], [A:252], [A:278], [A:304], [A:344], [A:388], [A:427], [A:460], [A:515]."""
    card = score_input(scorecard)
    assert card is not None
    scores = [indicator for dimension in card.dimensions for indicator in dimension.indicators]
    assert [score.level for score in scores] == [3, 5, 5, None, 4, 5, 4, None, 3]
    percents = [None if score.percent is None else round(score.percent, 2) for score in scores]
    assert percents == [60, 100, 100, None, 80, 100, Decimal("85.71"), None, 60]


@pytest.mark.parametrize(
    ("policy", "total"), [("excluded", "4.0000"), ("zero", "3.2000"), ("floor", "3.4000")]
)
def test_the_total_follows_the_policy_for_what_is_in_progress(
    scorecard: HrScorecardInput, policy: str, total: str
) -> None:
    """domain.md §2.8: 320 / 80, 320 / 100, (320 + 20) / 100."""
    plan = scorecard.plan.model_copy(update={"unmeasured": policy})
    card = score_input(scorecard.model_copy(update={"plan": plan}))
    assert card is not None
    assert card.total.score == Decimal(total)


def test_manpower_figures_add_up(results: dict[str, ProjectResult]) -> None:
    """[A:242-249]: 24 + 2 + 3 = 29 and 1 + 5 = 6; [A:250]: two positions re-allocated."""
    numbers = evaluate_facts(results["manpower-plan"].facts)
    told = [numbers[name] for name in ("requested", "adjusted", "reallocated")]
    assert told == [29, 6, 2]


def test_fourteen_courses_are_a_seminar_and_thirteen_courses(results: dict[str, ProjectResult]) -> None:
    """[A:325-342]: ๒ กิจกรรม ๑๔ หลักสูตร, ร้อยละ ๗๐ of 20."""
    result = results["hrd-plan"]
    numbers = evaluate_facts(result.facts)
    seminars, courses = result.done[0].numbered[3].numbered
    assert courses.count == 13
    assert numbers["courses_done"] == seminars.count + courses.count
    assert numbers["courses_percent"] == 70


def test_six_sessions_are_held_in_order_inside_the_round(
    scorecard: HrScorecardInput, results: dict[str, ProjectResult]
) -> None:
    """[A:415-422]: the paper dates the third a year early."""
    result = results["knowledge"]
    dates = session_dates(result.done[0].numbered)
    days = [day for session in dates for day in session]
    assert len(dates) == result.numerator
    assert days == sorted(days)
    assert scorecard.period.start <= days[0] <= days[-1] <= scorecard.period.end


def test_activities_held_and_not_held_make_up_the_plan(
    scorecard: HrScorecardInput, results: dict[str, ProjectResult]
) -> None:
    """[A:51], [A:482-513]: 2 + 2 = 4, named as in the plan [A:200]."""
    result = results["well-being"]
    numbers = evaluate_facts(result.facts)
    planned, held_first, held_second = result.done[0].numbered
    not_held = result.done[1]
    assert result.value == len((held_first, held_second)) == result.memo[0].count
    assert not_held.count == numbers["not_held"]
    assert numbers["activities"] == result.value + not_held.count == planned.count
    named = {phrase for name, phrase in result.phrases.items() if f"{{{name}}}" in texts_in(planned)}
    assert named == set(scorecard.plan.projects[-1].steps[1:])


def test_every_name_in_braces_is_known(scorecard: HrScorecardInput) -> None:
    """A name that nothing prints would stand on paper with its braces."""
    assert used_names(scorecard.plan) <= EVERYWHERE
    for result in scorecard.results:
        assert used_names(result) <= EVERYWHERE | IN_RESULTS | set(result.facts) | set(result.phrases)


def test_every_fact_and_phrase_is_used(scorecard: HrScorecardInput) -> None:
    for result in scorecard.results:
        summed = {name for fact in result.facts.values() for name in fact.sum + fact.percent}
        assert set(result.facts) | set(result.phrases) <= used_names(result) | summed


@pytest.mark.parametrize(
    "damage",
    ["สพอ.", "ลดเวลา", "สืบหา", "สืบตรวจ", "เคลื่อนอัตรา", "ความผูกพันและความผูกพัน", "รับมือ", "รับผลิต", "องค์กรประกอบ",
     "ยกย่อง", "มติที่", "เพื่อการศึกษา", "Covid -", "Covid 19", "E mail", "–", "  ", "๒"],
)  # fmt: skip
def test_damage_of_the_seed_is_repaired(scorecard: HrScorecardInput, damage: str) -> None:
    """docs/seed-repairs.md lists each of them with its line."""
    assert not [text for text in texts_in(scorecard) if damage in text]


def used_names(record: BaseModel) -> set[str]:
    return {name for text in texts_in(record) for name in re.findall(r"{(\w+)}", text)}
