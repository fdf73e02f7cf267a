"""The columns of a table of units: which values of the data they hold, and which are the office's own.

A header names a value by its path or in words (`column_names`). An office keeps telephone numbers and dates
of dispatch beside what the papers need: such a column is told once and not read. A header that is nearly one
of the data, or means several values, is no such column: it is refused where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import NamedTuple

from pipeline.batch.column_names import SHORTEST, ColumnName, ColumnNames, fold_header
from pipeline.batch.differences import LISTS
from pipeline.batch.unit_header import Column
from pipeline.batch.unit_rows import REMARKS, Row, TypedRow, Units
from pipeline.diagnostics import Diagnostic, InputError, diagnose
from pipeline.intake.sheets import Cell
from pipeline.intake.source import Plain
from pipeline.kinds import Kinds
from pipeline.model.choices import choice_value
from pipeline.papers.override_paths import find
from pipeline.papers.overrides import Override, Within
from pipeline.papers.shifting import SHIFT
from pipeline.thai.digits import to_arabic
from pipeline.workbook.cell_values import value_of

LIST_SEPARATOR = ";"

_ALIKE = 0.75
_NAMED = 3
"""So many meanings of one header are named."""

_PATH = re.compile(r"[A-Za-z_]\s*[.\[]|[\[\]{}]")
"""What a typed path has and a word of an office's own has not."""

_OF_AN_ENTRY = re.compile(
    "|".join(re.escape(word.removesuffix("ที่")) for word in LISTS.values()) + r"|kpi\b", re.IGNORECASE
)
_FIGURE = re.compile(r"\d+(?:\.\d+)*")


class Read(NamedTuple):
    """The rows of units with what each has otherwise, what is wrong with headers, and what is told."""

    rows: list[Row]
    faults: tuple[Diagnostic, ...]
    remarks: tuple[Diagnostic, ...]


class _Meant(NamedTuple):
    """What a column holds: the path, and how its cells are typed if a sheet has such; `as_sheet` where the
    header says so in words, so that cells are read as that sheet's.
    """

    path: str
    name: ColumnName | None
    as_sheet: bool


def read_columns(units: Units, base: dict[str, Plain], known_kinds: Kinds) -> Read:
    """The rows with the values of the data, each as its column says."""
    known = _Known(base, known_kinds)
    meant: dict[int, _Meant] = {}
    faults: list[Diagnostic] = []
    remarks = list(units.remarks)
    for n, column in units.columns.items():
        try:
            found = known.meant(column, [row.cells[n].text for row in units.rows if n in row.cells])
        except InputError as error:
            faults += error.diagnostics
            continue
        if found:
            meant[n] = found
        elif column.name.casefold() not in REMARKS:
            remarks.append(diagnose("own-column", column.place, column=column.name))
    if units.named and (path := known.path_of(units.named)):
        meant[0] = path
    rows = [_row(row, units, meant) for row in units.rows]
    return Read(rows, (*faults, *_twice(units, meant)), (*remarks, *_like_the_base(rows)))


def _row(row: TypedRow, units: Units, meant: Mapping[int, _Meant]) -> Row:
    columns = dict(units.columns)
    cells = dict(row.cells)
    if units.named and 0 in meant:
        columns[0] = units.named
        cells[0] = Cell(row.id, row.place)
    overrides = tuple(
        _override(meant[n], cells[n], columns[n]) for n in sorted(meant) if n in cells and cells[n].text
    )
    return Row(row.id, overrides, row.place, row.faults)


def _override(meant: _Meant, cell: Cell, header: Column) -> Override:
    column = meant.name.column if meant.name else None
    if column is None or not meant.as_sheet:
        value = _plain(cell.text)
        if column is not None and column.kind == "choice":
            value = choice_value(cell.text, column.choices, column.name_of) or value
        return Override(meant.path, value, cell.place, header.place)
    try:
        read = value_of(cell, replace(column, title=header.name, required=False))
    except InputError as error:
        unread = Within({}, tuple(error.diagnostics), frozenset({()}))
        return Override(meant.path, None, cell.place, header.place, unread)
    return Override(meant.path, read, cell.place, header.place)


def _plain(text: str) -> Plain:
    if LIST_SEPARATOR not in text:
        return text
    return [entry.strip() for entry in text.split(LIST_SEPARATOR) if entry.strip()]


def _twice(units: Units, meant: Mapping[int, _Meant]) -> Iterator[Diagnostic]:
    """A fault at each column that holds what an earlier one holds."""
    first: dict[str, Column] = {}
    for n, each in sorted(meant.items()):
        if n in units.columns:
            column = units.columns[n]
            if each.path in first:
                yield diagnose("column-twice", column.place, column=column.name, first=first[each.path].place)
            first.setdefault(each.path, column)


