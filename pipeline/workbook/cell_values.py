"""A cell and its column -> the value as YAML would hold it, or a fault that asks what is meant."""

from __future__ import annotations

import re
from typing import assert_never

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.sheets import Cell
from pipeline.intake.source import Plain
from pipeline.model.choices import choice_value
from pipeline.model.nearest import hint
from pipeline.workbook.headers import fold_title
from pipeline.workbook.scheme_names import SCHEMES, scheme_named
from pipeline.workbook.sheet_columns import Column

_DASHES = ("-", "\u2013", "\u2014")
"""What people type in tables where there is nothing."""

_BETWEEN = re.compile(r"\s*[,;\n]\s*")


def value_of(cell: Cell, column: Column) -> Plain:
    """The value that `cell` gives `column`, `None` for a dash where a figure, date or choice may be left out.

    Raises `InputError` with one fault.
    """
    if cell.text in _DASHES and column.kind != "text" and not column.required:
        return None
    if cell.stored == "date" and column.kind not in ("date", "month", "clock"):
        raise InputError([_is_a_date(cell, column)])
    match column.kind:
        case "choice":
            return _parse_choice(cell, column)
        case "list":
            is_nothing = column.nothing and fold_title(cell.text) == column.nothing
            return [part for part in _BETWEEN.split(cell.text) if part and not is_nothing]
        case "text":
            return scheme_named(cell.text) if column.entries == SCHEMES else cell.shown or cell.text
        case "clock" if cell.stored == "date":
            return cell.text.rpartition(" ")[2]
        case "number" if cell.shared:
            raise InputError([_merged_figure(cell, column)])
        case "clock" | "number" | "year" | "date" | "month":
            return cell.text
        case _:
            assert_never(column.kind)


def _parse_choice(cell: Cell, column: Column) -> str:
    value = choice_value(cell.text, column.choices, column.name_of)
    if value is None:
        names = [column.name_of(each) for each in column.choices]
        raise InputError([no_such_choice(column.title, cell.text, names, cell.place)])
    return value


def no_such_choice(title: str, typed: str, names: list[str], place: Location) -> Diagnostic:
    """The fault of a text that is none of the names to choose from, or of a cell left empty."""
    near, listed = hint(typed, names), ", ".join(names)
    if not typed:
        return diagnose("missing/choice", place, title=title, listed=listed)
    return diagnose("unknown-choice", place, title=title, typed=typed, listed=listed, near=near)


def _is_a_date(cell: Cell, column: Column) -> Diagnostic:
    return diagnose("turned-into-a-date", cell.place, title=column.title, text=cell.text)


def _merged_figure(cell: Cell, column: Column) -> Diagnostic:
    return diagnose("merged-figure", cell.place, title=column.title)
