"""A layout for one input: as many columns for levels as its schemes have; with all sheets, if asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pipeline.workbook.layout import AnySheet, Form, Layout, Table
from pipeline.workbook.levels import levels_of
from pipeline.workbook.scheme_names import SCHEMES


def with_levels(layout: Layout, values: Mapping[str, Any], others: Iterable[str] = ()) -> Layout:
    """The layout with the levels of the schemes that `values` name; a kind without scores has none.

    `others` are schemes that values which are not read yet may name.
    """
    has_levels = any(isinstance(each, Table) and any(c.level for c in each.columns) for each in layout.sheets)
    return replace(layout, levels=levels_of(values, others, layout.schemes)) if has_levels else layout


def with_all_sheets(layout: Layout) -> Layout:
    """The layout in which no sheet and no column waits for data."""
    return replace(layout, sheets=tuple(_unfolded(each) for each in layout.sheets))


def _unfolded(sheet: AnySheet) -> AnySheet:
    if isinstance(sheet, Form):
        return replace(sheet, seldom=False)
    if not isinstance(sheet, Table):
        return sheet
    columns = tuple(replace(column, seldom=False) for column in sheet.columns)
    return replace(sheet, seldom=False, columns=columns)


def tells_schemes(sheet: AnySheet) -> bool:
    """Whether a sheet holds schemes, or says which one the whole input is scored by."""
    if isinstance(sheet, Form):
        return any(column.entries == SCHEMES for section in sheet.sections for column in section.columns)
    if not isinstance(sheet, Table):
        return False
    return sheet.into[0] == SCHEMES or any(table.into[0] == SCHEMES for table in sheet.owners.tables)
