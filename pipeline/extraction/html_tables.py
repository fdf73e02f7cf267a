"""Tables that stand in a text file as HTML, with the line of each cell."""

from __future__ import annotations

from lxml import html as lxml_html
from lxml.html import HtmlElement

from pipeline.extraction.extracted import (
    ExtractedCell,
    ExtractedParagraph,
    ExtractedRow,
    ExtractedTable,
    TextLocation,
)

MOST_SPANNED = 100
"""A cell over more columns or rows than this is read as one of that many."""


def html_table(markup: str, line: int, number: int) -> ExtractedTable:
    """The table in `markup`, which begins on `line`, as table `number` of its file."""
    root = lxml_html.fragment_fromstring(markup, create_parent="div")
    covered: set[tuple[int, int]] = set()
    rows = []
    for index, row in enumerate(root.iter("tr"), 1):
        place = TextLocation(line=_line(row, line), table=number, row=index)
        cells = tuple(_cells(row, line, place, covered))
        rows.append(ExtractedRow(cells, place, header=index == 1 or row.find("th") is not None))
    return ExtractedTable(tuple(rows), TextLocation(line=line, table=number))


def _line(element: HtmlElement, first: int) -> int:
    return first + max((element.sourceline or 1) - 1, 0)


def _cells(
    row: HtmlElement, first: int, place: TextLocation, covered: set[tuple[int, int]]
) -> list[ExtractedCell]:
    cells = []
    column = 1
    for element in row.iterchildren("td", "th"):
        while (place.row, column) in covered:
            column += 1
        colspan, rowspan = _span(element, "colspan"), _span(element, "rowspan")
        at = TextLocation(line=_line(element, first), table=place.table, row=place.row, column=column)
        covered |= {(place.row + down, column + right) for down in range(rowspan) for right in range(colspan)}
        text = " ".join(str(element.text_content()).split())
        blocks = (ExtractedParagraph(text, at),) if text else ()
        cells.append(ExtractedCell(blocks, at, colspan, rowspan))
        column += colspan
    return cells


def _span(element: HtmlElement, name: str) -> int:
    typed = str(element.get(name, "1"))
    return min(max(int(typed), 1), MOST_SPANNED) if typed.isdecimal() else 1
