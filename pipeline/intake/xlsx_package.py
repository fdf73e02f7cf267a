"""Is this file a workbook that can be opened in safety? Looked at before anything is unpacked.

A workbook is a zip of XML parts. Its directory tells the size of each part, so a file that would
unpack to gigabytes is refused unread; what no part of ours ever has (a DTD, macros) is refused too.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from pipeline.diagnostics import Diagnostic, InputError, Location, Message
from pipeline.intake.opening import ordinary_bytes, why_unreadable
from pipeline.intake.xlsx_parts import folded_name

MAX_BYTES = 5_000_000
MAX_UNPACKED = 40_000_000
MAX_PARTS = 2_000

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = Message(
    "เปิดใน Excel หรือ LibreOffice แล้วเลือก บันทึกเป็น → Excel Workbook (.xlsx)",
    "open it in Excel or LibreOffice and choose Save as → Excel Workbook (.xlsx)",
)
_COPY = Message("ใช้แฟ้มสำเนาอื่น หรือดาวน์โหลดใหม่", "use another copy of the file, or download it again")


def open_package(path: Path) -> zipfile.ZipFile:
    """The zip of the workbook at `path`, in memory. Raises `InputError` that say why it is no workbook."""
    place = Location(str(path))
    data = _bytes_of(path, place)
    if data.startswith(_OLE):
        raise InputError([_locked(place) if _ENCRYPTED_STREAM in data else _old(place)])
    if not data.startswith(b"PK"):
        raise InputError([not_a_workbook(place)])
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise InputError([broken(place)]) from error
    if fault := _fault_of(package, place):
        raise InputError([fault])
    return package


def _bytes_of(path: Path, place: Location) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise InputError([_too_large(place)])
        data = ordinary_bytes(path)
    except OSError as error:
        raise InputError([_unreadable(place, error)]) from error
    if not data:
        raise InputError([_empty(place)])
    return data


def _fault_of(package: zipfile.ZipFile, place: Location) -> Diagnostic | None:
    """What the directory of the zip tells against the file, if anything."""
    parts = package.infolist()
    names = {folded_name(part.filename) for part in parts}
    found = (
        (any(part.flag_bits & 1 for part in parts), _locked),
        (len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED, _bomb),
        ("xl/workbook.bin" in names or "mimetype" in names, _other_format),
        ("[content_types].xml" not in names or not any(n.startswith("xl/") for n in names), not_a_workbook),
        (any(name.endswith("vbaproject.bin") for name in names), _macros),
        (len(names) < len(parts) or any(p.compress_type not in _METHODS for p in parts), _odd_zip),
    )
    return next((fault(place) for is_so, fault in found if is_so), None)


def broken(place: Location) -> Diagnostic:
    """The fault of a file that is cut off or damaged."""
    what = Message("แฟ้มเสียหายหรือถูกตัดขาด เปิดเป็นสมุดงานไม่ได้", "the file is damaged or cut off")
    return Diagnostic("broken-workbook", what, _COPY, place)


def _too_large(place: Location) -> Diagnostic:
    limit = MAX_BYTES // 1_000_000
    what = Message(f"แฟ้มใหญ่เกิน {limit} MB", f"the file is larger than {limit} MB")
    remedy = Message(
        "ตรวจว่าเป็นแฟ้มที่ถูกต้อง ลบรูปภาพและแผ่นงานที่ไม่ใช้",
        "check that it is the right file; remove pictures and sheets that are not needed",
    )
    return Diagnostic("too-large", what, remedy, place)


def _unreadable(place: Location, error: OSError) -> Diagnostic:
    remedy = Message(
        "ปิด Excel ที่เปิดแฟ้มอยู่ และตรวจสิทธิ์การอ่าน", "close Excel if it holds it, and check permissions"
    )
    return Diagnostic("unreadable", why_unreadable(error), remedy, place)


def _empty(place: Location) -> Diagnostic:
    what = Message("แฟ้มว่าง (0 ไบต์)", "the file is empty (0 bytes)")
    return Diagnostic("empty-file", what, _COPY, place)


def _locked(place: Location) -> Diagnostic:
    what = Message("แฟ้มมีรหัสผ่าน จึงเปิดอ่านไม่ได้", "the file is locked by a password")
    remedy = Message(
        "เปิดใน Excel แล้วยกเลิกรหัสผ่าน: แฟ้ม → ข้อมูล → ป้องกันสมุดงาน → เข้ารหัสลับด้วยรหัสผ่าน",
        "open it in Excel and remove the password: File → Info → Protect Workbook → Encrypt with Password",
    )
    return Diagnostic("password", what, remedy, place)


def _old(place: Location) -> Diagnostic:
    what = Message("แฟ้มเป็น Excel รุ่นเก่า (.xls)", "this is a file of an old Excel (.xls)")
    return Diagnostic("old-workbook", what, _SAVE_AS, place)


def _other_format(place: Location) -> Diagnostic:
    what = Message("แฟ้มเป็นสมุดงานชนิดอื่น (.xlsb หรือ .ods)", "this is another kind of workbook (.xlsb or .ods)")
    return Diagnostic("other-workbook", what, _SAVE_AS, place)


def not_a_workbook(place: Location) -> Diagnostic:
    """The fault of a file that is something else."""
    ending = Path(place.file).suffix
    what = Message(
        f"แฟ้มนี้ไม่ใช่สมุดงาน Excel แม้ชื่อลงท้ายด้วย {ending}", "this is no Excel workbook, whatever its name says"
    )
    return Diagnostic("not-a-workbook", what, _SAVE_AS, place)


def _odd_zip(place: Location) -> Diagnostic:
    what = Message(
        "แฟ้มบีบอัดด้วยวิธีที่ Excel ไม่ใช้ หรือมีส่วนที่ชื่อซ้ำกัน จึงไม่เปิด",
        "the file is packed as Excel never does, or holds two parts of one name; it is not opened",
    )
    remedy = Message(
        "เปิดใน Excel หรือ LibreOffice แล้วบันทึกอีกครั้ง ถ้าเปิดไม่ได้ให้ขอแฟ้มใหม่จากผู้ส่ง",
        "open it in Excel or LibreOffice and save it again; if that fails, ask its sender for another",
    )
    return Diagnostic("odd-zip", what, remedy, place)


def _macros(place: Location) -> Diagnostic:
    what = Message("สมุดงานมีมาโคร (macro)", "the workbook holds macros")
    remedy = Message(
        "บันทึกเป็น Excel Workbook (.xlsx) ซึ่งไม่มีมาโคร",
        "save it as Excel Workbook (.xlsx), which holds no macros",
    )
    return Diagnostic("macros", what, remedy, place)


def _bomb(place: Location) -> Diagnostic:
    limit = MAX_UNPACKED // 1_000_000
    what = Message(
        f"สมุดงานขยายแล้วใหญ่เกิน {limit} MB จึงไม่เปิด",
        f"the workbook unpacks to more than {limit} MB; it is not opened",
    )
    remedy = Message("คัดลอกเฉพาะข้อมูลไปไว้ในสมุดงานใหม่", "copy only the data to a new workbook")
    return Diagnostic("zip-bomb", what, remedy, place)
