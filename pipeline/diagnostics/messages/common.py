"""What several parts of the program say in the same words."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

EMPTY = Message("แฟ้มว่าง ไม่มีข้อมูล", "the file is empty")
PASSWORD = Message("แฟ้มมีรหัสผ่าน จึงเปิดอ่านไม่ได้", "the file is locked by a password")
OTHER_NAME = Message("ใช้ชื่ออื่น หรือย้ายของเดิมออกก่อน", "use another name, or move what is there")
OTHER_COPY = Message("ใช้แฟ้มสำเนาอื่น หรือดาวน์โหลดใหม่", "use another copy of the file, or download it again")
ONE_OF_CHOICES = Message("ใช้ค่าใดค่าหนึ่ง: {choices}{nearest}", "use one of: {choices}{nearest}")
REMEDY = Message("{remedy}", "{remedy}")
KNOWN = Message("ที่มีอยู่: {listed}{near}", "known: {listed}{near}")
KNOWN_FIELDS = Message("ช่องที่ใช้ได้: {choices}{nearest}", "known fields: {choices}{nearest}")

MESSAGES = {
    "too-large": Entry(
        Message("แฟ้มใหญ่เกิน {limit} MB", "the file is larger than {limit} MB"),
        Message(
            "ตรวจว่าเป็นแฟ้มที่ถูกต้อง ถ้าใช่ ให้ลดขนาดลง เช่น ลบรูปภาพหรือแผ่นงานที่ไม่ใช้ หรือแบ่งเป็นหลายแฟ้ม",
            "check that it is the right file; if it is, make it smaller: remove pictures or "
            "sheets that are not needed, or split it",
        ),
    ),
    "control-character": Entry(
        Message("มีอักขระควบคุมที่มองไม่เห็น ({number})", "an invisible control character ({number})"),
        Message("ลบอักขระนั้นแล้วพิมพ์ใหม่", "delete it and type the text again"),
    ),
}
