"""CSV files beside YAML: long flat tables, each as the sheet of its name stands in a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake import Source
from pipeline.intake.csv_reader import read_csv
from pipeline.intake.opening import unreadable
from pipeline.intake.sheets import Sheet
from pipeline.model.nearest import hint
from pipeline.model.shipped_schemes import shipped_names
from pipeline.workbook.arranging import read_sheet
from pipeline.workbook.gathered import Gathered
from pipeline.workbook.headers import fold_title
from pipeline.workbook.layout import Form, Layout, ProseSheet, Table, held_by, rows_of, value_at
from pipeline.workbook.levelled import with_levels
from pipeline.workbook.matching import match_one


def with_tables(source: Source, files: Sequence[Path], layouts: Mapping[str, Layout]) -> Source:
    """`source` with the rows of the CSV `files` added. Raises `InputError`, of all files together."""
    kind = source.values.get("kind")
    if not isinstance(kind, str) or kind.strip() not in layouts:
        return source
    layout = with_levels(layouts[kind.strip()], source.values, shipped_names())
    gathered = Gathered(dict(source.values), dict(source.places))
    faults: list[Diagnostic] = []
    remarks = list(source.remarks)
    sheets = {}
    for file in files:
        try:
            sheet = read_csv(file)
            if wanted_name := _find_sheet(sheet, layout, remarks):
                sheets[wanted_name] = sheet
        except InputError as error:
            faults += error.diagnostics
        except OSError as error:
            faults.append(_unreadable(file, error))
    for wanted in layout.in_reading_order:
        if not isinstance(wanted, Form) and wanted.sheet in sheets:
            faults += _add(wanted, sheets[wanted.sheet], layout, gathered)
    if faults:
        raise InputError([*source.faults, *faults])
    return Source(
        source.name,
        gathered.values,
        gathered.places,
        tuple(remarks),
        (*source.faults, *gathered.faults),
        source.unread | gathered.unread,
        source.adrift | gathered.adrift,
    )


def _add(wanted: Table | ProseSheet, sheet: Sheet, layout: Layout, gathered: Gathered) -> list[Diagnostic]:
    """Reads the sheet into the data; a fault if the data hold such entries already."""
    held = _find_held_entry(wanted, gathered)
    if held is not None:
        return [_diagnose_repeated_table(sheet, held)]
    matching = match_one(wanted, sheet, layout)
    if not matching.faults:
        for matched in matching.matched:
            read_sheet(matched, gathered)
    return matching.faults


def _find_held_entry(wanted: Table | ProseSheet, gathered: Gathered) -> Location | None:
    """Where the data hold an entry of that table already."""
    source = Source("", gathered.values, gathered.places)
    if isinstance(wanted, Table):
        return next((source.place(row.path) for row in rows_of(wanted, gathered.values)), None)
    for owner in held_by(wanted.owners, gathered.values):
        for part in wanted.parts:
            if value_at(owner.value, part.into):
                return source.place((*owner.path, *part.into))
    return None


def _find_sheet(sheet: Sheet, layout: Layout, remarks: list[Diagnostic]) -> str | None:
    """The sheet of the layout that the file is named after; of any other file a remark, and `None`.

    Raises `InputError` for a name that is nearly that of a sheet.
    """
    names = [each.sheet for each in layout.sheets if not isinstance(each, Form)]
    found = next((name for name in names if fold_title(name) == fold_title(sheet.name)), None)
    if found:
        return found
    near, listed = hint(sheet.name, names), ", ".join(names)
    fault = diagnose("unknown-table", Location(sheet.file), sheet=sheet.name, listed=listed, near=near)
    if near.en:
        raise InputError([fault])
    remarks.append(fault)
    return None


def _diagnose_repeated_table(sheet: Sheet, held: Location) -> Diagnostic:
    return diagnose("duplicate-key/table", Location(sheet.file), sheet=sheet.name, held=held)


def _unreadable(file: Path, error: OSError) -> Diagnostic:
    return unreadable(file, error)
