"""Long tables of a batch: rows of many units in one table, each row of the unit whose id it begins with.

Such a table fills a list of each unit's input (`lists: {results: results.csv}`), as the sheet of that list
would. It is read once and parted by ids, so that a thousand units cost a thousand times one. What a unit gets
is an override like any other, with the place of each cell inside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from pipeline.batch.list_columns import ID_COLUMN, Headed, has_ids, read_header
from pipeline.batch.unit_ids import fold_id
from pipeline.batch.unit_rows import SHEETS, Row
from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake import Source
from pipeline.intake.book_reader import read_book_apart
from pipeline.intake.csv_reader import read_csv
from pipeline.intake.sheets import Sheet
from pipeline.intake.source import Plain
from pipeline.kinds import Kinds
from pipeline.model.nearest import hint
from pipeline.model.shipped_schemes import shipped_names
from pipeline.papers.overrides import Override, Within
from pipeline.workbook.gathered import Gathered
from pipeline.workbook.headers import fold_title
from pipeline.workbook.layout import Layout, Table, value_at
from pipeline.workbook.levelled import with_levels
from pipeline.workbook.reading_tables import read_table

MOST_ROWS = 200_000
MOST_BYTES = 100_000_000
"""A table of rows of thousands of units may be so large; a workbook has bounds of its own."""

NAMED = 8
"""So many ids are named where a list has no rows of them."""


@dataclass(frozen=True, slots=True)
class LongTable:
    """The rows of one list by the ids of units, these folded; `place` is that of the table."""

    path: str
    title: str
    place: Location
    ids: Mapping[str, tuple[str, tuple[Location, ...]]]
    rows: Mapping[str, Override]
    remarks: tuple[Diagnostic, ...]

    @property
    def is_unused(self) -> bool:
        """Whether it is a workbook's sheet that nobody has filled in yet."""
        return not self.ids and bool(self.place.sheet)


class ListsOf:
    """The lists that long tables may fill in the inputs of one kind, by path or by the title of the sheet."""

    def __init__(self, base: Source, known: Kinds) -> None:
        kind = known.of(str(base.values.get("kind")).strip())
        self._layout: Layout = with_levels(kind.layout, base.values, shipped_names())
        tables = [each for each in self._layout.sheets if isinstance(each, Table) and _is_whole(each)]
        self._tables = {".".join(table.into): table for table in tables}

    def find(self, name: str, place: Location) -> tuple[str, Table]:
        """The list of that path or sheet. Raises `InputError`."""
        for path, table in self._tables.items():
            if name == path or fold_title(name) == fold_title(table.sheet):
                return path, table
        choices = [f"{path} ({table.sheet})" for path, table in self._tables.items()]
        near = hint(name, list(self._tables))
        raise InputError(
            [diagnose("list-unknown", place, name=name, listed=", ".join(choices) or "-", near=near)]
        )

    def by_sheet(self, sheet: Sheet) -> str:
        """The path of the list whose sheet has that name; empty if none has."""
        folded = fold_title(sheet.name)
        return next((path for path, each in self._tables.items() if fold_title(each.sheet) == folded), "")

    def read(self, path: str, sheet: Sheet) -> LongTable:
        """The rows of a long table, parted by ids. Raises `InputError`."""
        table = self._tables[path]
        headed = read_header(table, sheet, self._layout)
        parted = _Parted(headed)
        rows = {key: _override(path, table, headed, numbers) for key, numbers in parted.rows.items()}
        place = sheet.place(headed.matched.header.row, ID_COLUMN)
        return LongTable(path, table.sheet, place, parted.ids, rows, headed.remarks)


def read_lists(named: Mapping[str, tuple[Path, Location]], base: Source, known: Kinds) -> Iterator[LongTable]:
    """The long tables that a batch file names: by list the file, and the place where that is named.

    A file is a CSV file, or a workbook with a sheet of the list's title. Raises `InputError`, of all at once.
    """
    lists, faults = ListsOf(base, known), list[Diagnostic]()
    for name, (file, place) in named.items():
        try:
            path, table = lists.find(name, place)
            yield lists.read(path, _sheet_of(file, table, place))
        except InputError as error:
            faults += error.diagnostics
    if faults:
        raise InputError(faults)


def lists_in_book(path: Path, base: Source, known: Kinds) -> Iterator[LongTable]:
    """The long tables of a workbook with a sheet of units: its sheets that begin with `id`.

    Raises `InputError`, also for cells of theirs that cannot be read.
    """
    lists, book = ListsOf(base, known), read_book_apart(path)
    for sheet in book.sheets:
        if is_long(sheet) and (into := lists.by_sheet(sheet)):
            if faults := [
                each for each in book.faults if each.location and each.location.sheet == sheet.name
            ]:
                raise InputError(faults)
            yield lists.read(into, sheet)


