"""A layout for the schemes of one input: as many columns for levels as these have."""

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
    return replace(layout, levels=levels_of(values, others)) if has_levels else layout


def tells_schemes(sheet: AnySheet) -> bool:
    """Whether a sheet holds schemes, or says which one the whole input is scored by."""
    if isinstance(sheet, Form):
        return any(column.entries == SCHEMES for section in sheet.sections for column in section.columns)
    if not isinstance(sheet, Table):
        return False
    return sheet.into[0] == SCHEMES or any(table.into[0] == SCHEMES for table in sheet.owners.tables)
