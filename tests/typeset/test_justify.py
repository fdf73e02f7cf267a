"""Slack over the gaps of a line, on glyphs of half an em."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.typeset.fonts import FACES, FALLBACK, face
from pipeline.typeset.items import Glyph
from pipeline.typeset.justify import MAX_GAP, justify_glyphs, starts_cluster

MARKS = "\u0e31\u0e48\u0e49"


def added(text: str, em: float, slack: float) -> list[float]:
    """What justification adds after each glyph."""
    glyphs = [Glyph(1, character, 0.0 if character in MARKS else em / 2) for character in text]
    opens = [starts_cluster(glyph) for glyph in glyphs]
    spread = justify_glyphs(glyphs, opens, slack, em)
    return [after.advance - before.advance for before, after in zip(glyphs, spread, strict=True)]


def test_slack_is_spread_evenly_over_the_gaps():
    extra = added("กขค", 10.0, 1.0)
    assert extra == [0.5, 0.5, 0.0]


def test_spaces_take_the_first_share():
    extra = added("ก ข", 10.0, 2.0)
    assert extra == [0.0, 2.0, 0.0]


def test_spaces_take_what_the_gaps_cannot():
    """Three gaps at their widest take 0.09 em each; the one space takes the rest of 15 pt."""
    ko, space, kho, ngo = added("ก ขง", 10.0, 15.0)
    assert (ko, kho, ngo) == pytest.approx((MAX_GAP * 10, MAX_GAP * 10, 0))
    assert space == pytest.approx(15 - 2 * MAX_GAP * 10)


def test_marks_and_sara_am_stay_on_their_consonant():
    ko, mai_ek, kho, no, mai_tho, am, ngo = added("ก่ขน้ำง", 10.0, 1.5)
    assert (ko, no, mai_tho) == (0, 0, 0), "nothing opens inside ก่ and น้ำ"
    assert (mai_ek, kho, am, ngo) == (0.5, 0.5, 0.5, 0)


def test_a_line_that_would_open_too_far_stays_ragged():
    wide = MAX_GAP * 10 * 2 + 0.1
    assert added("กขค", 10.0, wide) == [0.0, 0.0, 0.0]


@given(st.text(alphabet="กขคงจ่้ั abc", min_size=2, max_size=60), st.floats(0, 40))
def test_what_is_added_is_the_slack_or_nothing(text, slack):
    extra = added(text, 16.0, slack)
    assert sum(extra) == pytest.approx(slack) or not any(extra)
    assert extra[-1] == 0.0


def test_shaping_gives_each_glyph_the_text_it_stands_for():
    """ป ฝ ฟ take alternate marks, ญ ฐ lose their foot: the text stays the same (domain.md §4.2)."""
    for text in ["ปี่", "ผู้", "น้ำ", "ญู", "ฐุ", "ก่ำ", "ฟ้า"]:
        shaped = face("TH SarabunPSK").shape(text)
        assert "".join(glyph.text for glyph in shaped.glyphs) == text


def test_no_gap_is_as_wide_as_what_readers_take_for_a_space():
    """pypdf and pdfium read a space where a gap is wider than half the font's own."""
    thai = [key for key in FACES if key != FALLBACK]
    assert min(face(key).shape(" ").width for key in thai) / 2 > MAX_GAP
