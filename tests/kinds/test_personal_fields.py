"""Which fields of a kind are personal: those that say so, and what is worked out from them."""

from pathlib import Path

import pytest

from pipeline.kinds import Kinds

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