def is_long(sheet: Sheet) -> bool:
    """Whether a sheet of a workbook holds rows of units, and is not the one that lists these."""
    return has_ids(sheet) and sheet.name.strip() not in SHEETS


def _sheet_of(file: Path, table: Table, place: Location) -> Sheet:
    if file.suffix.lower() != ".xlsx":
        return read_csv(file, most_rows=MOST_ROWS, most_bytes=MOST_BYTES)
    book = read_book_apart(file)
    if book.faults:
        raise InputError(book.faults)
    found = next((each for each in book.sheets if fold_title(each.name) == fold_title(table.sheet)), None)
    if found is None:
        raise InputError([diagnose("list-no-sheet", place, file=file.name, sheet=table.sheet)])
    return found


class Laid(NamedTuple):
    """The rows of units with what long tables give them, faults of ids that no unit has, and remarks."""

    rows: list[Row]
    faults: tuple[Diagnostic, ...]
    remarks: tuple[Diagnostic, ...]


def lay_lists(rows: Sequence[Row], tables: Sequence[LongTable]) -> Laid:
    """Gives each unit its rows of each table. A unit without any gets an empty list, never the base's."""
    keys = {row.id: fold_id(row.id) for row in rows if row.id}
    known = set(keys.values())
    empty = [diagnose("list-empty", table.place, list=table.title) for table in tables if table.is_unused]
    tables = [table for table in tables if not table.is_unused]
    faults = [fault for table in tables for fault in _of_nobody(table, known, list(keys))]
    remarks = [each for table in tables for each in (*table.remarks, *_without_rows(table, keys))]
    laid = [
        row._replace(
            overrides=(
                *(_of_unit(table, keys.get(row.id, ""), row.place) for table in tables),
                *row.overrides,
            )
        )
        for row in rows
    ]
    return Laid(laid, tuple(faults), (*empty, *remarks))


def _of_unit(table: LongTable, key: str, place: Location) -> Override:
    return table.rows.get(key) or Override(table.path, [], place, table.place)


def _of_nobody(table: LongTable, known: set[str], ids: list[str]) -> Iterator[Diagnostic]:
    """A fault at the first row of each id that no unit has, with the places of the others."""
    for key, (typed, places) in table.ids.items():
        if key not in known:
            near = hint(typed, ids)
            yield diagnose(
                "list-unknown-unit", places[0], also=places[1:], id=typed, list=table.title, near=near
            )


def _without_rows(table: LongTable, keys: Mapping[str, str]) -> Iterator[Diagnostic]:
    """A remark on the units, by their ids, that a table has no rows of."""
    without = [id for id, key in keys.items() if key not in table.ids]
    if without:
        named = ", ".join(without[:NAMED]) + (" …" if len(without) > NAMED else "")
        yield diagnose("list-without-rows", table.place, count=len(without), list=table.title, ids=named)


def _is_whole(table: Table) -> bool:
    """Whether the table is of the input itself, and not of an entry of another."""
    return not table.owners.tables and table.shape in ("records", "texts")


class _Parted:
    """The rows of a long table by ids: each id as typed with its places, and the numbers of its rows."""

    def __init__(self, headed: Headed) -> None:
        sheet, header = headed.matched.sheet, headed.matched.header
        self.rows: dict[str, list[int]] = {}
        found: dict[str, tuple[str, list[Location]]] = {}
        faults = []
        for number in sorted(number for number in sheet.rows if number > header.row):
            id = headed.ids.get(number)
            if id is None:
                faults.append(diagnose("no-id/list", sheet.place(number, ID_COLUMN)))
                continue
            key = fold_id(id.text)
            self.rows.setdefault(key, []).append(number)
            found.setdefault(key, (id.text, []))[1].append(sheet.place(number, ID_COLUMN))
        if faults:
            raise InputError(faults)
        self.ids = {key: (typed, tuple(places)) for key, (typed, places) in found.items()}


def _override(path: str, table: Table, headed: Headed, numbers: Sequence[int]) -> Override:
    """What one unit gets: its rows as entries of the list, each cell with its place."""
    matched = headed.matched
    sheet, header = matched.sheet, matched.header
    own = replace(sheet, rows={header.row: sheet.rows[header.row], **{n: sheet.rows[n] for n in numbers}})
    gathered = Gathered()
    read_table(table, own, header, gathered)
    depth = len(table.into)
    places = {at[depth:]: place for at, place in gathered.places.items() if len(at) > depth}
    unread = frozenset(at[depth:] for at in gathered.unread)
    value: Plain = value_at(gathered.values, table.into) or []
    first = sheet.place(numbers[0], ID_COLUMN)
    within = Within(places, tuple(gathered.faults), unread)
    return Override(path, value, first, sheet.place(header.row, ID_COLUMN), within)
