"""The period that follows a period."""

from __future__ import annotations

import pytest

from pipeline.model.period import Period
from pipeline.rounds.periods import next_period
from pipeline.thai.dates import long_date

CASES = [
    ("1 ตุลาคม 2568", "31 มีนาคม 2569", "fiscal", None, False, "1 ตุลาคม 2568", "30 มิถุนายน 2569"),
    ("1 ตุลาคม 2568", "31 มีนาคม 2569", "fiscal", "31 ธันวาคม 2568", False, "1 ตุลาคม 2568", "30 มิถุนายน 2569"),
    ("1 ตุลาคม 2568", "30 มิถุนายน 2569", "fiscal", None, False, "1 ตุลาคม 2568", "30 กันยายน 2569"),
    ("1 ตุลาคม 2568", "30 กันยายน 2569", "fiscal", "30 มิถุนายน 2569", False, "1 ตุลาคม 2569", "31 ธันวาคม 2569"),
    ("1 ตุลาคม 2568", "30 กันยายน 2569", "fiscal", None, False, "1 ตุลาคม 2569", "30 กันยายน 2570"),
    ("1 มกราคม 2569", "31 มีนาคม 2569", "fiscal", None, False, "1 เมษายน 2569", "30 มิถุนายน 2569"),
    ("1 ตุลาคม 2568", "31 มีนาคม 2569", "fiscal", None, True, "1 เมษายน 2569", "30 กันยายน 2569"),
    ("1 เมษายน 2569", "30 กันยายน 2569", "fiscal", None, False, "1 ตุลาคม 2569", "31 มีนาคม 2570"),
    ("1 มกราคม 2571", "31 มกราคม 2571", "calendar", None, False, "1 กุมภาพันธ์ 2571", "29 กุมภาพันธ์ 2571"),
    ("1 มกราคม 2568", "31 ธันวาคม 2568", "calendar", None, False, "1 มกราคม 2569", "31 ธันวาคม 2569"),
    ("1 สิงหาคม 2568", "31 มกราคม 2569", "academic", None, False, "1 สิงหาคม 2568", "30 เมษายน 2569"),
]


@pytest.mark.parametrize("case", CASES)
def test_the_round_after_a_round(case: tuple[str, str, str, str | None, bool, str, str]) -> None:
    start, end, year, before, apart, next_start, next_end = case
    last = Period.model_validate({"start": start, "end": end, "year": year})
    earlier = Period.model_validate({"start": start, "end": before, "year": year}) if before else None
    found = next_period(last, earlier, apart=apart)
    assert (long_date(found.start), long_date(found.end)) == (next_start, next_end)


def test_a_year_that_is_over_is_followed_by_another() -> None:
    last = Period.model_validate({"start": "1 ตุลาคม 2568", "end": "30 มิถุนายน 2569"})
    assert not next_period(last, None, apart=False).is_new_year
    whole = Period.model_validate({"start": "1 ตุลาคม 2568", "end": "30 กันยายน 2569"})
    assert next_period(whole, last, apart=False).is_new_year
