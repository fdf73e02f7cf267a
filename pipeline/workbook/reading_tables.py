"""A table's rows -> entries of the lists that they belong to."""

from __future__ import annotations

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.sheets import Cell, Sheet
from pipeline.intake.source import Path, Plain
from pipeline.thai.digits import to_arabic
from pipeline.workbook.cell_values import value_of
from pipeline.workbook.gathered import Gathered
from pipeline.workbook.headers import Header
from pipeline.workbook.layout import Names, Table, entries_of, held_by, value_at
from pipeline.workbook.owners import OwnerFinder, key_in, key_of
from pipeline.workbook.rows import is_total, rows_below
from pipeline.workbook.sheet_columns import Column


def read_table(table: Table, sheet: Sheet, header: Header, gathered: Gathered) -> None:
    """Adds an entry for each row that holds anything below the header."""
    finder = OwnerFinder(table, sheet, header, gathered)
    if not table.optional and table.shape != "named":
        for held in held_by(table.owners, gathered.values):
            if value_at(held.value, table.into) is None:
                gathered.put((*held.path, *table.into), [])
    for row in _in_order(table, sheet, header, finder):
        if table.shape == "records" and is_total(sheet.rows[row]):
            gathered.remarks.append(_total_remark(sheet.place(row, min(sheet.rows[row]))))
            continue
        owner = finder.of(row)
        reading = _Row(table, sheet, header, row, gathered)
        if owner is None:
            gathered.lost.add((table.sheet, reading.key()))
        else:
            reading.read((*owner, *table.into))
            if table.nested:
                finder.add(reading.key(), reading.path)
    for key, place in gathered.resolved.lacking.get(table.sheet, ()):
        _stand_in(table, key[len(table.key_titles) - 1], place, gathered)
    _place_empty_lists(table, sheet, header, gathered)


def _in_order(table: Table, sheet: Sheet, header: Header, finder: OwnerFinder) -> list[int]:
    """The rows that are read: as they stand, but each after the row of the table that it belongs to."""
    rows = list(rows_below(sheet, header))
    if not table.nested:
        return rows
    keys = [key_in(sheet.rows[row], header, table.key_titles) for row in rows]
    owners = {row: key_in(sheet.rows[row], header, table.owners.titles) for row in rows}
    depth = dict.fromkeys(finder.known, 0)
    for _ in rows:
        for row, key in zip(rows, keys, strict=True):
            if owners[row] in depth:
                depth.setdefault(key, depth[owners[row]] + 1)
    return sorted(rows, key=lambda row: depth.get(owners[row], 0))


def _stand_in(table: Table, key: str, place: Location, gathered: Gathered) -> None:
    """An entry for a row that is missing, as was told: what belongs to it can be checked all the same."""
    entries = value_at(gathered.values, table.into)
    path: Path = (*table.into, len(entries) if isinstance(entries, list) else 0)
    gathered.put(path, {table.key: key})
    gathered.places[path] = place
    gathered.unread |= {(*path, *column.path) for column in table.columns if column.path != (table.key,)}


def _place_empty_lists(table: Table, sheet: Sheet, header: Header, gathered: Gathered) -> None:
    """A list without entries stands where its first row would."""
    row = max([header.row, *sheet.rows]) + 1
    for held in held_by(table.owners, gathered.values):
        nested = entries_of(table, held) if table.nested else ()
        for path in (held.path, *(each.path for each in nested)):
            if not value_at(gathered.values, (*path, *table.into)):
                gathered.places[*path, *table.into] = sheet.place(row, 1)


