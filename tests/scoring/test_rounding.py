"""Half up, for print only (domain.md §2.2)."""

from decimal import Decimal as D

import pytest

from pipeline.scoring.rounding import percent_text, score_text, weight_text


@pytest.mark.parametrize(
    ("score", "text"),
    [
        ("4", "4.0000"),
        ("2.00005", "2.0001"),  # half up, where half even would stay at 2.0000
        ("2.00004999", "2.0000"),
        ("4.333333333333333333333333", "4.3333"),
        ("0", "0.0000"),
    ],
)
def test_a_score_has_four_decimals_rounded_half_up(score, text):
    assert score_text(D(score)) == text


@pytest.mark.parametrize(
    ("percent", "text"),
    [
        ("85.714285", "85.71"),
        ("60.0000", "60"),
        ("100", "100"),
        ("70.5", "70.5"),
        ("0.005", "0.01"),
        ("0", "0"),
    ],
)
def test_a_percentage_has_no_more_decimals_than_it_needs(percent, text):
    assert percent_text(D(percent)) == text


def test_a_weight_is_printed_as_typed():
    assert [weight_text(D(typed)) for typed in ("17.5", "17.50", "10")] == ["17.5", "17.50", "10"]


def test_the_trace_of_an_endless_division_does_not_round_a_half_down():
    almost = D("2.00004" + "9" * 40)  # what 1/3 × 3 leaves of 2.00005
    assert score_text(almost) == "2.0001"


def test_a_very_large_figure_is_printed_and_not_refused():
    assert percent_text(D("9" * 30)) == "9" * 30
