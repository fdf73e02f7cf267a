"""Faults of commands."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message
from pipeline.diagnostics.messages.common import OTHER_NAME

MESSAGES = {
    "outdated": Entry(
        Message("{document} ไม่เป็นปัจจุบัน ({papers})", "{document} is out of date ({papers})"),
        Message(
            "สั่ง saraban batch อีกครั้ง แล้วทำชุดใหม่ หรือเว้นฉบับเหล่านี้ด้วย --without-outdated",
            "run saraban batch again, then bundle; or leave them out with --without-outdated",
        ),
    ),
    "nothing-current": Entry(
        Message("ไม่มีฉบับใดเป็นปัจจุบัน", "no document is up to date"),
        Message("สั่ง saraban batch อีกครั้ง แล้วทำชุดใหม่", "run saraban batch again, then bundle"),
    ),
    "all-signed": Entry(
        Message("ฉบับที่เป็นปัจจุบันลงนามแล้วทุกฉบับ", "every document that is up to date is signed already"),
        Message(
            "ไม่มีอะไรต้องเสนอลงนาม ถ้าต้องการพิมพ์ซ้ำ ใช้ --with-signed",
            "nothing waits for a signature; to print them again use --with-signed",
        ),
    ),
    "sign-extra": Entry(
        Message("ยังไม่ได้ติดตั้งส่วนเสริมสำหรับลายมือชื่ออิเล็กทรอนิกส์", "the extra for signatures is not installed"),
        Message("ติดตั้งด้วย pip install 'saraban[sign]'", "install it: pip install 'saraban[sign]'"),
    ),
    "unwritable/new": Entry(
        Message("เปิดโฟลเดอร์ไม่ได้ ({reason})", "cannot open the folder ({reason})"),
        Message("เลือกโฟลเดอร์อื่น", "choose another folder"),
    ),
    "not-empty/new": Entry(
        Message("มีแฟ้มชื่อนี้ หรือโฟลเดอร์นี้มีแฟ้มอยู่แล้ว", "it exists and is not empty"),
        OTHER_NAME,
    ),
}
