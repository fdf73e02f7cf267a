"""A cell of an officer's own table is printed as it is seen: days in Thai, figures as formatted."""

import datetime
import io
from pathlib import Path

import openpyxl
import pytest

from pipeline.diagnostics import InputError
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read as read_input
from pipeline.kinds.loading import load
from pipeline.kinds.writing import workbook_of

DAY, MOMENT = datetime.date(2025, 7, 17), datetime.datetime(2025, 7, 17, 9, 30)


def read_with(memo_values, folder: Path, value, number_format: str):
    """The source of a workbook whose body table has the value in its only cell."""
    memo_values["body"] = [{"text": "ตาราง", "table": {"header": ["ก"], "rows": [["ที่นี่"]]}}]
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(SHIPPED.of("memo"), memo_values)))
    sheet = book["เนื้อความ"]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == "ที่นี่"]
    cell.value, cell.number_format = value, number_format
    book.save(folder / "book.xlsx")
    return read_input(folder / "book.xlsx", SHIPPED), cell.coordinate


@pytest.mark.parametrize(
    ("value", "number_format", "printed"),
    [
        (DAY, "d/m/yyyy", "17 กรกฎาคม 2568"),
        (DAY, "mm-dd-yy", "17 กรกฎาคม 2568"),
        (DAY, "[$-D07041E]d mmmm yyyy", "17 กรกฎาคม 2568"),
        (MOMENT, "d/m/yyyy h:mm", "17 กรกฎาคม 2568 เวลา 09.30 น."),
        (MOMENT, "d/m/yyyy", "17 กรกฎาคม 2568"),
        (datetime.time(13, 5), "h:mm", "13.05 น."),
        (datetime.timedelta(hours=36, minutes=30), "[h]:mm", "36.30"),
        (1500, "#,##0.00", "1,500.00"),
        (1 / 3, "0.00", "0.33"),
        (0.85, "0%", "85%"),
        (0.125, "0.0%", "12.5%"),
        (12, '0" คน"', "12 คน"),
        (1500.5, "[$฿-41E]#,##0.00", "฿1,500.50"),
        (-3, "0;(0)", "(3)"),
        (-3, "#,##0", "-3"),
        (1234.5, "t#,##0.00", "1,234.50"),
        (2.5, "0.0##", "2.5"),
        (0.5, "# ?/?", "0.5"),
        (2568, "General", "2568"),
        (True, "General", "TRUE"),
        ("๑๒", "@", "๑๒"),
    ],
)
def test_a_cell_is_printed_as_it_is_seen(memo_values, tmp_path, value, number_format, printed):
    source, _ = read_with(memo_values, tmp_path, value, number_format)
    (passage,) = load(source, SHIPPED).body
    assert passage.table.rows == ((printed,),)


@pytest.mark.parametrize("number_format", ["d-mmm", "mmm-yy"])
def test_what_excel_may_have_turned_into_a_day_is_asked_about(memo_values, tmp_path, number_format):
    source, cell = read_with(memo_values, tmp_path, DAY, number_format)
    with pytest.raises(InputError) as refused:
        load(source, SHIPPED)
    (fault,) = refused.value.diagnostics
    assert (fault.code, fault.location.cell) == ("turned-into-a-date", cell)
