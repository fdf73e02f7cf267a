"""Last round's figures beside the cells of this one, and the colour of texts that nobody has changed yet.

A column `รอบก่อน: …` is for reading: what stands in it is read back as nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model.choices import choice_name
from pipeline.model.written_paths import written_path
from pipeline.workbook.layout import Held, Table, value_at
from pipeline.workbook.round_sheets import LAST_VALUES
from pipeline.workbook.rows import FIRST_ROW, LAST_ROW
from pipeline.workbook.sheet_columns import Column

OF_LAST = "รอบก่อน:"
"""How the titles of such columns begin."""

UNCHANGED = "FCE8C8"
"""The colour of a text that is word for word last round's and not ticked."""

_VALUE, _STILL = "C", "D"
"""The columns of the sheet of last values that hold the value, and the tick."""


def last_values_of(values: Mapping[str, Any]) -> dict[str, str]:
    """What the data keep of the last round, by written paths."""
    entries = value_at(dict(values), ("last_round", "values"))
    return {
        str(each["path"]): str(each["value"])
        for each in entries or ()
        if isinstance(each, dict) and each.get("path") and each.get("value")
    }


def last_cells(table: Table, row: Held, values: Any, lasts: Mapping[str, str]) -> dict[int, str]:
    """Last round's figures of one row, by the number of the column of the table."""
    if not lasts:
        return {}
    prefix = written_path(values, row.path)
    named = table.shape == "named"
    found: dict[int, str] = {}
    for n, column in enumerate(table.columns):
        at = prefix if named and n == 1 else ".".join((prefix, *map(str, column.path)))
        if at in lasts and column.path:
            found[n] = choice_name(lasts[at]) if column.kind == "choice" else lasts[at]
    return found


def column_of_last(column: Column) -> Column:
    """The column beside `column`."""
    hint = f"{column.title}ของรอบก่อน ไว้ดูเทียบ ไม่ต้องกรอก"
    return Column((), f"{OF_LAST} {column.title}", hint, "number" if column.kind == "number" else "text")


def is_of_last(column: Column) -> bool:
    """Whether a column tells of the last round."""
    return not column.path and column.title.startswith(OF_LAST)


def colour_unchanged(
    sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Sequence[str]], lasts: Mapping[str, str]
) -> None:
    """Colours texts of the last round until they differ or are ticked, where the sheet holds any."""
    texts = {text for text in lasts.values() if not text.replace(".", "").isdecimal()}
    where = quote_sheetname(LAST_VALUES)
    last = FIRST_ROW + len(lasts) - 1
    for n, column in enumerate(columns):
        is_held = any(n < len(row) and row[n] in texts for row in rows)
        if column.kind != "text" or is_of_last(column) or not is_held:
            continue
        letter = get_column_letter(n + 1)
        cell = f"{letter}{FIRST_ROW}"
        value, still = (f"{where}!${each}${FIRST_ROW}:${each}${last}" for each in (_VALUE, _STILL))
        formula = f'AND({cell}<>"",SUMPRODUCT(({value}={cell})*({still}<>"{choice_name("true")}"))>0)'
        rule = FormulaRule(formula=[formula], fill=PatternFill("solid", bgColor=UNCHANGED))  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add(f"{cell}:{letter}{LAST_ROW}", rule)
