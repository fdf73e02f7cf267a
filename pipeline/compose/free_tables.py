"""The cells of an officer's own table as papers print them: merged, with days in Thai and sums worked out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.compose.column_alignment import column_looks
from pipeline.compose.common_names import COMMON, SUM
from pipeline.compose.placeholders import names_in
from pipeline.diagnostics import InputError, diagnose
from pipeline.model.merged_cells import Area, areas, is_merged
from pipeline.thai.dates import long_date, parse_date
from pipeline.thai.digits import to_arabic

_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4}")
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_NOTHING = frozenset({"", "-", "–"})

Fill = Callable[[str, str], str]
"""Prints the names in a text; the second is what `{sum}` prints."""


class TableCell(NamedTuple):
    """A cell with the paragraph style of its text (`""`: the table's own)."""

    text: str
    colspan: int
    rowspan: int
    look: str


class TableLine(NamedTuple):
    """A row; `kind` is `band` where one cell fills it and rows follow, as a group's title."""

    kind: str
    cells: tuple[TableCell, ...]


def table_lines(rows: Sequence[Sequence[str]], fill: Fill) -> Iterator[TableLine]:
    """The rows as they are printed. Raises `InputError` where a sum has no numbers."""
    printed = [
        [_print_cell(rows, row, column, fill) for column in range(len(cells))]
        for row, cells in enumerate(rows)
    ]
    found = list(areas(rows))
    looks = column_looks(_for_looks(rows, printed, found))
    by_row: dict[int, list[Area]] = {}
    for area in found:
        by_row.setdefault(area.row, []).append(area)
    for row, cells in enumerate(rows):
        line = [
            TableCell(
                printed[row][each.column],
                each.colspan,
                each.rowspan,
                looks[each.column] if each.colspan == 1 else "",
            )
            for each in sorted(by_row.get(row, ()))
        ]
        is_band = (
            len(line) == 1 < len(cells) == line[0].colspan and line[0].rowspan == 1 and row + 1 < len(rows)
        )
        yield TableLine("band" if is_band else "row", tuple(line))


def not_numbers(rows: Sequence[Sequence[str]], column: int) -> list[int]:
    """The rows above the last one whose cells in the column are no numbers; names in braces may print one."""
    return [
        row
        for row, text in enumerate(cells[column] for cells in rows[:-1])
        if not (is_merged(text) or names_in(text) or _figure_of(text) is not None)
    ]


def _print_cell(rows: Sequence[Sequence[str]], row: int, column: int, fill: Fill) -> str:
    text = rows[row][column]
    if is_merged(text):
        return ""
    if is_sum(text):
        above = [fill(cells[column], "") for cells in rows[:row] if not is_merged(cells[column])]
        return fill(text, _sum_of(above))
    plain = to_arabic(text).strip()
    day = parse_date(plain) if _DAY.fullmatch(plain) else None
    return long_date(day) if day else fill(text, "")


def _for_looks(
    rows: Sequence[Sequence[str]], printed: Sequence[Sequence[str]], found: Sequence[Area]
) -> list[list[str]]:
    """The texts by which columns are set: sums as printed, nothing for cells over several columns."""
    looks = [
        [made if is_merged(text) or is_sum(text) else text for text, made in zip(*both, strict=True)]
        for both in zip(rows, printed, strict=True)
    ]
    for area in found:
        if area.colspan > 1:
            looks[area.row][area.column] = ""
    return looks


def _sum_of(texts: Sequence[str]) -> str:
    """The sum, as exact as the figures; thousands are marked unless a figure of thousands has no mark."""
    figures = [_figure_of(text) for text in texts]
    if None in figures:
        raise InputError([diagnose("column-sum", typed=texts[figures.index(None)])])
    numbers = [each for each in figures if each is not None]
    total = sum(numbers, Decimal(0))
    plain = any("," not in text and abs(each) >= 1000 for text, each in zip(texts, numbers, strict=True))
    return f"{total:f}" if plain else f"{total:,f}"


def _figure_of(text: str) -> Decimal | None:
    """The number in a cell; nothing is none of a thing; `None` for any other text."""
    plain = to_arabic(text).strip()
    if plain in _NOTHING:
        return Decimal(0)
    return Decimal(plain.replace(",", "")) if _NUMBER.fullmatch(plain) else None


def is_sum(text: str) -> bool:
    """Whether a cell prints the sum of its column."""
    return "{" in text and SUM in map(COMMON.id_of, names_in(text))
