"""A filled layout -> an Excel workbook that invites to be filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.workbook import appearance
from pipeline.workbook.cell_writing import AS_TEXT, write
from pipeline.workbook.explaining import write_explanation
from pipeline.workbook.filling import FilledForm, Line, fill
from pipeline.workbook.headings import headings_of
from pipeline.workbook.last_columns import colour_unchanged, is_of_last, last_values_of
from pipeline.workbook.layout import EVERY_ROUND, Form, Layout, ProseSheet, Table
from pipeline.workbook.levelled import with_levels
from pipeline.workbook.name_sheet import NameRow, write_names
from pipeline.workbook.own_sheets import NAMES
from pipeline.workbook.packing import pack_workbook
from pipeline.workbook.rows import FIRST_ROW, LAST_ROW
from pipeline.workbook.scheme_names import SCHEMES
from pipeline.workbook.sheet_columns import Column
from pipeline.workbook.shown import Shown, lists_of, shown
from pipeline.workbook.validations import validation_of

HEADER_ROW = FIRST_ROW - 1
SPARE_ROWS = 12
"""Empty rows that are drawn below the last; the cells below them are open too."""

_FORM_WIDTHS = (34.0, 62.0, 62.0)
_MOST_FROZEN = 2


def workbook_of(layout: Layout, values: Mapping[str, Any], names: Sequence[NameRow] = ()) -> bytes:
    """The workbook of one input in the sheets of its kind, the same bytes for the same values. `names` are
    those that its texts may print, with their present values, for a sheet to look at.

    Raises `InputError` for what no sheet can hold: a text or a table that is too long or too wide.
    """
    workbook = Workbook()
    set_default_font(workbook)
    explanation = workbook.active
    assert isinstance(explanation, Worksheet)
    layout = with_levels(layout, values)
    sheets = [shown(filled, layout.levels) for filled in fill(layout, values)]
    schemes = _own_schemes(values) if any(_names_schemes(each) for each in sheets) else None
    lists = {**lists_of(sheets), **write_explanation(explanation, layout.title, sheets, schemes)}
    lasts = last_values_of(values)
    for each in sheets:
        filled = each.filled
        if isinstance(filled, FilledForm):
            _write_form(workbook.create_sheet(filled.form.sheet), filled, lists)
        else:
            made = workbook.create_sheet(filled.sheet.sheet)
            _write_table(made, filled.sheet, each, lists)
            if lasts and filled.sheet.group == EVERY_ROUND:
                colour_unchanged(made, each.columns, each.rows, lasts)
    if names:
        write_names(workbook.create_sheet(NAMES), names)
    workbook.security = WorkbookProtection(lockStructure=True)
    return pack_workbook(workbook)


def _names_schemes(sheet: Shown) -> bool:
    """Whether a cell of the sheet is for the name of a scheme."""
    columns = [*sheet.columns, *(line.column for line in getattr(sheet.filled, "lines", ()) if line.column)]
    return any(column.entries == SCHEMES for column in columns)


def _own_schemes(values: Mapping[str, Any]) -> tuple[str, ...]:
    entries = values.get(SCHEMES)
    named = [entry.get("id") for entry in entries or () if isinstance(entry, dict)]
    return tuple(name for name in named if isinstance(name, str))


def set_default_font(workbook: Any) -> None:
    """Sets the font of cells without one, in whose letters Excel counts widths; openpyxl has no way."""
    workbook._fonts = IndexedList([appearance.font()])
    workbook._named_styles["Normal"].font = appearance.font()


def _write_form(sheet: Worksheet, filled: FilledForm, lists: Mapping[str, str]) -> None:
    form = filled.form
    _write_top(sheet, form)
    for n, (heading, width) in enumerate(zip(headings_of(form), _FORM_WIDTHS, strict=True), 1):
        write_heading(sheet, n, heading, form)
        sheet.column_dimensions[get_column_letter(n)].width = width
    _widen_about(sheet, _FORM_WIDTHS)
    for row, line in enumerate(filled.lines, FIRST_ROW):
        if line.column is None:
            _write_section(sheet, row, line.label, form)
        else:
            _write_line(sheet, row, line, line.column, lists)
    sheet.freeze_panes = f"A{FIRST_ROW}"
    protect(sheet)


def _write_section(sheet: Worksheet, row: int, title: str, form: Form) -> None:
    for n in range(1, len(_FORM_WIDTHS) + 1):
        cell = sheet.cell(row, n, title if n == 1 else None)
        cell.font, cell.fill = appearance.font(bold=True), appearance.fill(appearance.PALE[form.group])
        cell.alignment = appearance.LEFT_MIDDLE
    sheet.row_dimensions[row].height = appearance.LINE + 4


def _write_line(sheet: Worksheet, row: int, line: Line, column: Column, lists: Mapping[str, str]) -> None:
    label = sheet.cell(row, 1, title_with_star(column))
    label.font, label.alignment, label.border = appearance.font(), appearance.TOP, appearance.GRID
    value = sheet.cell(row, 2)
    open_cell(value, column)
    if column.required:
        value.fill = appearance.fill(appearance.MUST)
    if line.value:
        write(value, line.value, column)
    value.alignment = appearance.TOP
    hint = sheet.cell(row, 3, column.hint)
    hint.font, hint.alignment = appearance.font(appearance.SMALL, color=appearance.GREY), appearance.TOP
    validation = validation_of(column, lists)
    validation.add(value.coordinate)
    sheet.row_dimensions[row].height = appearance.height_of(
        (line.label, line.value, column.hint), _FORM_WIDTHS
    )
    sheet.add_data_validation(validation)


def _write_table(sheet: Worksheet, of: Table | ProseSheet, shown: Shown, lists: Mapping[str, str]) -> None:
    _write_top(sheet, of)
    last = FIRST_ROW + len(shown.rows) + SPARE_ROWS
    widths: list[float] = []
    for n, column in enumerate(shown.columns, 1):
        letter = get_column_letter(n)
        texts = [row[n - 1] for row in shown.rows]
        write_heading(sheet, n, column, of)
        first: Any = sheet.cell(FIRST_ROW, n)
        open_cell(first, column)
        if is_of_last(column):
            _close_cell(first)
        looks = copy(first._style)
        for row in range(FIRST_ROW, last):
            cell: Any = sheet.cell(row, n)
            cell._style = copy(looks)  # setting each of its looks again takes half of the time of a workbook
            if row - FIRST_ROW < len(texts) and texts[row - FIRST_ROW]:
                write(cell, texts[row - FIRST_ROW], column)
        dimension = sheet.column_dimensions[letter]
        dimension.width = appearance.width_of(column, texts)
        widths.append(dimension.width)
        dimension.font = appearance.font()
        dimension.protection = appearance.CLOSED if is_of_last(column) else appearance.OPEN
        validation = validation_of(column, lists)
        validation.add(f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}")
        sheet.add_data_validation(validation)
    _widen_about(sheet, widths)
    for row, texts_of_row in enumerate(shown.rows, FIRST_ROW):
        sheet.row_dimensions[row].height = appearance.height_of(texts_of_row, widths)
    frozen = min(_MOST_FROZEN, len(of.owners.titles) + 1) if len(shown.columns) > 4 else 0
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}{FIRST_ROW}"
    protect(sheet)


def _write_top(sheet: Worksheet, of: Form | Table | ProseSheet) -> None:
    """The title, and what the sheet is about."""
    title, about = sheet.cell(1, 1, of.sheet), sheet.cell(2, 1, f"{of.about} ({of.group})")
    title.font = appearance.font(appearance.TITLE, bold=True, color=appearance.COLOURS[of.group])
    about.font, about.alignment = appearance.font(color=appearance.GREY), appearance.WRAPPED
    sheet.row_dimensions[1].height = 32
    sheet.row_dimensions[HEADER_ROW - 1].height = 6
    sheet.sheet_format.defaultRowHeight = appearance.LINE
    sheet.sheet_format.customHeight = True
    sheet.sheet_properties.tabColor = appearance.COLOURS[of.group]
    sheet.sheet_view.showGridLines = False
    appearance.for_paper(sheet)
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"


def _widen_about(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Gives the line below the title the width of the table."""
    sheet.merge_cells(start_row=2, end_row=2, start_column=1, end_column=len(widths))
    sheet.row_dimensions[2].height = appearance.height_of((str(sheet.cell(2, 1).value),), (sum(widths),))


