"""Workbooks, YAML and CSV files that can be opened and hold what cannot be."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from malformed_files import Case, Make, file
from openpyxl import Workbook, load_workbook
from sample_inputs import values, workbook_bytes

from pipeline.intake.yaml_writer import write_yaml


def spoiled(kind: str, change: Callable[[Any], object]) -> Make:
    """The workbook of a small input with something changed in it."""

    def make(folder: Path) -> Path:
        book = load_workbook(io.BytesIO(workbook_bytes(kind)))
        change(book)
        book.save(folder / "book.xlsx")
        return folder / "book.xlsx"

    return make


def cell(sheet: str, place: str, value: object, number_format: str = "") -> Make:
    """An agreement with another value in one cell."""

    def change(book: Any) -> None:
        book[sheet][place] = value
        if number_format:
            book[sheet][place].number_format = number_format

    return spoiled("agreement", change)


def in_memo(sheet: str, label: str, value: object) -> Make:
    """A memo with another value on one line of a form."""

    def change(book: Any) -> None:
        line = next(row for row in book[sheet].iter_rows() if str(row[0].value).rstrip("* ") == label)
        line[1].value = value

    return spoiled("memo", change)


def body(*rows: tuple[object, ...]) -> Make:
    """A memo whose text is these rows."""

    def change(book: Any) -> None:
        sheet = book["เนื้อความ"]
        for row in sheet.iter_rows(min_row=5, max_row=12):
            for each in row:
                each.value = None
        for number, row in enumerate(rows, 5):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column, value)

    return spoiled("memo", change)


def renamed(old: str, new: str) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        book[old].title = new

    return change


def swapped(book: Any) -> None:
    book["มิติ"].title, book["ตัวชี้วัด"].title = "x", "มิติ"
    book["x"].title = "ตัวชี้วัด"


def only_notes(book: Any) -> None:
    for name in book.sheetnames[1:]:
        del book[name]


def merged(book: Any) -> None:
    book["ตัวชี้วัด"]["F6"] = None
    book["ตัวชี้วัด"].merge_cells("F5:F6")


def column_twice(book: Any) -> None:
    book["ผล"]["K4"], book["ผล"]["K5"] = "ผลที่วัดได้", 5


def untimely(book: Any) -> None:
    book["ตรารับหนังสือ"]["D5"] = "บ่ายโมง"


def foreign(book: Any) -> None:
    book["ผล"]["B5"] = "=[1]Sheet1!A1"


def yaml(text: str | bytes) -> Make:
    return file("a.yaml", text if isinstance(text, bytes) else text.encode())


def changed(kind: str, change: Callable[[dict[str, Any]], object]) -> Make:
    """YAML of a small input with something changed in it."""
    held = values(kind)
    change(held)
    return yaml(write_yaml(held))


def csv(name: str, data: bytes) -> Make:
    """An agreement in YAML without results, and a CSV file beside it."""

    def make(folder: Path) -> Path:
        held = values("agreement")
        held.pop("results")
        (folder / "a.yaml").write_text(write_yaml(held), encoding="utf-8")
        (folder / name).write_bytes(data)
        return folder

    return make


def csv_and_yaml(folder: Path) -> Path:
    (folder / "a.yaml").write_text(write_yaml(values("agreement")), encoding="utf-8")
    (folder / "ผล.csv").write_text("เลขที่ตัวชี้วัด,ผลที่วัดได้\n1,77\n", encoding="utf-8")
    return folder


def blank(folder: Path) -> Path:
    Workbook().save(folder / "book.xlsx")
    return folder / "book.xlsx"


DAY = datetime.datetime(1963, 2, 1)
LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(97 + n)}: &{chr(97 + n)} [{','.join([f'*{chr(96 + n)}'] * 10)}]\n" for n in range(1, 9)
)

SHEETS: list[Case] = [
    ("a workbook of nobody", blank, "ข้อมูลทั่วไป"),
    ("no sheets of data", spoiled("memo", only_notes), "ข้อมูลทั่วไป"),
    ("a sheet lost", spoiled("agreement", lambda book: book.remove(book["มิติ"])), "ไม่มีแผ่นงาน 'มิติ'"),
    ("a sheet renamed", spoiled("agreement", renamed("มิติ", "Sheet1")), "เปลี่ยนชื่อเป็น 'มิติ'"),
    ("a sheet misspelt", spoiled("agreement", renamed("ตัวชี้วัด", "ตัวชี้วด")), "ตัวชี้วด"),
    ("two sheets swapped", spoiled("agreement", swapped), "สลับแผ่นงานหรือไม่"),
    ("no header", spoiled("agreement", lambda book: book["มิติ"].delete_rows(1, 4)), "ไม่มีแถวหัวคอลัมน์"),
    ("no column", spoiled("agreement", lambda book: book["มิติ"].delete_cols(3)), "'มิติที่ 1' ไม่มีน้ำหนัก"),
    ("a column misspelt", cell("มิติ", "C4", "น้ำหนักมิติ"), "หมายถึง 'น้ำหนักของมิติ' หรือไม่"),
    ("a column twice", spoiled("agreement", column_twice), "มีคอลัมน์ 'ผลที่วัดได้' ซ้ำ"),
    ("data without a title", cell("ผล", "K6", "หมายเหตุ"), "คอลัมน์ที่ไม่มีชื่อ"),
    ("no kind", in_memo("ข้อมูลทั่วไป", "ชนิดของข้อมูล", None), "ชนิดของข้อมูล"),
    ("an unknown kind", in_memo("ข้อมูลทั่วไป", "ชนิดของข้อมูล", "บันทึก"), "บันทึกข้อความ"),
    ("another kind", in_memo("ข้อมูลทั่วไป", "ชนิดของข้อมูล", "คำรับรองการปฏิบัติราชการ"), "ไม่มีแผ่นงาน"),
    ("a line of no form", in_memo("บันทึก", "เรียน", None), "'เรียน'"),
    ("an unknown line", spoiled("memo", lambda book: book["บันทึก"].__setitem__("A6", "หน่วย")), "ไม่รู้จักรายการ"),
    ("a line twice", spoiled("memo", lambda book: book["บันทึก"].__setitem__("A12", "โทร.")), "ซ้ำ|ขาด"),
]
CELLS: list[Case] = [
    ("an error of a formula", cell("ผล", "B5", "#REF!"), "#REF!"),
    ("a division by nothing", cell("ผล", "B5", "#DIV/0!"), "#DIV/0!"),
    ("a formula never saved", cell("ผล", "B5", "=1+1"), "ยังไม่มีค่าที่บันทึกไว้"),
    ("a formula of another file", spoiled("agreement", foreign), "แฟ้มอื่น"),
    ("a word for a number", cell("ผล", "B5", "เจ็ดสิบ"), "ไม่ใช่ตัวเลข"),
    ("a number with its unit", cell("ผล", "E6", "4 ขั้น"), "ไม่ใช่จำนวนเต็ม"),
    ("half a step", cell("ผล", "E6", 4.5), "ไม่ใช่จำนวนเต็ม"),
    ("a number turned into a date", cell("ผล", "B5", datetime.datetime(2026, 5, 1)), "เป็นวันที่"),
    ("a name turned into a date", cell("มิติ", "B5", datetime.datetime(2026, 5, 1)), "เป็นวันที่"),
    ("a number for a date", in_memo("บันทึก", "วันที่ของบันทึก", 43921), "ไม่ใช่วันที่"),
    ("a year of two digits", in_memo("บันทึก", "วันที่ของบันทึก", "1/2/63"), "ปีสองหลัก"),
    ("a year that Excel guessed", in_memo("บันทึก", "วันที่ของบันทึก", DAY), "พ.ศ. 2563 หรือ พ.ศ. 2506"),
    ("a day that no month has", in_memo("บันทึก", "วันที่ของบันทึก", "31 กันยายน 2569"), "กันยายน 2569 มี 30 วัน"),
    (
        "no time of day",
        spoiled("memo", untimely),
        "ไม่ใช่เวลา",
    ),
    ("a fraction of a hundred", cell("ผล", "B5", 0.77), "ร้อยละ 77 หรือร้อยละ 0.77"),
    ("a percentage of a count", cell("ผล", "B7", "0%"), "ไม่ได้วัดเป็นร้อยละ"),
    ("an unknown choice", cell("ผล", "F5", "เลิกแล้ว"), "ให้เลือก"),
    ("an unknown owner", cell("ตัวชี้วัด", "A5", 9), "ไม่มี 'มิติที่ / กลุ่มที่'"),
    ("no owner", cell("กลุ่มตัวชี้วัด", "A5", None), "ไม่ได้ใส่ 'มิติที่'"),
    ("an unknown indicator", cell("ผล", "A5", "11"), "ไม่มีตัวชี้วัดที่"),
    ("two of one number", cell("ตัวชี้วัด", "C6", "1"), "ซ้ำ"),
    ("two dimensions of one number", cell("มิติ", "A6", 1), "ซ้ำ|ไม่มี"),
    ("no name", cell("มิติ", "B5", None), "'ชื่อมิติ'"),
    ("a threshold missing", cell("ตัวชี้วัด", "J5", None), "เกณฑ์ระดับ"),
    ("thresholds out of order", cell("ตัวชี้วัด", "H5", 90), "ไม่เพิ่มขึ้นหรือลดลง"),
    ("a word for a threshold", cell("ตัวชี้วัด", "H5", "สูง"), "ไม่ใช่ตัวเลข"),
    ("thresholds that are not asked for", cell("ตัวชี้วัด", "H6", 1), "ไม่รู้จักช่อง|เกณฑ์"),
    ("weights that do not sum", cell("ตัวชี้วัด", "F5", 40), "ไม่ใช่ 70"),
    ("a weight over a hundred", cell("มิติ", "C5", 700), "แก้เป็น 70"),
    ("a weight below nothing", cell("มิติ", "C5", -70), "ไม่น้อยกว่า 0"),
    ("a weight of two rows", spoiled("agreement", merged), "ผสานเซลล์"),
    ("a number without end", cell("ผล", "B5", "9" * 40), "จำนวนหลัก"),
    ("a year of the other era", cell("ผลงานปีก่อน", "B5", 2002), "2545"),
    ("half a year", cell("ผลงานปีก่อน", "B5", 45), "2545"),
    ("a level of six", cell("ตารางเกณฑ์", "C5", 6), "ระดับ 1 ถึง 5"),
    ("two figures of one result", cell("ผล", "E5", 3), "มากกว่าหนึ่งแบบ"),
    ("no figure", cell("ผล", "B5", None), "ไม่มีตัวเลข"),
    ("prose of no type", body(("วรรค", 1, "ก")), "'แบบ' ไม่มีค่า 'วรรค'"),
    ("an entry of nothing", body(("ข้อ", 2, "ก")), "ไม่มีย่อหน้า"),
    ("an entry too deep", body(("ย่อหน้า", 1, "ก"), ("ข้อ", 4, "ข")), "ต่ำกว่าแถวบน"),
    ("a depth in words", body(("ย่อหน้า", "หนึ่ง", "ก"), ("ข้อ", "สอง", "ข")), "เลข 1 ถึง 9"),
    ("entries behind bullets", body(("ย่อหน้า", 1, "ก"), ("ขีด", 2, "ข"), ("ข้อ", 2, "ค")), "ต้องมาก่อนขีด"),
    ("a row of no table", body(("ย่อหน้า", 1, "ก"), ("แถวตาราง", 2, "ข")), "ไม่มีหัวตาราง"),
    (
        "two tables",
        body(("ย่อหน้า", 1, "ก"), ("หัวตาราง", 2, "ข"), ("แถวตาราง", 2, "1"), ("หัวตาราง", 2, "ค")),
        "มีตารางอยู่แล้ว",
    ),
    ("a row too long", body(("ย่อหน้า", 1, "ก"), ("หัวตาราง", 2, "ข"), ("แถวตาราง", 2, "ค", "ง")), "มี 2 ช่อง"),
    ("no text at all", body(), "อย่างน้อย 1"),
    ("a name that is not known", body(("ย่อหน้า", 1, "{nothing}")), "nothing"),
    ("a chapter without a title", cell("ยุทธศาสตร์", "A5", "ย่อหน้า"), "ไม่มีหัวข้อ"),
]
TEXTS: list[Case] = [
    ("an empty file", yaml(""), "แฟ้มว่าง"),
    ("only remarks", yaml("# ก\n"), "แฟ้มว่าง"),
    ("UTF-16", yaml("kind: memo\n".encode("utf-16")), "UTF-16"),
    ("TIS-620", yaml("kind: memo\nbody: [ก]\n".encode("tis-620")), "TIS-620"),
    ("a picture for text", yaml(b"\x89PNG\r\n\x1a\n\0\0"), "PNG"),
    ("a tab", yaml("kind: memo\noffice:\n\tname: ก\n"), "แท็บ"),
    ("a quotation mark too few", yaml('kind: "memo\n'), "ไม่ได้ปิด"),
    ("a bracket too few", yaml("kind: memo\nbody: [ก\n"), "ไม่ได้ปิด"),
    ("a field twice", yaml("kind: memo\nkind: memo\n"), "ซ้ำ"),
    ("a list for an input", yaml("- ก\n"), "ชื่อช่อง: ค่า"),
    ("a word for an input", yaml("สวัสดี\n"), "ชื่อช่อง: ค่า"),
    ("no kind in YAML", yaml("office: {name: ก}\n"), "kind"),
    ("a misspelt kind", yaml("kind: mem\n"), "หมายถึง 'memo' หรือไม่"),
    ("a tag", yaml("kind: !!python/object/apply:os.system [ls]\n"), "ไม่รู้จักชนิดของข้อมูล"),
    ("data without end", yaml("a: " + "[" * 200 + "]" * 200 + "\n"), "ซ้อนกันหลายชั้นเกินไป"),
    ("a billion laughs", yaml(LAUGHS), "50,000 ค่า"),
    ("six megabytes of YAML", yaml(b"# " + b"x" * 6_000_000), "ใหญ่เกิน 5 MB"),
    ("a control character", yaml("kind: memo\nbody: [\x07]\n"), "อักขระควบคุม"),
    ("two documents", yaml("kind: memo\n---\nkind: memo\n"), "---"),
    ("an alias of nothing", yaml("kind: *x\n"), "อ้างถึงชื่อ"),
    ("an unknown field", changed("memo", lambda v: v["memo"].update(fone="1")), "หมายถึง 'phone' หรือไม่"),
    ("a field missing", changed("memo", lambda v: v["memo"].pop("to")), "ขาดช่อง"),
    ("text for a list", changed("memo", lambda v: v.update(body="ก")), "ต้องเป็นรายการ"),
    ("a list for text", changed("memo", lambda v: v["memo"].update(to=["ก"])), "ต้องเป็นข้อความ"),
    ("text for a record", changed("memo", lambda v: v.update(office="ก")), "ต้องเป็นกลุ่มข้อมูล"),
    ("a folder for a file", lambda folder: _folder_called(folder, "a.yaml"), "ไม่มีแฟ้ม|ว่าง"),
]
TABLES: list[Case] = [
    ("CSV in half a letter", csv("ผล.csv", "เลขที่ตัวชี้วัด,ผลที่วัดได้\n1,77\n".encode("utf-16")[:-1]), "UTF-16"),
    ("CSV in broken UTF-8", csv("ผล.csv", "เลขที่ตัวชี้วัด,ผลที่วัดได้\n1,ยกเลิก\n".encode()[:-2] + b"\n"), "UTF-8"),
    ("CSV in French", csv("ผล.csv", "numéro,résultat\n1,77\n".encode("cp1252")), "UTF-8"),
    ("CSV of a misspelt table", csv("ตัวชี้วด.csv", "มิติที่,กลุ่มที่\n1,1\n".encode()), "หมายถึง 'ตัวชี้วัด' หรือไม่"),
    ("CSV without a column", csv("ผล.csv", "ผลที่วัดได้\n77\n".encode()), "ขาดคอลัมน์ 'เลขที่ตัวชี้วัด'"),
    ("CSV without a header", csv("ผล.csv", b"1,77\n2,80\n"), "ไม่มีแถวหัวคอลัมน์"),
    ("CSV with half a quotation", csv("ผล.csv", 'เลขที่ตัวชี้วัด\n"1'.encode()), '"'),
    ("CSV of an unknown owner", csv("ผล.csv", "เลขที่ตัวชี้วัด,ผลที่วัดได้\n9,77\n".encode()), "ไม่มีตัวชี้วัดที่"),
    ("CSV with a word for a number", csv("ผล.csv", "เลขที่ตัวชี้วัด,ผลที่วัดได้\n1,มาก\n".encode()), "ไม่ใช่ตัวเลข"),
    ("CSV of ten thousand rows", csv("ผล.csv", ("เลขที่ตัวชี้วัด\n" + "1\n" * 10_000).encode()), "5,000 แถว"),
    ("CSV and YAML of one thing", csv_and_yaml, "อยู่ในแฟ้มอื่นด้วย"),
    ("CSV alone", file("ผล.csv", b"a\n1\n"), "ตารางเดียว"),
]


def _folder_called(folder: Path, name: str) -> Path:
    (folder / name).mkdir()
    return folder / name
