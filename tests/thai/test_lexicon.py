"""The lexicon, ours and an office's own."""

import pytest

from pipeline.diagnostics import TemplateError
from pipeline.thai.breaks import Names, breaks
from pipeline.thai.costs import INSIDE_WORD, OFFICIAL
from pipeline.thai.lexicon import Lexicon, load_lexicon
from pipeline.thai.words import word_boundaries


def inside(text: str, word: str, lexicon: Lexicon) -> dict[str, int]:
    """What line ends cost inside `word`, by the text before them."""
    start = text.index(word)
    found = breaks(text, Names.of(lexicon=lexicon))
    ends = range(start + 1, start + len(word))
    return {text[start : place.position]: place.penalty for place in found if place.position in ends}


def test_a_word_is_divided_at_its_marks_only():
    lexicon = Lexicon("# คำของสำนักงาน\nกองทุน|ประชารัฐ¦ร่วมใจ  # ตั้งเมื่อ ๒๕๖๐\n\n")
    costs = inside("เสนอกองทุนประชารัฐร่วมใจพิจารณา", "กองทุนประชารัฐร่วมใจ", lexicon)
    assert costs == {"กองทุน": OFFICIAL, "กองทุนประชารัฐ": INSIDE_WORD}


def test_a_word_without_marks_is_never_divided():
    assert inside("เสนอกองทุนประชารัฐพิจารณา", "กองทุนประชารัฐ", Lexicon("กองทุนประชารัฐ")) == {}


def test_a_short_word_counts_only_as_a_word_of_its_own():
    """ราชการ stands inside ข้าราชการ, and is not meant there."""
    text = "ข้าราชการและงานราชการ"
    found = [(one.start, one.end) for one in Lexicon("ราชการ").find(text, word_boundaries(text))]
    assert found == [(len(text) - len("ราชการ"), len(text))]


def test_the_longest_word_at_a_place_counts():
    text = "จัดทำแผนปฏิบัติราชการแล้ว"
    found = Lexicon("ปฏิบัติราชการ\nแผนปฏิบัติราชการ").find(text, word_boundaries(text))
    assert [text[one.start : one.end] for one in found] == ["แผนปฏิบัติราชการ"]


def test_every_word_of_ours_is_in_one_piece_or_marked():
    """A remark, a mark at an edge or a doubled mark would be a slip of the file."""
    words = [line for line in load_lexicon().lines.splitlines() if line and not line.startswith("#")]
    bare = [word.replace("¦", "|").split("|") for word in words]
    assert all(all(part.strip() == part and part for part in parts) for parts in bare)
    whole = ["".join(parts) for parts in bare]
    assert sorted(whole) == sorted(set(whole)), "a word stands twice"


def test_an_office_adds_words_and_changes_ours(tmp_path):
    (tmp_path / "lexicon.txt").write_text("วิสาหกิจดาวรุ่ง\nปฏิบัติ|ราชการ\n", encoding="utf-8")
    text = "วิสาหกิจดาวรุ่งปฏิบัติราชการ"
    own = load_lexicon(tmp_path)
    assert inside(text, "วิสาหกิจดาวรุ่ง", own) == {}
    assert inside(text, "ปฏิบัติราชการ", own) == {"ปฏิบัติ": OFFICIAL}
    assert inside(text, "ปฏิบัติราชการ", load_lexicon()) == {"ปฏิบัติ": INSIDE_WORD}


def test_a_folder_without_a_lexicon_uses_ours(tmp_path):
    assert load_lexicon(tmp_path) == load_lexicon()


def test_a_lexicon_that_is_not_utf_8_is_refused_with_a_remedy(tmp_path):
    (tmp_path / "lexicon.txt").write_bytes("สำนักงาน".encode("cp874"))
    with pytest.raises(TemplateError) as refused:
        load_lexicon(tmp_path)
    assert [fault.code for fault in refused.value.diagnostics] == ["lexicon-encoding"]
