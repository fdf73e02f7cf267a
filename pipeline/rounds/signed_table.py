"""A table of what came back signed (CSV, XLSX), a row for each paper, as an office keeps it for many annexes.

Rows without a date, number, scan and note are papers that have not come back, and are passed over.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.book_reader import read_book_apart
from pipeline.intake.csv_text import MAX_BYTES, table_rows
from pipeline.intake.opening import ordinary_bytes, unreadable
from pipeline.model.nearest import hint
from pipeline.output.editions import is_signed, paper_name
from pipeline.output.ledger import Ledger, read_ledger
from pipeline.rounds.signed import SignedAs
from pipeline.rounds.standing_papers import StandingPaper, papers_in
from pipeline.thai.dates import parse_date
from pipeline.thai.repair import repair_text

COLUMNS = {
    "unit": ("หน่วยงาน", "id", "unit", "ชื่อหน่วยงาน"),
    "paper": ("เอกสาร", "paper", "แฟ้ม", "file"),
    "date": ("วันที่ลงนาม", "วันที่", "ลงวันที่", "date"),
    "number": ("เลขทะเบียน", "เลขที่", "ที่", "number"),
    "scan": ("แฟ้มสแกน", "สแกน", "scan"),
    "code": ("รหัส", "code"),
    "note": ("หมายเหตุ", "note"),
}
"""What the columns may be called; the first is what messages call them."""

UNREAD = ("ลำดับ", "ลำดับที่", "no", "remark")
"""Columns for people."""

_SAID = ("date", "number", "scan", "note")


class TableLines(NamedTuple):
    """Lines of cells with their numbers, the header first, and the place of a cell by line and column."""

    lines: Iterator[tuple[int, list[str]]]
    place: Callable[[int, int], Location]


class _Cell(NamedTuple):
    text: str
    place: Location


def read_signed_table(
    path: Path, folder: Path, scans: Path | None
) -> tuple[tuple[StandingPaper, SignedAs], ...]:
    """What a table says of the papers in an output folder. Raises `InputError` with all that is wrong.

    A unit is named by its id or its folder, a paper by its file (`annexes`, `annexes.pdf`) or its path in
    the folder; a scan by its path from `scans`, where there may be any.
    """
    table = _lines_of_workbook(path) if path.suffix.lower() == ".xlsx" else _lines_of_csv(path)
    first, header = next(table.lines, (1, []))
    columns = _columns(table, first, header)
    faults: list[Diagnostic] = []
    found: list[tuple[StandingPaper, SignedAs]] = []
    with read_ledger(folder) as ledger:
        papers = _Papers(ledger, folder)
    for line, typed in table.lines:
        cells = {
            name: _Cell(typed[n] if n < len(typed) else "", table.place(line, n + 1))
            for name, n in columns.items()
        }
        if not any(cells[name].text for name in _SAID if name in cells):
            continue
        try:
            found.append((papers.find(cells), _signed_as(cells, scans)))
        except InputError as refused:
            faults += refused.diagnostics
    if faults:
        raise InputError(faults)
    return tuple(found)


def read_date(typed: str, place: Location) -> datetime.date | None:
    """A date as people type it; `None` where none is typed. Raises `InputError`."""
    if not typed:
        return None
    day = parse_date(typed)
    if day is None:
        raise InputError([diagnose("signed-date", place, typed=typed)])
    return day


def _lines_of_csv(path: Path) -> TableLines:
    file = str(path)
    try:
        data = ordinary_bytes(path, MAX_BYTES + 1)
    except OSError as error:
        raise InputError([unreadable(path, error)]) from error
    lines = (
        (line, [repair_text(field).strip() for field in fields]) for line, fields in table_rows(data, file)
    )
    return TableLines(
        ((line, cells) for line, cells in lines if any(cells)),
        lambda line, column: Location(file, line, column),
    )


def _lines_of_workbook(path: Path) -> TableLines:
    """Those of the first sheet."""
    book = read_book_apart(path)
    if book.faults:
        raise InputError(book.faults)
    sheet = book.sheets[0]
    width = max((column for cells in sheet.rows.values() for column in cells), default=0)
    lines = (
        (row, [cells[n].text.strip() if n in cells else "" for n in range(1, width + 1)])
        for row, cells in sorted(sheet.rows.items())
    )
    return TableLines(((row, cells) for row, cells in lines if any(cells)), sheet.place)


def _columns(table: TableLines, first: int, header: list[str]) -> dict[str, int]:
    """Which column says what. Raises `InputError` for an unknown one, and where none says the paper."""
    by_name = {typed.casefold(): name for name, several in COLUMNS.items() for typed in several}
    found: dict[str, int] = {}
    faults: list[Diagnostic] = []
    for n, typed in enumerate(header):
        name = by_name.get(typed.casefold())
        if name is not None and name not in found:
            found[name] = n
        elif typed and typed.casefold() not in UNREAD:
            faults.append(diagnose("signed-column/unknown", table.place(first, n + 1), name=typed))
    if not found.keys() & {"unit", "paper"}:
        faults.insert(0, diagnose("signed-column", table.place(first, 1)))
    if faults:
        raise InputError(faults)
    return found


def _signed_as(cells: Mapping[str, _Cell], scans: Path | None) -> SignedAs:
    def text(name: str) -> str:
        return cells[name].text if name in cells else ""

    date = read_date(text("date"), cells["date"].place) if "date" in cells else None
    if text("scan") and scans is None:
        raise InputError([diagnose("signed-scan/desk", cells["scan"].place)])
    scan = scans / text("scan") if text("scan") and scans else None
    return SignedAs(date, text("number"), scan, text("note"), text("code"))


class _Papers:
    """The papers of an output folder, by what a table calls them."""

    def __init__(self, ledger: Ledger, folder: Path) -> None:
        self._folder = folder
        self._names = list(papers_in(ledger, folder))
        self._papers = {name: ledger.signatures.edition(name).paper for name in self._names}
        rows = ledger.documents.all()
        self._of_unit: dict[str, list[str]] = {}
        for name in self._names:
            unit = rows[name].facts.get("unit", "") if name in rows else ""
            for called in dict.fromkeys((unit, PurePosixPath(name).parent.as_posix())):
                self._of_unit.setdefault(called, []).append(name)

    def find(self, cells: Mapping[str, _Cell]) -> StandingPaper:
        """The paper of a row. Raises `InputError`: there is none, or there are several."""
        unit, paper = (cells.get(name, _Cell("", _first(cells))) for name in ("unit", "paper"))
        place = (unit if unit.text else paper).place
        among = self._of_unit.get(unit.text, []) if unit.text else self._names
        wanted = paper_name(paper.text) or paper.text
        fitting = [name for name in among if not wanted or self._is_called(name, wanted)]
        if len(fitting) == 1:
            return StandingPaper(self._folder, fitting[0], place)
        asked = " ".join(text for text in (unit.text, paper.text) if text) or "-"
        if fitting:
            papers = ", ".join(name.rpartition("/")[2] for name in fitting[:5])
            raise InputError([diagnose("signed-row/several", place, asked=asked, papers=papers)])
        known = (
            list(self._of_unit) if unit.text and not among else [name.rpartition("/")[2] for name in among]
        )
        near = hint(unit.text if not among else paper.text, known)
        raise InputError([diagnose("signed-row", place, asked=asked, near=near)])

    def _is_called(self, name: str, wanted: str) -> bool:
        """Whether a paper is meant, by its name or that of its first edition, with or without the folder."""
        return wanted in {
            called for each in (name, self._papers[name]) for called in (each, each.rpartition("/")[2])
        }


def _first(cells: Mapping[str, _Cell]) -> Location:
    return next(iter(cells.values())).place


def unsigned_rows(folder: Path) -> Iterator[list[str]]:
    """A table to fill in: its header, and a row for each paper of a folder that is not signed, a batch's
    in the order of its units.
    """
    yield [COLUMNS[name][0] for name in ("unit", "paper", "date", "number", "scan", "note")]
    with read_ledger(folder) as ledger:
        rows, (_, units) = ledger.documents.all(), ledger.documents.order()
        place = {unit: n for n, unit in enumerate(units)}
        waiting = [name for name in papers_in(ledger, folder) if not is_signed(ledger, folder, name)]
        for name in sorted(waiting, key=lambda each: place.get(each.partition("/")[0], len(place))):
            unit = rows[name].facts.get("unit", "") if name in rows else ""
            yield [unit or PurePosixPath(name).parent.as_posix(), name.rpartition("/")[2], "", "", "", ""]
