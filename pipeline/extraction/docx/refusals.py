"""Why a DOCX cannot be read, and what its owner can do."""

from __future__ import annotations

from typing import NoReturn

from pipeline.diagnostics import Diagnostic, InputError, Location, Message
from pipeline.intake.opening import WORD, wrong_kind

_SAVE_AGAIN = Message(
    "เปิดด้วย Word หรือ LibreOffice แล้วบันทึกเป็น .docx ใหม่",
    "open it in Word or LibreOffice and save it as .docx again",
)
_FOUND = {
    "password": (
        Message("แฟ้มมีรหัสผ่าน", "the file is protected by a password"),
        Message("เอารหัสผ่านออก แล้วบันทึกใหม่", "take the password off and save it again"),
    ),
    "old-word": (
        Message("เป็นแฟ้ม Word รุ่นเก่า (.doc)", "this is a file of an old Word (.doc)"),
        _SAVE_AGAIN,
    ),
    "macro": (
        Message("แฟ้มมีมาโคร จึงไม่เปิดอ่าน", "the file holds macros and is not read"),
        Message("บันทึกเป็น .docx ที่ไม่มีมาโคร", "save it as a .docx without macros"),
    ),
    "open-document": (
        Message("เป็นแฟ้ม OpenDocument ไม่ใช่ .docx", "this is an OpenDocument file, no .docx"),
        _SAVE_AGAIN,
    ),
    "not-docx": (
        Message("ไม่ใช่แฟ้ม .docx", "this is no .docx file"),
        Message("ตรวจว่าเลือกแฟ้มถูก", "check that it is the right file"),
    ),
    "damaged": (
        Message("แฟ้มเสียหรือไม่ครบ", "the file is damaged or cut short"),
        Message(
            "คัดลอกหรือดาวน์โหลดใหม่ หรือซ่อมด้วย Word แล้วบันทึกใหม่", "copy it anew, or let Word repair and save it"
        ),
    ),
    "too-large": (
        Message("แฟ้มใหญ่เกินกว่าเอกสารจริง", "the file is larger than any real paper"),
        Message(
            "ตรวจว่าเลือกแฟ้มถูก หรือลดขนาดรูปภาพ", "check that it is the right file, or make its pictures smaller"
        ),
    ),
    "too-deep": (
        Message("ตารางหรือข้อความซ้อนกันลึกเกินไป", "its tables or texts are nested too deeply"),
        _SAVE_AGAIN,
    ),
}


def refuse(code: str, source: str) -> NoReturn:
    """Raises the `InputError` of `code` for the file named `source`."""
    what, remedy = _FOUND[code]
    raise InputError([Diagnostic(f"docx-{code}", what, remedy, Location(source))])


def refuse_other_kind(source: str, data: bytes) -> NoReturn:
    """Raises `InputError` for a file that is no DOCX, and says what it is, where that is known."""
    fault = wrong_kind(source, WORD, data)
    if fault is None:
        refuse("not-docx", source)
    raise InputError([fault])
