"""Matches the columns of two tables when a column was added or deleted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import NamedTuple

from pipeline.extraction.extracted import ExtractedCell, ExtractedTable
from pipeline.verify.alignment import Item, align
from pipeline.verify.differences import Difference, Kind
from pipeline.verify.wording import key


class SameColumns(NamedTuple):
    """Two tables without the columns that only one of them has; those of the first are numbered as in the
    second. `differences` tells of the columns left out.
    """

    expected: ExtractedTable
    found: ExtractedTable
    differences: tuple[Difference, ...] = ()


def with_same_columns(expected: ExtractedTable, found: ExtractedTable) -> SameColumns:
    """The two tables, made comparable if one has more columns than the other."""
    left, right = _columns(expected), _columns(found)
    if len(left) == len(right):
        return SameColumns(expected, found)
    matches = align(list(left.values()), list(right.values()))
    old, new = list(left), list(right)
    numbers = {old[one.expected[0]]: new[one.found[0]] for one in matches if one.expected and one.found}
    deleted = [old[one.expected[0]] for one in matches if not one.found]
    added = [new[one.found[0]] for one in matches if not one.expected]
    told = [Difference(Kind.COLUMN_DELETED, found.place, left[column].text) for column in deleted]
    told += [
        Difference(Kind.COLUMN_ADDED, replace(found.place, column=column), found=right[column].text)
        for column in added
    ]
    kept = {column: column for column in right if column not in added}
    return SameColumns(_renumber_columns(expected, numbers), _renumber_columns(found, kept), tuple(told))


def _columns(table: ExtractedTable) -> dict[int, Item]:
    """What stands in each column, by its number; cells over several columns belong to none."""
    texts: dict[int, list[str]] = defaultdict(list)
    for row in table.rows:
        for cell in row.cells:
            if cell.colspan == 1:
                texts[cell.place.column].append(cell.text)
    return {
        column: Item("\t".join(key(text) for text in said), " | ".join(said))
        for column, said in sorted(texts.items())
    }


def _renumber_columns(table: ExtractedTable, numbers: dict[int, int]) -> ExtractedTable:
    """The table with its columns numbered anew; those without a number are left out."""
    rows = []
    for row in table.rows:
        cells = (_at(cell, numbers) for cell in row.cells)
        rows.append(replace(row, cells=tuple(cell for cell in cells if cell is not None)))
    return replace(table, rows=tuple(rows))


def _at(cell: ExtractedCell, numbers: dict[int, int]) -> ExtractedCell | None:
    """The cell at the new number of the first of its columns that has one."""
    span = range(cell.place.column, cell.place.column + cell.colspan)
    columns = [numbers[column] for column in span if column in numbers]
    if not columns:
        return cell if cell.colspan > 1 else None
    return replace(cell, place=replace(cell.place, column=columns[0]))
