"""Slack over the gaps of a line, on glyphs of half an em."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.typeset.fonts import ShapedGlyph, face
from pipeline.typeset.justify import MAX_GAP, extra_advances


def glyphs(text: str) -> list[ShapedGlyph]:
    marks = "\u0e31\u0e48\u0e49"
    return [ShapedGlyph(1, c, 0.0 if c in marks else 0.5, 0.0, 0.0) for c in text]


def test_slack_is_spread_evenly_over_the_gaps():
    extra = extra_advances(glyphs("กขค"), [10.0] * 3, 1.0)
    assert extra == [0.5, 0.5, 0.0]


def test_spaces_take_the_first_share():
    extra = extra_advances(glyphs("ก ข"), [10.0] * 3, 2.0)
    assert extra == [0.0, 2.0, 0.0]


def test_marks_and_sara_am_stay_on_their_consonant():
    ko, mai_ek, kho, no, mai_tho, am, ngo = extra_advances(glyphs("ก่ขน้ำง"), [10.0] * 7, 1.5)
    assert (ko, no, mai_tho) == (0, 0, 0), "nothing opens inside ก่ and น้ำ"
    assert (mai_ek, kho, am, ngo) == (0.5, 0.5, 0.5, 0)


def test_a_line_that_would_open_too_far_stays_ragged():
    wide = MAX_GAP * 10 * 2 + 0.1
    assert extra_advances(glyphs("กขค"), [10.0] * 3, wide) == [0.0, 0.0, 0.0]


@given(st.text(alphabet="กขคงจ่้ั abc", min_size=2, max_size=60), st.floats(0, 40))
def test_what_is_added_is_the_slack_or_nothing(text, slack):
    extra = extra_advances(glyphs(text), [16.0] * len(text), slack)
    assert sum(extra) == pytest.approx(slack) or not any(extra)
    assert extra[-1] == 0.0


def test_shaping_gives_each_glyph_the_text_it_stands_for():
    """ป ฝ ฟ take alternate marks, ญ ฐ lose their foot: the text stays the same (domain.md §4.2)."""
    for text in ["ปี่", "ผู้", "น้ำ", "ญู", "ฐุ", "ก่ำ", "ฟ้า"]:
        shaped = face("TH SarabunPSK").shape(text)
        assert "".join(glyph.text for glyph in shaped.glyphs) == text
