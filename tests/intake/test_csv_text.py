"""Tables as text: each encoding and separator that Excel writes in Thailand, and what is refused."""

from __future__ import annotations

import pytest

from pipeline.diagnostics import InputError
from pipeline.intake.csv_text import table_rows

TABLE = "id,ชื่อหน่วยงาน,เป้าหมาย\r\nเลย,สำนักงานจังหวัดเลย,๑๘\r\nน่าน,สำนักงานจังหวัดน่าน,20\r\n"
ROWS = [["id", "ชื่อหน่วยงาน", "เป้าหมาย"], ["เลย", "สำนักงานจังหวัดเลย", "๑๘"], ["น่าน", "สำนักงานจังหวัดน่าน", "20"]]


def fields(data: bytes) -> list[list[str]]:
    return [row for _, row in table_rows(data, "t.csv")]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp874", "tis-620"]
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_each_encoding_and_separator_gives_the_same_rows(encoding: str, separator: str) -> None:
    assert fields(TABLE.replace(",", separator).encode(encoding)) == ROWS


@pytest.mark.parametrize("first", ["sep=|\n", "SEP=|\r\n", '"sep=|"\r\n'])
def test_a_first_line_may_name_the_separator_and_is_no_row(first: str) -> None:
    lines = list(table_rows((first + "id|a;b\nเลย|1,2\n").encode(), "t.csv"))
    assert lines == [(2, ["id", "a;b"]), (3, ["เลย", "1,2"])]


def test_separators_inside_quotation_marks_do_not_count() -> None:
    assert fields(b'id;"a,b,c,d"\n1;2\n') == [["id", "a,b,c,d"], ["1", "2"]]


def test_a_row_is_named_by_the_line_that_it_begins_on() -> None:
    text = 'id,a\r\n1,"x\r\ny"\r\n\r\n2,z\r\n'
    assert list(table_rows(text.encode(), "t.csv")) == [
        (1, ["id", "a"]),
        (2, ["1", "x\r\ny"]),
        (4, []),
        (5, ["2", "z"]),
    ]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (TABLE.encode()[:-4] + b"\xe0\xb8\r\n", "encoding", 3),
        ("numéro,été\n1,2\n".encode("cp1252"), "encoding", 1),
        ("Köln,Größe\n1,2\n".encode("cp1252"), "encoding", 1),
        ("番号,名前\n1,2\n".encode("gbk"), "encoding", 1),
        ("id,ก\n".encode("utf-16")[:-1], "encoding", 1),
        (b'id,a\n1,"x\n2,y\n', "csv-syntax", 2),
        (b'sep=;\nid;a\n1;"x\n', "csv-syntax", 3),
        (b"PK\x03\x04xl/workbook.xml", "wrong-kind", 0),
        (b"id\n" + b"1\n" * 2_600_000, "too-large", 0),
    ],
)
def test_what_is_not_certain_is_refused_at_its_line(data: bytes, code: str, line: int) -> None:
    with pytest.raises(InputError) as caught:
        fields(data)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.location and fault.location.line) == (code, line)
