"""Which fields of a kind are personal: those that say so, and what is worked out from them."""

from pathlib import Path

import pytest

from pipeline.diagnostics import InputError
from pipeline.kinds import Kinds
from pipeline.kinds.from_yaml.personal import are_scores_personal, is_personal, personal_fields
from pipeline.kinds.from_yaml.reading import read_form

FOLDER = Path(__file__).parent / "office_kinds"


@pytest.fixture(scope="module")
def personal():
    return Kinds(FOLDER).of("pay-order").personal()


@pytest.mark.parametrize(
    "path",
    [("people", "citizen"), ("people", "after"), ("total",), ("words",), ("chief",)],
)
def test_what_is_worked_out_from_a_personal_value_is_personal_however_far(personal, path):
    assert personal[path] is True


def test_unless_its_field_says_that_it_is_not(personal):
    assert personal["people", "level"] is False


@pytest.mark.parametrize(
    "path", [("many",), ("people",), ("people", "person"), ("people", "rate"), ("signer",)]
)
def test_others_are_not(personal, path):
    """How many rows there are says nothing of what stands in them."""
    assert path not in personal


SCORED = """\
title: แบบ
about: ทดสอบ
fields:
  work:
    type: indicators
    title: งาน
    fields: {name: {}, weight: {}, scale: {}, value: {}, note: {}}
papers:
  - {id: sheet, title: แบบ, label: แบบ, template: memo/memo.xml.j2, style: memo}
scoring: {scheme: appraisal, members: [{indicators: work, title: งาน, weight: "100"}]}
"""


@pytest.mark.parametrize(
    ("before", "after", "scores", "columns"),
    [
        ("value: {}", "value: {}", False, []),
        ("value: {}", "value: {personal: true}", True, ["value", "note"]),
        ("scheme: appraisal,", "scheme: appraisal, personal: true,", True, ["value", "note"]),
        ("title: งาน\n", "title: งาน\n    personal: true\n", True, ["name", "value", "note"]),
    ],
)
def test_scores_are_personal_where_results_are_and_results_where_scores_are(before, after, scores, columns):
    """From results and criteria anybody reckons scores, so that neither is shown alone. Criteria stay."""
    file = read_form("sheet", "kind.yaml", SCORED.replace(before, after).encode()).file
    known = personal_fields(file, ())
    assert are_scores_personal(file) is scores
    assert [name for name in file.fields["work"].fields if is_personal(("work", name), known)] == columns
    assert is_personal(("adjustments",), known) is scores


def test_criteria_are_not_personal():
    with pytest.raises(InputError) as refused:
        read_form("sheet", "kind.yaml", SCORED.replace("scale: {}", "scale: {personal: true}").encode())
    assert [fault.code for fault in refused.value.diagnostics] == ["kind-personal-criteria"]
