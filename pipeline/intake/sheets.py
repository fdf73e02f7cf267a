"""Worksheets as plain text: what each cell holds, how it is shown, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.diagnostics import Diagnostic, Location
from pipeline.intake.cell_names import cell_name

Stored = Literal["text", "number", "percent", "date", "boolean"]
"""What the spreadsheet keeps a cell as; a CSV file holds text only."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not empty.

    `text` is its value as one would type it in YAML (`17.50`, `80%`, `2020-03-31`); `shown` a number as the
    spreadsheet groups it (`18,500.00`), with all its digits. `seen` is how a person sees the cell, to be
    printed (`18,500 บาท`, `31 มีนาคม 2563`); empty where that is the same or not certain. `shared` is the
    lower part of merged cells, which hold one value for several rows.
    """

    text: str
    place: Location
    stored: Stored = "text"
    shown: str = ""
    shared: bool = False
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet, or a CSV file. `rows` maps row and column, from 1, to the cells that hold anything."""

    name: str
    file: str
    rows: Mapping[int, Mapping[int, Cell]]
    is_csv: bool = False

    def place(self, row: int, column: int) -> Location:
        """The place of a cell, also of an empty one: `D7`, or line and field of a CSV file."""
        if self.is_csv:
            return Location(self.file, row, column)
        return Location(self.file, sheet=self.name, cell=cell_name(row, column))


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its sheets in order, what the user should know about how they were read, and the
    faults of single cells.
    """

    file: str
    sheets: tuple[Sheet, ...]
    remarks: tuple[Diagnostic, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
