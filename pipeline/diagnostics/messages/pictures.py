"""Faults of pictures that stand in prose."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

_SAVE_PICTURE = Message(
    "เปิดภาพในโปรแกรมดูภาพ แล้วบันทึกเป็น PNG หรือ JPEG ใหม่",
    "open the picture in a viewer, and save it as PNG or JPEG again",
)
_SHRINK_PICTURE = Message(
    "ย่อภาพ (กว้าง 2,000 จุดก็คมชัดเต็มหน้ากระดาษ) แล้วบันทึกเป็น JPEG",
    "make it smaller (2,000 pixels are sharp over a whole page), and save it as JPEG",
)

MESSAGES = {
    "prose-picture/missing": Entry(
        Message("ไม่พบแฟ้มภาพ '{name}'", "there is no picture '{name}'"),
        Message(
            "วางแฟ้มภาพไว้ในโฟลเดอร์เดียวกับข้อมูล และพิมพ์ชื่อให้ตรง (สมุดงานที่ส่งขึ้นหน้าเว็บไม่มีภาพไปด้วย "
            "ให้เปิดจากโฟลเดอร์: saraban desk โฟลเดอร์)",
            "put the file into the folder of the data, under that name (a workbook uploaded to the desk "
            "brings no pictures: open the folder, saraban desk FOLDER)",
        ),
    ),
    "prose-picture/name": Entry(
        Message("'{name}' ไม่ใช่ชื่อแฟ้มในโฟลเดอร์ของข้อมูล", "'{name}' is no file of the folder of the data"),
        Message(
            "วางแฟ้มภาพไว้ในโฟลเดอร์เดียวกับข้อมูล และพิมพ์เฉพาะชื่อแฟ้ม เช่น แผนที่.png",
            "put the picture into the folder of the data, and give its name alone, such as map.png",
        ),
    ),
    "prose-picture/unreadable": Entry(
        Message("เปิดอ่านแฟ้มภาพ '{name}' ไม่ได้", "the picture '{name}' cannot be read"), _SAVE_PICTURE
    ),
    "prose-picture/too-large": Entry(
        Message("แฟ้มภาพ '{name}' ใหญ่กว่า {limit} MB", "the picture '{name}' has more than {limit} MB"),
        _SHRINK_PICTURE,
    ),
    "prose-picture/pixels": Entry(
        Message(
            "ภาพ '{name}' มีเกิน {limit} ล้านจุด", "the picture '{name}' has more than {limit} million pixels"
        ),
        _SHRINK_PICTURE,
    ),
    "prose-picture/all": Entry(
        Message("ภาพทั้งหมดของข้อมูลนี้รวมกันใหญ่กว่า {limit} MB", "all pictures together have more than {limit} MB"),
        _SHRINK_PICTURE,
    ),
    "prose-picture/kind": Entry(
        Message("แฟ้ม '{name}' ไม่ใช่ภาพ PNG JPEG หรือ SVG", "'{name}' is no PNG, JPEG or SVG"), _SAVE_PICTURE
    ),
    "prose-picture/damaged": Entry(
        Message("แฟ้มภาพ '{name}' เสียหายหรือไม่ครบ", "the picture '{name}' is damaged or not whole"),
        _SAVE_PICTURE,
    ),
    "prose-picture/in-cell": Entry(
        Message(
            "ภาพ '{name}' อยู่ในข้อความที่พิมพ์ในช่องของตาราง ซึ่งมีภาพไม่ได้",
            "the picture '{name}' belongs to a text that is printed in the cell of a table, which holds none",
        ),
        Message(
            "ย้ายภาพไปไว้ในเนื้อความหรือบทของรายงาน แล้วอ้างถึงในข้อความนี้",
            "put it into the body or a chapter, and refer to it in this text",
        ),
    ),
    "prose-picture/content": Entry(
        Message("สิ่งที่อยู่ในแฟ้มภาพ (content) อ่านไม่ได้", "what the picture holds (content) cannot be read"),
        Message(
            "ลบ content ออก โปรแกรมอ่านจากแฟ้มภาพเอง", "leave content out: it is read from the picture's file"
        ),
    ),
}
