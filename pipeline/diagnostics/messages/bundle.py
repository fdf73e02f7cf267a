"""Faults of papers that are bound together."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

MESSAGES = {
    "changed-meanwhile": Entry(
        Message("แฟ้มนี้ถูกแก้ไขระหว่างรวมชุด", "the file was changed while the bundle was made"),
        Message("รอให้คำสั่งอื่นเสร็จ แล้วสั่งใหม่", "wait until other commands have ended, and run it again"),
    ),
    "no-batch": Entry(
        Message("โฟลเดอร์นี้ไม่มีเอกสารของชุดงาน", "the folder holds no documents of a batch"),
        Message(
            "ทำเอกสารก่อน: saraban batch แฟ้มชุดงาน -o โฟลเดอร์นี้",
            "make them first: saraban batch RUN -o this folder",
        ),
    ),
    "no-code": Entry(
        Message("ไม่มีเอกสารรหัส '{code}' ในโฟลเดอร์นี้", "no document of code '{code}' in this folder"),
        Message(
            "ตรวจรหัส เอกสารอาจทำใหม่หลังจากพิมพ์ชุดนี้", "check the code; the document may have been made anew since"
        ),
    ),
    "several-codes": Entry(
        Message(
            "รหัส '{code}' เป็นของเอกสาร {count} ฉบับ: {names}",
            "{count} documents bear the code '{code}': {names}",
        ),
        Message("พิมพ์รหัสให้ครบทุกตัว", "type the whole code"),
    ),
}
