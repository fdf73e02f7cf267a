import pytest

from pipeline.extraction.extracted import ExtractedParagraph, ExtractedTable
from pipeline.extraction.text_reader import read_text


def read(*lines):
    return read_text("\n".join(lines), "paper.txt")


def said(paper):
    """Line and text of each paragraph outside tables."""
    return [(b.place.line, b.text) for b in paper.blocks if isinstance(b, ExtractedParagraph)]


def grids(paper):
    return [b.grid for b in paper.blocks if isinstance(b, ExtractedTable)]


def test_paragraphs_have_the_line_they_begin_on():
    assert said(read("", "ก่อน", "", "", "หลัง")) == [(2, "ก่อน"), (5, "หลัง")]


def test_lines_that_a_hard_line_end_parts_are_one_paragraph():
    assert said(read("ข้อความ  ", "ต่อกัน", "ใหม่")) == [(1, "ข้อความ\nต่อกัน"), (3, "ใหม่")]


def test_a_long_line_goes_on_in_the_next_but_not_into_an_entry_of_a_list():
    long = "ข้อความที่ยาวพอจะถึงขอบกระดาษด้านขวา จึงถูกตัดไปขึ้นบรรทัดใหม่โดยโปรแกรมพิมพ์"
    assert said(read(long, "บรรทัดต่อ", "๑) รายการ")) == [(1, f"{long}\nบรรทัดต่อ"), (3, "๑) รายการ")]


def test_marks_of_looks_are_left_out_and_headings_keep_their_level():
    paper = read("## **หัวข้อ** <u>ขีดเส้น</u>", "", "**ชื่อตัวหนา**", "", "ร้อยละ 50*")
    assert [(b.text, b.level, b.style) for b in paper.paragraphs] == [
        ("หัวข้อ ขีดเส้น", 2, ""),
        ("ชื่อตัวหนา", 0, "bold"),
        ("ร้อยละ 50*", 0, ""),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("ก\tข", "๑\t๒"),
        ("| ก | ข |", "|---|---|", "| ๑ | ๒ |"),
        ("<table>", "<tr><th>ก</th><th>ข</th></tr>", "<tr><td>๑</td><td>๒</td></tr>", "</table>"),
    ],
    ids=["tabs", "bars", "html"],
)
def test_a_table_is_read_from_tabs_bars_and_html(lines):
    assert grids(read("นำ", "", *lines, "", "ตาม")) == [(("ก", "ข"), ("๑", "๒"))]


def test_each_row_of_a_table_has_its_line():
    paper = read("", "| ก | ข |", "|---|---|", "| ๑ | ๒ |")
    assert [row.place.line for row in paper.tables[0].rows] == [2, 4]


def test_a_merged_cell_of_html_covers_its_places():
    html = "<table><tr><td rowspan=2>ก</td><td>ข</td></tr><tr><td>ค</td></tr></table>"
    assert grids(read(html)) == [(("ก", "ข"), ("ก", "ค"))]


def test_paragraphs_of_one_cell_stay_apart():
    paper = read("ก\tข", "<p>๑) หนึ่ง</p> <p>๒) สอง</p>\tข")
    assert [p.text for p in paper.tables[0].rows[1].cells[0].paragraphs] == ["๑) หนึ่ง", "๒) สอง"]


def test_one_line_with_a_tab_is_no_table():
    assert said(read("ที่ นร ๐๑๐๖/๑\tวันที่ ๓ มีนาคม ๒๕๖๗")) == [(1, "ที่ นร ๐๑๐๖/๑\tวันที่ ๓ มีนาคม ๒๕๖๗")]


SPACED = """\
ตารางที่ ๑ ผลรายอำเภอ
ลำดับ     อำเภอ       เป้าหมาย     ร้อยละ
                      (ราย)
๑         เมือง       ๖๐๐          ๙๐
          ขอนแก่น
๒         น้ำพอง      ๕๐๐          ๘๐

๓         ชุมแพ       ๕๐๐          ๙๒
รวม                   ๑,๖๐๐        ๙๐
          ตารางที่ ๒ น้ำหนัก
"""


def test_a_table_that_a_converter_set_with_spaces_is_one_and_its_rows_keep_their_lines() -> None:
    caption, table, following = read_text(SPACED, "a.txt").blocks
    assert table.grid == (
        ("ลำดับ", "อำเภอ", "เป้าหมาย(ราย)", "ร้อยละ"),
        ("๑", "เมืองขอนแก่น", "๖๐๐", "๙๐"),
        ("๒", "น้ำพอง", "๕๐๐", "๘๐"),
        ("๓", "ชุมแพ", "๕๐๐", "๙๒"),
        ("รวม", "", "๑,๖๐๐", "๙๐"),
    )
    assert [row.place.line for row in table.rows] == [2, 4, 6, 8, 9]
    assert (caption.text, following.text) == ("ตารางที่ ๑ ผลรายอำเภอ", "ตารางที่ ๒ น้ำหนัก")


@pytest.mark.parametrize(
    "text",
    [
        "(นายก ข)    (นายค ง)    (นายจ ฉ)\nปลัด    อธิบดี    เลขา\n1 ม.ค. 2563    2 ม.ค. 2563    3 ม.ค. 2563",
        "ก     ๑     ๒\nข     ๓     ๔\nค     ๕     ๖",
        "ชื่อ     ปี     จำนวน\nก     ๑     ๒",
    ],
    ids=["signers side by side", "no header", "too short"],
)
def test_what_is_not_certainly_a_table_of_spaces_is_text(text: str) -> None:
    assert read_text(text, "a.txt").tables == ()


def test_a_line_much_shorter_than_the_longest_was_ended_and_not_wrapped() -> None:
    head, long = "ตัวชี้วัดที่ 3 " + "ก" * 60, "ข" * 200
    assert [block.text for block in read_text(f"{head}\n{long}\n{long}", "a.txt").blocks] == [
        head,
        f"{long}\n{long}",
    ]
