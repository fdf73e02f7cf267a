"""Official prose of other fields than the seed papers': how seldom a line ends where none should."""

from pathlib import Path
from typing import NamedTuple

import pytest
from gold import Marked, gold
from setting import FACES, SHEET, WIDTHS, line_ends

from pipeline.thai.breaks import breaks
from pipeline.thai.costs import LAST_RESORT
from pipeline.typeset.lines import ParagraphLayout

HERE = Path(__file__).parent
SEEN = gold(HERE / "held_out_breaks.txt")
"""Prose that the program was mended by, cause by cause."""
UNTOUCHED = gold(HERE / "untouched_breaks.txt")
"""Prose that no rule and no word is made from."""
MEASURED = {"justified": 29, "ragged": 17}
"""Line ends at no mark in it, of 4,718 and 4,817."""


class Ends(NamedTuple):
    """Line ends, and those at no mark, neither | nor ¦."""

    count: int
    wrong: list[str]


def ends(paragraphs: list[Marked], look: str, widths: list[float]) -> Ends:
    """The text set at each width, cm."""
    style = FACES[look].model_copy(update={"first_line": 0.0})
    setter = ParagraphLayout(SHEET)
    count, wrong = 0, []
    for paragraph in paragraphs:
        for width in widths:
            for at in line_ends(setter, paragraph.text, style, width):
                count += 1
                if at not in paragraph.narrow:
                    wrong.append(f"{width:.1f} cm: {paragraph.text[:at][-20:]}◆{paragraph.text[at:][:20]}")
    return Ends(count, wrong)


@pytest.mark.parametrize("look", FACES)
def test_prose_that_the_program_was_mended_by_is_divided_at_marks(look):
    """One place of 13,000 letters is left: ขนม|อบ is read as ขน|มอบ, which moves a line end to ระยะ|เวลา."""
    found = ends(SEEN, look, WIDTHS[::3])
    assert found.count > 5_000
    assert [place for place in found.wrong if "ระยะ◆เวลา" not in place] == []


@pytest.mark.parametrize("look", FACES)
def test_prose_that_nothing_is_tuned_on_is_hardly_divided_elsewhere(look):
    """What is left are names and foreign words; it was 33 and 20 when the program first saw the text."""
    found = ends(UNTOUCHED, look, WIDTHS)
    assert found.count > 4_000
    assert len(found.wrong) <= MEASURED[look], found.wrong


def test_most_places_where_a_typist_ends_a_line_are_open():
    """A maker of lines that dared to end few would make them loose: four of five are offered freely."""
    for paragraphs in (SEEN, UNTOUCHED):
        marked = offered = 0
        for paragraph in paragraphs:
            free = {place.position for place in breaks(paragraph.text) if place.penalty < LAST_RESORT}
            marked += len(paragraph.anywhere)
            offered += len(paragraph.anywhere & free)
        assert offered > 0.8 * marked


def test_the_texts_are_long_enough():
    assert sum(len(paragraph.text) for paragraph in SEEN) >= 6_000
    assert sum(len(paragraph.text) for paragraph in UNTOUCHED) >= 3_000
