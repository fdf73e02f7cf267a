"""Finds the header row of a sheet, and which column holds what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.intake.sheets import Sheet

LOOKED_AT = 25
"""The header stands in one of the first rows."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header row: the column of each known title, and the titles that are not known."""

    row: int
    columns: Mapping[str, int]
    unknown: Mapping[int, str] = field(default_factory=dict)
    repeated: Mapping[int, str] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    """Known titles that no column has, though one may hold their values under another title."""


def find_header(sheet: Sheet, titles: Iterable[str]) -> Header | None:
    """The row that has most of `titles`, if any has one; the lowest of equals.

    A header merged with the row below stands in both, so the lower one is as good and ends it.
    """
    wanted = {fold_title(title): title for title in titles}
    found = [_header(number, sheet, wanted) for number in sorted(sheet.rows) if number <= LOOKED_AT]
    best = max(found, key=lambda header: (len(header.columns), header.row), default=None)
    return best if best and best.columns else None


def _header(number: int, sheet: Sheet, wanted: Mapping[str, str]) -> Header:
    columns: dict[str, int] = {}
    unknown: dict[int, str] = {}
    repeated: dict[int, str] = {}
    for column, cell in sorted(sheet.rows[number].items()):
        title = wanted.get(fold_title(cell.text))
        if title is None:
            unknown[column] = cell.text
        elif title in columns:
            repeated[column] = title
        else:
            columns[title] = column
    return Header(number, columns, unknown, repeated)


def fold_title(text: str) -> str:
    """A title without the white space and the star of what must be filled in."""
    return "".join(text.split()).rstrip("*").casefold()
