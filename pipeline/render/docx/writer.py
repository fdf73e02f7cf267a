"""Writes a document with its style sheet as the bytes of a DOCX."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, assert_never

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from pipeline.document.charts import chart_text
from pipeline.document.lengths import ZERO, pt
from pipeline.document.lists import with_lists
from pipeline.document.style import StyleSheet
from pipeline.document.text import paragraphs
from pipeline.document.tree import Chart, Contents, Document, Image, LineBreak, Paragraph, Section, Table
from pipeline.render.docx.contents import add_bookmark, contents_element
from pipeline.render.docx.flow import LayoutContext, Placed, Spacer, add_space, flow
from pipeline.render.docx.fonts import EmbeddedFace, embedded_faces, font_table_xml
from pipeline.render.docx.letterhead import Letterhead
from pipeline.render.docx.no_break import Column
from pipeline.render.docx.numbering import numbering_xml
from pipeline.render.docx.office_elements import as_written
from pipeline.render.docx.oxml import Element, markup, raw_element, w
from pipeline.render.docx.package import DocxPackage, Part
from pipeline.render.docx.paragraphs import paragraph_element, picture_paragraph, spacer_paragraph
from pipeline.render.docx.pictures import Picture, chart_drawing, draw_chart, drawing, picture_of
from pipeline.render.docx.properties import app_xml, core_xml, custom_xml
from pipeline.render.docx.record import add_record
from pipeline.render.docx.sections import (
    footer_xml,
    header_xml,
    layout,
    mark_height,
    office_section,
    section_properties,
)
from pipeline.render.docx.settings import settings_xml
from pipeline.render.docx.styles import styles_xml
from pipeline.render.docx.table_writer import table_element
from pipeline.render.docx.theme import theme_xml
from pipeline.typeset.charts import set_chart
from pipeline.typeset.flow import PICTURE_SPACE
from pipeline.typeset.lines import ParagraphLayout

if TYPE_CHECKING:
    from pipeline.document.reference import Reference

SVG = "image/svg+xml"
ODTTF = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


def write_docx(
    document: Document,
    sheet: StyleSheet,
    faces: Sequence[EmbeddedFace] | None = None,
    data: bytes | None = None,
    reference: Reference | None = None,
) -> bytes:
    """The document in the looks of `sheet` as a DOCX: the same bytes for the same document.

    `faces` are the fonts that travel inside the file: those in use where it is `None`, none where it is
    empty. `data` (JSON) rides inside as a custom XML part. `reference` is an office's Word file whose headers
    and footers stand in place of ours, unless the paper is secret and must bear its mark. A character that
    XML cannot hold (a control character) raises `ValueError`: no markup has one.
    """
    embedded = embedded_faces(document, sheet) if faces is None else faces
    writer = _Writer(document, sheet, reference)
    if data is not None:
        add_record(writer.package, data)
    return writer.write_file(embedded)


class _Writer:
    """One file in the making: its package, and what in it must be told apart by number."""

    def __init__(self, document: Document, sheet: StyleSheet, reference: Reference | None) -> None:
        self.document, self._lists = with_lists(document, sheet)
        self.sheet = sheet
        self.package = DocxPackage()
        taken = reference and reference.furnished and not document.classification
        self.letterhead = Letterhead(reference, self.package) if reference and taken else None
        self._headers: dict[bytes, str] = {}
        self._mark_footer = ""
        self._pictures: dict[tuple[str, bytes], tuple[str, str]] = {}
        self._drawings = count(1)

    def write_file(self, faces: Sequence[EmbeddedFace]) -> bytes:
        """The whole file."""
        self._furnish(faces)
        body = w("body")
        for number, section in enumerate(self.document.sections):
            last = number == len(self.document.sections) - 1
            self._section(body, section, first=number == 0, last=last)
        brought = map(as_written, self.letterhead.styles.styles_in_use()) if self.letterhead else ()
        styles = Part("/word/styles.xml", CT.WML_STYLES, styles_xml(self.sheet, brought))
        self.package.relate(styles, RT.STYLES)
        return self.package.pack(body)

    def _furnish(self, faces: Sequence[EmbeddedFace]) -> None:
        """The parts beside the document itself."""
        package = self.package
        paired = self.letterhead is not None and self.letterhead.even_and_odd
        ends = any(LineBreak() in paragraph.content for paragraph in paragraphs(self.document))
        settings = settings_xml(fonts_embedded=bool(faces), even_and_odd=paired, line_ends=ends)
        package.relate(Part("/word/settings.xml", CT.WML_SETTINGS, settings), RT.SETTINGS)
        theme = Part(
            "/word/theme/theme1.xml", CT.OFC_THEME, theme_xml(self.sheet.word_font or self.sheet.font)
        )
        package.relate(theme, RT.THEME)
        self._font_table(faces)
        if self._lists:
            numbering = Part("/word/numbering.xml", CT.WML_NUMBERING, numbering_xml(self._lists, self.sheet))
            package.relate(numbering, RT.NUMBERING)
        self._properties()

    def _properties(self) -> None:
        """What the file says of itself."""
        package, document = self.package, self.document
        core = Part("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, core_xml(document))
        package.describe(core, RT.CORE_PROPERTIES)
        app = Part("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, app_xml(document))
        package.describe(app, RT.EXTENDED_PROPERTIES)
        if custom := custom_xml(document):
            part = Part("/docProps/custom.xml", CT.OFC_CUSTOM_PROPERTIES, custom)
            package.describe(part, RT.CUSTOM_PROPERTIES)

    def _font_table(self, faces: Sequence[EmbeddedFace]) -> None:
        table = font_table_xml(self.sheet.word_font or self.sheet.font, tuple(faces))
        part = Part("/word/fontTable.xml", CT.WML_FONT_TABLE, table)
        for number, face in enumerate(faces, 1):
            font = Part(f"/word/fonts/font{number}.odttf", ODTTF, face.odttf)
            part.relate(font, RT.FONT, f"rId{number}")
        self.package.relate(part, RT.FONT_TABLE)

    def _section(self, body: Element, section: Section, *, first: bool, last: bool) -> None:
        """A section's blocks; its properties stand in its last paragraph, the last section's in the body."""
        document, sheet = self.document, self.sheet
        page = sheet.pages[section.page]
        column = Column(sheet, document.names, pt(page.measure))
        *items, end = flow(section.blocks, sheet)
        body.extend(self._place_item(item, column) for item in items)
        body.append(self._place_item(end, column, changes=not last))
        made = layout(page, first=first, mark=mark_height(document, sheet))
        theirs = self.letterhead.furniture(landscape=page.landscape) if self.letterhead else None
        if theirs:
            properties = office_section(made, document.digits, theirs, first=first)
            (body if last else body[-1][0]).append(properties)
            return
        header = self._header(header_xml(made, sheet, document, opening=False))
        opening = None
        if made.opening is not None:
            opening = self._header(header_xml(made, sheet, document, opening=True))
        footer = self._footer(footer_xml(document)) if document.classification else None
        properties = section_properties(made, document.digits, header, opening, footer)
        (body if last else body[-1][0]).append(properties)

    def _header(self, blob: bytes) -> str:
        """The relationship of a header; sections with the same header share one part."""
        if blob not in self._headers:
            part = Part(f"/word/header{len(self._headers) + 1}.xml", CT.WML_HEADER, blob)
            self._headers[blob] = self.package.relate(part, RT.HEADER)
        return self._headers[blob]

    def _footer(self, blob: bytes) -> str:
        """The relationship of the footer, one part for all sections."""
        if not self._mark_footer:
            part = Part("/word/footer1.xml", CT.WML_FOOTER, blob)
            self._mark_footer = self.package.relate(part, RT.FOOTER)
        return self._mark_footer

    def _place_item(self, placed: Placed, column: Column, *, changes: bool = False) -> Element:
        """What stands in its place; `changes`: the element has more to come."""
        item, around = placed.item, placed.around
        beside = tuple(self._drawing(image) for image in around.beside)
        if isinstance(item, Paragraph):
            column = _column_of(around, column)
            if changes or beside:
                return _paragraph(item, around, column, beside)
            return raw_element(_write_paragraph(item, around, column.narrow_to(item)))
        if isinstance(item, Table):
            return table_element(item, around, column, beside)
        if isinstance(item, Contents):
            return contents_element(item, around, column, beside)
        if isinstance(item, Spacer):
            return spacer_paragraph(item.height, around, beside)
        if isinstance(item, Image | Chart):
            return self._place_picture(item, around, column, beside)
        assert_never(item)

    def _place_picture(
        self, item: Image | Chart, around: LayoutContext, column: Column, beside: tuple[Element, ...]
    ) -> Element:
        """A picture of the assets or a chart on a line of its own."""
        if isinstance(item, Image):
            if item.data:
                around = add_space(around, before=PICTURE_SPACE, after=ZERO)
            return picture_paragraph((*beside, self._drawing(item)), item.align, around)
        space = self.sheet.charts[item.style]
        around = add_space(around, before=space.before, after=space.after)
        return picture_paragraph((*beside, self._chart(item, column)), "left", around)

    def _chart(self, chart: Chart, column: Column) -> Element:
        """A chart as a picture of its own."""
        placed = set_chart(chart, ParagraphLayout(self.sheet, self.document.names), column.width)
        number = next(self._drawings)
        png = self._image(f"/word/media/chart{number}.png", CT.PNG, draw_chart(placed))
        return chart_drawing(placed, chart_text(chart), number, png)

    def _drawing(self, image: Image) -> Element:
        """A picture of the assets; its files go into the package once."""
        key = image.name, image.data
        if key not in self._pictures:
            self._pictures[key] = self._picture(picture_of(image))
        return drawing(image, next(self._drawings), *self._pictures[key])

    def _picture(self, files: Picture) -> tuple[str, str]:
        """The relationships of a picture's pixels and of its SVG, `""` where there is none."""
        stem = f"/word/media/image{len(self._pictures) + 1}"
        svg = self._image(f"{stem}.svg", SVG, files.svg) if files.svg else ""
        if files.jpeg:
            return self._image(f"{stem}.jpeg", CT.JPEG, files.pixels), svg
        return self._image(f"{stem}.png", CT.PNG, files.pixels), svg

    def _image(self, name: str, content_type: str, blob: bytes) -> str:
        return self.package.relate(Part(name, content_type, blob), RT.IMAGE)


def _column_of(around: LayoutContext, column: Column) -> Column:
    """The frame that a paragraph stands in, or the column of the page."""
    if not around.frame:
        return column
    return column._replace(width=pt(column.sheet.frames[around.frame].width))


@lru_cache(maxsize=4_096)
def _write_paragraph(paragraph: Paragraph, around: LayoutContext, column: Column) -> str:
    """A paragraph as written: papers share many."""
    return markup(_paragraph(paragraph, around, column, ()))


def _paragraph(
    paragraph: Paragraph, around: LayoutContext, column: Column, drawings: tuple[Element, ...]
) -> Element:
    made = paragraph_element(paragraph, paragraph.style, around, column, drawings)
    return add_bookmark(paragraph, made) if paragraph.anchor else made
