"""Official prose set by the line maker at every width: no line ends where the hand-marked text forbids it."""

import pytest
from gold import Marked, gold
from setting import FACES, FIRST_LINES, NARROW, SHEET, WIDTHS, line_ends

from pipeline.document.style import ParagraphStyle
from pipeline.thai.breaks import breaks
from pipeline.typeset.lines import ParagraphLayout

pytestmark = pytest.mark.slow  # twenty thousand lines


def faults(paragraph: Marked, width: float, style: ParagraphStyle) -> tuple[int, list[str]]:
    """How many lines end, and those that end at a place without a mark."""
    setter = ParagraphLayout(SHEET)
    allowed = paragraph.narrow if width < NARROW else paragraph.anywhere
    count, wrong = 0, []
    for first in FIRST_LINES if width >= 8 else FIRST_LINES[:1]:
        set_so = style.model_copy(update={"first_line": first})
        for at in line_ends(setter, paragraph.text, set_so, width):
            count += 1
            if at not in allowed:
                wrong.append(f"{width:.1f} cm: {paragraph.text[:at][-20:]}◆{paragraph.text[at:][:20]}")
    return count, wrong


@pytest.mark.parametrize("look", FACES)
def test_no_line_ends_outside_the_marks_of_the_hand_marked_text(look):
    """Ten thousand lines and more each way, at 66 widths from 3 to 16 cm."""
    results = [faults(paragraph, width, FACES[look]) for paragraph in gold() for width in WIDTHS]
    assert sum(count for count, _ in results) >= 10_000
    assert [one for _, wrong in results for one in wrong] == []


def test_the_marked_text_is_long_enough_and_of_both_papers():
    """4,000 characters; the agreement speaks of its parties, the memo of its office."""
    text = "".join(paragraph.text for paragraph in gold())
    assert len(text) >= 4_000
    assert "ผู้รับคำรับรองและผู้ทำคำรับรอง" in text
    assert "กลุ่มบริหารทรัพยากรบุคคล กบค. สปอ." in text


def test_the_marks_leave_a_choice():
    """A maker of lines that hardly dared to end one would pass the first test and set bad pages."""
    offered = sum(len(breaks(paragraph.text)) for paragraph in gold())
    marked = sum(len(paragraph.narrow) for paragraph in gold())
    assert offered > 0.9 * marked
