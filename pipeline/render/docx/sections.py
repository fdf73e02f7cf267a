"""Page styles -> `w:sectPr`, the headers that carry the page number, and the secrecy marks.

Word has one top margin a section, our papers two: the first page begins higher than the others, which
carry a number (`domain.md` §1.4). A header that reaches below the margin pushes the text down, in Word as in
LibreOffice. So the margin is the smaller of the two, and the header of the other pages reaches down to where
their text begins. A secrecy mark is the header's first line and the footer's only one; it ends above the
margin, and so moves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from pipeline.document.lengths import ZERO, Cm, Pt, pt, twips, twips_of_cm
from pipeline.document.style import CLASSIFICATION, PageNumber, PageStyle, StyleSheet
from pipeline.document.tree import Document
from pipeline.render.docx.fields import field
from pipeline.render.docx.flow import LayoutContext
from pipeline.render.docx.letterhead import Furniture
from pipeline.render.docx.office_elements import as_written, qname
from pipeline.render.docx.oxml import Element, part_xml, relationship_element, text_element, w
from pipeline.render.docx.paragraphs import LEAST_LINE, spacer_paragraph
from pipeline.thai.digits import DigitPolicy, apply_policy

LOWEST_FOOTER = Cm(1.25)
"""The furthest that a footer stands from the paper's foot, cm: Word's own."""
LEAST_HEADER = Pt(3.0)
"""Room for a header without text, pt: LibreOffice makes none lower than a millimetre."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a section's pages begin, pt below the paper's edge; `opening` is the document's first page.

    `edge` is where the headers start; `opening` is `None` where the section does not open the document or
    its first page is like the others. `mark` is the height of the secrecy mark, 0 without one.
    """

    page: PageStyle
    top: Pt
    opening: Pt | None
    edge: Pt
    mark: Pt = ZERO

    @property
    def margin(self) -> Pt:
        """The top margin, which the header of some pages reaches below."""
        return self.top if self.opening is None else min(self.top, self.opening)

    @property
    def below_mark(self) -> Pt:
        """Where a header goes on below its secrecy mark, pt below the paper's edge."""
        return self.edge + self.mark


def layout(page: PageStyle, *, first: bool, mark: Pt = ZERO) -> Layout:
    """The layout of a section in the style `page`; `first` says that it opens the document."""
    top = pt(page.top)
    opening = pt(page.top if page.first_top is None else page.first_top)
    hidden = page.number is not None and not page.number.on_first
    differs = first and (hidden or opening != top)
    lowest = min(top, opening) if differs else top
    number = pt(page.number.top) if page.number else lowest
    edge = pt(page.classification) if mark else max(min(number, lowest - LEAST_HEADER), ZERO)
    return Layout(page, top, opening if differs else None, edge, mark)


def mark_height(document: Document, sheet: StyleSheet) -> Pt:
    """Height of the document's secrecy mark, pt; 0 if it has none."""
    return sheet.paragraphs[CLASSIFICATION].leading if document.classification else ZERO


def header_xml(made: Layout, sheet: StyleSheet, document: Document, *, opening: bool) -> bytes:
    """The header of a section's pages, or of the document's first page (`opening`)."""
    return _header_xml(made, sheet, document.classification, document.digits, opening)


@lru_cache(maxsize=64)
def _header_xml(
    made: Layout, sheet: StyleSheet, classification: str, digits: DigitPolicy, opening: bool
) -> bytes:
    """Papers of a kind have the same headers."""
    number = made.page.number
    body = made.opening if opening and made.opening is not None else made.top
    lines = list(_marks(classification))
    if number is not None and (number.on_first or not opening):
        lines.append(_number_paragraph(number, made, body, sheet, digits))
    elif body > made.margin:
        lines.append(spacer_paragraph(body - made.below_mark, LayoutContext()))
    elif not lines:
        lines.append(spacer_paragraph(LEAST_LINE, LayoutContext()))
    return part_xml(w("hdr", *lines))


