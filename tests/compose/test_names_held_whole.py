"""What lines of an input's papers hold whole: its people and units, and the words of the office's lexicon."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.compose import names_of
from pipeline.compose.names import SHORT_ENOUGH
from pipeline.model.people import Person, Unit
from pipeline.model.records import Record
from pipeline.papers.build import prepare
from pipeline.thai.breaks import breaks

INPUTS = Path(__file__).resolve().parents[2] / "input"
MEMO = INPUTS / "hr-scorecard-2563"


def test_people_of_the_input_are_held_with_their_titles():
    names = names_of(prepare(MEMO).office_input)
    assert "นางสาวสุวิทย์ โฆภณ" in names.people


def _all_records(value: Any) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
        for name in type(value).model_fields:
            yield from _all_records(getattr(value, name))
    for item in value if isinstance(value, tuple) else ():
        yield from _all_records(item)


@pytest.mark.parametrize("name", ["hr-scorecard-2563", "agreement-2547", "memo-example"])
def test_no_person_or_unit_is_missed_wherever_it_stands(name):
    office_input = prepare(INPUTS / name).office_input
    names = names_of(office_input)
    for record in _all_records(office_input):
        if isinstance(record, Person):
            assert record.full_name in names.people
        if isinstance(record, Unit):
            assert record.name in names.texts or len(record.name) > SHORT_ENOUGH


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