class _Row:
    """One row on its way into the data."""

    def __init__(self, table: Table, sheet: Sheet, header: Header, row: int, gathered: Gathered) -> None:
        self.table, self.sheet, self.header, self.row, self.gathered = table, sheet, header, row, gathered
        self.cells = sheet.rows[row]
        self.path: Path = ()

    def read(self, into: Path) -> None:
        """Adds the row to the list (or the named values) at `into`."""
        if self.table.shape == "named":
            self._read_named(into)
            return
        entries = value_at(self.gathered.values, into)
        self.path = path = (*into, len(entries) if isinstance(entries, list) else 0)
        self.gathered.places[path] = self.place(next(iter(self.table.columns)))
        if self.table.numbered:
            key = self.key()
            self.gathered.aliases[path] = (key, self.gathered.resolved.mend_key(self.table, self.row, key))
        if self.table.shape == "texts":
            self._put(path, self.table.columns[0])
            return
        self.gathered.put(path, {})
        self._read_columns(path, self.table.columns)

    def key(self) -> Names:
        """How other sheets name the row; empty if they do not."""
        titles = self.table.key_titles if self.table.key or self.table.numbered else ()
        own = key_of([self.cells.get(self.header.columns.get(title, 0)) for title in titles])
        further = key_of([self.cells.get(self.header.columns.get(self.table.beside_title, 0))])
        return (*own, *further) if any(further) else own

    def _read_columns(self, path: Path, columns: tuple[Column, ...]) -> None:
        for column in columns:
            if self._is_on_the_sheet(column):
                self._put((*path, *column.path), column)
            elif column.title in self.header.unsure:
                self.gathered.unread.add((*path, *column.path))
        self._place_levels(path, columns)

    def _put(self, path: Path, column: Column) -> None:
        """The value of one cell, if the cell holds any; `๑๖.๑` and `16.1` are one key."""
        self.gathered.places[path] = self.place(column)
        cell, is_key = self.cell(column), column.path == (self.table.key,)
        if is_key:
            self._mend_key(path)
        if column.title in self.header.unsure:
            self.gathered.unread.add(path)
        if cell is None or value_at(self.gathered.values, path) is not None:
            return
        try:
            value = value_of(cell, column)
            if value is not None:
                self.gathered.put(path, to_arabic(value) if is_key and isinstance(value, str) else value)
        except InputError as error:
            self.gathered.faults += error.diagnostics

    def _mend_key(self, path: Path) -> None:
        """Takes the key that the row is meant to have, where its own was told to be wrong."""
        at = (self.table.sheet, self.row)
        if at in self.gathered.resolved.own:
            self.gathered.put(path, self.gathered.resolved.own[at])
            self._tell_if_unread()
        if at in self.gathered.resolved.unsure:
            self.gathered.unread.add(path)

    def _tell_if_unread(self) -> None:
        """A key that cannot be read is told, although it is known what is meant."""
        column = next(column for column in self.table.columns if column.path == (self.table.key,))
        cell = self.cell(column)
        try:
            if cell is not None:
                value_of(cell, column)
        except InputError as error:
            self.gathered.faults += error.diagnostics

    def _is_on_the_sheet(self, column: Column) -> bool:
        """Whether the sheet has the column, or would have it."""
        return column.title in self.header.columns or not (column.seldom or column.level > 1)

    def _place_levels(self, path: Path, columns: tuple[Column, ...]) -> None:
        """A list with a column for each level: one without a value stands in its first cell, and one of which
        a column may have been lost holds what nobody knows.
        """
        for column in columns:
            whole = (*path, *column.path[:-1])
            if column.level and column.title in self.header.unsure:
                self.gathered.unread.add(whole)
            if column.level == 1 and value_at(self.gathered.values, whole) is None:
                self.gathered.places[whole] = self.place(column)

    def _read_named(self, into: Path) -> None:
        name_column, *columns = self.table.columns
        cell = self.cell(name_column)
        name = cell.text if cell else ""
        place = self.place(name_column)
        path = (*into, name)
        if not name:
            self.gathered.faults.append(_nameless(place))
        elif path in self.gathered.places:
            self.gathered.faults.append(_named_twice(name, place, self.gathered.places[path]))
        else:
            self.gathered.places[path] = place
            self.gathered.put(path, {})
            self._read_columns(path, tuple(columns))
            shortened = _shorten_entry(value_at(self.gathered.values, path), columns[0])
            self.gathered.put(path, shortened)
            if isinstance(shortened, str):
                self.gathered.places[path] = self.place(columns[0])

    def cell(self, column: Column) -> Cell | None:
        """The row's cell in that column."""
        return self.cells.get(self.header.columns.get(column.title, 0))

    def place(self, column: Column) -> Location:
        """The place of that cell, also if it is empty; the row's first if the sheet lacks the column."""
        return self.sheet.place(self.row, self.header.columns.get(column.title, 1))


def _total_remark(place: Location) -> Diagnostic:
    return diagnose("total-row", place)


def _shorten_entry(entry: dict[str, Plain], first: Column) -> Plain:
    """An entry that has only its first value is that value."""
    name = str(first.path[0])
    return entry.get(name, "") if entry.keys() <= {name} else entry


def _nameless(place: Location) -> Diagnostic:
    return diagnose("missing/name", place)


def _named_twice(name: str, place: Location, first: Location) -> Diagnostic:
    return diagnose("duplicate-key/name", place, name=name, first=first)
