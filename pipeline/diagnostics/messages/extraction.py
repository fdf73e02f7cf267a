"""Faults of finished papers that are read again."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message
from pipeline.diagnostics.messages.common import EMPTY, PASSWORD

_CHECK_NAME = Message("ตรวจชื่อ ตำแหน่ง และสิทธิ์อ่านของแฟ้ม", "check the file's name, place and permissions")

_SAVE_AS = Message(
    "เปิดด้วย Word หรือ LibreOffice แล้วบันทึกเป็น .docx ใหม่",
    "open it in Word or LibreOffice and save it as .docx again",
)

MESSAGES = {
    "pdf": Entry(
        Message("อ่านแฟ้ม PDF นี้ไม่ได้ (เสียหายหรือมีรหัสผ่าน: {reason})", "this PDF cannot be read ({reason})"),
        Message("เปิดในโปรแกรมอ่าน PDF แล้วบันทึกใหม่โดยไม่มีรหัสผ่าน", "open it and save it anew without a password"),
    ),
    "pdf-pages": Entry(
        Message("PDF มีเกิน {limit} หน้า", "the PDF has more than {limit} pages"),
        Message("แบ่งเป็นหลายแฟ้ม", "split it"),
    ),
    "pdf-no-text": Entry(
        Message("PDF นี้ไม่มีข้อความ (เป็นภาพสแกน)", "this PDF holds no text (it is a scan)"),
        Message(
            "ใช้ PDF ที่ส่งออกจากโปรแกรมเอกสาร หรือแปลงภาพเป็นข้อความก่อน",
            "export a PDF with text, or recognise it first",
        ),
    ),
    "empty": Entry(EMPTY, _CHECK_NAME),
    "not-found": Entry(Message("ไม่พบแฟ้มนี้", "there is no such file"), _CHECK_NAME),
    "docx-password": Entry(
        PASSWORD,
        Message("ยกเลิกรหัสผ่านแล้วบันทึกใหม่", "take the password off and save it again"),
    ),
    "docx-old-word": Entry(
        Message("เป็นแฟ้ม Word รุ่นเก่า (.doc)", "this is a file of an old Word (.doc)"),
        _SAVE_AS,
    ),
    "docx-macro": Entry(
        Message("แฟ้มมีมาโคร (macro) จึงไม่เปิดอ่าน", "the file holds macros and is not read"),
        Message("บันทึกเป็น .docx ที่ไม่มีมาโคร", "save it as a .docx without macros"),
    ),
    "docx-open-document": Entry(
        Message("เป็นแฟ้ม OpenDocument ไม่ใช่ .docx", "this is an OpenDocument file, no .docx"),
        _SAVE_AS,
    ),
    "docx-not-docx": Entry(
        Message("ไม่ใช่แฟ้ม .docx", "this is no .docx file"),
        Message("ตรวจว่าเลือกแฟ้มถูก", "check that it is the right file"),
    ),
    "docx-damaged": Entry(
        Message("แฟ้มเสียหายหรือไม่ครบ", "the file is damaged or cut short"),
        Message(
            "คัดลอกหรือดาวน์โหลดใหม่ หรือซ่อมด้วย Word แล้วบันทึกใหม่", "copy it anew, or let Word repair and save it"
        ),
    ),
    "docx-too-large": Entry(
        Message("แฟ้มใหญ่เกินกว่าที่เอกสารควรเป็น", "the file is larger than any real paper"),
        Message(
            "ตรวจว่าเลือกแฟ้มถูก หรือลดขนาดรูปภาพ", "check that it is the right file, or make its pictures smaller"
        ),
    ),
    "docx-too-deep": Entry(
        Message("ตารางหรือข้อความซ้อนกันหลายชั้นเกินไป", "its tables or texts are nested too deeply"),
        _SAVE_AS,
    ),
}
