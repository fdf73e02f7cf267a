"""The next round of a work: what is emptied, kept, carried, and what stands of the last."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from pipeline import kinds
from pipeline.intake import Source
from pipeline.kinds.loading import check_input
from pipeline.kinds.starting import start_values
from pipeline.model.last_round import CARRIED, OUTCOME
from pipeline.model.office_input import HasPeriod
from pipeline.papers.build import prepare, prepare_source
from pipeline.papers.prepared import Prepared
from pipeline.rounds.rolling import roll_over

ROOT = Path(__file__).parents[2]
LAST: Any = prepare(ROOT / "input" / "hr-scorecard-2563").values


def prepared(values: dict[str, Any]) -> Prepared:
    return prepare_source(Source("", values), "", kinds.SHIPPED)


@pytest.fixture(scope="module")
def rolled() -> Any:
    return roll_over(prepare(ROOT / "input" / "hr-scorecard-2563"))


def result(rolled: Any, project: str) -> dict[str, Any]:
    return next(each for each in rolled.values["results"] if each["project"] == project)


def test_the_next_quarter_of_nine_projects_needs_their_new_results_only(rolled: Any) -> None:
    values = copy.deepcopy(rolled.values)
    new = {"steps": 4, "value": 85, "numerator": 7}
    for last, this in zip(LAST["results"], values["results"], strict=True):
        assert not new.keys() & this.keys()
        this.update({name: str(new[name]) for name in new if name in last})
        this.update({"denominator": "8"} if "denominator" in last else {})
        this.update({"status": last["status"]} if "status" in last else {})
        facts = {name: "1" for name, fact in this.get("facts", {}).items() if fact is None}
        this["facts"] = this.get("facts", {}) | facts
    record = prepared(values).office_input
    assert isinstance(record, HasPeriod)
    assert record.period.months == 9
    assert len(values["results"]) == 9


def test_plan_signers_and_wording_stay(rolled: Any) -> None:
    assert rolled.values["plan"] == LAST["plan"]
    assert rolled.values["body"] == LAST["body"]
    assert rolled.values["memo"]["proposer"] == LAST["memo"]["proposer"]
    assert "date" not in rolled.values["memo"]
    assert "number" not in rolled.values["memo"]


def test_problems_are_carried_with_a_place_for_their_outcome(rolled: Any) -> None:
    problem = result(rolled, "well-being")["problems"][0]
    assert problem["text"].startswith(CARRIED)
    assert problem["bullets"] == [OUTCOME]


def test_the_figures_of_counted_facts_go_and_their_names_stay(rolled: Any) -> None:
    facts = result(rolled, "well-being")["facts"]
    assert facts == {"activities": None, "not_held": None}


def test_the_last_round_stands_in_the_data(rolled: Any) -> None:
    kept = rolled.values["last_round"]
    assert kept["period"]["end"] == "31 มีนาคม 2563"
    assert kept["date"] == "20 พฤษภาคม 2563"
    scores = {each["id"]: each for each in kept["scores"]}
    assert scores["career-path"]["percent"] == "60"  # 3 of 5 steps
    typed = {each["path"]: each["value"] for each in kept["values"]}
    assert typed["results[career-path].steps"] == "3"
    assert typed["results[well-being].facts.activities"] == "4"


def test_the_years_of_a_plan_move_when_it_is_over() -> None:
    kind = kinds.of("hr-scorecard")
    values = start_values(kind)
    values["plan"] |= {"first_year": "2567", "last_year": "2568"}
    values["period"] = {"start": "1 ตุลาคม 2567", "end": "30 กันยายน 2568"}
    values["memo"].pop("date")
    new = roll_over(prepared(values))
    assert new.period is not None
    assert new.period.is_new_year
    assert (new.values["plan"]["first_year"], new.values["plan"]["last_year"]) == ("2569", "2570")
    within = start_values(kind)
    within["plan"] |= {"first_year": "2567", "last_year": "2570"}
    within["period"] = values["period"]
    within["memo"].pop("date")
    kept = roll_over(prepared(within))
    assert kept.values["plan"]["last_year"] == "2570"


def test_a_carried_matter_that_came_to_an_end_is_not_carried_again(rolled: Any) -> None:
    values = start_values(kinds.of("hr-scorecard"))
    one, other = (f"{CARRIED} {text}" for text in ("ระบบล่าช้า", "ขาดเครื่อง"))
    values["results"][0]["problems"] = [
        {"text": one, "bullets": [f"{OUTCOME} แก้ไขแล้วเสร็จ"]},
        {"text": other, "bullets": [f"{OUTCOME} อยู่ระหว่างจัดซื้อ"]},
    ]
    new = roll_over(prepared(values))
    assert new.values["results"][0]["problems"] == [{"text": other, "bullets": [OUTCOME]}]


def test_a_further_round_is_added_beside_those_of_an_agreement() -> None:
    values = start_values(kinds.of("agreement"))
    values["tracks"] = [{"id": "r6", "name": "รอบ 6 เดือน", "start": "1 ตุลาคม 2567", "end": "31 มีนาคม 2568"}]
    for each in values["results"]:
        each["track"] = "r6"
    new = roll_over(prepared(values))
    assert new.values["period"] == values["period"]
    assert new.values["tracks"][1] == {
        "id": "r9", "name": "รอบ 9 เดือน", "start": "1 ตุลาคม 2567", "end": "30 มิถุนายน 2568"
    }  # fmt: skip
    assert new.values["results"][: len(values["results"])] == values["results"]
    assert new.values["results"][-1] == {"indicator": values["results"][-1]["indicator"], "track": "r9"}
    assert new.values["agreement"]["signed"] == values["agreement"]["signed"]


@pytest.mark.parametrize("name", kinds.names())
def test_every_kind_rolls_over_from_its_example(name: str) -> None:
    kind = kinds.of(name)
    last = prepared(start_values(kind))
    new = roll_over(last)
    assert last.values == start_values(kind)
    assert check_input(Source("", new.values), kinds.SHIPPED).record.kind == name


def test_the_appraisal_goes_to_its_second_round() -> None:
    new = roll_over(prepared(start_values(kinds.of("appraisal"))))
    assert new.values["round"] == "รอบที่ 2"
    assert new.values["period"] == {"start": "1 เมษายน 2569", "end": "30 กันยายน 2569"}
