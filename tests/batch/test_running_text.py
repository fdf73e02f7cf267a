"""The text of pages as it runs on: nothing but a page's own number and its own cue is left out."""

import pytest

from pipeline.verify.running_text import running_text

PAGES = (("บันทึกข้อความ", "ตามที่สำนักงาน", "/ได้รับอนุมัติ…"), ("- ๒ -", "ได้รับ อนุมัติแล้ว", "นั้น"))


def test_lines_and_pages_may_end_anywhere() -> None:
    elsewhere = (("บันทึกข้อความ", "ตามที่", "สำนักงานได้รับ", "/อนุมัติ…"), ("- 2 -", "อนุมัติแล้วนั้น"))
    assert running_text(PAGES) == running_text(elsewhere) == "บันทึกข้อความตามที่สำนักงานได้รับอนุมัติแล้วนั้น"


@pytest.mark.parametrize(
    ("page", "line", "other"),
    [
        (0, 2, "/ไม่ได้รับอนุมัติ…"),
        (0, 2, "/ได้รับอนุมัติ"),
        (1, 0, "- ๓ -"),
        (1, 0, "- ๒ - ไม่"),
        (1, 2, "/ได้รับ…"),
        (1, 1, "ไม่ได้รับ อนุมัติแล้ว"),
    ],
)
def test_what_only_looks_like_a_number_or_a_cue_is_text(page: int, line: int, other: str) -> None:
    changed = [list(lines) for lines in PAGES]
    changed[page][line] = other
    assert running_text(changed) != running_text(PAGES)


def test_a_number_that_is_not_above_the_page_is_text() -> None:
    assert running_text((("ก",), ("- ๒ -", "ข", "- ๒ -"))) == "กข-๒-"


def test_pages_without_text_have_none() -> None:
    assert running_text(()) == running_text(((), ())) == ""
