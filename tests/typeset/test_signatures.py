"""Where people sign: above their names, in the room that the paper leaves, over nothing that is printed."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document.lengths import PT_PER_CM, pt
from pipeline.document.tree import Cell, Document, Field, Group, Paragraph, Row, Section, Tab, Table, Text
from pipeline.typeset import typeset
from pipeline.typeset.fonts import FACES

BLANK = Paragraph((), "signature")


def name(role, style="signature", words="(นางสาวอักษรา ตัวบรรจง)"):
    return Paragraph((Text(words),), style, signature=Field(role, f"ลายมือชื่อ {role}"))


def body(words="คำ " * 90):
    return Paragraph((Text(words),), "plain")


def pages_of(sheet, *blocks):
    return typeset(Document("memo", "t", (Section(blocks),)), sheet)


def places(sheet, *blocks):
    return [place for page in pages_of(sheet, *blocks) for place in page.signatures]


def test_the_place_is_above_the_name_and_centred_on_it(sheet):
    (page,) = pages_of(sheet, body(), BLANK, BLANK, BLANK, name("proposer"))
    (place,) = page.signatures
    run = page.paragraphs[-1].runs[0]
    assert (place.role, place.title) == ("proposer", "ลายมือชื่อ proposer")
    assert place.x + place.width / 2 == pytest.approx(run.x + run.width / 2)
    assert place.width == pytest.approx(7 * PT_PER_CM)
    assert place.y + place.height == pytest.approx(run.y - FACES[run.face].ascent * run.size)
    assert place.height == pytest.approx(2 * PT_PER_CM)


@pytest.mark.parametrize("blanks", [1, 2])
def test_the_place_is_as_high_as_the_lines_left_blank(sheet, blanks):
    (place,) = places(sheet, body(), *[BLANK] * blanks, name("proposer"))
    leading = sheet.paragraphs["signature"].leading
    assert place.height == pytest.approx(blanks * leading, abs=leading / 4)


def test_where_no_line_is_blank_the_signature_has_no_looks(sheet):
    (place,) = places(sheet, body(), name("proposer", "plain", "คำ " * 15))
    assert (place.role, place.x, place.y, place.width, place.height) == ("proposer", 0, 0, 0, 0)


def test_two_who_sign_side_by_side_have_places_side_by_side_on_their_dotted_lines(sheet):
    line = Paragraph((Tab(),), "field")
    cells = tuple(Cell((BLANK, line, name(role, "cell-header"))) for role in ("receiver", "maker"))
    (page,) = pages_of(sheet, body(), Table((Row(cells),), "two"))
    left, right = page.signatures
    assert (left.role, right.role) == ("receiver", "maker")
    assert left.x + left.width <= right.x
    dots = {part.leaders[0].y for part in page.paragraphs if part.leaders}
    assert left.y + left.height == pytest.approx(dots.pop())
    assert left.y == pytest.approx(right.y)


def test_places_stand_on_the_page_of_their_name_in_reading_order(sheet):
    block = [Group((BLANK, BLANK, BLANK, name(f"endorser-{n}")), "x") for n in range(12)]
    pages = pages_of(sheet, *block)
    assert [place.role for page in pages for place in page.signatures] == [f"endorser-{n}" for n in range(12)]
    assert len(pages) > 1
    for page in pages:
        for above, below in pairwise(page.signatures):
            assert above.y + above.height <= below.y


@given(blanks=st.integers(0, 6), words=st.integers(1, 60), indent=st.sampled_from(["plain", "signature"]))
def test_no_place_covers_anything_that_is_printed(sheet, blanks, words, indent):
    (page,) = pages_of(sheet, body(), *[BLANK] * blanks, name("proposer", indent, "ชื่อ " * words))
    (place,) = page.signatures
    for run in (run for part in page.paragraphs for run in part.runs):
        face = FACES[run.face]
        apart = run.x >= place.x + place.width or run.x + run.width <= place.x
        above = run.y + face.descent * run.size <= place.y + 0.01
        below = run.y - face.ascent * run.size >= place.y + place.height - 0.01
        assert apart or above or below or not place.height
    assert place.x >= pt(3) - 0.01 or not place.height


def test_the_same_text_without_signers_is_set_the_same(sheet):
    blocks = (body(), BLANK, BLANK, name("proposer"))
    bare = (*blocks[:-1], replace(blocks[-1], signature=None))
    signed, unsigned = pages_of(sheet, *blocks), pages_of(sheet, *bare)
    assert tuple(replace(page, signatures=()) for page in signed) == unsigned
