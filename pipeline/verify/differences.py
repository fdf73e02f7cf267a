"""What may differ between a paper and its data, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.diagnostics import Lang, Message
from pipeline.extraction.extracted import TextLocation


class Kind(StrEnum):
    """The kind of a difference; the value is stable, for programs."""

    NUMBER = "number"
    SCORE = "score"
    WEIGHT = "weight"
    PERCENT = "percent"
    LEVEL = "level"
    THRESHOLD = "threshold"
    MEASURE = "measure"
    DATE = "date"
    NAME = "name"
    OFFICE = "office"
    POSITION = "position"
    SUBJECT = "subject"
    HEADING = "heading"
    NEGATION = "negation"
    SPELLING = "spelling"
    WORDING = "wording"
    SENTENCE_DELETED = "sentence-deleted"
    SENTENCE_ADDED = "sentence-added"
    SENTENCE_MOVED = "sentence-moved"
    LIST_NUMBER = "list-number"
    PARAGRAPH_DELETED = "paragraph-deleted"
    PARAGRAPH_ADDED = "paragraph-added"
    PARAGRAPH_MOVED = "paragraph-moved"
    SIGNATURE_DELETED = "signature-deleted"
    SIGNATURE_ADDED = "signature-added"
    ROW_DELETED = "row-deleted"
    ROW_ADDED = "row-added"
    ROW_MOVED = "row-moved"
    COLUMN_DELETED = "column-deleted"
    COLUMN_ADDED = "column-added"
    CELL_DELETED = "cell-deleted"
    CELL_ADDED = "cell-added"
    CELLS_SWAPPED = "cells-swapped"
    TABLE_DELETED = "table-deleted"
    TABLE_ADDED = "table-added"
    TABLE_MOVED = "table-moved"
    STRUCK = "struck"
    HIDDEN = "hidden"
    FAINT = "faint"
    TINY = "tiny"
    DISTORTED = "distorted"
    CUT_OFF = "cut-off"
    COVERED = "covered"
    SYMBOL_FONT = "symbol-font"
    DIRECTION = "direction"
    TRACKED_CHANGE = "tracked-change"
    COMMENT = "comment"
    FIELD = "field"
    ASIDE = "aside"
    ALTERNATE = "alternate"
    EMBEDDED = "embedded"
    PICTURE_CHANGED = "picture-changed"
    PICTURE_ADDED = "picture-added"
    PICTURE_DELETED = "picture-deleted"
    FILLED = "filled"


KINDS: dict[Kind, Message] = {
    Kind.NUMBER: Message("ตัวเลขเปลี่ยน", "number changed"),
    Kind.SCORE: Message("คะแนนเปลี่ยน", "score changed"),
    Kind.WEIGHT: Message("น้ำหนักเปลี่ยน", "weight changed"),
    Kind.PERCENT: Message("ร้อยละเปลี่ยน", "percentage changed"),
    Kind.LEVEL: Message("ระดับเปลี่ยน", "level changed"),
    Kind.THRESHOLD: Message("เกณฑ์การให้คะแนนเปลี่ยน", "threshold changed"),
    Kind.MEASURE: Message("หน่วยวัดเปลี่ยน", "unit of measure changed"),
    Kind.DATE: Message("วันที่เปลี่ยน", "date changed"),
    Kind.NAME: Message("ชื่อบุคคลเปลี่ยน", "person's name changed"),
    Kind.OFFICE: Message("ชื่อหน่วยงานเปลี่ยน", "name of an office changed"),
    Kind.POSITION: Message("ตำแหน่งผู้ลงนามเปลี่ยน", "signer's position changed"),
    Kind.SUBJECT: Message("เรื่องเปลี่ยน", "subject changed"),
    Kind.HEADING: Message("หัวข้อเปลี่ยน", "heading changed"),
    Kind.NEGATION: Message("คำปฏิเสธหายหรือเพิ่ม", "negation dropped or added"),
    Kind.SPELLING: Message("วรรณยุกต์หรือสระเปลี่ยน", "tone mark or vowel changed"),
    Kind.WORDING: Message("ถ้อยคำเปลี่ยน", "wording changed"),
    Kind.SENTENCE_DELETED: Message("ข้อความหาย", "sentence deleted"),
    Kind.SENTENCE_ADDED: Message("ข้อความเพิ่ม", "sentence added"),
    Kind.SENTENCE_MOVED: Message("ข้อความย้ายที่", "sentence moved"),
    Kind.LIST_NUMBER: Message("เลขข้อเปลี่ยน", "list number changed"),
    Kind.PARAGRAPH_DELETED: Message("ย่อหน้าหาย", "paragraph deleted"),
    Kind.PARAGRAPH_ADDED: Message("ย่อหน้าเพิ่ม", "paragraph added"),
    Kind.PARAGRAPH_MOVED: Message("ย่อหน้าย้ายที่", "paragraph moved"),
    Kind.SIGNATURE_DELETED: Message("ข้อความลงนามหาย", "line of a signature deleted"),
    Kind.SIGNATURE_ADDED: Message("ข้อความลงนามเพิ่ม", "line of a signature added"),
    Kind.ROW_DELETED: Message("แถวหาย", "row deleted"),
    Kind.ROW_ADDED: Message("แถวเพิ่ม", "row added"),
    Kind.ROW_MOVED: Message("แถวย้ายที่", "row moved"),
    Kind.COLUMN_DELETED: Message("คอลัมน์หาย", "column deleted"),
    Kind.COLUMN_ADDED: Message("คอลัมน์เพิ่ม", "column added"),
    Kind.CELL_DELETED: Message("ช่องหาย", "cell deleted"),
    Kind.CELL_ADDED: Message("ช่องเพิ่ม", "cell added"),
    Kind.CELLS_SWAPPED: Message("ช่องสลับกัน", "cells swapped"),
    Kind.TABLE_DELETED: Message("ตารางหาย", "table deleted"),
    Kind.TABLE_ADDED: Message("ตารางเพิ่ม", "table added"),
    Kind.TABLE_MOVED: Message("ตารางย้ายที่", "table moved"),
    Kind.STRUCK: Message("ข้อความถูกขีดฆ่า", "text struck through"),
    Kind.HIDDEN: Message("ข้อความถูกซ่อน", "hidden text"),
    Kind.FAINT: Message("สีข้อความกลืนกับพื้น", "text in a colour that is not seen on what is behind it"),
    Kind.TINY: Message("ตัวอักษรเล็กเกินอ่าน", "type too small to read"),
    Kind.DISTORTED: Message("ข้อความถูกบีบ ยืด ยก หรือซ้อนกัน", "text squeezed, stretched, raised or overlapping"),
    Kind.CUT_OFF: Message("ข้อความถูกตัดหรือตกขอบ", "text cut off or pushed off its page"),
    Kind.COVERED: Message("มีรูปหรือกรอบวางทับหน้ากระดาษ", "something is laid over the page"),
    Kind.SYMBOL_FONT: Message("แบบอักษรแสดงเป็นเครื่องหมายอื่น", "font that shows other signs"),
    Kind.DIRECTION: Message("ข้อความเรียงย้อนทิศ", "text set in reverse"),
    Kind.TRACKED_CHANGE: Message("การแก้ไขแบบติดตามที่ยังไม่ตัดสิน", "tracked change not yet decided"),
    Kind.COMMENT: Message("ข้อคิดเห็นค้างอยู่", "comment left in the file"),
    Kind.FIELD: Message("ข้อความที่โปรแกรมคำนวณแทน", "text that the word processor replaces"),
    Kind.ASIDE: Message("ข้อความแทรกนอกเนื้อความ", "text beside the text"),
    Kind.ALTERNATE: Message("ข้อความสองแบบในที่เดียว", "two texts in one place"),
    Kind.EMBEDDED: Message("มีสิ่งฝังอยู่ในแฟ้ม", "something embedded in the file"),
    Kind.PICTURE_CHANGED: Message("รูปภาพเปลี่ยน", "picture changed"),
    Kind.PICTURE_ADDED: Message("รูปภาพเพิ่ม", "picture added"),
    Kind.PICTURE_DELETED: Message("รูปภาพหาย", "picture deleted"),
    Kind.FILLED: Message("เติมในช่องว่าง", "filled in"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a paper says otherwise than its data.

    `place` is where it stands in the paper; `after`: it is missing there, and `place` is of what stands
    before it (of nothing, at the very beginning). `other` is the second cell of two that were swapped.
    `expected` and `found` quote what the data and the paper say; what is missing or added has only one.
    `near` are the words of the paper before it.
    """

    kind: Kind
    place: TextLocation
    expected: str = ""
    found: str = ""
    near: str = ""
    after: bool = False
    other: TextLocation | None = None

    def place_said(self, lang: Lang) -> str:
        """`ตารางที่ 2 แถว 3 คอลัมน์ 4`, `หลังย่อหน้าที่ 12`."""
        said = self.place.text(lang)
        if self.after:
            words = (
                Message(f"หลัง{said}", f"after {said}") if said else Message("ต้นเอกสาร", "at the beginning")
            )
            return words.text(lang)
        return f"{said} ↔ {self.other.text(lang)}" if self.other else said
