"""What a signed field shows: who signed and when, in Thai, set as the paper is.

The looks are a page of our own as large as the field, with its fonts inside, so that an archive's rules hold
for it as for the paper.
"""

from __future__ import annotations

import datetime
import io
from dataclasses import dataclass
from typing import Any

from pyhanko.pdf_utils.content import AppearanceContent
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.stamp import TextStampStyle

from pipeline.document.lengths import Cm, Pt, cm_of, pt
from pipeline.document.style import PageStyle, ParagraphStyle, StyleSheet
from pipeline.document.tree import Document, Paragraph, Section, Text
from pipeline.render.pdf import write_pdf
from pipeline.thai.dates import long_date
from pipeline.thai.digits import DigitPolicy, apply_policy
from pipeline.typeset import typeset
from pipeline.typeset.items import Page

SIZES = tuple(map(Pt, (13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0)))
"""Type sizes, pt: the largest with which all lines fit the field."""
_LEADING = 1.25
_EDGE = Cm(0.1)
_TALL = Cm(100.0)
"""Height of the page that the lines are counted on, cm."""
BANGKOK = datetime.timezone(datetime.timedelta(hours=7))


def appearance_text(name: str, when: datetime.datetime, policy: DigitPolicy) -> tuple[str, str]:
    """The two paragraphs of a signed field; `when` has a time zone and is told in Thailand's."""
    local = when.astimezone(BANGKOK)
    date = f"วันที่ {long_date(local.date())} เวลา {local:%H.%M} น."
    return f"ลงนามอิเล็กทรอนิกส์โดย {name}", apply_policy(date, policy)


def appearance(lines: tuple[str, ...], width: Pt, height: Pt) -> bytes:
    """A PDF of one page, `width` by `height` pt, with the lines in its middle."""
    paragraphs = tuple(Paragraph((Text(line),), "line") for line in lines)
    document = Document("signature", "", (Section(paragraphs),))
    sheet = _sheet(SIZES[-1], width, height, Pt(0.0))
    for size in SIZES:
        (tall,) = typeset(document, _sheet(size, width, pt(_TALL), Pt(0.0)))
        spare = height - len(_baselines(tall)) * size * _LEADING
        if spare >= 0:
            sheet = _sheet(size, width, height, spare / 2)
            break
    return write_pdf(typeset(document, sheet)[:1], document, sheet, conformance="none")


def _baselines(page: Page) -> set[Pt]:
    return {run.y for part in page.paragraphs for run in part.runs}


def _sheet(size: Pt, width: Pt, height: Pt, top: Pt) -> StyleSheet:
    """A page as large as the field, all in pt; lines centred, `top` below its upper edge."""
    wide, high, margin = (cm_of(length) for length in (width, height, top))
    page = PageStyle(width=wide, height=high, left=_EDGE, right=_EDGE, top=margin, bottom=Cm(0.0))
    line = ParagraphStyle(size=size, leading=size * _LEADING, exact=True, align="center")
    return StyleSheet(
        name="signature", pages={"portrait": page}, paragraphs={"line": line}, characters={}, tables={}
    )


class _Looks(AppearanceContent):
    """A page of ours as the looks of a field."""

    def __init__(self, writer: Any, box: BoxConstraints, page: bytes) -> None:
        super().__init__(writer=writer, box=box)
        self._page = page

    def register(self) -> Any:
        """The page as a form XObject of the file that is being signed."""
        if self._content_xobj_ref is None:
            reader = PdfFileReader(io.BytesIO(self._page))
            self._content_xobj_ref = self._ensure_writer.import_page_as_xobject(reader)
        return self._content_xobj_ref


@dataclass(frozen=True)
class ThaiAppearance(TextStampStyle):
    """How pyHanko draws a signed field: as `appearance_text`, with the moment that the signature holds."""

    timestamp_format: str = "%Y-%m-%dT%H:%M:%S%z"
    digits: DigitPolicy = "thai"

    def create_stamp(self, writer: Any, box: BoxConstraints, text_params: dict[str, str]) -> _Looks:  # type: ignore[override]
        """The looks of a field of the size of `box`."""
        when = datetime.datetime.strptime(text_params["ts"], self.timestamp_format)
        lines = appearance_text(text_params["signer"], when, self.digits)
        return _Looks(writer, box, appearance(lines, Pt(box.width), Pt(box.height)))
