"""What was filled in and stands on no paper is found by what is read; what is used is not called so."""

from pathlib import Path

import pytest

from pipeline.compose.unread import find_unread_fields
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read as read_input
from pipeline.kinds.loading import load

ROOT = Path(__file__).parents[2]
SHIPPED_INPUTS = [*(ROOT / "input").iterdir(), *(ROOT / "templates" / "start").iterdir()]
INPUTS = [
    path
    for path in SHIPPED_INPUTS
    if path.is_dir() and not path.name.endswith(("-templates", "-training", "-shift-pay"))
    if "batch" not in path.name and "annexes" not in path.name
]
"""All but batches, and what only kinds of offices read (acceptance/test_papers_of_other_offices.py)."""


def paths(values, folder=None):
    found = find_unread_fields(load(Source("input.yaml", values), SHIPPED), folder)
    return [".".join(map(str, one.path)) for one in found]


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_examples_and_starters_hold_nothing_in_vain(path):
    assert find_unread_fields(load(read_input(path, SHIPPED), SHIPPED)) == ()


def test_values_of_which_all_is_used_give_nothing(plan_values, agreement_values, memo_values):
    assert [paths(values) for values in (plan_values, agreement_values, memo_values)] == [[], [], []]


def test_a_note_is_read_because_the_table_prints_it(plan_values, agreement_values):
    plan_values["results"][0]["note"] = "หมายเหตุ"
    agreement_values["results"][2]["note"] = "หมายเหตุของตัวชี้วัดย่อย"
    assert paths(plan_values) == paths(agreement_values) == []


def test_an_own_template_that_leaves_the_notes_out_leaves_them_unread(agreement_values, tmp_path):
    own = tmp_path / "agreement" / "scores.xml.j2"
    own.parent.mkdir()
    shipped = (ROOT / "templates" / "agreement" / "scores.xml.j2").read_text(encoding="utf-8")
    own.write_text(shipped.replace("scored.note", "false"), encoding="utf-8")
    agreement_values["results"][0]["note"] = "หมายเหตุ"
    assert paths(agreement_values, tmp_path) == ["results.0.note"]


def test_what_depends_on_another_field_that_is_empty(plan_values):
    plan_values["report"]["working_group"]["assistant_position"] = "นักทรัพยากรบุคคล"
    assert paths(plan_values) == ["report.working_group.assistant_position"]


def test_the_note_of_a_group_that_no_list_names(agreement_values):
    agreement_values["agreement"]["dimensions"][0]["groups"][0]["note"] = "ร้อยละ {weight}"
    assert paths(agreement_values) == ["agreement.dimensions.0.groups.0.note"]


def test_counts_and_phrases_that_no_text_names(plan_values):
    plan_values["results"][0] |= {
        "facts": {"men": "4", "women": "5", "people": {"sum": ["men", "women"]}, "left": "1"},
        "phrases": {"event": "งาน{place}", "place": "ประชุม", "other": "อื่น"},
        "done": [{"text": "มี {people} คน", "bullets": ["ใน{event}"]}],
    }
    assert paths(plan_values) == ["results.0.facts.left", "results.0.phrases.other"]


def test_weights_scales_and_policies_are_used_though_not_printed(plan_values):
    plan_values["plan"]["unmeasured"] = "zero"
    plan_values["plan"]["dimensions"][0]["projects"][0]["unmeasured"] = "floor"
    plan_values["audit"] = {"allow": [{"code": "A0101", "where": "ระดับ", "reason": "ตกลงกันไว้"}]}
    assert paths(plan_values) == []


def test_papers_that_cannot_be_composed_are_told_of_elsewhere(plan_values):
    plan_values["report"]["working_group"]["assistant_position"] = "นักทรัพยากรบุคคล"
    plan_values["results"][0]["done"] = ["{nothing}"]
    assert paths(plan_values) == []
