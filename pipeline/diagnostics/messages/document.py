"""Faults of the markup, of style sheets and of pictures."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

_SEE = Message("แก้แฟ้มรูปแบบ (ดู docs/templates.md)", "mend the style sheet (see docs/templates.md)")

MESSAGES = {
    "markup-doctype": Entry(
        Message(
            "มาร์กอัปประกาศ <!DOCTYPE> หรือเอนทิตีไม่ได้", "the markup may declare no <!DOCTYPE> and no entities"
        ),
        Message(
            "ลบ <!DOCTYPE …> แล้วเขียนข้อความตามที่จะพิมพ์",
            "remove <!DOCTYPE …> and write the text as it is to be printed",
        ),
    ),
    "markup-syntax": Entry(
        Message("มาร์กอัปที่แม่แบบสร้างไม่ถูกรูปแบบ: {reason}", "the markup is not well-formed: {reason}"),
        Message("ตรวจการเปิดและปิดแท็กในแม่แบบ", "check that the template opens and closes its tags"),
    ),
    "no-picture": Entry(
        Message("ไม่มีภาพชื่อ '{name}' ใน assets", "assets has no picture '{name}'"),
        Message(
            "วางแฟ้ม {name}.svg หรือ {name}.png ในโฟลเดอร์ assets", "put {name}.svg or {name}.png into assets"
        ),
    ),
    "reference-margins": Entry(
        Message("ขอบกระดาษของแฟ้มต้นแบบกว้างจนไม่เหลือที่พิมพ์ข้อความ", "its margins leave no room for text"),
        Message("ตั้งขนาดกระดาษและขอบกระดาษในแฟ้มนั้นใหม่", "set paper and margins of that file anew"),
    ),
    "style-circle": Entry(Message("'{key}' อ้างอิงวนกลับมาที่ตัวเอง", "'{key}' refers back to itself"), _SEE),
    "sheet-value/mapping": Entry(
        Message("'{key}' ต้องเป็นรายการ ชื่อ: รูปแบบ", "'{key}' must hold entries `name: style`"), _SEE
    ),
    "sheet-value": Entry(Message("'{key}' ไม่ถูกต้อง: {said}", "'{key}' is not right: {said}"), _SEE),
    "no-style": Entry(
        Message(
            "แม่แบบใช้รูปแบบ '{name}' ซึ่งไม่มีใน {kind} ของ styles/{sheet}.yaml",
            "the template uses '{name}', which {kind} of styles/{sheet}.yaml does not have",
        ),
        _SEE,
    ),
    "sheet-value/extends": Entry(
        Message(
            "extends ต้องเป็นชื่อแฟ้มรูปแบบ เช่น base", "extends must be the name of a style sheet, such as base"
        ),
        _SEE,
    ),
    "no-style/base": Entry(Message("ไม่มีรูปแบบย่อหน้า '{base}'", "there is no paragraph style '{base}'"), _SEE),
    "sheet-syntax": Entry(
        Message("แฟ้มรูปแบบมีค่าที่อ่านไม่ได้", "the style sheet holds a value that cannot be read"), _SEE
    ),
    "no-sheet": Entry(
        Message("ไม่มีแฟ้มรูปแบบ {file}", "there is no style sheet {file}"),
        _SEE,
    ),
    "sheet-syntax/yaml": Entry(
        Message("แฟ้มรูปแบบไม่ใช่ YAML ที่ถูกต้อง", "the style sheet is not valid YAML"),
        _SEE,
    ),
    "sheet-value/whole": Entry(
        Message("แฟ้มรูปแบบต้องเป็นรายการ ชื่อ: ค่า", "the style sheet must hold entries `name: value`"),
        _SEE,
    ),
}
