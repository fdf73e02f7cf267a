"""Where changed values of an input stand in its workbook: each as an edit of one cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.intake.cell_names import row_and_column
from pipeline.intake.sheets import Book, Sheet
from pipeline.intake.source import Path, Plain, Source
from pipeline.workbook.cell_edits import CellEdit
from pipeline.workbook.filling import cell_text
from pipeline.workbook.gathered import Gathered
from pipeline.workbook.headers import Header, find_header, fold_title
from pipeline.workbook.headings import DEPTH, MORE, MORE_CELLS, PART, TEXT, TYPE, headings_of
from pipeline.workbook.layout import Layout, Names, ProsePart, ProseSheet, Table
from pipeline.workbook.owners import OwnerFinder
from pipeline.workbook.prose import pieces_of
from pipeline.workbook.rows import rows_below
from pipeline.workbook.sheet_columns import Column

_FIGURES = ("number", "year")


class NoPlace(ValueError):
    """The workbook has no sheet, or no header, for a value."""


@dataclass
class Placing:
    """A workbook as it was read, whose cells are to be changed. New rows go below the last."""

    layout: Layout
    book: Book
    source: Source

    def __post_init__(self) -> None:
        self._next: dict[str, int] = {}
        self._new_columns: dict[tuple[str, str], int] = {}
        self.edits: list[CellEdit] = []

    def put_cell(self, table: Table, row: Path | None, key: Names, column: Column, value: Plain) -> None:
        """A value in a column of a row; `None` is a row that the workbook has not yet, of that key."""
        sheet, header = self._sheet(table)
        number = self._row_of(row) if row is not None else self._new_row(table, sheet, header, key)
        self._put(sheet, number, self._column(sheet, header, column), value, column)

    def put_named(self, table: Table, owner: Names, path: Path, name: str, value: Plain) -> None:
        """A named value of the row `owner`, in its own row; of an empty one the cells are emptied."""
        sheet, header = self._sheet(table)
        place = self.source.places.get(path)
        if place is not None and place.cell:
            number = row_and_column(place.cell)[0]
        else:
            number = self._below(sheet)
            self._put_key(sheet, header, number, (*table.owners.titles, table.owners.beside), owner)
            self._put(sheet, number, self._column(sheet, header, table.columns[0]), name, table.columns[0])
        whole = value if isinstance(value, dict) else {str(table.columns[1].path[0]): value}
        for column in table.columns[1:]:
            inner = whole.get(str(column.path[0]))
            if inner is not None or column.title in header.columns:
                self._put(sheet, number, self._column(sheet, header, column), inner, column)

    def put_prose(self, of: ProseSheet, owner: Names, path: Path, part: ProsePart, value: Plain) -> None:
        """A text of the row `owner`: over its rows as they stand, further ones below the last."""
        sheet, header = self._sheet(of)
        numbers = self._prose_rows(of, sheet, header, path, part)
        pieces = list(pieces_of(value if isinstance(value, list) else []))
        titles = [TEXT, *(f"{MORE} {n}" for n in range(2, MORE_CELLS + 1))]
        columns = {column.title: column for column in headings_of(of)}
        for n, piece in enumerate(pieces):
            number = numbers[n] if n < len(numbers) else self._below(sheet)
            if n >= len(numbers):
                self._put_key(sheet, header, number, (*of.owners.titles, of.owners.beside), owner)
                if len(of.parts) > 1:
                    self._text(sheet, number, header.columns[PART], part.title)
            self._text(sheet, number, header.columns[TYPE], piece.type)
            depth = "" if piece.depth is None else str(piece.depth)
            if DEPTH in header.columns:
                self._text(sheet, number, header.columns[DEPTH], depth, figure=True)
            for m, title in enumerate(titles):
                text = piece.cells[m] if m < len(piece.cells) else ""
                if text or title in header.columns:
                    self._text(sheet, number, self._column(sheet, header, columns[title]), text)
        for number in numbers[len(pieces) :]:
            for column in header.columns.values():
                self._text(sheet, number, column, "")

    def _prose_rows(
        self, of: ProseSheet, sheet: Sheet, header: Header, path: Path, part: ProsePart
    ) -> list[int]:
        values: Mapping[str, Any] = self.source.values
        finder = OwnerFinder(of, sheet, header, Gathered(dict(values)))
        found = []
        for number in rows_below(sheet, header):
            cell = sheet.rows[number].get(header.columns.get(PART, 0))
            is_part = len(of.parts) == 1 or (
                cell is not None and fold_title(cell.text) == fold_title(part.title)
            )
            if is_part and finder.of(number) == path:
                found.append(number)
        return found

    def _sheet(self, wanted: Table | ProseSheet) -> tuple[Sheet, Header]:
        spelled = self.layout.levels.spelled(headings_of(wanted))
        for sheet in self.book.sheets:
            if fold_title(sheet.name) == fold_title(wanted.sheet) and (header := find_header(sheet, spelled)):
                return sheet, header
        raise NoPlace(wanted.sheet)

    def _row_of(self, path: Path) -> int:
        cell = self.source.place(path).cell
        if not cell:
            raise NoPlace(str(path))
        return row_and_column(cell)[0]

    def _new_row(self, table: Table, sheet: Sheet, header: Header, key: Names) -> int:
        at = f"{sheet.name}\n{key}"
        if at not in self._next:
            number = self._next[at] = self._below(sheet)
            titles = [next(c.title for c in table.columns if c.path == (table.key,)), table.beside_title]
            self._put_key(sheet, header, number, tuple(titles), key)
        return self._next[at]

    def _below(self, sheet: Sheet) -> int:
        last = max([*(row for row, cells in sheet.rows.items() if cells), 0])
        number = self._next[sheet.name] = self._next.get(sheet.name, last) + 1
        return number

    def _put_key(self, sheet: Sheet, header: Header, number: int, titles: Sequence[str], key: Names) -> None:
        for title, text in zip(filter(None, titles), key, strict=False):
            if title not in header.columns:
                raise NoPlace(sheet.name)
            self._text(sheet, number, header.columns[title], text)

    def _column(self, sheet: Sheet, header: Header, column: Column) -> int:
        """The column of that title; a new one, with its title, where the sheet has none."""
        title = self.layout.levels.titled(column)
        known = header.columns.get(column.title)
        if known is not None:
            return known
        if (sheet.name, title) not in self._new_columns:
            taken = [n for of, n in self._new_columns.items() if of[0] == sheet.name]
            number = max([0, *(n for cells in sheet.rows.values() for n in cells), *taken]) + 1
            self._new_columns[sheet.name, title] = number
            self._text(sheet, header.row, number, title)
        return self._new_columns[sheet.name, title]

    def _put(self, sheet: Sheet, row: int, number: int, value: Plain, column: Column) -> None:
        self._text(sheet, row, number, cell_text(column, value), figure=column.kind in _FIGURES)

    def _text(self, sheet: Sheet, row: int, column: int, text: str, *, figure: bool = False) -> None:
        self.edits.append(CellEdit(sheet.name, row, column, text, figure))
