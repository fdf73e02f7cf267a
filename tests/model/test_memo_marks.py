"""Marks and stamps of a memo: what may be typed, and what is refused."""

import pytest

from pipeline.diagnostics import InputError
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.loading import load as load_input


def loaded(values, **marks):
    values["memo"].update(marks)
    return load_input(Source("t", values), SHIPPED).memo


def refused(values, **marks):
    with pytest.raises(InputError) as caught:
        loaded(values, **marks)
    (fault,) = caught.value.diagnostics
    return fault


def test_a_memo_has_no_mark_unless_one_is_typed(memo_values):
    memo = loaded(memo_values)
    assert (memo.urgency, memo.secrecy, memo.copy_mark, memo.preparers) == (None, None, None, None)
    assert memo.stamps == ()


@pytest.mark.parametrize(
    ("field", "typed", "nearest"),
    [
        ("urgency", "ด่วนทีสุด", "ด่วนที่สุด"),
        ("secrecy", "ลับมั่ก", "ลับมาก"),
        ("copy_mark", "สำเนาคู่ฉบบ", "สำเนาคู่ฉบับ"),
    ],
)
def test_an_unknown_mark_is_refused_with_the_nearest(memo_values, field, typed, nearest):
    fault = refused(memo_values, **{field: typed})
    assert fault.code == "unknown-choice"
    assert f"(หมายถึง '{nearest}' หรือไม่)" in fault.help.th


@pytest.mark.parametrize("typed", ["13.56", "๑๓:๕๖ น.", " 13.56 น. "])
def test_a_time_is_kept_in_one_form(memo_values, typed):
    memo = loaded(memo_values, stamps=[{"agency": "กท.สปอ.", "time": typed}])
    assert memo.stamps[0].time == "13.56"


@pytest.mark.parametrize("typed", ["25.00", "13.75", "บ่ายโมง", "1356"])
def test_what_no_clock_shows_is_refused(memo_values, typed):
    assert refused(memo_values, stamps=[{"agency": "กท.สปอ.", "time": typed}]).code == "not-a-time"


def test_more_stamps_than_the_page_has_room_for_are_refused(memo_values):
    assert refused(memo_values, stamps=[{"agency": "กท."}] * 4).code == "too-many"


@pytest.mark.parametrize("mark", [{}, {"copy_mark": "สำเนา"}])
def test_only_a_file_copy_names_those_who_prepared_it(memo_values, mark):
    assert refused(memo_values, preparers={}, **mark).code == "preparers-without-file-copy"


def test_a_file_copy_may_leave_its_preparers_to_the_pen(memo_values):
    memo = loaded(memo_values, copy_mark="สำเนาคู่ฉบับ", preparers={"drafted": "สมมติ"})
    assert memo.preparers is not None
    assert (memo.preparers.drafted, memo.preparers.typed) == ("สมมติ", "")


CERTIFIER = {"person": {"title": "นาง", "given": "สมมติ", "surname": "ถูกต้อง"}, "position": "เจ้าพนักงานธุรการ"}


def test_only_a_copy_is_certified(memo_values):
    assert refused(memo_values, certifier=CERTIFIER, copy_mark="สำเนาคู่ฉบับ").code == "certifier-without-copy"
    certifier = loaded(memo_values, certifier=CERTIFIER, copy_mark="สำเนา").certifier
    assert certifier is not None
    assert certifier.person.full_name == "นางสมมติ ถูกต้อง"


def test_urgent_by_a_time_says_by_when(memo_values):
    assert refused(memo_values, urgency="ด่วนภายใน", due_time="10.00").code == "urgency-without-date"
    memo = loaded(memo_values, urgency="ด่วนภายใน", due_date="5 สิงหาคม 2569", due_time="10.00")
    assert (memo.due_date.year, memo.due_time) == (2026, "10.00")


@pytest.mark.parametrize("due", [{"due_date": "5 สิงหาคม 2569"}, {"due_time": "10.00"}])
def test_a_day_or_time_belongs_to_that_urgency_alone(memo_values, due):
    assert refused(memo_values, urgency="ด่วนมาก", **due).code == "date-without-urgency"
