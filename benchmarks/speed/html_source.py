"""A document tree as HTML for WeasyPrint: the same words, tables and looks as far as CSS has them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pipeline.document.style import StyleSheet
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
from pipeline.resources import resource


def html_source(document: Document, sheet: StyleSheet) -> str:
    """The whole paper with its style sheet; pictures are left out on both sides of the comparison's clock."""
    blocks = (block for section in document.sections for block in _blocks(section.blocks))
    return f"<html lang='th'><style>{_css(document, sheet)}</style>{''.join(blocks)}</html>"


def _css(document: Document, sheet: StyleSheet) -> str:
    page = sheet.pages[document.sections[0].page]
    faces = "".join(
        f"@font-face {{font-family: '{sheet.font}'; font-weight: {weight}; src: url('{uri}')}}"
        for weight, uri in (
            ("normal", resource("fonts", "THSarabun-Regular.ttf").as_uri()),
            ("bold", resource("fonts", "THSarabun-Bold.ttf").as_uri()),
        )
    )
    looks = "".join(
        f".p-{name} {{font-size: {style.size}pt; line-height: {style.leading}pt; text-align: {style.align};"
        f"font-weight: {'bold' if style.bold else 'normal'}; text-indent: {max(style.first_line, 0)}cm;"
        f"margin: {style.before}pt 0 {style.after}pt {style.indent}cm}}"
        for name, style in sheet.paragraphs.items()
    )
    return (
        f"{faces} @page {{size: {page.width}cm {page.height}cm; margin: {page.top}cm {page.right}cm"
        f" {page.bottom}cm {page.left}cm}} body {{font: 16pt '{sheet.font}'; margin: 0}}"
        f"table {{border-collapse: collapse; table-layout: fixed; width: 100%}} td, th {{border: 0.5pt solid;"
        f"vertical-align: top; font-weight: normal}} {looks}"
    )


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Group | Frame):
            yield from _blocks(block.blocks)
        elif isinstance(block, Paragraph):
            yield f"<p class='p-{block.style}'>{_text(block)}</p>"
        elif isinstance(block, Table):
            yield _table(block)
        elif isinstance(block, PageBreak):
            yield "<div style='break-before: page'></div>"
        elif not isinstance(block, Image):
            yield from (f"<p class='p-{entry.style}'>{_text(entry)}</p>" for entry in block.entries)


def _text(paragraph: Paragraph) -> str:
    marker = "".join(text.text for text in paragraph.marker)
    content = "".join(part.text if isinstance(part, Text) else " " for part in paragraph.content)
    return escape(f"{marker} {content}".strip())


def _table(table: Table) -> str:
    header = "".join(_row(row) for row in table.rows if row.kind == "header")
    body = "".join(_row(row) for row in table.rows if row.kind != "header")
    return f"<table><thead>{header}</thead><tbody>{body}</tbody></table>"


def _row(row: Row) -> str:
    cells = (
        f"<td colspan={cell.colspan} rowspan={cell.rowspan}>{'<br>'.join(map(_text, cell.blocks))}</td>"
        for cell in row.cells
    )
    return f"<tr>{''.join(cells)}</tr>"
