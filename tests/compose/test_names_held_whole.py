"""What lines of an input's papers hold whole: its people and units, and the words of the office's lexicon."""

from pathlib import Path

from pipeline.batch.stages import prepare
from pipeline.compose import names_of
from pipeline.thai.breaks import breaks

MEMO = Path(__file__).resolve().parents[2] / "input" / "hr-scorecard-2563"


def test_people_of_the_input_are_held_with_their_titles():
    names = names_of(prepare(MEMO).office_input)
    assert "นางสาวสุวิทย์ โฆภณ" in names.people


def test_an_offices_lexicon_counts_for_its_papers_and_for_no_others(tmp_path):
    (tmp_path / "lexicon.txt").write_text("วิสาหกิจดาวรุ่งพลังใหม่\n", encoding="utf-8")
    office_input = prepare(MEMO).office_input
    text = "ส่งเสริมวิสาหกิจดาวรุ่งพลังใหม่ให้เข้มแข็ง"
    inside = range(len("ส่งเสริม") + 1, len("ส่งเสริมวิสาหกิจดาวรุ่งพลังใหม่"))

    def ends(folder: Path | None) -> list[int]:
        return [
            place.position
            for place in breaks(text, names_of(office_input, folder))
            if place.position in inside
        ]

    assert ends(tmp_path) == []
    assert ends(None) != []
    assert ends(tmp_path) == []