def _like_the_base(rows: Sequence[Row]) -> Iterator[Diagnostic]:
    """A remark on rows without a value where most rows have some: headings between rows look so."""
    bare = [(row.id, row.place) for row in rows if row.id and not row.overrides]
    if bare and 2 * len(bare) < len(rows):
        ids = ", ".join(id for id, _ in bare[:_NAMED]) + (" …" if len(bare) > _NAMED else "")
        places = tuple(place for _, place in bare)
        yield diagnose("unit-like-base", places[0], also=places[1:], count=len(bare), ids=ids)


class _Known:
    """What a header may be called for the data of one base."""

    def __init__(self, base: dict[str, Plain], kinds: Kinds) -> None:
        self._kinds = kinds
        self._base = base
        self._names = ColumnNames(base, kinds)
        self._fields = sorted({"id", "remark", *_fields(base)})

    def path_of(self, column: Column) -> _Meant | None:
        """The one value that the header means in words, or `None`."""
        paths = self._names.paths_of(column.name)
        if len(paths) != 1:
            return None
        path = next(iter(paths))
        return _Meant(path, self._names.by_path.get(path), as_sheet=True)

    def meant(self, column: Column, texts: Sequence[str]) -> _Meant | None:
        """What the column holds; `None` of an office's own. Raises `InputError` at the header."""
        if column.name.isascii():
            return None if column.name.casefold() in REMARKS else self._of_path(column)
        if meant := self.path_of(column):
            return meant
        is_short = len(column.name) < SHORTEST
        if column.name in REMARKS or (is_short and (_are_numbers(texts) or not self._ending_in(column.name))):
            return None
        self._refuse_unclear(column)
        return self._of_path(column) if _PATH.search(column.name) else None

    def _refuse_unclear(self, column: Column) -> None:
        """Raises `InputError` for a header that means several values, or is nearly one of the data."""
        if several := self._several(column.name):
            listed = ", ".join(f"'{title}'" for title in several[:_NAMED])
            more = " …" if len(several) > _NAMED else ""
            raise InputError(
                [diagnose("several-columns", column.place, column=column.name, listed=listed + more)]
            )
        if _PATH.search(column.name):
            return
        folded = fold_header(column.name)
        figures = _FIGURE.findall(folded)
        speaks_of_one = bool(figures and _OF_AN_ENTRY.search(to_arabic(column.name)))
        keys = list(dict.fromkeys(each.key for each in self._names.all if each.key))
        if speaks_of_one and not set(figures) & set(keys):
            name, key, listed = column.name, figures[0], ", ".join(keys)
            raise InputError(
                [diagnose("near-column/entry", column.place, column=name, key=key, listed=listed)]
            )
        if near := self._near(folded, figures if speaks_of_one else []):
            raise InputError([diagnose("near-column", column.place, column=column.name, near=near)])

    def _of_path(self, column: Column) -> _Meant | None:
        try:
            find(column.name, self._base, column.place, self._kinds)
        except InputError as error:
            codes = {fault.code for fault in error.diagnostics}
            if codes <= {"path", "unknown-key"}:
                if self._is_shift(column.name):
                    return _Meant(column.name, None, as_sheet=False)
                if not _PATH.search(column.name) and not self._is_near_field(column.name):
                    return self.path_of(column)
                raise
        return _Meant(column.name, self._names.by_path.get(column.name), as_sheet=False)

    def _is_shift(self, path: str) -> bool:
        entry, _, end = path.rpartition(".")
        return end == SHIFT and any(each.path.startswith(f"{entry}.scale.") for each in self._names.all)

    def _is_near_field(self, header: str) -> bool:
        plain = to_arabic(header)
        if _OF_AN_ENTRY.search(plain) and re.search(r"\d", plain):
            return not self._names.paths_of(header)
        return bool(get_close_matches(header.casefold(), self._fields, n=1, cutoff=_ALIKE))

    def _several(self, header: str) -> list[str]:
        """The titles of the values that one header may mean: `ตำแหน่ง` of one signer or the other."""
        paths = self._names.paths_of(header)
        titles = [each.title for each in self._names.all if each.path in paths]
        return titles or self._ending_in(header)

    def _ending_in(self, header: str) -> list[str]:
        folded = fold_header(header)
        return [each.title for each in self._names.all if fold_header(each.column.title) == folded]

    def _near(self, folded: str, figures: Sequence[str]) -> str:
        """The title that a header is nearly, the nearest of all if it speaks of an entry; or empty."""
        called = {
            text: each.title for each in self._names.all for text in (fold_header(each.title), *each.others)
        }
        alike = [text for text in called if set(figures) <= set(_FIGURE.findall(text))]
        found = get_close_matches(folded, alike, n=1, cutoff=0.0 if figures else _ALIKE)
        return called[found[0]] if found else ""


def _are_numbers(texts: Sequence[str]) -> bool:
    """Whether a column counts the rows: 1, 2, 3."""
    return [to_arabic(text).rstrip(".") for text in texts] == [str(n) for n in range(1, len(texts) + 1)]


def _fields(values: Plain) -> Iterator[str]:
    """The names of all fields, at any depth."""
    if isinstance(values, dict):
        for name, value in values.items():
            yield name
            yield from _fields(value)
    elif isinstance(values, list):
        for value in values:
            yield from _fields(value)
