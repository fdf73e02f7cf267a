"""Finds the record that a row belongs to, by the key in its first columns."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.diagnostics import Diagnostic, diagnose, one_of
from pipeline.intake.sheets import Cell, Sheet
from pipeline.intake.source import Path
from pipeline.model.nearest import hint
from pipeline.thai.digits import to_arabic
from pipeline.workbook.gathered import Gathered
from pipeline.workbook.headers import Header
from pipeline.workbook.layout import Names, ProseSheet, Table, held_by

_MOST_LISTED = 12


class OwnerFinder:
    """The owners of a sheet's rows, by their keys; the first of two with one key."""

    def __init__(self, wanted: Table | ProseSheet, sheet: Sheet, header: Header, gathered: Gathered) -> None:
        self.wanted, self.owners = wanted.sheet, wanted.owners
        self.sheet, self.header, self.gathered = sheet, header, gathered
        self.known: dict[Names, Path] = {}
        held = list(held_by(self.owners, gathered.values))
        for n in range(2):
            for owner in held:
                keys = gathered.aliases.get(owner.path, (tuple(_key(part) for part in owner.key),))
                self.known.setdefault(keys[min(n, len(keys) - 1)], owner.path)

    def of(self, row: int) -> Path | None:
        """The path of the row's owner; a fault, and `None`, if there is no such record."""
        if not self.owners.tables:
            return ()
        if (self.wanted, row) in self.gathered.resolved.owners:
            return self.known.get(self.gathered.resolved.owners[self.wanted, row] or ())
        key = key_in(self.sheet.rows[row], self.header, self.owners.titles, self.owners.beside)
        if key not in self.known and not self._is_lost(key):
            self.gathered.faults.append(self._unknown(row, key))
        return self.known.get(key)

    def add(self, key: Names, path: Path) -> None:
        """One more owner: a row of the sheet itself, to which others may belong."""
        self.known.setdefault(key, path)

    def _is_lost(self, key: Names) -> bool:
        """Whether a row of that key was told of already; of a key below an owner, its own part counts."""
        if any(table.sheet in self.gathered.resolved.unread for table in self.owners.tables):
            return True
        own = {table.sheet: -1 if table.inner_key else 0 for table in self.owners.tables}
        lost = self.gathered.lost
        return any(sheet in own and missed[own[sheet] :] == key[own[sheet] :] for sheet, missed in lost)

    def _unknown(self, row: int, key: Names) -> Diagnostic:
        """The fault of a row that no record owns, at the last part of its key that is filled in."""
        last = next((n for n in reversed(range(len(key))) if key[n]), 0)
        titles = (*self.owners.titles, self.owners.beside)
        place = self.sheet.place(row, self.header.columns[titles[last]])
        typed, title = _join_key(key), _join_key(self.owners.titles)
        known = [_join_key(each) for each in self.known]
        sheets = one_of([table.sheet for table in self.owners.tables])
        near, listed = hint(typed, known), ", ".join(known[:_MOST_LISTED]) or "-"
        if not typed:
            return diagnose("missing/owner", place, title=title, listed=listed, near=near)
        return diagnose(
            "unknown-name/sheet", place, title=title, typed=typed, sheets=sheets, listed=listed, near=near
        )


def key_of(cells: list[Cell | None]) -> Names:
    """The key that some cells spell."""
    return tuple(_key(cell.text) if cell else "" for cell in cells)


def key_in(cells: Mapping[int, Cell], header: Header, titles: Names, beside: str = "") -> Names:
    """The key in a row's cells; the part of the column `beside` only where that is filled in."""
    key = key_of([cells.get(header.columns[title]) for title in titles])
    further = key_of([cells.get(header.columns.get(beside, 0))]) if beside else ()
    return (*key, *further) if any(further) else key


def _key(text: str) -> str:
    return " ".join(to_arabic(text).split()).rstrip(".")


def _join_key(parts: Names) -> str:
    return " / ".join(part for part in parts if part)
