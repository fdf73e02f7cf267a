"""Makes the pictures of docs/typesetting.md anew: `.venv/bin/python docs/images/typesetting.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image

from pipeline.compose import specimen_papers
from pipeline.papers.build import RenderOptions, build, prepare
from pipeline.resources import resource

FOLDER = Path(__file__).parent
SCALE = 110 / 72
"""110 dots an inch: as wide as a page of documentation."""
COLORS = 24
LEFT, RIGHT, FOOT = 76.0, 548.0, 57.0
"""The text area with a little white beside it, pt; below it stands the cue to the next page."""
MARGIN = 8.0
"""White above a heading and below the last line, pt."""


class Crop(NamedTuple):
    """A page of the specimen from the heading that begins so down to another, or to the last line."""

    start: str
    end: str = ""


class Spread(NamedTuple):
    """Whole pages of a paper side by side, the first being 1."""

    paper: str
    first: int
    last: int
    scale: float


CROPS = {
    "lines": Crop("๑.๑ ข้อความ", "๑.๓ การจัดแนว"),
    "marks": Crop("๑.๔ ที่ของ"),
    "glue": Crop("๑.๗ สิ่งที่"),
    "narrow": Crop("๑.๘ ข้อความ"),
    "tabs": Crop("๒.๒ รายการ"),
    "figures": Crop("๓.๔ ตัวเลข", "๓.๕ หัว"),
    "signatures": Crop("๔.๓ ลายมือชื่อ", "๔.๔ บรรทัด"),
}
SPREADS = {"repeated-headers": Spread("specimen", 6, 7, 0.85), "memo-marks": Spread("memo", 1, 2, 0.85)}


def main() -> None:
    """Builds the specimen and saves every picture beside this file."""
    prepared = prepare(resource("templates", "specimen", "specimen"))
    papers = {
        paper.id: pypdfium2.PdfDocument(build(prepared, paper, RenderOptions(formats=("pdf",))).files["pdf"])
        for paper in specimen_papers()
    }
    for name, crop in CROPS.items():
        _save(_cropped(papers["specimen"], crop), name)
    for name, spread in SPREADS.items():
        pages = [papers[spread.paper][number - 1] for number in range(spread.first, spread.last + 1)]
        _save(_side_by_side([page.render(scale=spread.scale).to_pil() for page in pages]), name)


def _cropped(pdf: pypdfium2.PdfDocument, crop: Crop) -> Image.Image:
    number, top = next(_places(pdf, crop.start))
    page = pdf[number]
    height, text = page.get_height(), page.get_textpage()
    boxes = [text.get_charbox(at) for at in range(text.count_chars())]
    last = min(bottom for _, bottom, _, upper in boxes if FOOT < bottom < upper < top) - MARGIN
    ends = [y for at, y in _places(pdf, crop.end) if at == number] if crop.end else []
    bottom = max([last, *ends])
    picture = page.render(scale=SCALE).to_pil()
    bounds = (LEFT * SCALE, (height - top - MARGIN) * SCALE, RIGHT * SCALE, (height - bottom) * SCALE)
    return picture.crop(tuple(round(bound) for bound in bounds))


def _places(pdf: pypdfium2.PdfDocument, words: str) -> Iterator[tuple[int, float]]:
    """The pages, from 0, on which the words stand in the text, and their upper edge in pt from below."""
    for number in range(len(pdf)):
        text = pdf[number].get_textpage()
        found = text.search(words).get_next()
        if found and (upper := text.get_charbox(found[0], loose=True)[3]) > FOOT:
            yield number, upper


def _side_by_side(pages: list[Image.Image]) -> Image.Image:
    size = (sum(page.width + 8 for page in pages) - 8, max(page.height for page in pages))
    made = Image.new("RGB", size, "gray")
    x = 0
    for page in pages:
        made.paste(page, (x, 0))
        x += page.width + 8
    return made


def _save(picture: Image.Image, name: str) -> None:
    small = picture.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
    small.save(FOLDER / f"typesetting-{name}.png", optimize=True)


if __name__ == "__main__":
    main()
