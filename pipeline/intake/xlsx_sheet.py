"""One walk through a worksheet's part: what each cell stores and where it stands, and what is told of rows,
columns, merged areas and formulas.

This is the only place that says where a cell stands. Rows and cells may lack their number (`r`): then they
count by position, as in every spreadsheet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.cell_names import boundaries, cell_name, row_and_column
from pipeline.intake.xlsx_strings import RichText
from pipeline.intake.xlsx_walk import Budget, Walk, is_true

MAX_ROWS = 5_000
MAX_COLUMNS = 200
LONGEST_FORMULA = 16_384
"""Twice what Excel can hold."""

_TEXTS = re.compile(r'"[^"]*"')
_OTHER_FILE = re.compile(
    r"'[^']*\[[^\[\]']+\][^']*'!|(?<![\w\]])\[(?!0\])[^\[\]]+\][^\[\]!'\"(),;+*/=<>&\s]*!"
)
"""`[1]Sheet1!A1`, `'C:\\[plan.xlsx]ผลรอบ'!A1`; not `Table1[column]`, which is in the same file."""


class Position(NamedTuple):
    """Where a cell stands; both count from 1."""

    row: int
    column: int

    @property
    def name(self) -> str:
        """As people write it: `D7`."""
        return cell_name(self.row, self.column)


class Area(NamedTuple):
    """Merged cells, from the first to the last, both with it."""

    first: Position
    last: Position


class StoredCell(NamedTuple):
    """A cell as it is stored: `kind` is its attribute `t`, `value` the text in it."""

    at: Position
    kind: str
    style: str
    value: str


@dataclass(slots=True)
class Survey:
    """What one worksheet holds, before anything is made of it."""

    cells: list[StoredCell] = field(default_factory=list)
    last_row: int = 0
    last_column: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    unsaved: list[Position] = field(default_factory=list)
    """Formulas without a saved value."""
    foreign: list[Position] = field(default_factory=list)
    """Formulas that read from another file."""
    displaced: list[Position] = field(default_factory=list)
    """Cells that say another row than the one they stand in."""


def position_of(reference: str) -> Position:
    """`D7` -> row 7, column 4. Raises `ValueError` for what is no cell."""
    return Position(*row_and_column(reference))


def area_of(reference: str) -> Area:
    """`A1:B3`, or whole columns or rows. Raises `ValueError` for what is no area."""
    top, left, bottom, right = boundaries(reference)
    first = Position(top or 1, left or 1)
    return Area(first, Position(bottom or MAX_ROWS, right or MAX_COLUMNS))


class SheetWalk(Walk):
    """One worksheet, read into `survey`. A value or place that is none raises `ValueError`."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.survey = Survey()
        self._in_data = False
        self._at = Position(0, 0)
        self._row_is_told = False
        self._cell: _OpenCell | None = None
        self._other_files: set[str] = set()
        """Shared formulas that read from another file."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `Walk`."""
        if self._cell:
            self._cell.start(name, attributes)
        elif name == "c" and self._in_data:
            self._start_cell(attributes)
        elif name == "row" and self._in_data:
            self._start_row(attributes)
        elif name == "sheetData":
            self._in_data = True
        elif name == "col" and is_true(attributes.get("hidden")):
            self._hide(int(attributes["min"]), min(int(attributes["max"]), MAX_COLUMNS))
        elif name == "mergeCell" and attributes.get("ref"):
            self.survey.merged.append(area_of(attributes["ref"]))

    def end(self, name: str) -> None:
        """See `Walk`."""
        if name == "c" and self._cell:
            self._end_cell(self._cell)
            self._cell = None
        elif self._cell:
            self._cell.end(name)
        elif name == "sheetData":
            self._in_data = False

    def text(self, text: str) -> None:
        """See `Walk`."""
        if self._cell:
            self._cell.text(text)

    def _hide(self, first: int, last: int) -> None:
        if len(self.survey.hidden_columns) < MAX_COLUMNS:
            self.survey.hidden_columns |= set(range(max(first, 1), last + 1))

    def _start_row(self, attributes: dict[str, str]) -> None:
        told = attributes.get("r", "")
        self._row_is_told = bool(told)
        self._at = Position(int(told) if told else self._at.row + 1, 0)
        if self._at.row < 1:
            raise ValueError(told)
        if is_true(attributes.get("hidden")):
            self.survey.hidden_rows.add(self._at.row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.budget.count_cell()
        reference = attributes.get("r", "")
        at = position_of(reference) if reference else Position(self._at.row, self._at.column + 1)
        self._cell = _OpenCell(attributes, displaced=self._row_is_told and at.row != self._at.row)
        self._at = at

    def _end_cell(self, cell: _OpenCell) -> None:
        if cell.is_empty:
            return
        self.budget.count_value()
        if self._at.row > MAX_ROWS or self._at.column > MAX_COLUMNS:
            raise InputError([_far_away(self.budget.place, self._at)])
        if cell.displaced:
            self.survey.displaced.append(self._at)
        if cell.formula is not None:
            self._note_formula(cell, "".join(cell.formula))
        if value := cell.value():
            self.survey.cells.append(StoredCell(self._at, cell.kind, cell.style, value))
            self.survey.last_row = max(self.survey.last_row, self._at.row)
            self.survey.last_column = max(self.survey.last_column, self._at.column)

    def _note_formula(self, cell: _OpenCell, formula: str) -> None:
        if len(formula) > LONGEST_FORMULA:
            raise ValueError(formula[:40])
        if not cell.has_value:
            self.survey.unsaved.append(self._at)
        foreign = _OTHER_FILE.search(_TEXTS.sub("", formula)) is not None
        if foreign and cell.shared:
            self._other_files.add(cell.shared)
        if foreign or cell.shared in self._other_files:
            self.survey.foreign.append(self._at)


class _OpenCell:
    """A cell that is being read."""

    def __init__(self, attributes: dict[str, str], *, displaced: bool) -> None:
        self.kind = attributes.get("t", "n") or "n"
        self.style = attributes.get("s", "")
        self.displaced = displaced
        self.formula: list[str] | None = None
        self.shared = ""
        self.has_value = False
        self._rich: RichText | None = None
        self._inside = ""
        self._value: list[str] = []

    @property
    def is_empty(self) -> bool:
        return self.formula is None and not self.has_value

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `Walk`."""
        if self._rich:
            self._rich.start(name)
        elif name == "is":
            self._rich, self.kind = RichText(), "inlineStr"
        elif name == "f":
            self.formula = []
            self.shared = attributes.get("si", "") if attributes.get("t") == "shared" else ""
            self._inside = name
        elif name == "v":
            self._inside = name
            self.has_value = self.kind == "str"

    def end(self, name: str) -> None:
        """See `Walk`."""
        if self._rich:
            self._rich.end(name)
        elif name == self._inside:
            self._inside = ""

    def text(self, text: str) -> None:
        """See `Walk`."""
        if self._rich:
            self._rich.text(text)
            self.has_value = True
        elif self._inside == "v":
            self._value.append(text)
            self.has_value = True
        elif self._inside == "f" and self.formula is not None:
            self.formula.append(text)

    def value(self) -> str:
        """The text in the cell, as stored."""
        return self._rich.whole() if self._rich else "".join(self._value)


def _far_away(place: Location, at: Position) -> Diagnostic:
    cell = at.name
    return diagnose("too-far", place, cell=cell, rows=f"{MAX_ROWS:,}", columns=MAX_COLUMNS)