def footer_xml(document: Document) -> bytes:
    """The footer of every page of a secret document: its mark."""
    return part_xml(w("ftr", *_marks(document.classification)))


def _marks(classification: str) -> Iterator[Element]:
    if classification:
        yield w("p", w("pPr", w("pStyle", val=CLASSIFICATION)), *_text(classification))


def _number_paragraph(
    number: PageNumber, made: Layout, body: Pt, sheet: StyleSheet, digits: DigitPolicy
) -> Element:
    """`- ๒ -`: its line begins at the number's place, and the space below it reaches to the text."""
    style = sheet.paragraphs[number.style]
    below = body - pt(number.top) - style.leading if body > made.margin else ZERO
    before, after = twips(max(pt(number.top) - made.below_mark, ZERO)), twips(max(below, ZERO))
    properties = w("pPr", w("pStyle", val=number.style), w("spacing", before=before, after=after))
    left, _, right = number.format.partition("{n}")
    return w("p", properties, *_text(left), *_page_field(apply_policy("2", digits)), *_text(right))


def _text(text: str) -> Iterator[Element]:
    if text:
        yield w("r", text_element(text))


def _page_field(shown: str) -> Iterator[Element]:
    """A PAGE field without a number switch: the section's `w:pgNumType` says which digits."""
    yield from field("PAGE", w("r", text_element(shown)))


def section_properties(
    made: Layout, digits: DigitPolicy, header: str, opening: str | None, footer: str | None = None
) -> Element:
    """`w:sectPr`, its elements in the order of CT_SectPr.

    `header`, `opening` (of the first page) and `footer` (of all pages) are relationships.
    """
    page = made.page
    properties = w("sectPr", _reference("header", "default", header))
    if opening is not None:
        properties.append(_reference("header", "first", opening))
    if footer is not None:
        kinds = ("default",) if opening is None else ("default", "first")
        properties.extend(_reference("footer", kind, footer) for kind in kinds)
    properties.extend([w("type", val="nextPage"), _paper(page), _margins(made)])
    properties.extend(_number_format(digits))
    properties.append(w("cols", space=720))
    if opening is not None:
        properties.append(w("titlePg"))
    return properties


def office_section(made: Layout, digits: DigitPolicy, theirs: Furniture, *, first: bool) -> Element:
    """`w:sectPr` in the headers, footers and margins of an office; only the paper's first page differs."""
    taken = (one for one in theirs.references if first or one.get(qname("type")) != "first")
    references, margins = map(as_written, taken), as_written(theirs.margins)
    properties = w("sectPr", *references, w("type", val="nextPage"), _paper(made.page), margins)
    properties.extend(_number_format(digits))
    properties.append(w("cols", space=720))
    if first and theirs.first_differs:
        properties.append(w("titlePg"))
    return properties


def _number_format(digits: DigitPolicy) -> Iterator[Element]:
    """`w:pgNumType`, where page numbers are in Thai digits."""
    match digits:
        case "thai" | "mixed":
            yield w("pgNumType", fmt="thaiNumbers")
        case "arabic":
            return
        case _:
            assert_never(digits)


def _reference(part: str, kind: str, relation: str) -> Element:
    return relationship_element(f"{part}Reference", relation, type=kind)


def _paper(page: PageStyle) -> Element:
    size = {"w": twips_of_cm(page.width), "h": twips_of_cm(page.height)}
    return w("pgSz", **size, orient="landscape") if page.landscape else w("pgSz", **size)


def _margins(made: Layout) -> Element:
    page = made.page
    return w(
        "pgMar",
        top=twips(made.margin),
        right=twips_of_cm(page.right),
        bottom=twips_of_cm(page.bottom),
        left=twips_of_cm(page.left),
        header=twips(made.edge),
        footer=twips_of_cm(page.classification if made.mark else min(page.bottom / 2, LOWEST_FOOTER)),
        gutter=0,
    )
