"""Merged cells of a worksheet: their value in every row that they cover, and what is hidden beneath them.

Only the first cell of a merged area is seen. Areas may be as large as a sheet and as many as a file likes;
the work here grows with the part of the sheet that holds anything, as two areas that overlap end it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.diagnostics import Diagnostic, Location, diagnose
from pipeline.intake.sheets import Cell, Sheet
from pipeline.intake.xlsx_sheet import Area, Position

Rows = dict[int, dict[int, Cell]]


def share_merged(sheet: Sheet, rows: Rows, merged: Iterable[Area], end: Position) -> Iterator[Diagnostic]:
    """Puts the value of cells merged downwards into every row; `end` is the last row and column in use.

    Faults: areas that overlap (the rest are not read), and a cell that holds something of its own beneath
    another.
    """
    areas = list(dict.fromkeys(_clip_areas(merged, end)))
    if overlap := _overlap(areas, end):
        yield _overlapping(overlap, sheet.place(*overlap.first))
        return
    for area in areas:
        if covered := _find_covered_cell(rows, area):
            yield _covered_fault(area, covered, rows[covered.row][covered.column].text, sheet.place(*covered))
        _share(rows, area)


def _clip_areas(merged: Iterable[Area], end: Position) -> Iterator[Area]:
    """The areas, without what lies beyond the last cell in use, and without those of one cell."""
    for first, last in merged:
        clipped = Position(min(last.row, end.row), min(last.column, end.column))
        if first.row <= clipped.row and first.column <= clipped.column and clipped != first:
            yield Area(first, clipped)


def _overlap(areas: Sequence[Area], end: Position) -> Area | None:
    """The first area with a cell that an earlier one has."""
    taken = [bytearray(end.column + 1) for _ in range(end.row + 1)] if areas else []
    for area in areas:
        width = area.last.column - area.first.column + 1
        for row in range(area.first.row, area.last.row + 1):
            if any(taken[row][area.first.column : area.last.column + 1]):
                return area
            taken[row][area.first.column : area.last.column + 1] = b"\1" * width
    return None


def _find_covered_cell(rows: Rows, area: Area) -> Position | None:
    """The first cell beneath the area's first that holds something else than that."""
    (top, left), last = area
    said = rows.get(top, {}).get(left)
    for row in range(top, last.row + 1):
        for column, cell in rows.get(row, {}).items():
            inside = left <= column <= last.column and (row, column) != (top, left)
            if inside and (said is None or cell.text != said.text):
                return Position(row, column)
    return None


def _share(rows: Rows, area: Area) -> None:
    (top, left), last = area
    cell = rows.get(top, {}).get(left)
    if cell is not None:
        shared = Cell(cell.text, cell.place, cell.stored, cell.shown, shared=True)
        for row in range(top + 1, last.row + 1):
            rows.setdefault(row, {}).setdefault(left, shared)


def _overlapping(area: Area, place: Location) -> Diagnostic:
    return diagnose("merged-overlap", place, first=area.first.name, last=area.last.name)


def _covered_fault(area: Area, at: Position, text: str, place: Location) -> Diagnostic:
    shown = text if len(text) <= 40 else text[:39] + "…"
    merged = f"{area.first.name}:{area.last.name}"
    return diagnose("merged-over", place, shown=shown, merged=merged, cell=at.name)
