"""Laws of verification: no changed digit goes unseen, and equal wording is equal whatever its dress."""

import string
from functools import cache

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from made_papers import PAPERS, found_in, made
from returned_docx import Returned

from pipeline.extraction.extracted import TextLocation
from pipeline.thai.digits import to_thai
from pipeline.verify.alignment import Item, align
from pipeline.verify.changes import Setting
from pipeline.verify.paragraphs import paragraph_differences
from pipeline.verify.wording import Wording, key

DIGITS = "0123456789"
THAI_TEXT = st.text(alphabet="กขคงจา่้ิ ำแเ.,-/()%" + DIGITS + "๐๑๒๓" + string.ascii_letters[:4], max_size=60)


@cache
def digit_places(paper: str) -> list[tuple[int, int]]:
    """Every digit of the text: number of the piece of text that holds it, and its position there.

    Numbers of pages in the contents are left out: they are fields, which Word itself counts anew.
    """
    places = []
    for number, piece in enumerate(Returned(made(paper)).body.iter(qn("w:t"))):
        paragraph = next(piece.iterancestors(qn("w:p")))
        if any("PAGEREF" in (one.text or "") for one in paragraph.iter(qn("w:instrText"))):
            continue
        places += [(number, at) for at, letter in enumerate(piece.text or "") if letter.isdigit()]
    return places


@pytest.mark.slow
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_any_single_digit_that_is_changed_is_found_where_it_stands(data) -> None:
    paper = data.draw(st.sampled_from(sorted(PAPERS)))
    number, at = data.draw(st.sampled_from(digit_places(paper)))
    step = data.draw(st.integers(1, 9))
    thai = data.draw(st.booleans())

    def change(returned: Returned) -> None:
        piece = list(returned.body.iter(qn("w:t")))[number]
        digit = str((int(piece.text[at]) + step) % 10)
        piece.text = piece.text[:at] + (to_thai(digit) if thai else digit) + piece.text[at + 1 :]

    differences = found_in(paper, change)
    assert len(differences) in (1, 2)
    assert all(one.expected or one.found for one in differences)


@given(text=THAI_TEXT)
def test_a_text_says_what_it_says_in_thai_digits_and_with_wide_spaces(text: str) -> None:
    assert key(to_thai(text).replace(" ", "\u00a0 ")) == key(text)


@given(one=THAI_TEXT, other=THAI_TEXT)
@settings(max_examples=300)
def test_two_texts_differ_if_and_only_if_they_say_something_else(one: str, other: str) -> None:
    differences = list(paragraph_differences(one, other, Setting(TextLocation())))
    assert bool(differences) == (key(one) != key(other))


@given(text=THAI_TEXT)
def test_words_stand_where_they_are_said_to_stand(text: str) -> None:
    wording = Wording(text)
    ends = 0
    for token in wording.tokens:
        assert ends <= token.start < token.end <= len(wording.text)
        ends = token.end
    outside = set(range(len(wording.text))) - {
        at for token in wording.tokens for at in range(token.start, token.end)
    }
    assert all(wording.text[at].isspace() or wording.text[at] in "._…" for at in outside)


KEYS = st.lists(st.sampled_from(["หนึ่งหนึ่งหนึ่ง", "สองสองสองสอง", "สามสามสามสาม", "สี่", "-"]), max_size=7)


@given(expected=KEYS, found=KEYS)
def test_every_item_of_both_lists_is_matched_once(expected: list[str], found: list[str]) -> None:
    left, right = ([Item(said, said, joinable=True) for said in said_list] for said_list in (expected, found))
    matches = align(left, right)
    assert sorted(at for match in matches for at in match.expected) == list(range(len(left)))
    assert sorted(at for match in matches for at in match.found) == list(range(len(right)))


@given(
    said=st.lists(st.text("กขคงจฉชซ", min_size=9, max_size=12), min_size=2, max_size=8, unique=True),
    data=st.data(),
)
def test_an_item_that_moves_is_the_only_one_that_moved(said: list[str], data) -> None:
    at, to = (data.draw(st.integers(0, len(said) - 1)) for _ in range(2))
    moved = said.copy()
    moved.insert(to, moved.pop(at))
    matches = align(*([Item(one, one) for one in each] for each in (said, moved)))
    assert all(said[match.expected[0]] == moved[match.found[0]] for match in matches)
    assert sum(match.moved for match in matches) == (0 if at == to else 1)
