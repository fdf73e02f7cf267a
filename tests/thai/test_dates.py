"""Thai dates as people type them and as papers print them (domain.md §1.3)."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.thai.dates import buddhist_year, date_range, long_date, parse_date, short_date
from pipeline.thai.digits import to_thai

DAYS = st.dates(datetime.date(1857, 1, 1), datetime.date(2100, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "31 มีนาคม 2563",
        "๓๑ มีนาคม ๒๕๖๓",
        "วันที่ 31 มีนาคม พ.ศ. 2563",
        "31 มี.ค. 63",
        "31 มี.ค.2563",
        "31 มีค 2563",
        "31/3/2563",
        "31/03/2020",
        "2563-03-31",
        "2020-03-31",
        "31\u00a0มีนาคม\u00a02563",
    ],
)
def test_the_same_day_is_read_from_every_way_of_typing_it(typed):
    assert parse_date(typed) == datetime.date(2020, 3, 31)


@pytest.mark.parametrize(
    "typed",
    ["", "วันอังคาร", "31 กันยายน 2547", "29 กุมภาพันธ์ 2562", "0 มกราคม 2563", "1/13/2563", "1 มกรา 2563"],
)
def test_what_is_no_day_of_the_calendar_is_no_date(typed):
    assert parse_date(typed) is None


@pytest.mark.parametrize("year", ["2363", "0563", "9999", "1600"])
def test_a_year_that_no_paper_speaks_of_is_a_slip_and_no_date(year):
    assert parse_date(f"31 มีนาคม {year}") is None


def test_the_leap_day_of_2563_is_a_date():
    assert parse_date("29 กุมภาพันธ์ 2563") == datetime.date(2020, 2, 29)


@given(DAYS)
def test_a_printed_date_reads_back_as_itself(day):
    assert parse_date(long_date(day)) == day
    assert parse_date(short_date(day)) == day
    assert parse_date(to_thai(long_date(day))) == day


@given(DAYS)
def test_the_buddhist_year_is_543_ahead(day):
    assert buddhist_year(day) - day.year == 543


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        ("1 ธันวาคม 2562", "31 ธันวาคม 2562", "1 - 31 ธันวาคม 2562"),
        ("1 ตุลาคม 2562", "31 ธันวาคม 2562", "1 ตุลาคม - 31 ธันวาคม 2562"),
        ("30 ธันวาคม 2562", "2 มกราคม 2563", "30 ธันวาคม 2562 - 2 มกราคม 2563"),
        ("5 มีนาคม 2563", "5 มีนาคม 2563", "5 มีนาคม 2563"),
    ],
)
def test_a_range_says_once_what_both_ends_share(start, end, printed):
    assert date_range(parse_date(start), parse_date(end)) == printed
