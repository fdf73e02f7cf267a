"""A form's lines -> values."""

from __future__ import annotations

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake import ValuePath
from pipeline.intake.sheets import Cell, Sheet
from pipeline.model.nearest import hint
from pipeline.workbook.cell_values import value_of
from pipeline.workbook.gathered import Gathered
from pipeline.workbook.headers import Header, fold_title
from pipeline.workbook.headings import LABEL, VALUE
from pipeline.workbook.layout import Form, Section
from pipeline.workbook.sheet_columns import Column


def read_form(form: Form, sheet: Sheet, header: Header, gathered: Gathered) -> None:
    """Adds the value of each line; a line belongs to the section whose heading stands above it.

    A line that is not known may be one that its section lacks: then what that lacks is not told of again.
    """
    at_label, at_value = header.columns[LABEL], header.columns[VALUE]
    sections = {fold_title(section.title): section for section in form.sections}
    section = form.sections[0]
    seen: dict[tuple[str, str], Location] = {}
    unsure: list[Section] = []
    for number in sorted(row for row in sheet.rows if row > header.row):
        cells = sheet.rows[number]
        label, value = cells.get(at_label), cells.get(at_value)
        if label and value is None and fold_title(label.text) in sections:
            section = sections[fold_title(label.text)]
            gathered.places.setdefault(section.at, label.place)
            continue
        column = _column(section, label.text) if label else None
        at, place = sheet.place(number, at_label), sheet.place(number, at_value)
        if column is None or label is None:
            if value is not None:
                gathered.faults.append(_unknown_line(section, label.text if label else "", at))
                unsure.append(section)
            continue
        if (section.title, column.title) in seen:
            if value is not None:
                gathered.faults.append(
                    _diagnose_repeated_entry(column.title, at, seen[section.title, column.title])
                )
            continue
        seen[section.title, column.title] = at
        path = (*section.at, *column.path)
        gathered.places[path] = place
        if value is not None:
            _put_value(value, column, path, gathered)
    for section in unsure:
        absent = [column for column in section.columns if (section.title, column.title) not in seen]
        gathered.unread |= {(*section.at, *column.path) for column in absent}


def _put_value(cell: Cell, column: Column, path: ValuePath, gathered: Gathered) -> None:
    """Puts what a cell says at `path`, or the faults of it."""
    try:
        read = value_of(cell, column)
    except InputError as error:
        gathered.faults += error.diagnostics
        return
    if read is not None:
        gathered.put(path, read)


def _column(section: Section, label: str) -> Column | None:
    return next((column for column in section.columns if fold_title(column.title) == fold_title(label)), None)


def _unknown_line(section: Section, label: str, place: Location) -> Diagnostic:
    titles = [column.title for column in section.columns]
    near, listed = hint(label, titles), ", ".join(titles)
    if not label:
        return diagnose("unknown-line/unlabelled", place, section=section.title, listed=listed, near=near)
    return diagnose("unknown-line", place, label=label, section=section.title, listed=listed, near=near)


def _diagnose_repeated_entry(title: str, place: Location, first: Location) -> Diagnostic:
    return diagnose("duplicate-key/entry", place, title=title, cell=first.cell)
