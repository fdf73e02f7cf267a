"""Faults of files that are written."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message
from pipeline.diagnostics.messages.common import OTHER_NAME

MESSAGES = {
    "edited": Entry(
        Message(
            "มีแฟ้มชื่อนี้อยู่แล้ว และถูกแก้ไขหลังจากที่โปรแกรมเขียน (หรือโปรแกรมไม่ได้เขียน)",
            "a file of this name exists that was edited since we wrote it, or that we did not write",
        ),
        Message(
            "เก็บแฟ้มที่แก้ไว้ในชื่ออื่น เลือกโฟลเดอร์อื่นด้วย -o หรือเขียนทับด้วย --force",
            "keep it under another name, choose another folder with -o, or overwrite it with --force",
        ),
    ),
    "unwritable": Entry(
        Message("เขียนแฟ้มไม่ได้ ({reason})", "cannot write ({reason})"),
        Message(
            "ตรวจสิทธิ์การเขียนและพื้นที่ว่าง ปิดโปรแกรมที่เปิดแฟ้มอยู่ หรือเลือกโฟลเดอร์อื่นด้วย -o",
            "check permissions and free space, close programs that hold the file, or choose another with -o",
        ),
    ),
    "busy": Entry(
        Message("มีคำสั่งอื่นกำลังเขียนแฟ้มลงโฟลเดอร์นี้", "another run is writing into this folder"),
        Message("รอให้เสร็จแล้วสั่งใหม่ หรือเลือกโฟลเดอร์อื่นด้วย -o", "wait for it, or choose another folder with -o"),
    ),
    "unwritable/folder": Entry(
        Message("เขียนลงโฟลเดอร์นี้ไม่ได้ ({reason})", "the folder takes no file ({reason})"),
        Message(
            "ตรวจสิทธิ์การเขียนและพื้นที่ว่าง หรือเลือกโฟลเดอร์อื่นด้วย -o",
            "check permissions and free space, or choose another with -o",
        ),
    ),
    "ledger": Entry(
        Message(
            "ทะเบียนแฟ้มที่เคยเขียนเสียหาย จึงบอกไม่ได้ว่าแฟ้มใดถูกแก้ด้วยมือ",
            "the ledger of written files is damaged, so edits by hand cannot be told",
        ),
        Message(
            "สำรองแฟ้มที่แก้ไว้ ลบแฟ้มทะเบียนนี้ แล้วสั่งใหม่พร้อม --force",
            "keep a copy of edited files, delete this ledger, and run again with --force",
        ),
    ),
    "signed-paper": Entry(
        Message(
            "เอกสารนี้ (หรือแฟ้มสแกนนี้) ลงนามแล้ว จึงไม่เขียนทับ",
            "this paper is signed, or the scan of one, so it is not written over",
        ),
        Message(
            "เขียนลงโฟลเดอร์อื่นด้วย -o หรือยกเลิกการลงนามที่บันทึกไว้ด้วย saraban signed --undo",
            "write into another folder with -o, or take the signature back: saraban signed --undo",
        ),
    ),
    "not-empty": Entry(
        Message("มีแฟ้มหรือโฟลเดอร์นี้อยู่แล้ว", "it exists already"),
        OTHER_NAME,
    ),
    "link": Entry(
        Message(
            "เป็นลิงก์ไปยังที่อื่น แฟ้มจะถูกเขียนนอกโฟลเดอร์ผลลัพธ์",
            "this is a link to another place; files would leave the output folder",
        ),
        Message("ลบหรือย้ายลิงก์นี้ แล้วสั่งใหม่", "remove or move the link, and run it again"),
    ),
    "is-folder": Entry(
        Message("มีโฟลเดอร์ใช้ชื่อเดียวกับแฟ้มผลลัพธ์", "a folder stands where this file belongs"),
        Message("ย้ายหรือเปลี่ยนชื่อโฟลเดอร์นั้น", "move or rename the folder"),
    ),
    "no-folder": Entry(
        Message("มีแฟ้มใช้ชื่อเดียวกับโฟลเดอร์ผลลัพธ์", "a file stands where this folder belongs"),
        Message("ย้ายหรือเปลี่ยนชื่อแฟ้มนั้น", "move or rename the file"),
    ),
    "no-file": Entry(
        Message("ชื่อนี้ไม่ใช่ของแฟ้มธรรมดา", "what has this name is no ordinary file"),
        Message("ใช้ชื่ออื่น หรือย้ายของที่ใช้ชื่อนี้ออก", "move or remove it"),
    ),
}
