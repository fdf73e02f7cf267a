"""Explains unreadable files: OS errors and wrong file types (magic bytes)."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from pipeline.diagnostics import Diagnostic, InputError, Location, Message, diagnose

_NO_FILE = Message("ไม่ใช่แฟ้มข้อมูลธรรมดา (เป็นท่อหรืออุปกรณ์)", "this is no ordinary file (a pipe or a device)")
_SYSTEM = {
    errno.ENOENT: Message("ไม่พบแฟ้มนี้", "there is no such file"),
    errno.ENOTDIR: Message("ไม่พบแฟ้มนี้", "there is no such file"),
    errno.EISDIR: Message("เป็นโฟลเดอร์ ไม่ใช่แฟ้ม", "this is a folder, no file"),
    errno.EACCES: Message("ไม่มีสิทธิ์อ่านแฟ้มนี้", "you may not read this file"),
    errno.EPERM: Message("ไม่มีสิทธิ์อ่านแฟ้มนี้", "you may not read this file"),
    errno.ENAMETOOLONG: Message("ชื่อแฟ้มยาวเกินไป", "the file's name is too long"),
    errno.ENODEV: _NO_FILE,
    errno.ENXIO: _NO_FILE,
    errno.ELOOP: Message("ทางลัดชี้วนกลับมาที่เดิม", "the link leads back to itself"),
}

WORD = Message("เอกสาร Word (.docx)", "a Word file (.docx)")
PDF = Message("แฟ้ม PDF", "a PDF")
TEXT = Message("แฟ้มข้อความ", "a text file")
_OTHER_ZIP = Message("แฟ้มซิป", "a zip file")
_ZIPS = (
    (b"word/document", WORD),
    (b"xl/workbook", Message("สมุดงาน Excel (.xlsx)", "an Excel workbook (.xlsx)")),
    (b"ppt/presentation", Message("แฟ้ม PowerPoint (.pptx)", "a PowerPoint file (.pptx)")),
    (b"opendocument", Message("แฟ้ม OpenDocument", "an OpenDocument file")),
)
_BEGINNINGS = (
    (b"%PDF-", PDF),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        Message("แฟ้ม Office รุ่นเก่าหรือมีรหัสผ่าน", "an old or locked Office file"),
    ),
    (b"\x89PNG", Message("รูปภาพ PNG", "a PNG picture")),
    (b"\xff\xd8\xff", Message("รูปภาพ JPEG", "a JPEG picture")),
    (b"{\\rtf", Message("แฟ้ม RTF", "an RTF file")),
    (b"\x1f\x8b", Message("แฟ้มบีบอัด gzip", "a gzip file")),
)


def ordinary_bytes(path: Path, most: int = -1) -> bytes:
    """The bytes of an ordinary file, at most `most`.

    Raises `OSError`, also for what is no ordinary file: a pipe would be waited for, a device never ends.
    """
    try:
        with open(path, "rb", opener=_without_waiting) as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
            return stream.read(most)
    except ValueError as error:  # a name that no file can have
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)) from error


def _without_waiting(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def why_unreadable(error: OSError) -> Message:
    """What the system says of a file that it does not give us."""
    said = _SYSTEM.get(error.errno or 0)
    return said or Message(f"เปิดอ่านไม่ได้ ({error.strerror})", f"cannot be read ({error.strerror})")


def unreadable(path: Path, error: OSError) -> Diagnostic:
    """The fault of such a file."""
    return diagnose("unreadable", Location(str(path)), reason=why_unreadable(error))


def empty_file(source: str) -> Diagnostic:
    """The fault of a file of no bytes."""
    return diagnose("empty-file", Location(source))


def refuse_what_is_no_file(path: Path) -> None:
    """Raises `InputError` for what is missing, a folder, or no ordinary file."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            number = errno.EISDIR if stat.S_ISDIR(mode) else errno.ENODEV
            raise OSError(number, os.strerror(number))
    except OSError as error:
        raise InputError([unreadable(path, error)]) from error


def kind_of(data: bytes) -> Message | None:
    """What a file is by its first bytes, whatever it is called; `None` for text and what is not known."""
    if data.startswith(b"PK\x03\x04"):
        return next((said for name, said in _ZIPS if name in data), _OTHER_ZIP)
    return next((said for beginning, said in _BEGINNINGS if data.startswith(beginning)), None)


def wrong_kind(source: str, wanted: Message, data: bytes) -> Diagnostic | None:
    """The fault of a file that begins as another kind than its name says; `wanted` is that."""
    found = kind_of(data)
    if found is None or found == wanted:
        return None
    return diagnose("wrong-kind", Location(source), found=found, wanted=wanted)
