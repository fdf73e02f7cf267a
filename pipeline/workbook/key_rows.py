"""A row of a table with the key that stands in it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.diagnostics import Location
from pipeline.workbook.layout import Names
from pipeline.workbook.matching import Matched


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the key that stands in it. `is_own`: it is the row's own key that names one elsewhere."""

    matched: Matched
    number: int
    key: Names
    titles: Names
    is_own: bool = False

    @property
    def at(self) -> tuple[str, int]:
        """The sheet and number."""
        return self.matched.wanted.sheet, self.number

    @property
    def place(self) -> Location:
        """The cell of the key's last part."""
        return self.matched.sheet.place(self.number, self.matched.header.columns[self.titles[-1]])
