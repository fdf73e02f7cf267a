"""Marked text set by the line maker: where its lines end."""

from collections.abc import Iterator
from itertools import accumulate

from pipeline.document.lengths import pt
from pipeline.document.sheets import load_sheet
from pipeline.document.style import ParagraphStyle
from pipeline.document.tree import Paragraph, Text
from pipeline.typeset.lines import ParagraphLayout

NARROW = 6.0
"""A column narrower than this, cm, is a cell; the text has marks `¦` for it."""
WIDTHS = [3 + 0.2 * step for step in range(66)]
"""3 to 16 cm."""
FIRST_LINES = (0.0, 2.5)
"""Where the first line starts, cm, in columns of at least 8 cm."""
SHEET = load_sheet("memo")
BODY = SHEET.paragraphs["body"]
FACES = {"justified": BODY, "ragged": BODY.model_copy(update={"align": "left"})}


def line_ends(setter: ParagraphLayout, text: str, style: ParagraphStyle, width: float) -> Iterator[int]:
    """The positions in `text` where its lines end, but for the last."""
    made = setter.set(Paragraph((Text(text),)), style, pt(width), 0)
    lengths = [sum(len(run.text) for run in line.runs) for line in made.lines]
    assert sum(lengths) == len(text), "the lines do not say the text"
    return accumulate(lengths[:-1])
