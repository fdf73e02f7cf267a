"""An Excel workbook -> its sheets as plain text cells with their places."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from pipeline.diagnostics import Diagnostic, InputError, Location, Message, diagnose
from pipeline.intake.sheets import Book, Cell, Sheet
from pipeline.intake.xlsx_cells import Values, cell_of
from pipeline.intake.xlsx_formats import NumberFormats
from pipeline.intake.xlsx_merged import Rows, share_merged
from pipeline.intake.xlsx_package import diagnose_broken_workbook, not_a_workbook, open_package
from pipeline.intake.xlsx_parts import Package, Parts, parts_of, workbook_part
from pipeline.intake.xlsx_sheet import Position, SheetWalk, StoredCell, Survey
from pipeline.intake.xlsx_strings import SharedStrings
from pipeline.intake.xlsx_walk import Budget

_DAMAGE = (zipfile.BadZipFile, zlib.error, expat.ExpatError, LookupError, ValueError, EOFError, OSError)
"""What the readers of zip, XML and cell names raise for a damaged file."""


def read_book(path: Path) -> Book:
    """The sheets of the workbook at `path`, with the saved values of its formulas.

    Hidden rows, columns and sheets are read, and told of in the remarks. The book's faults are what is
    doubtful about single cells: error values, formulas without a saved value or with one from another
    file, dates whose century is not certain, values hidden beneath merged cells. Raises `InputError` for
    a file that cannot or must not be opened.
    """
    place = Location(str(path))
    with open_package(path) as archive:
        try:
            return _Reading(Package(archive), Budget(place)).book()
        except _DAMAGE as error:
            raise InputError([diagnose_broken_workbook(place)]) from error


@dataclass(slots=True)
class _Reading:
    """One workbook on its way to a `Book`."""

    package: Package
    budget: Budget
    faults: list[Diagnostic] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)

    def book(self) -> Book:
        workbook = workbook_part(self.package, self.budget)
        parts = parts_of(workbook, self.package, self.budget) if workbook else None
        if parts is None or not parts.sheets:
            raise InputError([not_a_workbook(self.budget.place)])
        values = self._values(parts)
        sheets = []
        for name, part, hidden in parts.sheets:
            walk = SheetWalk(self.budget)
            self.package.walk(part, walk)
            sheet = self._sheet(name, walk.survey, values)
            self.remarks += _find_hidden_contents(sheet, walk.survey, hidden)
            sheets.append(sheet)
        return Book(self.budget.place.file, tuple(sheets), tuple(self.remarks), tuple(self.faults))

    def _values(self, parts: Parts) -> Values:
        strings, formats = SharedStrings(self.budget), NumberFormats(self.budget)
        for part, walk in ((parts.strings, strings), (parts.styles, formats)):
            if part in self.package:
                self.package.walk(part, walk)
        return Values(strings, formats, parts.since_1904)

    def _sheet(self, name: str, survey: Survey, values: Values) -> Sheet:
        rows: Rows = {}
        sheet = Sheet(name, self.budget.place.file, rows)
        for stored in survey.cells:
            self._keep(stored, values, sheet, rows)
        end = Position(survey.last_row, survey.last_column)
        self.faults += share_merged(sheet, rows, survey.merged, end)
        self.faults += (_diagnose_unsaved_formula(sheet.place(*at)) for at in survey.unsaved)
        self.faults += (_foreign(sheet.place(*at)) for at in survey.foreign)
        self.faults += (_diagnose_odd_place(sheet.place(*at)) for at in survey.displaced)
        return sheet

    def _keep(self, stored: StoredCell, values: Values, sheet: Sheet, rows: Rows) -> None:
        place = sheet.place(*stored.at)
        try:
            cell = cell_of(stored, values, place)
        except InputError as error:
            self.faults += error.diagnostics
            return
        if cell is None:
            return
        self.budget.count_text(len(cell.text))
        before = rows.setdefault(stored.at.row, {}).setdefault(stored.at.column, cell)
        if before.text != cell.text:
            self.faults.append(_diagnose_repeated_cell(before, cell))


def _diagnose_unsaved_formula(place: Location) -> Diagnostic:
    return diagnose("formula-unsaved", place)


def _foreign(place: Location) -> Diagnostic:
    return diagnose("external-link", place)


def _diagnose_odd_place(place: Location) -> Diagnostic:
    return diagnose("odd-place", place)


def _diagnose_repeated_cell(before: Cell, after: Cell) -> Diagnostic:
    return diagnose("odd-place/twice", after.place, before=before.text[:40], after=after.text[:40])


def _find_hidden_contents(sheet: Sheet, found: Survey, whole: bool) -> Iterator[Diagnostic]:
    """Remarks on what is read although nobody sees it."""
    if not sheet.rows:
        return
    if whole:
        yield _hidden_remark(Message("แผ่นงานนี้ซ่อนอยู่", "the sheet is hidden"), sheet.place(1, 1))
        return
    if rows := sorted(found.hidden_rows & sheet.rows.keys()):
        listed = ", ".join(map(str, rows))
        what = Message(f"แถวที่ {listed} ซ่อนอยู่", f"hidden: row {listed}")
        yield _hidden_remark(what, sheet.place(rows[0], 1))
    used = {column for cells in sheet.rows.values() for column in cells}
    for column in sorted(used & found.hidden_columns):
        place = sheet.place(1, column)
        letter = place.cell.rstrip("1")
        yield _hidden_remark(Message(f"คอลัมน์ {letter} ซ่อนอยู่", f"column {letter} is hidden"), place)


def _hidden_remark(what: Message, place: Location) -> Diagnostic:
    return diagnose("hidden", place, what=what)
