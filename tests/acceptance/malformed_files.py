"""Files that are broken as files: cut off, locked, hostile, or something else than their name says."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from sample_inputs import workbook_bytes

Make = Callable[[Path], Path]
Case = tuple[str, Make, str]
"""What is wrong, how to make it in a folder, and what the message must say."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet2.xml"
_NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def file(name: str, data: bytes) -> Make:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return make


def book(change: Callable[[bytes], bytes]) -> Make:
    def make(folder: Path) -> Path:
        return file("book.xlsx", change(workbook_bytes("memo")))(folder)

    return make


def part(name: str, change: Callable[[bytes], bytes | None]) -> Make:
    """A workbook one of whose parts is changed, or left out by `None`."""
    return book(lambda data: rezipped(data, {name: change}))


def rezipped(data: bytes, changes: dict[str, Callable[[bytes], bytes | None]]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content: bytes | None = old.read(name)
            if name in changes:
                content = changes[name](old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name in changes.keys() - set(old.namelist()):
            new.writestr(name, changes[name](b"") or b"")
    return written.getvalue()


def zipped(**parts: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name.replace("__", "/").replace("_", "."), content)
    return written.getvalue()


def rows_of(cells: str) -> bytes:
    return f"<worksheet {_NAMESPACE}><sheetData>{cells}</sheetData></worksheet>".encode()


def cell_a1(content: str, attributes: str = "") -> bytes:
    return rows_of(f'<row r="1"><c r="A1" {attributes}>{content}</c></row>')


def one_more_cell(content: str, attributes: str = "") -> Callable[[bytes], bytes]:
    """The sheet with a cell behind its last row."""
    row = f'<row r="60"><c r="A60" {attributes}>{content}</c></row></sheetData>'.encode()
    return lambda xml: xml.replace(b"</sheetData>", row)


def too_large(folder: Path) -> Path:
    path = folder / "big.xlsx"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    return path


def encrypted_flag(data: bytes) -> bytes:
    """Sets the bit of a zip that says a part is locked, in each local header and directory entry."""
    locked = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(mark), data):
            locked[found.start() + offset] |= 1
    return bytes(locked)


def lying_size(data: bytes) -> bytes:
    """A bomb whose directory says that it is small."""
    honest = rezipped(data, {SHEET: lambda _: b" " * 80_000_000})
    return honest.replace((80_000_000).to_bytes(4, "little"), (8_000).to_bytes(4, "little"))


def flipped(data: bytes) -> bytes:
    middle = data.index(b"PK\x03\x04", len(data) // 2) + 60
    return data[:middle] + bytes(255 - byte for byte in data[middle : middle + 40]) + data[middle + 40 :]


@cache
def entity_bomb() -> bytes:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE sst [<!ENTITY e0 "ha">{levels}]><sst {_NAMESPACE}><si><t>&e9;</t></si></sst>'.encode()


def external_entity(_: bytes) -> bytes:
    return f'<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/hostname">]><sst {_NAMESPACE}>&x;</sst>'.encode()


def many_parts(data: bytes) -> bytes:
    return rezipped(data, {f"xl/junk{n}.bin": lambda _: b"x" for n in range(2_100)})


def two_books(folder: Path) -> Path:
    for name in ("a.xlsx", "b.xlsx"):
        (folder / name).write_bytes(workbook_bytes("memo"))
    return folder


FILES: list[Case] = [
    ("no bytes", file("a.xlsx", b""), "แฟ้มว่าง"),
    ("fifty megabytes", too_large, "ใหญ่เกิน 5 MB"),
    ("plain text", file("a.xlsx", "ผลรอบ".encode()), "ไม่ใช่สมุดงาน"),
    ("a page of the web", file("a.xlsx", b"<html><table></table></html>"), "ไม่ใช่สมุดงาน"),
    ("a PDF", file("a.xlsx", b"%PDF-1.7\n"), "ไม่ใช่สมุดงาน"),
    ("a picture", file("a.xlsx", b"\x89PNG\r\n\x1a\n"), "ไม่ใช่สมุดงาน"),
    ("a Word file", file("a.xlsx", zipped(Content_Types=b"", word__document_xml=b"<w/>")), "ไม่ใช่สมุดงาน"),
    ("an OpenDocument sheet", file("a.ods", zipped(mimetype=b"application/x", content_xml=b"")), ".ods"),
    ("a binary workbook", file("a.xlsb", zipped(xl__workbook_bin=b"\0")), ".xlsb"),
    ("an old workbook", file("a.xls", OLE + b"W\0o\0r\0k\0b\0o\0o\0k\0" * 40), "รุ่นเก่า"),
    ("an old workbook called new", file("a.xlsx", OLE + b"\0" * 600), "รุ่นเก่า"),
    ("a password", file("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le") * 9), "รหัสผ่าน"),
    ("a zip password", book(encrypted_flag), "รหัสผ่าน"),
    ("macros", part("xl/vbaProject.bin", lambda _: b"\0"), "มาโคร"),
    ("cut in half", book(lambda data: data[: len(data) // 2]), "เสียหาย"),
    ("cut at the end", book(lambda data: data[:-30]), "เสียหาย"),
    ("bytes turned over", book(flipped), "เสียหาย"),
    ("only a signature", file("a.xlsx", b"PK\x03\x04"), "เสียหาย"),
    ("an empty zip", file("a.xlsx", b"PK\x05\x06" + b"\0" * 18), "ไม่ใช่สมุดงาน"),
    ("a zip bomb", part(SHEET, lambda _: b" " * 60_000_000), "ใหญ่เกิน 40 MB"),
    ("a zip bomb that lies", book(lying_size), "เสียหาย"),
    ("thousands of parts", book(many_parts), "ใหญ่เกิน 40 MB"),
    ("a bomb of entities", part(SHEET, lambda _: entity_bomb()), "DTD"),
    ("an entity from outside", part(SHEET, external_entity), "DTD"),
    ("no types", part("[Content_Types].xml", lambda _: None), "ไม่ใช่สมุดงาน"),
    ("no workbook", part("xl/workbook.xml", lambda _: None), "ไม่ใช่สมุดงาน"),
    ("no relations", part("xl/_rels/workbook.xml.rels", lambda _: None), "เสียหาย"),
    ("no sheet", part(SHEET, lambda _: None), "เสียหาย"),
    ("no styles", part("xl/styles.xml", lambda xml: xml[:200]), "เสียหาย"),
    ("XML cut off", part(SHEET, lambda xml: xml[: len(xml) // 2]), "เสียหาย"),
    ("XML of another kind", part(SHEET, lambda _: b"{}"), "เสียหาย"),
    ("a text that is not there", part(SHEET, lambda _: cell_a1("<v>9</v>", 't="s"')), "เสียหาย"),
    ("a cell without a place", part(SHEET, lambda _: rows_of('<row><c r="?"><v>1</v></c></row>')), "เสียหาย"),
    ("a row of no number", part(SHEET, lambda _: rows_of('<row r="x"><c/></row>')), "เสียหาย"),
    ("a style that is not there", part(SHEET, one_more_cell("<v>1</v>", 's="9999"')), "ไม่แน่ชัดว่าหมายถึงค่าใด"),
    (
        "a number that is none",
        part(SHEET, one_more_cell("<v>x</v>")),
        "ไม่แน่ชัดว่าหมายถึงค่าใด",
    ),
    (
        "a million rows",
        part(SHEET, lambda _: rows_of('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
        "A1048576",
    ),
    ("a far column", part(SHEET, lambda _: rows_of('<row r="1"><c r="XFD1"><v>1</v></c></row>')), "XFD1"),
    ("too many cells", part(SHEET, lambda _: rows_of("<row>" + "<c/>" * 100_001 + "</row>")), "100,000 ช่อง"),
    ("too many elements", part(SHEET, lambda _: rows_of("<row/>" * 600_001)), "100,000 ช่อง"),
    ("nothing but a name", lambda folder: folder / "none.xlsx", "ไม่พบแฟ้ม"),
    ("a folder of two workbooks", two_books, "หลายแฟ้ม"),
    ("an empty folder", lambda folder: folder, "ไม่มีแฟ้ม"),
    ("a type of file that is not read", file("a.docm", b"x"), "เป็นข้อมูลไม่ได้"),
]
