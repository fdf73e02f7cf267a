"""Faults of finished papers that are read again."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

_CHECK_NAME = Message("ตรวจชื่อ ตำแหน่ง และสิทธิ์อ่านของแฟ้ม", "check the file's name, place and permissions")

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
    "empty": Entry(Message("แฟ้มนี้ว่างเปล่า", "the file is empty"), _CHECK_NAME),
    "not-found": Entry(Message("ไม่พบแฟ้มนี้", "there is no such file"), _CHECK_NAME),
}
