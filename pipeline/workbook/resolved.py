"""Resolved keys of a workbook's rows, known before the rows are read (`keys` finds them out)."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.diagnostics import Diagnostic, Location
from pipeline.workbook.layout import Names, Table


@dataclass(slots=True)
class Resolved:
    """What is known of the keys before the rows are read; rows are named by their sheet and number."""

    faults: list[Diagnostic] = field(default_factory=list)
    own: dict[tuple[str, int], str] = field(default_factory=dict)
    """The key that a row is meant to have."""
    owners: dict[tuple[str, int], Names | None] = field(default_factory=dict)
    """The key of the owner that a row most likely belongs to; `None` if there is no such row."""
    unsure: set[tuple[str, int]] = field(default_factory=set)
    """Rows whose own key names nothing, as was told."""
    lacking: dict[str, list[tuple[Names, Location]]] = field(default_factory=dict)
    """By sheet: the keys of rows that are missing there, and where they would go."""
    unread: set[str] = field(default_factory=set)
    """Sheets that are missing, or cannot be read."""
    adrift: set[str] = field(default_factory=set)
    """Lists of which a row is missing, or is given to an owner that is only likely."""

    def mend_key(self, table: Table, row: int, key: Names) -> Names:
        """The key of a row, below the owner that it most likely belongs to."""
        owner = self.owners.get((table.sheet, row)) if table.inner_key else None
        return (*owner, key[-1]) if owner and key else key
