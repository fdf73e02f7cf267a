"""The header of a long table: titles of the list's sheet or names of its fields, beside the units' ids.

The ids stand in the first column, whatever it is called. An office's own columns (the name of the person
whose rows these are) are told once and not read; one that is nearly a column of the list is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from pipeline.batch.unit_header import ID, one_line
from pipeline.diagnostics import Diagnostic, InputError, diagnose
from pipeline.intake.sheets import Cell, Sheet
from pipeline.workbook.headers import LOOKED_AT, Header, find_header, fold_title, plain
from pipeline.workbook.headings import headings_of
from pipeline.workbook.layout import Layout, Table
from pipeline.workbook.matching import Matched, match_one
from pipeline.workbook.sheet_columns import Column

ID_COLUMN = 1

_ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class Headed:
    """A long table as the sheet of its list, without the ids, which are those of each row by its number."""

    matched: Matched
    ids: Mapping[int, Cell]
    remarks: tuple[Diagnostic, ...]


def read_header(table: Table, sheet: Sheet, layout: Layout) -> Headed:
    """Tells the columns of a long table. Raises `InputError`: no header, no column of ids, a column of the
    list that is missing, or one that is nearly one of the list's.
    """
    spelled = _spelled(table, layout)
    header = find_header(_without(sheet, {ID_COLUMN}), spelled)
    if header is None:
        raise InputError(match_one(table, sheet, layout).faults or [_no_ids(sheet, 1, "")])
    named = sheet.rows[header.row].get(ID_COLUMN)
    if named is None or (_title_of(named, spelled) and one_line(named.text).casefold() != ID):
        raise InputError([_no_ids(sheet, header.row, named.text if named else "")])
    own = set(_own_columns(header, spelled))
    remarks = tuple(
        diagnose("own-column", sheet.place(header.row, column), column=header.unknown[column])
        for column in sorted(own)
    )
    as_titled = _with_titles(_without(sheet, {ID_COLUMN, *own}), header.row, spelled)
    matching = match_one(table, as_titled, layout)
    if matching.faults or not matching.matched:
        raise InputError(matching.faults)
    ids = {row: cells[ID_COLUMN] for row, cells in sheet.rows.items() if ID_COLUMN in cells}
    return Headed(matching.matched[0], ids, remarks)


def has_ids(sheet: Sheet) -> bool:
    """Whether the header of a sheet begins with `id`: its rows are of the units of a batch."""
    return _row_of_ids(sheet) is not None


def without_rows(sheet: Sheet) -> Sheet:
    """Such a sheet down to its header, as that of its list."""
    last = _row_of_ids(sheet)
    above = {row: cells for row, cells in sheet.rows.items() if last is not None and row <= last}
    return _without(replace(sheet, rows=above), {ID_COLUMN})


def _row_of_ids(sheet: Sheet) -> int | None:
    """The first row near the top that begins with `id`."""
    return next(
        (
            row
            for row in sorted(sheet.rows)
            if row <= LOOKED_AT
            and ID_COLUMN in sheet.rows[row]
            and one_line(sheet.rows[row][ID_COLUMN].text).casefold() == ID
        ),
        None,
    )


def _spelled(table: Table, layout: Layout) -> dict[str, str]:
    """What a header may say, folded: the titles of the sheet, and the names of the fields."""
    headings = headings_of(table)
    names: dict[str, set[str]] = {}
    for column in headings:
        for name in _field_names(column):
            names.setdefault(fold_title(name), set()).add(column.title)
    only = {name: next(iter(titles)) for name, titles in names.items() if len(titles) == 1}
    return {**only, **layout.levels.spelled(headings)}


def _field_names(column: Column) -> Iterator[str]:
    """`scale.thresholds[1]` and its ends: `thresholds[1]`."""
    text = ""
    for step in column.path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    parts = text.split(".") if text else []
    yield from (".".join(parts[n:]) for n in range(len(parts)))


def _title_of(cell: Cell, spelled: Mapping[str, str]) -> str | None:
    return spelled.get(fold_title(cell.text)) or spelled.get(plain(cell.text))


def _own_columns(header: Header, spelled: Mapping[str, str]) -> Iterator[int]:
    """The columns of an office's own: with a title that is not nearly one of the list's."""
    for column, text in header.unknown.items():
        if text and not get_close_matches(fold_title(text), spelled, n=1, cutoff=_ALIKE):
            yield column


def _with_titles(sheet: Sheet, row: int, spelled: Mapping[str, str]) -> Sheet:
    """The sheet with the titles of its columns where names of fields stood."""
    cells = {
        column: replace(cell, text=_title_of(cell, spelled) or cell.text)
        for column, cell in sheet.rows[row].items()
    }
    return replace(sheet, rows={**sheet.rows, row: cells})


def _without(sheet: Sheet, columns: set[int]) -> Sheet:
    rows = {row: _cells(cells, columns) for row, cells in sheet.rows.items()}
    return replace(sheet, rows={row: cells for row, cells in rows.items() if cells})


def _cells(cells: Mapping[int, Cell], columns: set[int]) -> dict[int, Cell]:
    return {column: cell for column, cell in cells.items() if column not in columns}


def _no_ids(sheet: Sheet, row: int, found: str) -> Diagnostic:
    return diagnose("list-no-id", sheet.place(row, ID_COLUMN), found=found or "-")
