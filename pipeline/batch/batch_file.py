"""Reads the batch file: one base input, and a row of overrides for each unit.

`units_from` may name a CSV file or a workbook: one row for each unit, its columns `id` and paths of fields.
`lists` names tables with several rows for each unit (`long_tables`). A workbook of data that has a sheet of
units is a batch by itself: its own base, its own units, all papers; its sheets that begin with `id` are long
tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline import intake
from pipeline.batch.batch_record import BatchRecord
from pipeline.batch.list_columns import without_rows
from pipeline.batch.long_tables import LongTable, is_long, lay_lists, lists_in_book, read_lists
from pipeline.batch.unit_columns import read_columns
from pipeline.batch.unit_ids import find_twins
from pipeline.batch.unit_pictures import with_pictures
from pipeline.batch.unit_rows import SHEETS, Row, holds_units, read_units
from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake import Source, ValuePath
from pipeline.intake.source import Plain
from pipeline.kinds import Kinds
from pipeline.kinds.input_reader import read, read_part
from pipeline.model.loading import validate_record
from pipeline.papers.build import prepare_source
from pipeline.papers.names import distinct_names
from pipeline.papers.overrides import Override, apply_overrides

UNIT_PLACEHOLDER = "{unit}"
"""Stands in the common `set` for the unit's id."""

BATCH_FILE = "batch.yaml"
LOOKED_AT = 100
"""So many units are looked at where rows are refused: enough to see what the base has wrong."""

REPORT_NAMES = ("report.html", "report.json")
REGISTER_NAMES = ("results.csv", "grades.csv")


@dataclass(frozen=True, slots=True)
class UnitOrder:
    """What one unit wants: its id as typed, the folder of its papers, its overrides, and its place. With
    `faults` of its row nothing is made for it.
    """

    id: str
    folder: str
    overrides: tuple[Override, ...]
    place: Location
    faults: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """A batch, read: the base once, the units in order; `papers` is empty when all are wanted."""

    title: str
    base: Source
    papers: tuple[str, ...]
    units: tuple[UnitOrder, ...]
    known: Kinds


def read_batch(path: Path, known: Kinds) -> BatchOrder:
    """Reads a batch file, or the `batch.yaml` of a folder, with its base (of one of the `known` kinds) and
    its rows.

    Units whose ids would be one name of a folder bear a fault, each at its row (`unit_ids.find_twins`).
    A workbook is taken as one that is its own base. Raises `InputError`.
    """
    if path.suffix.lower() == ".xlsx" and path.is_file():
        base, rows, wrong = _with_table(path, _base_of_workbook(path, known), known)
        base, rows, wrong = _with_lists(base, rows, wrong, list(lists_in_book(path, base, known)))
        rows, refused = with_pictures(rows, path)
        wrong = (*wrong, *refused)
        return BatchOrder(path.stem, base, (), _units(base, rows, (), wrong, known), known)
    path = path / BATCH_FILE if path.is_dir() else path
    source = intake.read(path)
    record = _record(source)
    beside = path.parent
    base = read(beside / record.base, known)
    common = tuple(_overrides(record.set, source, ("set",)))
    rows = [
        Row(
            unit.id,
            tuple(_overrides(unit.set, source, ("units", n, "set"))),
            source.place(("units", n, "id")),
        )
        for n, unit in enumerate(record.units)
    ]
    faults: tuple[Diagnostic, ...] = ()
    if record.units_from:
        base, more, faults = _with_table(beside / record.units_from, base, known)
        rows += more
    if not rows:
        empty = Location(str(beside / record.units_from))
        none = diagnose("no-units/table", empty) if record.units_from else _no_units(source.place(("units",)))
        raise InputError([none, *faults])
    named = {name: (beside / file, source.place(("lists", name))) for name, file in record.lists.items()}
    try:
        tables = list(read_lists(named, base, known))
        if record.units_from.lower().endswith(".xlsx"):
            there = {table.path for table in tables}
            inside = lists_in_book(beside / record.units_from, base, known)
            tables += [table for table in inside if table.path not in there]
    except InputError as error:
        tables, faults = [], (*faults, *error.diagnostics)
    base, rows, faults = _with_lists(base, rows, faults, tables)
    rows, refused = with_pictures(rows, beside / record.base)
    faults = (*faults, *refused)
    return BatchOrder(
        record.title or path.resolve().stem,
        base,
        record.papers,
        _units(base, rows, common, faults, known),
        known,
    )


