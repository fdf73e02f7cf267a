"""Where tone marks stand: low over a bare consonant, high over an upper vowel, never divided from ำ."""

import pytest

from pipeline.typeset.fonts import FACES, FALLBACK, face

CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F) if chr(code) not in "ฤฦ"]
TALL = "ปฝฟ"
TONES = "่้๊๋์"
THAI_FACES = [key for key in FACES if key != FALLBACK]


def last_glyph(key: str, text: str) -> int:
    return face(key).shape(text).glyphs[-1].gid


@pytest.mark.parametrize("key", THAI_FACES)
@pytest.mark.parametrize("below", ["", "ุ", "ู"])
def test_a_tone_mark_without_an_upper_vowel_stands_low(key, below):
    for tone in TONES:
        low = last_glyph(key, f"ม{tone}")
        high = last_glyph(key, f"มี{tone}")
        assert low != high
        stands = {c: last_glyph(key, f"{c}{below}{tone}") for c in CONSONANTS if c not in TALL}
        assert {c for c, glyph in stands.items() if glyph != low} == set()


@pytest.mark.parametrize("key", THAI_FACES)
def test_marks_step_aside_for_a_tall_consonant(key):
    for tone in TONES:
        assert last_glyph(key, f"ป{tone}") not in (last_glyph(key, f"ม{tone}"), last_glyph(key, f"มี{tone}"))


@pytest.mark.parametrize("key", THAI_FACES)
@pytest.mark.parametrize("text", ["น้ำ", "ช้ำ", "ป้ำ", "กำกับ", "คู่ฉบับ", "กตัญญู"])
def test_each_letter_is_a_glyph_of_its_own_and_sara_am_is_whole(key, text):
    assert [glyph.text for glyph in face(key).shape(text).glyphs] == list(text)
