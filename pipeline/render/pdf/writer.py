"""Pages -> PDF, on reportlab's canvas.

The pages come finished from `typeset`; here nothing is measured. Text is written with fonts of our
own (`render.pdf.fonts`), so that it reads back exactly as it was composed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from pipeline.document.pictures import picture_files
from pipeline.document.tree import Document
from pipeline.render.pdf.fonts import EmbeddedFont
from pipeline.render.pictures import drawing
from pipeline.typeset.items import Box, GlyphRun, Leader, Page, Picture, Rule

rl_config.useA85 = 0  # binary streams: a quarter smaller, and ASCII85 in Python costs more than the page

DOT_STEP = 0.2
"""Distance between the dots of a leader, in em."""
DOT_SIZE = 0.055
"""Diameter of a leader's dot, in em."""
BEGIN_PARAGRAPH = "BT T*"
"""Begins a text object; `T*` goes to the page's foot, which shows nothing but tells a reader that
joins what stands on one height (cells of a row) that here a new paragraph begins."""


def write_pdf(pages: Sequence[Page], document: Document) -> bytes:
    """The pages as a PDF file: fonts embedded, text searchable, the same bytes for the same pages."""
    buffer = BytesIO()
    canvas = _GlyphCanvas(
        buffer, pageCompression=1, invariant=1, lang=f"{document.lang}-TH", pdfVersion=(1, 7)
    )
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.subject)
    canvas.setCreator("saraban")
    canvas.setProducer("saraban")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    fonts = _Fonts(canvas)
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        _photographs(page, canvas)
        canvas.write("\n".join(_operators(page, fonts)))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


class _GlyphCanvas(Canvas):
    """A canvas without a font of its own: no Helvetica is named in the file."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"

    _code: list[str]
    _doc: Any

    def write(self, operators: str) -> None:
        """Adds content stream operators to the page."""
        self._code.append(operators)

    def add_font(self, font: EmbeddedFont) -> None:
        """Names the font in the file; `save` writes its objects."""
        self._doc.fontMapping[font.key] = f"/{font.resource}"
        self._doc.delayedFonts.append(font)


class _Fonts:
    """The faces of one document in the order of their first use."""

    def __init__(self, canvas: _GlyphCanvas) -> None:
        self._canvas = canvas
        self._fonts: dict[str, EmbeddedFont] = {}

    def __getitem__(self, key: str) -> EmbeddedFont:
        if key not in self._fonts:
            self._fonts[key] = EmbeddedFont(key, len(self._fonts) + 1)
            self._canvas.add_font(self._fonts[key])
        return self._fonts[key]


def _photographs(page: Page, canvas: Canvas) -> None:
    """Pictures that come as PNG alone."""
    for item in page.drawn:
        if isinstance(item, Picture) and picture_files(item.name).svg is None:
            bottom = page.height - item.y - item.height
            png = str(picture_files(item.name).png)
            canvas.drawImage(png, item.x, bottom, item.width, item.height, mask="auto")


def _operators(page: Page, fonts: _Fonts) -> Iterator[str]:
    """The content stream of a page: fills, pictures, rules, then the text in reading order."""
    for item in page.drawn:
        if isinstance(item, Box):
            yield _box(item, page.height)
        elif isinstance(item, Picture) and (svg := picture_files(item.name).svg):
            yield _picture(item, svg, page.height)
        elif isinstance(item, Rule):
            yield _rule(item, page.height)
    for paragraph in page.paragraphs:
        for leader in paragraph.leaders:
            yield _leader(leader, page.height)
        if paragraph.runs:
            yield BEGIN_PARAGRAPH
            for run in paragraph.runs:
                yield _run(run, fonts, page.height)
            yield "ET"


def _box(box: Box, height: float) -> str:
    corner = f"{_n(box.x)} {_n(height - box.y - box.height)} {_n(box.width)} {_n(box.height)}"
    return f"q {_rgb(box.color)} rg {corner} re f Q"


def _rule(rule: Rule, height: float) -> str:
    ends = f"{_n(rule.x0)} {_n(height - rule.y0)} m {_n(rule.x1)} {_n(height - rule.y1)} l"
    return f"q {_rgb(rule.color)} RG 2 J {_n(rule.width)} w {ends} S Q"


def _leader(leader: Leader, height: float) -> str:
    """Round dots on a fixed grid, so that leaders below one another stand in columns."""
    step = DOT_STEP * leader.size
    first = -(-leader.x0 // step) * step + step
    last = leader.x1 - step / 2
    if last <= first:
        return ""
    ends = f"{_n(first)} {_n(height - leader.y)} m {_n(last)} {_n(height - leader.y)} l"
    return f"q 1 J {_n(DOT_SIZE * leader.size)} w [0 {_n(step)}] 0 d {ends} S Q"


def _picture(picture: Picture, svg: Path, height: float) -> str:
    operators, wide, high = drawing(svg)
    scale = f"{_n(picture.width / wide, 6)} 0 0 {_n(-picture.height / high, 6)}"
    return f"q {scale} {_n(picture.x)} {_n(height - picture.y)} cm\n{operators}\nQ"


def _run(run: GlyphRun, fonts: _Fonts, height: float) -> str:
    """A run as one TJ: codes, and the distances that are not the glyphs' own widths."""
    font = fonts[run.face]
    parts: list[str] = []
    codes: list[str] = []
    for glyph in run.glyphs:
        codes.append(f"{font.code(glyph):04X}")
        beyond = round((font.width(glyph.gid) - glyph.advance / run.size) * 1000, 1)
        if abs(beyond) >= 0.5:
            parts.append(f"<{''.join(codes)}>{_n(beyond, 1)}")
            codes = []
    if codes:
        parts.append(f"<{''.join(codes)}>")
    head = (
        f"/{font.resource} {_n(run.size)} Tf {_rgb(run.color)} rg 1 0 0 1 {_n(run.x)} {_n(height - run.y)} Tm"
    )
    return f"{head} [{''.join(parts)}] TJ"


@lru_cache(maxsize=64)
def _rgb(color: str) -> str:
    return " ".join(_n(int(color[at : at + 2], 16) / 255) for at in (0, 2, 4))


def _n(number: float, digits: int = 3) -> str:
    text = f"{number:.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
