"""Faults of what does not fit on a page."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

MESSAGES = {
    "frame-overfull": Entry(
        Message(
            "ข้อความในตรารับหนังสือยาวเกินกรอบ {width} × {height} ซม.",
            "the text of a receiving stamp is too long for its frame of {width} × {height} cm",
        ),
        Message(
            "ใช้ชื่อย่อของหน่วยงานใน memo.stamps และเลขรับที่สั้นลง",
            "give the unit's short name in memo.stamps, and a shorter number",
        ),
    ),
    "chart-narrow": Entry(
        Message(
            "แผนภูมิ '{alt}' กว้าง {width} ซม. ตัวเลขข้างแท่งยาวจนไม่เหลือที่ให้แท่งและชื่อ",
            "the chart '{alt}' is {width} cm wide, and its figures leave no room for bars and labels",
        ),
        Message(
            "เอา width ของ <chart> ออกให้กว้างเต็มหน้า หรือใช้ตัวเลขที่สั้นลง เช่น หน่วยเป็นล้าน",
            "leave out the width of <chart>, or give shorter figures, in millions for example",
        ),
    ),
    "chart-narrow/high": Entry(
        Message(
            "แผนภูมิ '{alt}' มีแท่งที่ชื่อยาวจนสูงกว่าหน้ากระดาษ",
            "the chart '{alt}' has a bar whose label makes it higher than a page",
        ),
        Message(
            "เอา width ของ <chart> ออกให้กว้างเต็มหน้า หรือใช้ชื่อที่สั้นลง",
            "leave out the width of <chart>, or give a shorter label",
        ),
    ),
    "table-columns": Entry(
        Message(
            "แถวที่ {row} ของตาราง '{style}' มีจำนวนช่องไม่เท่ากับ {columns} คอลัมน์",
            "row {row} of table '{style}' does not fill its {columns} columns",
        ),
        Message("แก้แม่แบบหรือรูปแบบตารางให้มีจำนวนคอลัมน์เท่ากัน", "make the template and the table style agree"),
    ),
    "no-glyph": Entry(
        Message("แบบอักษรที่มีไม่มีอักขระ {name}", "no font has a glyph for {name}"),
        Message("ลบหรือเปลี่ยนอักขระนี้ในข้อมูล", "remove or replace the character in the data"),
    ),
}
