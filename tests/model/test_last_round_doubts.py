"""What is asked where a round is held against its last."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from pipeline import kinds
from pipeline.intake import Source
from pipeline.kinds.starting import start_values
from pipeline.papers.build import prepare_source
from pipeline.rounds.last_rounds import last_round_of

Values = dict[str, Any]


def base() -> Values:
    """Six months of a plan: a milestone, a counted share and one that begins later."""
    values = start_values(kinds.of("hr-scorecard"))
    values["period"] = {"start": "1 ตุลาคม 2567", "end": "31 มีนาคม 2568"}
    values["memo"]["date"] = "18 เมษายน 2568"
    return values


def next_round(last: Values) -> Values:
    """Nine months of the same, with other figures and texts."""
    values = copy.deepcopy(last)
    values["period"]["end"] = "30 มิถุนายน 2568"
    values["memo"]["date"] = "15 กรกฎาคม 2568"
    values["results"][0] |= {"steps": "4", "memo": ["ทำถึงขั้นที่สี่แล้ว"], "done": ["ทำถึงขั้นที่สี่แล้ว"]}
    values["results"][0] |= {"problems": [], "suggestions": []}
    values["results"][1] |= {"numerator": "7"}
    values["results"][2] |= {"memo": ["เริ่มสำรวจแล้ว"], "done": ["เริ่มสำรวจแล้ว"]}
    return values


def asked(last: Values, this: Values) -> dict[str, list[str]]:
    """The doubts about rounds, by their codes: the words of each."""
    kept = last_round_of(prepare_source(Source("", last), "", kinds.SHIPPED))
    doubts = prepare_source(Source("", {**this, "last_round": kept}), "", kinds.SHIPPED).doubts
    found: dict[str, list[str]] = {}
    for each in doubts:
        if each.code.startswith("D10"):
            found.setdefault(each.code, []).append(each.what.th)
    return found


def test_nothing_is_asked_of_a_round_that_was_written_anew() -> None:
    assert asked(base(), next_round(base())) == {}


@pytest.mark.parametrize(
    ("project", "name", "figure"), [(0, "steps", "2"), (1, "numerator", "5"), (1, "spent", "10")]
)
def test_what_adds_up_does_not_fall(project: int, name: str, figure: str) -> None:
    last = base()
    last["results"][1]["spent"] = "500"
    this = next_round(last)
    this["results"][project][name] = figure
    assert list(asked(last, this)) == ["D1001"]


def test_in_a_new_year_all_begins_anew() -> None:
    last, this = base(), next_round(base())
    this["period"] = {"start": "1 ตุลาคม 2568", "end": "31 ธันวาคม 2568"}
    this["memo"]["date"] = "15 มกราคม 2569"
    this["results"][0]["steps"] = "1"
    this["plan"]["dimensions"][0]["projects"][0]["weight"] = "40"
    this["plan"]["dimensions"][1]["projects"][0]["weight"] = "40"
    found = asked(last, this)
    assert not {"D1001", "D1002", "D1003"} & found.keys()


def test_changed_weights_and_scales_are_asked_about() -> None:
    this = next_round(base())
    projects = [each for one in this["plan"]["dimensions"] for each in one["projects"]]
    projects[0]["weight"], projects[1]["weight"] = "40", "40"
    projects[1]["scale"]["thresholds"] = ["40", "50", "60", "70", "80"]
    found = asked(base(), this)
    assert [len(found[code]) for code in ("D1002", "D1003")] == [1, 2]


def test_a_text_nobody_changed_is_asked_about_until_it_is_ticked() -> None:
    last = base()
    last["results"][0]["done"] = ["คณะทำงานได้ยกร่างคู่มือแล้ว อยู่ระหว่างเสนอผู้บริหาร"]
    this = next_round(last)
    this["results"][0]["done"] = last["results"][0]["done"]
    assert list(asked(last, this)) == ["D1006"]
    kept = last_round_of(prepare_source(Source("", last), "", kinds.SHIPPED))
    for each in kept["values"]:  # type: ignore[union-attr]
        each["still"] = "true"  # type: ignore[index, call-overload]
    ticked = prepare_source(Source("", {**this, "last_round": kept}), "", kinds.SHIPPED)
    assert not [each for each in ticked.doubts if each.code == "D1006"]


@pytest.mark.parametrize(
    "text",
    [
        "จะสำรวจให้ครบในเดือนพฤษภาคม",
        "คาดว่าจะแล้วเสร็จภายในเดือนมิถุนายน ๒๕๖๘",
        "จะประชุมภายในวันที่ 15 พ.ค. 68",
        "คาดว่าจะแล้วเสร็จในไตรมาสที่ 3",
        "อยู่ระหว่างรวบรวม ส่งภายในเดือนเมษายน 2568",
    ],
)
def test_a_promise_is_asked_about_when_its_time_is_over(text: str) -> None:
    this = next_round(base())
    this["results"][0]["done"] = [text]
    assert list(asked(base(), this)) == ["D1008"]


@pytest.mark.parametrize(
    "text",
    [
        "จะสำรวจให้ครบในเดือนกรกฎาคม",
        "คาดว่าจะแล้วเสร็จภายในเดือนกันยายน 2568",
        "คาดว่าจะแล้วเสร็จในไตรมาสที่ 4",
        "ดำเนินการแล้วเสร็จภายในเดือนมีนาคม 2568",
        "จัดอบรมเมื่อวันที่ 15 พฤษภาคม 2568",
    ],
)
def test_what_is_to_come_or_was_done_is_no_passed_promise(text: str) -> None:
    this = next_round(base())
    this["results"][0]["done"] = [text]
    assert asked(base(), this) == {}


def test_next_month_of_last_rounds_text_is_over() -> None:
    last = base()
    last["results"][0]["done"] = ["จะเสนอผู้บริหารให้ความเห็นชอบในเดือนหน้า"]
    this = next_round(last)
    this["results"][0]["done"] = last["results"][0]["done"]
    assert {"D1006", "D1008"} <= asked(last, this).keys()


def test_a_project_that_is_gone_is_asked_about() -> None:
    this = next_round(base())
    gone = this["plan"]["dimensions"].pop()
    ids = {each["id"] for each in gone["projects"]}
    this["results"] = [each for each in this["results"] if each["project"] not in ids]
    this["plan"]["dimensions"][0]["projects"][0]["weight"] = "100"
    assert "D1004" in asked(base(), this)


def test_the_last_rounds_name_in_the_memo_is_asked_about() -> None:
    last = base()
    last["body"] = ["รายงานผลการดำเนินงานไตรมาสที่ ๒", "จึงเรียนมาเพื่อโปรดทราบ"]
    this = next_round(last)
    assert list(asked(last, this)) == ["D1009"]
    this["body"] = ["เทียบไตรมาสที่ 3 กับไตรมาสที่ 2", "จึงเรียนมาเพื่อโปรดทราบ"]
    assert asked(last, this) == {}


def test_a_memo_is_dated_after_the_last() -> None:
    last, this = base(), next_round(base())
    last["memo"]["date"] = this["memo"]["date"] = "15 กรกฎาคม 2568"
    assert list(asked(last, this)) == ["D1012"]


def test_a_unit_that_was_renamed_is_not_called_by_its_former_name() -> None:
    last = base()
    unit = last["units"][0]
    last["memo"]["agency"] = unit["name"]
    this = next_round(last)
    this["units"][0]["name"] = "กองบริหารงานบุคคลใหม่"
    found = asked(last, this)
    assert "D1010" in found


def test_a_new_year_with_every_target_and_weight_of_the_last_is_asked_about_once() -> None:
    last, this = base(), next_round(base())
    this["period"] = {"start": "1 ตุลาคม 2568", "end": "31 ธันวาคม 2568"}
    this["memo"]["date"] = "15 มกราคม 2569"
    project = this["plan"]["dimensions"][0]["projects"][0]
    project["time"] = "ต.ค. 2567 - ก.ย. 2568"
    assert len(asked(last, this)["D1013"]) == 2
    project["time"], project["scale"] = "ต.ค. 2568 - ก.ย. 2569", {"type": "count"}
    assert "D1013" not in asked(last, this)


def test_a_row_is_held_against_its_own_last_texts_also_where_ids_have_stops() -> None:
    """Ids such as `1.1` and `1.2`: neither what one said nor what it promised is the other's."""
    last = base()
    for n, id in enumerate(("1.1", "1.2")):
        project = next(
            each
            for one in last["plan"]["dimensions"]
            for each in one["projects"]
            if each["id"] == last["results"][n]["project"]
        )
        project["id"] = last["results"][n]["project"] = id
    told = "ชี้แจงหลักเกณฑ์แก่ทุกกองแล้ว จะแล้วเสร็จภายในเดือนพฤษภาคม 2568"
    last["results"][0]["memo"] = [told]
    this = next_round(last)
    this["results"][1] |= {"memo": ["อยู่ระหว่างชี้แจง"], "done": ["อยู่ระหว่างชี้แจง"]}
    assert asked(last, this) == {}
    this["results"][0]["memo"] = [told]
    assert set(asked(last, this)) == {"D1006", "D1008"}
