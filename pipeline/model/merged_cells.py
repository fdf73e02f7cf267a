"""Merged cells in an officer's own table: `<` belongs to the cell on its left, `^` to the one above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

LEFT, UP = "<", "^"


class Area(NamedTuple):
    """A cell over `rowspan` x `colspan` places; `row` and `column` of its upper left one, from 0."""

    row: int
    column: int
    rowspan: int
    colspan: int


def is_merged(text: str) -> bool:
    """Whether a cell says only which other one it belongs to."""
    return text.strip() in (LEFT, UP)


def areas(rows: Sequence[Sequence[str]]) -> Iterator[Area]:
    """The cells of even rows, row by row. Only of rows without a `torn_cell`."""
    owned: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place, owner in _owners(rows).items():
        owned.setdefault(owner, []).append(place)
    for (row, column), places in owned.items():
        bottom, right = max(each for each, _ in places), max(each for _, each in places)
        yield Area(row, column, bottom - row + 1, right - column + 1)


def torn_cell(rows: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """The first place, from 0, that belongs to nothing, or to a cell that is no rectangle with it."""
    owners = _owners(rows)
    for (row, column), (top, left) in owners.items():
        if is_merged(rows[top][left]):
            return row, column
        inside = ((each, other) for each in range(top, row + 1) for other in range(left, column + 1))
        if column < left or any(owners[place] != (top, left) for place in inside):
            return row, column
    for area in areas(rows):
        for place in (
            (area.row + down, area.column + right)
            for down in range(area.rowspan)
            for right in range(area.colspan)
        ):
            if owners[place] != (area.row, area.column):
                return place
    return None


def _owners(rows: Sequence[Sequence[str]]) -> dict[tuple[int, int], tuple[int, int]]:
    """Which place each place belongs to: itself, where it has a text of its own or nothing to belong to."""
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            mark = text.strip()
            beside = {LEFT: (row, column - 1), UP: (row - 1, column)}.get(mark, (row, column))
            owners[row, column] = owners.get(beside, (row, column))
    return owners
