"""Which columns of a sheet are written, under which title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from openpyxl.utils import get_column_letter, quote_sheetname

from pipeline.diagnostics import InputError, diagnose
from pipeline.workbook.filling import Filled, FilledForm, FilledTable, Row
from pipeline.workbook.headings import MORE_CELLS, headings_of
from pipeline.workbook.last_columns import column_of_last
from pipeline.workbook.layout import AnySheet, Table
from pipeline.workbook.levels import Levels
from pipeline.workbook.rows import FIRST_ROW, LAST_ROW
from pipeline.workbook.sheet_columns import Column


@dataclass(frozen=True, slots=True)
class Shown:
    """A sheet as it is written: its columns, and its rows with a cell for each of them at most."""

    filled: Filled
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()

    @property
    def of(self) -> AnySheet:
        """The sheet of the layout."""
        return self.filled.form if isinstance(self.filled, FilledForm) else self.filled.sheet


def shown(filled: Filled, levels: Levels) -> Shown:
    """The sheet without columns that its data do not need. Raises `InputError` for a table in prose that is
    too wide.
    """
    if isinstance(filled, FilledForm):
        return Shown(filled, headings_of(filled.form))
    headings = headings_of(filled.sheet)
    kept = list(_kept(headings, filled, levels))
    columns = [_titled(headings[n], levels) for n in kept]
    rows = [[_cell(row, n) for n in kept] for row in filled.rows]
    for position in reversed(range(len(kept))):
        lasts = [_last(filled, row, kept[position]) for row in range(len(rows))]
        if any(lasts):
            columns.insert(position + 1, column_of_last(columns[position]))
            for row, last in zip(rows, lasts, strict=True):
                row.insert(position + 1, last)
    return Shown(filled, tuple(columns), tuple(map(tuple, rows)))


def _last(filled: FilledTable, row: int, n: int) -> str:
    """What a cell held last round, where that is not what it holds now."""
    last = filled.last[row].get(n, "") if filled.last else ""
    return "" if last == _cell(filled.rows[row], n) else last


def _titled(column: Column, levels: Levels) -> Column:
    return replace(
        column, title=levels.titled(column), required=column.required and levels.is_expected(column)
    )


def _cell(row: Row, n: int) -> str:
    return row[n] if n < len(row) else ""


def _kept(headings: Sequence[Column], filled: FilledTable, levels: Levels) -> Iterator[int]:
    """The places of the columns to write: a seldom one where it is filled in, now or last round."""
    of_last = {n for cells in filled.last for n in cells}
    filled_in = {n for row in filled.rows for n, text in enumerate(row) if text}
    highest: dict[tuple[str | int, ...], int] = {}
    for n in filled_in & set(range(len(headings))):
        whole = headings[n].path[:-1]
        highest[whole] = max(highest.get(whole, 0), headings[n].level)
    end = len(headings) if isinstance(filled.sheet, Table) else _end_of_prose(headings, filled)
    for n, column in enumerate(headings[:end]):
        asked = levels.most if levels.most >= column.least else 0
        if column.level > max(asked, highest.get(column.path[:-1], 0)):
            continue
        if not column.seldom or n in filled_in | of_last:
            yield n


def _end_of_prose(headings: Sequence[Column], filled: FilledTable) -> int:
    """How many columns of prose there are: as far as tables in it go, and two more."""
    plain = sum(not column.title.startswith("ช่อง ") for column in headings)
    widest = max((len(row) for row in filled.rows), default=0)
    if widest > len(headings):
        raise InputError([diagnose("too-wide", limit=MORE_CELLS, sheet=filled.sheet.sheet)])
    return min(len(headings), max(plain + 3, widest + 2))


def lists_of(sheets: Sequence[Shown]) -> Mapping[str, str]:
    """The cells of the key column of each table, by its sheet and by the list of the input that it holds."""
    lists: dict[str, str] = {}
    for each in sheets:
        table = None if isinstance(each.filled, FilledForm) else each.filled.sheet
        if isinstance(table, Table) and table.key:
            titles = [column.title for column in each.columns]
            letter = get_column_letter(titles.index(table.key_titles[-1]) + 1)
            cells = f"{quote_sheetname(table.sheet)}!${letter}${FIRST_ROW}:${letter}${LAST_ROW}"
            lists[table.sheet] = lists[table.into[-1]] = cells
    return lists
