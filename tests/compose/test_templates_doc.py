"""`docs/templates.md` lists what a template can reach: no more and no less."""

import re
from pathlib import Path

import pytest

from pipeline.compose.environment import environment
from pipeline.compose.measuring import MEASURES
from pipeline.compose.readable_attributes import DATE, LIST, LOOP, MAPPING, TEXT
from pipeline.model.in_templates import derived_names
from pipeline.model.schemes import Rules
from pipeline.scoring.cards import GroupScore, IndicatorScore, ScoreCard
from tests.compose.test_views import every_record

PAGE = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")


def row(label: str) -> set[str]:
    """The names in the second column of the row with this label."""
    (found,) = re.findall(rf"^\| {label} \| ([^|]*)", PAGE, re.MULTILINE)
    return set(re.findall(r"`(\w+)`", found))


def test_the_derived_names_of_every_record_are_listed():
    listed = {}
    for records, names in re.findall(r"^\| ((?:`[A-Z]\w+`(?:, )?)+) \| ([^|]*)", PAGE, re.MULTILINE):
        for record in re.findall(r"\w+", records):
            listed[record] = set(re.findall(r"`(\w+)`", names))
    kinds = [*every_record(), ScoreCard, GroupScore, IndicatorScore, Rules]
    assert listed == {kind.__name__: set(derived_names(kind)) for kind in kinds if derived_names(kind)}


@pytest.mark.parametrize(
    ("label", "names"),
    [("a text", TEXT), ("a date", DATE), ("a list", LIST), ("a mapping", MAPPING), ("`loop`", LOOP)],
)
def test_what_is_read_of_plain_values_is_listed(label, names):
    assert row(label) == names


def test_the_filters_and_functions_are_listed():
    ours = set(re.findall(r"\\\|(\w+)", PAGE))
    assert row("filters") | ours == set(environment().filters) - set(MEASURES)
    theirs = row("functions")
    assert theirs <= set(environment().globals)
    for name in set(environment().globals) - theirs:
        assert f"`{name}(" in PAGE
