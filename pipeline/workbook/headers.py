"""Finds the header row of a sheet, and which column holds what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.intake.sheets import Sheet
from pipeline.thai.digits import to_arabic

LOOKED_AT = 25
"""The header stands in one of the first rows."""

_NUMBERED = re.compile(r"(ระดับ\d+)\(.*\)$")

_FORMER = {"น้ำหนักภายในตัวชี้วัดรวมกันได้1": "น้ำหนักภายในตัวชี้วัด"}
"""Titles that workbooks of earlier versions have, folded."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header row: the column of each known title, and the titles that are not known."""

    row: int
    columns: Mapping[str, int]
    unknown: Mapping[int, str] = field(default_factory=dict)
    repeated: Mapping[int, str] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    """Known titles that no column has, though one may hold their values under another title."""


def find_header(sheet: Sheet, spelled: Mapping[str, str]) -> Header | None:
    """The row that has most of the titles, if any has one; the lowest of equals. `spelled` are the titles by
    what a header may say, fold_title.

    A header merged with the row below stands in both, so the lower one is as good and ends it.
    """
    found = [_header(number, sheet, spelled) for number in sorted(sheet.rows) if number <= LOOKED_AT]
    best = max(found, key=lambda header: (len(header.columns), header.row), default=None)
    return best if best and best.columns else None


def _header(number: int, sheet: Sheet, wanted: Mapping[str, str]) -> Header:
    columns: dict[str, int] = {}
    unknown: dict[int, str] = {}
    repeated: dict[int, str] = {}
    for column, cell in sorted(sheet.rows[number].items()):
        title = wanted.get(fold_title(cell.text)) or wanted.get(plain(cell.text))
        if title is None:
            unknown[column] = cell.text
        elif title in columns:
            repeated[column] = title
        else:
            columns[title] = column
    return Header(number, columns, unknown, repeated)


def as_typed(*titles: str) -> dict[str, str]:
    """Titles by what a header says, folded, where it says nothing but the title."""
    return {fold_title(title): title for title in titles}


def plain(text: str) -> str:
    """`เกณฑ์ระดับ ๑ (ขั้นต้น)` as `เกณฑ์ระดับ1`: the number of a level says enough."""
    folded = to_arabic(fold_title(text))
    return _FORMER.get(folded, _NUMBERED.sub(r"\1", folded))


def fold_title(text: str) -> str:
    """A title without the white space and the star of what must be filled in."""
    return "".join(text.split()).rstrip("*").casefold()
