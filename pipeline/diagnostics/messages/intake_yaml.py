"""Faults of YAML files."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

MESSAGES = {
    "empty-file/data": Entry(
        Message("แฟ้มว่าง ไม่มีข้อมูล", "the file is empty"),
        Message("กรอกข้อมูล หรือลบแฟ้มนี้ออก", "fill it in, or remove the file"),
    ),
    "not-a-mapping": Entry(
        Message("แฟ้มต้องเป็นรายการ ชื่อช่อง: ค่า", "the file must hold entries `name: value`"),
        Message(
            "เริ่มจากแฟ้มตัวอย่าง: saraban new โฟลเดอร์ --kind memo (และอย่าลืมเว้นวรรคหลัง :)",
            "start from an example: saraban new FOLDER --kind memo (and mind the space after the colon)",
        ),
    ),
    "duplicate-key": Entry(
        Message("มีช่อง '{key}' ซ้ำ (ครั้งแรกที่ {first})", "'{key}' stands twice (first at {first})"),
        Message("เหลือไว้ช่องเดียว", "keep one of them"),
    ),
    "key": Entry(
        Message("ชื่อช่องหน้าเครื่องหมาย : ต้องเป็นข้อความธรรมดา", "the name before a colon must be plain text"),
        Message(
            'ถ้าเป็นข้อความที่ขึ้นต้นด้วย {{ หรือ [ ให้ใส่เครื่องหมาย " ครอบทั้งข้อความ',
            'if it is a text that begins with {{ or [, put " around all of it',
        ),
    ),
    "tag": Entry(
        Message("ข้อความขึ้นต้นด้วยเครื่องหมาย ! ({tag})", "a text begins with ! ({tag})"),
        Message('ใส่เครื่องหมาย " ครอบข้อความ', 'put " around the text'),
    ),
    "too-many/values": Entry(
        Message("มีข้อมูลเกิน {limit} ค่า", "more than {limit} values"),
        Message("แบ่งข้อมูลเป็นหลายชุด", "split the data into several inputs"),
    ),
    "too-deep": Entry(
        Message("ข้อมูลซ้อนกันลึกเกินไป หรืออ้างถึงตัวเอง", "the data nest too deeply, or refer to themselves"),
        Message("ลดชั้นของรายการที่ซ้อนกัน", "nest fewer levels"),
    ),
    "yaml-syntax": Entry(
        Message("ไม่มีอักขระหมายเลข {number}", "there is no letter of the number {number}"),
        Message("พิมพ์อักขระนั้นเอง หรือแก้หมายเลข", "type the letter itself, or mend the number"),
    ),
    "yaml-syntax/unforeseen": Entry(
        Message("เขียนไม่ถูกรูปแบบ YAML", "this is not valid YAML"),
        Message(
            "ตรวจย่อหน้า เครื่องหมาย : และเครื่องหมายคำพูดรอบตำแหน่งนี้",
            "check indentation, colons and quotation marks around this place",
        ),
    ),
}
