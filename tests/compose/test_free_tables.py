"""An officer's own table: merged cells, sums and days, as the paper has them and as a workbook keeps them."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.diagnostics import InputError, Location
from pipeline.document.markup import parse
from pipeline.document.text import paragraph_text
from pipeline.document.tree import Paragraph, Row, Table
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read as read_input
from pipeline.kinds.writing import workbook_of
from pipeline.papers.build import markup_of, prepare_source

HEADER = ["วันที่", "รายการ", "คน", "บาท"]


def values_with(memo_values: dict[str, Any], rows: list[list[str]], header: list[str] | None = None) -> Any:
    memo_values["digits"] = "arabic"
    memo_values["body"] = [{"text": "ดังนี้", "table": {"header": header or HEADER, "rows": rows}}]
    return memo_values


def table_of(values: Any) -> Table:
    prepared = prepare_source(Source("t", values), "t", SHIPPED)
    (paper,) = prepared.papers
    document = parse(markup_of(prepared, paper), paper.template)
    *_, table = [block for block in document.sections[0].blocks if isinstance(block, Table)]
    return table


def told(row: Row) -> list[tuple[str, int, int]]:
    return [
        (
            " ".join(paragraph_text(block) for block in cell.blocks if isinstance(block, Paragraph)),
            cell.colspan,
            cell.rowspan,
        )
        for cell in row.cells
    ]


def look(row: Row, number: int) -> str:
    (paragraph,) = row.cells[number].blocks
    assert isinstance(paragraph, Paragraph)
    return paragraph.style


def faults(values: Any, at: dict[Any, Location] | None = None) -> list[tuple[str, Location | None]]:
    with pytest.raises(InputError) as refused:
        prepare_source(Source("a.yaml", values, at or {}), "a", SHIPPED)
    return [(fault.code, fault.location) for fault in refused.value.diagnostics]


ROWS = [
    ["ส่วนกลาง", "<", "<", "<"],
    ["17/8/2569", "อาหาร", "40", "1,500.50"],
    ["^", "วิทยากร", "2", "7,200.00"],
    ["2569-08-18", "เอกสาร", "-", "350"],
    ["รวม", "<", "{sum}", "{sum}"],
]


def test_cells_are_merged_summed_and_days_are_said_in_thai(memo_values):
    header, group, first, second, third, last = table_of(
        values_with(memo_values, ROWS, ["วันที่", "รายการ", "จำนวน", "<"])
    ).rows
    assert told(header) == [("วันที่", 1, 1), ("รายการ", 1, 1), ("จำนวน", 2, 1)]
    assert (group.kind, told(group)) == ("band", [("ส่วนกลาง", 4, 1)])
    assert told(first)[0] == ("17 สิงหาคม 2569", 1, 2)
    assert told(second) == [("วิทยากร", 1, 1), ("2", 1, 1), ("7,200.00", 1, 1)]
    assert told(third)[0] == ("18 สิงหาคม 2569", 1, 1)
    assert (last.kind, told(last)) == ("body", [("รวม", 2, 1), ("42", 1, 1), ("9,050.50", 1, 1)])


def test_sums_stand_as_their_columns_do(memo_values):
    last = table_of(values_with(memo_values, ROWS)).rows[-1]
    assert (look(last, 1), look(last, 2)) == ("cell-center", "cell-right")


@pytest.mark.parametrize(
    ("column", "total"),
    [
        (["0.1", "0.2", "0.30"], "0.60"),
        (["๙๙๙", "๑"], "1,000"),
        (["1500", "2"], "1502"),
        (["1,500", "-2.5"], "1,497.5"),
        (["-", ""], "0"),
    ],
)
def test_a_sum_is_exact_and_written_as_its_figures_are(memo_values, column, total):
    rows = [*([text] for text in column), ["{sum}"]]
    assert told(table_of(values_with(memo_values, rows, ["จำนวน"])).rows[-1]) == [(total, 1, 1)]


def test_a_sum_may_stand_in_words_and_adds_what_names_print(memo_values):
    memo_values["memo"]["enclosures"] = [{"name": "ก", "count": "1"}, {"name": "ข", "count": "1"}]
    rows = [["{enclosures}"], ["5"], ["{sum} ฉบับ"]]
    assert told(table_of(values_with(memo_values, rows, ["จำนวน"])).rows[-1]) == [("7 ฉบับ", 1, 1)]


def test_what_cannot_be_added_up_is_told_at_its_cell(memo_values):
    rows = [["อาหาร", "40 คน"], ["เอกสาร", "2"], ["รวม", "{sum}"]]
    here = Location("a.yaml", 7, 3)
    at = {("body", 0, "table", "rows", 0, 1): here}
    assert faults(values_with(memo_values, rows, ["ก", "ข"]), at) == [("column-sum", here)]


@pytest.mark.parametrize(
    ("header", "rows"), [(["{sum}"], [["1"]]), (["ก"], [["{sum}"], ["1"]])], ids=["header", "before the last"]
)
def test_a_sum_stands_in_the_last_row_only(memo_values, header, rows):
    assert "column-sum" in [code for code, _ in faults(values_with(memo_values, rows, header))]


@pytest.mark.parametrize(
    "rows",
    [
        [["<", "ข"]],
        [["^", "ข"]],
        [["ก", "ข"], ["<", "ค"]],
        [["ก", "<"], ["^", "ข"]],
        [["ก", "ข"], ["^", "<"], ["ค", "^"]],
    ],
)
def test_what_is_merged_with_nothing_or_makes_no_rectangle_is_refused(memo_values, rows):
    assert [code for code, _ in faults(values_with(memo_values, rows, ["1", "2"]))] == ["table-merge"]


def test_a_block_of_four_is_one_cell(memo_values):
    rows = [["ก", "<", "ค"], ["^", "<", "ง"]]
    _, first, second = table_of(values_with(memo_values, rows, ["1", "2", "3"])).rows
    assert told(first) == [("ก", 2, 2), ("ค", 1, 1)]
    assert told(second) == [("ง", 1, 1)]


def test_a_workbook_keeps_them(memo_values, tmp_path):
    values = values_with(memo_values, ROWS)
    (tmp_path / "book.xlsx").write_bytes(workbook_of(SHIPPED.of("memo"), values))
    assert read_input(tmp_path / "book.xlsx", SHIPPED).values["body"][0]["table"]["rows"] == ROWS


TWO_ROWS = {
    "header": ["โครงการ", "งบประมาณ (บาท)", "<"],
    "subheaders": [["^", "ตั้งไว้", "ใช้ไป"]],
    "rows": [["อบรม", "1,000", "900"], ["รวม", "{sum}", "{sum}"]],
}


def test_a_header_of_two_rows_is_merged_across_both_and_a_workbook_keeps_it(memo_values, tmp_path):
    values = values_with(memo_values, [])
    values["body"][0]["table"] = TWO_ROWS
    first, second, *body = table_of(values).rows
    assert [first.kind, second.kind, *(row.kind for row in body)] == ["header", "header", "body", "body"]
    assert told(first) == [("โครงการ", 1, 2), ("งบประมาณ (บาท)", 2, 1)]
    assert told(second) == [("ตั้งไว้", 1, 1), ("ใช้ไป", 1, 1)]
    (tmp_path / "book.xlsx").write_bytes(workbook_of(SHIPPED.of("memo"), values))
    read = read_input(tmp_path / "book.xlsx", SHIPPED)
    assert read.values["body"][0]["table"] == TWO_ROWS
    assert read.place(("body", 0, "table", "subheaders", 0, 2)).cell.startswith("E")


@pytest.mark.parametrize(
    ("rows", "told_at"),
    [
        ([["ก", "<", "<"]], None),
        ([["^", "ข"]], ("table-row", ("subheaders", 0))),
        ([["^", "ข", "ค"], ["^", "<", "ง"]], ("table-merge", ("subheaders", 1, 1))),
        ([["^", "ข", "{sum}"]], ("column-sum", ("subheaders", 0, 2))),
    ],
    ids=["sound", "short", "torn", "sum"],
)
def test_what_is_wrong_in_a_further_row_of_the_header_is_told_at_its_cell(memo_values, rows, told_at):
    values = values_with(memo_values, [["1", "2", "3"]])
    values["body"][0]["table"] |= {"header": ["ก", "ข", "ค"], "subheaders": rows}
    if told_at is None:
        assert table_of(values).rows[1].kind == "header"
        return
    code, path = told_at
    here = Location("a.yaml", 7, 3)
    assert faults(values, {("body", 0, "table", *path): here}) == [(code, here)]
