"""A text that is nearly a date: what is wrong with it, and which date is meant."""

import pytest

from pipeline.thai.date_slips import Slip, slip_of
from pipeline.thai.dates import parse_date


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        ("15 เมษยน 2568", Slip("month", "เมษายน", "15 เมษายน 2568")),
        ("๕ กรกฏาคม ๒๕๖๘", Slip("month", "กรกฎาคม", "5 กรกฎาคม 2568")),
        ("30 ก.พ. 2568", Slip("day", "กุมภาพันธ์ 2568", "28 กุมภาพันธ์ 2568", "28")),
        ("31/4/2563", Slip("day", "เมษายน 2563", "30 เมษายน 2563", "30")),
        ("31 มิย 63", Slip("day", "มิถุนายน 2563", "30 มิถุนายน 2563", "30")),
        ("วันศุกร์ที่ 15 เมษายน 2568", Slip("weekday", "เมษายน", "15 เมษายน 2568", "อังคาร")),
        ("15 เมษยน 20", None),
        ("31/13/2563", None),
        ("ยังไม่ทราบ", None),
    ],
)
def test_a_slip_names_the_month_and_the_date_that_are_meant(typed: str, slip: Slip | None) -> None:
    assert parse_date(typed) is None
    assert slip_of(typed) == slip


def test_the_era_may_be_written_out() -> None:
    assert parse_date("๓๑ มีนาคม พุทธศักราช ๒๕๖๓") == parse_date("31 มีนาคม 2563")