def _with_table(path: Path, base: Source, known: Kinds) -> tuple[Source, list[Row], tuple[Diagnostic, ...]]:
    """The rows of a table of units and what is wrong with them; the base tells of columns not of the data."""
    units = read_units(path)
    read = read_columns(units, base.values, known)
    return (
        replace(base, remarks=tuple(dict.fromkeys([*base.remarks, *read.remarks]))),
        read.rows,
        (*units.faults, *read.faults),
    )


def _with_lists(
    base: Source, rows: list[Row], faults: tuple[Diagnostic, ...], tables: list[LongTable]
) -> tuple[Source, list[Row], tuple[Diagnostic, ...]]:
    """The rows with what long tables give each unit; what is told of these tables goes with the base."""
    laid = lay_lists(rows, tables)
    base = replace(base, remarks=(*base.remarks, *laid.remarks))
    return base, laid.rows, (*faults, *laid.faults)


def _units(
    base: Source, rows: list[Row], common: tuple[Override, ...], faults: tuple[Diagnostic, ...], known: Kinds
) -> tuple[UnitOrder, ...]:
    """A row's unit for each; what all have in `common` comes before what one has.

    With `faults` of the whole table there is no plan; so what is wrong with rows and values is told, too.
    """
    twins: dict[Location, list[Diagnostic]] = {}
    for fault in find_twins((row.id, row.place) for row in rows if row.id):
        twins.setdefault(fault.location or base.place(()), []).append(fault)
    rows = [row._replace(faults=(*row.faults, *twins.get(row.place, ()))) for row in rows]
    if faults:
        of_rows = (fault for row in rows for fault in row.faults)
        raise InputError(dict.fromkeys([*faults, *of_rows, *_of_values(base, rows, common, known)]))
    names = [row.id or row.place.text("th").strip() for row in rows]
    folders = distinct_names(names, taken=(*REPORT_NAMES, *REGISTER_NAMES))
    return tuple(
        UnitOrder(row.id, folder, (*_fill_unit_id(common, row.id), *row.overrides), row.place, row.faults)
        for folder, row in zip(folders, rows, strict=True)
    )


def _of_values(
    base: Source, rows: list[Row], common: tuple[Override, ...], known: Kinds
) -> Iterator[Diagnostic]:
    """What is wrong with the data of the first units, each as one that a batch makes papers of."""
    for id, overrides, *_ in rows[:LOOKED_AT]:
        laid = apply_overrides(base, id, (*_fill_unit_id(common, id), *overrides), known)
        try:
            prepare_source(laid, id, known)
        except InputError as refused:
            yield from refused.diagnostics


def _base_of_workbook(path: Path, known: Kinds) -> Source:
    """The data beside a workbook's sheet of units, which itself is no sheet left unread."""
    if not holds_units(path):
        raise InputError([_no_units_sheet(path)])
    try:
        base = read_part(path, known, lambda sheet: without_rows(sheet) if is_long(sheet) else sheet)
    except InputError as faults:
        if any(fault.code == "not-our-workbook" for fault in faults.diagnostics):
            raise InputError([_units_alone(path)]) from faults
        raise
    remarks = (
        one for one in base.remarks if one.location is None or one.location.sheet.strip() not in SHEETS
    )
    return replace(base, remarks=tuple(remarks))


def _record(source: Source) -> BatchRecord:
    if source.values.get("kind") != "batch":
        raise InputError([diagnose("not-a-batch", source.place(("kind",)))])
    return validate_record(source, BatchRecord)


def _overrides(values: dict[str, Plain], source: Source, path: ValuePath) -> Iterator[Override]:
    for key, value in values.items():
        place = source.place((*path, key))
        yield Override(key, value, place, place)


def _fill_unit_id(common: tuple[Override, ...], id: str) -> Iterator[Override]:
    """The common overrides, with the unit's id in the place of `{unit}`."""
    for each in common:
        yield Override(each.path, _with_id(each.value, id), each.place, each.path_place)


def _with_id(value: Plain, id: str) -> Plain:
    if isinstance(value, str):
        return value.replace(UNIT_PLACEHOLDER, id)
    if isinstance(value, list):
        return [_with_id(entry, id) for entry in value]
    if isinstance(value, dict):
        return {key: _with_id(entry, id) for key, entry in value.items()}
    return value


def _no_units(place: Location) -> Diagnostic:
    return diagnose("no-units", place)


def _no_units_sheet(path: Path) -> Diagnostic:
    return diagnose("not-a-batch/workbook", Location(str(path)))


def _units_alone(path: Path) -> Diagnostic:
    return diagnose("units-without-base", Location(str(path)))
