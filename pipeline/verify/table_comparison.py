"""How a table differs from what it should say: rows, cells, and what stands in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.extraction.extracted import ExtractedBlock, ExtractedCell, ExtractedRow, ExtractedTable
from pipeline.verify.alignment import Item, align
from pipeline.verify.changes import Setting
from pipeline.verify.column_matching import with_same_columns
from pipeline.verify.differences import Difference, Kind
from pipeline.verify.paragraphs import paragraph_differences
from pipeline.verify.wording import key

Blocks = Sequence[ExtractedBlock]
CompareBlocks = Callable[[Blocks, Blocks, Setting], Iterator[Difference]]


class _Pair(NamedTuple):
    """A cell as expected and as found, and the heading of its column."""

    expected: ExtractedCell
    found: ExtractedCell
    column: str

    @property
    def keys(self) -> tuple[str, str]:
        return key(self.expected.text), key(self.found.text)


def table_item(table: ExtractedTable) -> Item:
    """The table for aligning it with others."""
    return Item("\n".join(_row_item(row).key for row in table.rows), table_text(table), "table")


def table_text(table: ExtractedTable) -> str:
    """All that the table says, one row a line."""
    return "\n".join(_row_text(row) for row in table.rows)


def table_differences(
    expected: ExtractedTable, found: ExtractedTable, setting: Setting, compare_blocks: CompareBlocks
) -> Iterator[Difference]:
    """What differs between two tables; `compare_blocks` compares what stands in their cells."""
    expected, found, apart = with_same_columns(expected, found)
    pairs: list[_Pair] = []
    differences = list(apart)
    headings = column_headings(expected)
    before = found.place
    matches = align([_row_item(row) for row in expected.rows], [_row_item(row) for row in found.rows])
    for match in matches:
        old = expected.rows[match.expected[0]] if match.expected else None
        new = found.rows[match.found[0]] if match.found else None
        if old and new:
            if match.moved:
                differences.append(Difference(Kind.ROW_MOVED, new.place, _row_text(old), _row_text(new)))
            differences += _pair_cells(old, new, headings, pairs)
        elif old and _says_something(old):
            differences.append(Difference(Kind.ROW_DELETED, before, _row_text(old), after=True))
        elif new and _says_something(new):
            differences.append(Difference(Kind.ROW_ADDED, new.place, found=_row_text(new)))
        before = new.place if new else before
    swapped = list(_find_swapped_cells(pairs))
    told = {place for difference in swapped for place in (difference.place, difference.other)}
    for pair in pairs:
        if pair.found.place not in told:
            differences += _cell_differences(pair, setting, compare_blocks)
    yield from sorted([*differences, *swapped], key=lambda difference: difference.place.row)


def column_headings(table: ExtractedTable) -> dict[int, str]:
    """What the header rows say above each column; the first row is one if none is marked so."""
    grid = table.grid
    marked = [number for number, row in enumerate(table.rows) if row.header] or [0]
    said: dict[int, str] = {}
    for number in marked:
        for column, text in enumerate(grid[number] if number < len(grid) else (), 1):
            if text not in said.get(column, ""):
                said[column] = f"{said.get(column, '')} {text}".strip()
    return said


def _row_item(row: ExtractedRow) -> Item:
    return Item("\t".join(key(cell.text) for cell in row.cells), _row_text(row), "row")


def _says_something(row: ExtractedRow) -> bool:
    return any(key(cell.text) for cell in row.cells)


def _row_text(row: ExtractedRow) -> str:
    return " | ".join(cell.text for cell in row.cells)


def _pair_cells(
    old: ExtractedRow, new: ExtractedRow, headings: dict[int, str], pairs: list[_Pair]
) -> Iterator[Difference]:
    """Adds the pairs of cells that differ to `pairs`; tells of cells that only one of the rows has."""
    same_grid = [cell.place.column for cell in old.cells] == [cell.place.column for cell in new.cells]
    both: Iterable[tuple[ExtractedCell, ExtractedCell]]
    if same_grid:
        both = zip(old.cells, new.cells, strict=True)
    else:
        matches = align(*([Item(key(cell.text), cell.text) for cell in row.cells] for row in (old, new)))
        both = ((old.cells[m.expected[0]], new.cells[m.found[0]]) for m in matches if m.expected and m.found)
        for match in matches:
            if not match.found and (said := old.cells[match.expected[0]].text):
                yield Difference(Kind.CELL_DELETED, new.place, said)
            elif not match.expected and (cell := new.cells[match.found[0]]).text:
                yield Difference(Kind.CELL_ADDED, cell.place, found=cell.text)
    for one, other in both:
        pair = _Pair(one, other, headings.get(one.place.column, ""))
        if pair.keys[0] != pair.keys[1]:
            pairs.append(pair)


def _find_swapped_cells(pairs: list[_Pair]) -> Iterator[Difference]:
    """Two cells of which each says what the other should."""
    waiting: dict[tuple[str, str], list[_Pair]] = {}
    for pair in pairs:
        expected, found = pair.keys
        partners = waiting.get((found, expected), [])
        if partners and expected and found:
            first = partners.pop()
            yield Difference(
                Kind.CELLS_SWAPPED,
                first.found.place,
                first.expected.text,
                first.found.text,
                other=pair.found.place,
            )
        else:
            waiting.setdefault((expected, found), []).append(pair)


def _cell_differences(pair: _Pair, setting: Setting, compare_blocks: CompareBlocks) -> Iterator[Difference]:
    here = replace(setting, place=pair.found.place, column=pair.column)
    old, new = pair.expected.paragraphs, pair.found.paragraphs
    if not (old and new) and len(old) + len(new) == 1:
        styled = replace(here, style=old[0].style if old else "")
        yield from paragraph_differences(pair.expected.text, pair.found.text, styled)
    else:
        yield from compare_blocks(pair.expected.blocks, pair.found.blocks, here)
