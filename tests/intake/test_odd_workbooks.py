"""Workbooks as other programs write them: read wherever a value is certain, asked about where it is not."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from raw_workbooks import MAIN, RELATIONS, STYLES, parts_of, styles_of, zipped

from pipeline.diagnostics import InputError
from pipeline.intake import xlsx_walk
from pipeline.intake.sheets import Book
from pipeline.intake.xlsx_reader import read_book

ONE = '<row r="1"><c r="A1"><v>7</v></c></row>'


def read(folder: Path, rows: str, **options: Any) -> Book:
    return read_book(zipped(parts_of(rows, **options), folder))


def texts(book: Book) -> dict[str, str]:
    (sheet,) = book.sheets
    return {sheet.place(r, c).cell: cell.text for r, row in sheet.rows.items() for c, cell in row.items()}


def doubts(book: Book) -> list[tuple[str, str]]:
    return [(fault.code, fault.location.cell) for fault in book.faults if fault.location]


def refused(folder: Path, rows: str, **options: Any) -> str:
    with pytest.raises(InputError) as caught:
        read(folder, rows, **options)
    return caught.value.diagnostics[0].code


def inline(text: str) -> str:
    return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def test_rows_and_cells_without_a_number_count_by_position(tmp_path: Path) -> None:
    rows = (
        "<row><c><v>1</v></c><c/><c><v>3</v></c></row>"
        '<row r="4"><c><v>4</v></c><c r="D4"><v>44</v></c><c><v>45</v></c></row>'
        "<row><c><v>5</v></c></row>"
        '<row><c r="B9"><v>9</v></c></row>'
        "<row><c><v>10</v></c></row>"
    )
    expected = {"A1": "1", "C1": "3", "A4": "4", "D4": "44", "E4": "45", "A5": "5", "B9": "9", "A10": "10"}
    assert texts(read(tmp_path, rows)) == expected


def test_what_is_told_of_a_row_without_a_number_is_told_at_its_place(tmp_path: Path) -> None:
    rows = '<row/><row hidden="1"><c><v>1</v></c><c><f>1+1</f></c></row><row><c t="e"><v>#N/A</v></c></row>'
    book = read(tmp_path, rows)
    assert set(doubts(book)) == {("formula-unsaved", "B2"), ("formula-error", "A3")}
    assert [remark.location and remark.location.cell for remark in book.remarks] == ["A2"]


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        ("ก_x000D_\nข", "ก\nข"),
        ("ก_x000d_ข", "ก\nข"),
        ("ก_x000A_ข", "ก\nข"),
        ("ก&#13;&#10;ข", "ก\nข"),
        ("ก_x000B_ข", "ก\nข"),
        ("_x0E01__x0E02_", "กข"),
        ("_x005F_x000D_", "_x000D_"),
        ("_xD83D__xDE00_", "\U0001f600"),
        ("file_x12.csv", "file_x12.csv"),
        ("ก_x000D_", "ก"),
    ],
)
def test_an_escaped_letter_is_what_it_stands_for_wherever_text_stands(
    tmp_path: Path, stored: str, seen: str
) -> None:
    shared = f'<c t="s"><v>0</v></c><c t="str"><f>A1</f><v>{stored}</v></c>'
    book = read(tmp_path, f"<row>{shared}{inline(stored)}</row>", strings=f"<si><t>{stored}</t></si>")
    assert texts(book) == dict.fromkeys(("A1", "B1", "C1"), seen)


def test_a_control_character_that_no_paper_can_print_is_told_at_its_cell(tmp_path: Path) -> None:
    assert doubts(read(tmp_path, f"<row>{inline('ก_x0007_ข')}</row>")) == [("control-character", "A1")]


def test_runs_are_put_together_and_readings_above_them_left_out(tmp_path: Path) -> None:
    rich = "<r><t>ผล</t></r><r><rPr><b/></rPr><t>รอบ</t></r>"
    read_aloud = '<rPh sb="0" eb="1"><t>อ่าน</t></rPh><phoneticPr fontId="1"/>'
    rows = f'<row><c t="s"><v>0</v></c><c t="inlineStr"><is>{rich}{read_aloud}</is></c></row>'
    assert texts(read(tmp_path, rows, strings=f"<si>{rich}{read_aloud}</si>")) == dict.fromkeys(
        ("A1", "B1"), "ผลรอบ"
    )


@pytest.mark.parametrize(
    ("number_format", "stored", "seen"),
    [
        (59, "17", "17"),
        (60, "17.5", "17.50"),
        (62, "18500", "18500.00"),
        (67, "0.8", "80%"),
        (68, "0.8567", "85.67%"),
        (71, "45550", "2024-09-15"),
        (72, "45550", "2024-09-15"),
        (74, "45550", "2024-09-15"),
        (75, "0.5625", "13.30"),
        (77, "45550.5625", "2024-09-15 13.30"),
        (79, "1.0625", "25.30"),
        (81, "45550", "2024-09-15"),
        (14, "45550", "2024-09-15"),
        (14, "45550.999999", "2024-09-15"),
        ("d/m/yyyy h:mm", "45550.999999", "2024-09-15 23.59"),
        ("[$-D07041E]d mmmm yyyy;@", "45550", "2024-09-15"),
        ("[$-107041E]d mmm yy", "23043", "1963-02-01"),
        ("d/m/bbbb", "23043", "1963-02-01"),
        ("d mmmm &quot;พ.ศ.&quot; bbbb", "45550", "2024-09-15"),
        ("ว ดดดด ปปปป", "45550", "2024-09-15"),
        ("[$-D000000]0.00", "17.5", "17.50"),
        ("0&quot; วันทำการ&quot;", "12", "12"),
        ("0 คน", "12", "12"),
        ("[Red][&gt;100]0.0;0", "12", "12.0"),
        ("yyyy-mm-dd hh:mm:ss.000", "45550.5", "2024-09-15 12.00"),
        ("[h]:mm", "1.5", "36.00"),
        ("0.00E+00", "1500", "1500.00"),
    ],
)
def test_a_format_says_what_a_person_sees(
    tmp_path: Path, number_format: int | str, stored: str, seen: str
) -> None:
    book = read(tmp_path, f'<row><c s="1"><v>{stored}</v></c></row>', styles=styles_of(number_format))
    assert (texts(book), book.faults) == ({"A1": seen}, ())


def test_days_of_a_workbook_of_1904_are_counted_from_there(tmp_path: Path) -> None:
    rows = '<row><c s="1"><v>44088</v></c></row>'
    assert texts(read(tmp_path, rows, styles=styles_of(14), properties='date1904="1"')) == {
        "A1": "2024-09-15"
    }


def test_what_looks_hold_besides_number_formats_stops_nothing(tmp_path: Path) -> None:
    styles = (
        '<numFmts count="0"/><fonts><font/></fonts><fills><fill/><bogus a="1"/></fills><borders/>'
        '<cellStyleXfs><xf numFmtId="14" note="1"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0" odd="1" fontId="99"/><xf numFmtId="9" xfId="77"><bad x=""/></xf></cellXfs>'
        '<cellStyles><cellStyle/><cellStyle name="ก"/><cellStyle name="ก"/></cellStyles>'
        '<dxfs><dxf><numFmt numFmtId="9" formatCode="d/m/yyyy"/></dxf></dxfs>'
    )
    rows = '<row><c s=""><v>7</v></c><c s="1"><v>0.8</v></c><c s="0" cm="x" odd=""><v>9</v></c></row>'
    assert texts(read(tmp_path, rows, styles=styles)) == {"A1": "7", "B1": "80%", "C1": "9"}


def _renamed(parts: dict[str, str], turn: Any) -> dict[str, str]:
    return {name if name.startswith("[") else turn(name): content for name, content in parts.items()}


def _replaced(parts: dict[str, str], old: str, new: str) -> dict[str, str]:
    return {name: content.replace(old, new) for name, content in parts.items()}


PLAIN = parts_of(ONE)


@pytest.mark.parametrize(
    "parts",
    [
        _renamed(PLAIN, lambda name: name.replace("/", "\\")),
        _renamed(PLAIN, lambda name: "/" + name),
        _renamed(PLAIN, str.upper),
        _replaced(PLAIN, 'Target="worksheets/', 'Target="/xl/worksheets/'),
        _replaced(PLAIN, 'Target="worksheets/', 'Target="../xl/./worksheets/'),
        _replaced(PLAIN, 'Target="worksheets/', 'Target="worksheets\\'),
        _replaced(
            _replaced(PLAIN, MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
            RELATIONS,
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
        _renamed(
            _replaced(PLAIN, "workbook.xml", "workbook2.xml"), lambda name: name.replace("book.", "book2.")
        ),
        {name: content for name, content in PLAIN.items() if name != "_rels/.rels"},
        PLAIN | {"docProps/core.xml": "<x", "xl/theme/theme1.xml": "\0", "xl/comments1.xml": "<!DOCTYPE x>"},
        {name: content.replace(' r="1"', "").replace(' r="A1"', "") for name, content in PLAIN.items()},
    ],
)
def test_a_package_of_other_manners_is_read(tmp_path: Path, parts: dict[str, str]) -> None:
    assert texts(read_book(zipped(parts, tmp_path))) == {"A1": "7"}


def test_values_of_each_kind_are_read(tmp_path: Path) -> None:
    rows = (
        '<row><c t="b"><v>1</v></c><c t="d" s="1"><v>2024-09-15</v></c><c t="str"><f>""</f><v></v></c>'
        '<c t="n"><v>1.5E3</v></c><c><v>1234567890123456789</v></c><c><v>0.30000000000000004</v></c>'
        '<c><f t="shared" ref="G1:H1" si="0">A1</f><v>1</v></c><c><f t="shared" si="0"/><v>2</v></c></row>'
    )
    book = read(tmp_path, rows, styles=styles_of(14))
    expected = ["true", "2024-09-15", "1500", "1234567890123456789", "0.3", "1", "2"]
    assert (list(texts(book).values()), book.faults) == (expected, ())


@pytest.mark.parametrize(
    ("formula", "foreign"),
    [
        ("[1]Sheet1!A1", True),
        ("SUM('[1]แผน ก (2)'!A1:A3)", True),
        ("'C:\\x\\[plan.xlsx]ผล'!A1", True),
        ("[1]!ชื่อ+1", True),
        ("SUM([0]!ชื่อ)", False),
        ("SUM(Table1[ค่า])+แผน!A1", False),
        ("Table1[[#This Row],[ค่า]]", False),
        ('IF(A1="[1]x!",1,2)', False),
    ],
)
def test_only_a_formula_of_another_file_is_asked_about(tmp_path: Path, formula: str, foreign: bool) -> None:
    told = formula.replace('"', "&quot;")
    book = read(tmp_path, f"<row><c><f>{told}</f><v>1</v></c></row>")
    assert doubts(book) == ([("external-link", "A1")] if foreign else [])


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ('<row><c s="9"><v>1</v></c><c s="9" t="str"><v>ก</v></c></row>', ("odd-value", "A1")),
        ("<row><c><v>x</v></c></row>", ("odd-value", "A1")),
        ("<row><c><v>1e999</v></c></row>", ("odd-value", "A1")),
        ("<row><c><v>1_0</v></c></row>", ("odd-value", "A1")),
        ('<row><c t="b"><v>7</v></c></row>', ("odd-value", "A1")),
        ('<row><c t="z"><v>7</v></c></row>', ("odd-value", "A1")),
        ('<row r="2"><c r="A3"><v>1</v></c></row>', ("odd-place", "A3")),
        ('<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>', ("odd-place", "A2")),
        ('<row><c s="1"><v>-3</v></c></row>', ("no-such-day", "A1")),
        ('<row><c s="1"><v>99999999</v></c></row>', ("no-such-day", "A1")),
    ],
)
def test_a_value_in_doubt_is_asked_about_at_its_cell(
    tmp_path: Path, rows: str, found: tuple[str, str]
) -> None:
    assert doubts(read(tmp_path, rows, styles=styles_of(14))) == [found]


def merged(*areas: str) -> str:
    return "<mergeCells>" + "".join(f'<mergeCell ref="{area}"/>' for area in areas) + "</mergeCells>"


SQUARE = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>4</v></c></row>"


@pytest.mark.parametrize(
    ("areas", "found", "a2"),
    [
        (["A1:A2"], [], "1"),
        (["A1:A1048576"], [], "1"),
        (["A1:A2", "A1:A2"], [], "1"),
        (["D1:XFD1048576", "A9:B9"], [], None),
        (["A1:B2"], [("merged-over", "B1")], "1"),
        (["A1:XFD1048576"], [("merged-over", "B1")], "1"),
        (["A1:A2", "A2:B2"], [("merged-overlap", "A2")], None),
        (["A1:A2"] * 3 + ["A1:B4999"] * 3, [("merged-overlap", "A1")], None),
    ],
)
def test_what_is_beneath_merged_cells_is_neither_dropped_nor_read_for_another(
    tmp_path: Path, areas: list[str], found: list[tuple[str, str]], a2: str | None
) -> None:
    book = read(tmp_path, SQUARE, behind=merged(*areas))
    assert (doubts(book), texts(book).get("A2"), texts(book)["B2"]) == (found, a2, "4")


LONG = "<si><t>" + "ก" * 32_000 + "</t></si>"
MANY = "<row>" + '<c t="s"><v>0</v></c>' * 180 + "</row>"


@pytest.mark.parametrize(
    ("rows", "options", "code"),
    [
        (MANY * 2, {"strings": LONG}, "too-much-text"),
        ("<row>" + "<c><is><r>" * 2_000, {}, "too-many"),
        (ONE, {"styles": STYLES + "<xf/>" * 5_000}, "too-many"),
        (f'<row odd="{"x" * 4_000_000}"/>', {}, "xml-overgrown"),
        (f"<row {' '.join(f'a{n}=' + chr(34) * 2 for n in range(2_000))}/>", {}, "xml-overgrown"),
        (f"<row><c><f>{'1+' * 9_000}1</f><v>1</v></c></row>", {}, "broken-workbook"),
    ],
    ids=["shared", "deep", "styles", "tag", "attributes", "formula"],
)
def test_a_workbook_without_end_is_refused_early(
    tmp_path: Path, rows: str, options: dict[str, str], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_walk, "MAX_ELEMENTS", 5_000)
    assert refused(tmp_path, rows, **options) == code


def test_a_text_longer_than_a_cell_can_hold_is_told_at_its_cell(tmp_path: Path) -> None:
    book = read(tmp_path, '<row><c t="s"><v>0</v></c></row>', strings=f"<si><t>{'ก' * 33_000}</t></si>")
    assert doubts(book) == [("too-long", "A1")]


def test_two_sheets_of_one_part_are_refused(tmp_path: Path) -> None:
    parts = _replaced(PLAIN, "<sheets>", '<sheets><sheet name="x" sheetId="2" r:id="r1"/>')
    with pytest.raises(InputError) as caught:
        read_book(zipped(parts, tmp_path))
    assert caught.value.diagnostics[0].code == "broken-workbook"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_package_packed_as_excel_never_does_is_refused_in_words(tmp_path: Path, method: int) -> None:
    with pytest.raises(InputError) as caught:
        read_book(zipped(PLAIN, tmp_path, method))
    assert caught.value.diagnostics[0].code == "odd-zip"
