"""What the extraction benchmark counts as given back exactly."""

import pytest

from benchmarks.extraction import stands

TEXT = "ดำเนินการแล้ว จำนวน ๖ ครั้ง"


def test_a_text_counts_where_it_stands_to_the_letter():
    assert stands(TEXT, ["ก่อนหน้า", f"หัวตาราง\n{TEXT}\n๘๐%"])


def test_a_line_may_end_anywhere_in_it():
    assert stands(TEXT, ["ดำเนิน\nการแล้ว\nจำนวน ๖ ครั้ง"])


def test_a_text_may_go_over_a_page_end():
    assert stands(TEXT, ["ต้นหน้า ดำเนินการแล้ว\n/จำนวน…", "- ๒ -\nจำนวน ๖ ครั้ง"])


@pytest.mark.parametrize(
    "given",
    [
        "ดำเนินการแลว จำนวน ๖ ครั้ง",  # a tone mark is lost
        "ดําเนินการแล้ว จำนวน ๖ ครั้ง",  # ำ is divided
        "ดำเนินการแล้วจำนวน ๖ ครั้ง",  # a space is lost
        "ดำเนิน การแล้ว จำนวน ๖ ครั้ง",  # a space of justification has become text
        "ดำเนินการแล้ว จำนวน 6 ครั้ง",  # another digit
        "จำนวน ๖ ครั้ง\nดำเนินการแล้ว",  # another order
    ],
)
def test_anything_else_does_not_count(given):
    assert not stands(TEXT, [given])