def write_heading(sheet: Worksheet, n: int, column: Column, of: Form | Table | ProseSheet) -> None:
    """Writes the title of the column `n` into the header row."""
    heading = sheet.cell(HEADER_ROW, n, title_with_star(column) if not isinstance(of, Form) else column.title)
    heading.font = appearance.font(appearance.HEADING, bold=True, color=appearance.WHITE)
    heading.fill, heading.alignment, heading.border = (
        appearance.fill(appearance.COLOURS[of.group]),
        appearance.MIDDLE,
        appearance.GRID,
    )
    sheet.row_dimensions[HEADER_ROW].height = 46


def title_with_star(column: Column) -> str:
    """The title, with a star if the column must be filled in."""
    return f"{column.title} *" if column.required else column.title


def open_cell(cell: Any, column: Column) -> None:
    """Makes a cell ready to be typed in, in the way of its column."""
    cell.font, cell.border, cell.protection = appearance.font(), appearance.GRID, appearance.OPEN
    cell.alignment = appearance.NUMBERS if column.kind in ("number", "year") else appearance.TOP
    cell.number_format = "General" if column.kind in ("number", "year") else AS_TEXT


def _close_cell(cell: Any) -> None:
    """A cell that is there to be read."""
    cell.font, cell.protection = appearance.font(color=appearance.GREY), appearance.CLOSED
    cell.fill = appearance.fill(appearance.OF_LAST)


def protect(sheet: Worksheet) -> None:
    """Titles and hints are locked, without a password; rows may be added, deleted, sorted and formatted."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatCells = protection.formatColumns = protection.formatRows = False
    protection.insertRows = protection.deleteRows = protection.sort = protection.autoFilter = False
