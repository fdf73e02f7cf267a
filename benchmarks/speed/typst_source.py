"""A document tree as Typst source: the same words, tables and looks as far as Typst has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.document.style import ParagraphStyle, StyleSheet
from pipeline.document.tree import (
    Block,
    Document,
    Frame,
    Group,
    Image,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Text,
)

_SPECIAL = re.compile(r"([\\#$*_`<>@\[\]~=/-])")
_ALIGN = {"left": "left", "right": "right", "center": "center", "justify": "left"}


def typst_source(document: Document, sheet: StyleSheet) -> str:
    """The whole paper; pictures are left out on both sides of the comparison's clock."""
    page = sheet.pages[document.sections[0].page]
    head = (
        f"#set page(width: {page.width}cm, height: {page.height}cm, margin: (left: {page.left}cm, right: "
        f"{page.right}cm, top: {page.top}cm, bottom: {page.bottom}cm))\n"
        f'#set text(font: ("{sheet.font}", "DejaVu Sans"), size: 16pt, lang: "th")\n'
        "#set par(leading: 5pt, spacing: 5pt)\n"
    )
    blocks = (block for section in document.sections for block in _blocks(section.blocks, sheet))
    return head + "\n".join(blocks)


def _blocks(blocks: tuple[Block, ...], sheet: StyleSheet) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Group | Frame):
            yield from _blocks(block.blocks, sheet)
        elif isinstance(block, Paragraph):
            yield _paragraph(block, sheet.paragraphs[block.style])
        elif isinstance(block, Table):
            yield _table(block, sheet)
        elif isinstance(block, PageBreak):
            yield "#pagebreak()"
        elif not isinstance(block, Image):
            yield from (_paragraph(entry, sheet.paragraphs[entry.style]) for entry in block.entries)


def _paragraph(paragraph: Paragraph, style: ParagraphStyle) -> str:
    weight = ' #set text(weight: "bold");' if style.bold else ""
    align = f"#set align({_ALIGN[style.align]});"
    justify = "true" if style.align == "justify" else "false"
    indent = f"first-line-indent: (amount: {max(style.first_line, 0)}cm, all: true)"
    return (
        f"#block[#set text(size: {style.size}pt);{weight} {align} #set par(justify: {justify}, {indent});"
        f" {_text(paragraph)}]"
    )


def _text(paragraph: Paragraph) -> str:
    marker = "".join(text.text for text in paragraph.marker)
    content = "".join(part.text if isinstance(part, Text) else " " for part in paragraph.content)
    return _SPECIAL.sub(r"\\\1", f"{marker} {content}".strip())


def _table(table: Table, sheet: StyleSheet) -> str:
    style = sheet.table_style(table.style, table.widths)
    widths = ", ".join(f"{column.width}cm" for column in style.columns)
    header = [row for row in table.rows if row.kind == "header"]
    rows = [row for row in table.rows if row.kind != "header"]
    cells = "".join(_row(row) for row in rows)
    repeated = f"table.header({''.join(_row(row) for row in header)})," if header else ""
    return f"#table(columns: ({widths},), stroke: {style.border}pt, {repeated}\n{cells})"


def _row(row: Row) -> str:
    cells = (
        f"table.cell(colspan: {cell.colspan}, rowspan: {cell.rowspan})"
        f"[{' #linebreak() '.join(_text(paragraph) for paragraph in cell.blocks)}],"
        for cell in row.cells
    )
    return "".join(cells) + "\n"
