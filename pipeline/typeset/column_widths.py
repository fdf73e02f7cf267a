"""Column widths by content: a tree -> tree step before both writers, so that they agree.

Each column gets at least its widest word; what is left of the table's width goes where lines are
longest, as browsers do it (CSS 2.1 §17.5.2.2), or where the table's own widths have it.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.grid import sites
from pipeline.document.lengths import ZERO, Pt, pt, total
from pipeline.document.style import ParagraphStyle, StyleSheet
from pipeline.document.tree import Block, Document, Group, LineBreak, Paragraph, Table, Text
from pipeline.typeset.words import words

_NARROWEST = Pt(1.0)
"""What a column has at least, pt."""


def fit_columns(document: Document, sheet: StyleSheet) -> Document:
    """The document, every table that asks for it with `widths` that suit its content."""
    sections = tuple(
        replace(section, blocks=tuple(_fit_block(block, sheet) for block in section.blocks))
        for section in document.sections
    )
    return replace(document, sections=sections)


def _fit_block(block: Block, sheet: StyleSheet) -> Block:
    if isinstance(block, Group):
        return replace(block, blocks=tuple(_fit_block(inner, sheet) for inner in block.blocks))
    if isinstance(block, Table) and block.by_content and block.rows:
        widths = widened(block, sheet) if block.widths else content_widths(block, sheet)
        return replace(block, widths=_shares(widths))
    return block


def _shares(widths: tuple[Pt, ...]) -> tuple[float, ...]:
    """The widths as a tree says them: what matters is how they stand to one another."""
    return tuple(map(float, widths))


def content_widths(table: Table, sheet: StyleSheet) -> tuple[Pt, ...]:
    """The widths of the table's columns in pt, together the width of its style."""
    least, most = _extents(table, sheet)
    return _share_width(least, most, pt(sheet.tables[table.style].width))


def widened(table: Table, sheet: StyleSheet) -> tuple[Pt, ...]:
    """The table's own widths in pt, none below its widest word while others have more than they need."""
    least, _ = _extents(table, sheet)
    style = sheet.table_style(table.style, table.widths)
    wanted = [pt(column.width) for column in style.columns]
    return _share_width(least, list(map(max, wanted, least)), pt(style.width))


def _extents(table: Table, sheet: StyleSheet) -> tuple[list[Pt], list[Pt]]:
    """Of each column its widest word and its longest line, pt. Words of cells that span several widen each
    of these alike.
    """
    style = sheet.tables[table.style]
    count = sum(cell.colspan for cell in table.rows[0].cells)
    least, most = [_NARROWEST] * count, [_NARROWEST] * count
    for site in sorted(sites(table.rows), key=lambda site: site.cell.colspan):
        columns = range(site.column, site.column + site.cell.colspan)
        default = sheet.cell_paragraph(style, table.rows[site.row].kind, 0)
        for paragraph in site.cell.blocks:
            look = sheet.paragraphs[paragraph.style or default]
            pieces = [_extent(texts, look, sheet) for texts in _lines(paragraph)]
            word, line = (max(each) for each in zip(*pieces, strict=True))
            padding = 2 * pt(style.padding)
            lacking = word + padding - total(least[column] for column in columns)
            for column in columns:
                least[column] += max(lacking, ZERO) / len(columns)
                most[column] = max(most[column], least[column])
            if len(columns) == 1:
                most[site.column] = max(most[site.column], line + padding)
    return least, most


def _lines(paragraph: Paragraph) -> list[tuple[Text, ...]]:
    """Its texts between the places where it ends a line itself."""
    lines: list[list[Text]] = [[]]
    for inline in paragraph.content:
        if isinstance(inline, Text):
            lines[-1].append(inline)
        elif isinstance(inline, LineBreak):
            lines.append([])
    return [tuple(line) for line in lines]


def _extent(texts: tuple[Text, ...], look: ParagraphStyle, sheet: StyleSheet) -> tuple[Pt, Pt]:
    """Width of the widest word and of the whole text on one line, indents included, pt."""
    made = words(texts, look, sheet)
    indent = pt(look.indent + look.right)
    widest = max((word.width for word in made), default=ZERO)
    return widest + indent, total(word.width + word.space for word in made) + indent


def _share_width(least: list[Pt], most: list[Pt], width: Pt) -> tuple[Pt, ...]:
    """`width` divided so that no column is below its least while there is room."""
    if total(most) <= width:
        return tuple(width * (wanted / total(most)) for wanted in most)
    if total(least) >= width:
        return tuple(width * (needed / total(least)) for needed in least)
    spare = (width - total(least)) / (total(most) - total(least))
    return tuple(low + (high - low) * spare for low, high in zip(least, most, strict=True))
