"""Faults of words and numbers in Thai."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

MESSAGES = {
    "lexicon-encoding": Entry(
        Message("แฟ้มคำศัพท์ไม่ใช่ข้อความ UTF-8", "the lexicon is not UTF-8 text"),
        Message("บันทึกแฟ้มเป็น UTF-8", "save the file as UTF-8"),
    ),
}
