"""Faults of templates: what they say wrongly, ask for in vain, or use too much of."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

_AT_THAT_LINE = Message(
    "แก้แม่แบบในบรรทัดที่ระบุ (ดู docs/templates.md)", "mend the template at that line (see docs/templates.md)"
)
_WITHOUT_END = Message(
    "ตรวจลูป มาโครที่เรียกตัวเอง และข้อความที่ขยายไม่รู้จบ ในบรรทัดที่ระบุ (ดู docs/templates.md)",
    "look for loops, macros that call themselves and texts that grow without end at that line (see "
    "docs/templates.md)",
)
_DOCUMENTED = Message(
    "เขียนแม่แบบตามวิธีที่คู่มือบอกไว้ (ดู docs/templates.md)",
    "write the template in a documented way (see docs/templates.md)",
)
_FILE = Message(
    "วางแฟ้มแม่แบบจริงไว้ในโฟลเดอร์ และบันทึกเป็นข้อความ UTF-8 (ดู docs/templates.md)",
    "put the file itself into the folder, as UTF-8 text (see docs/templates.md)",
)

_NOT_READ = Message("แม่แบบอ่าน '{name}' ของ{kind}ไม่ได้", "a template cannot read '{name}' of {kind}")

MESSAGES = {
    "template-syntax": Entry(
        Message("แม่แบบเขียนไม่ถูกต้อง: {reason}", "the template is not well-formed: {reason}"), _AT_THAT_LINE
    ),
    "template": Entry(Message("แม่แบบมีข้อผิดพลาด: {reason}", "the template fails: {reason}"), _AT_THAT_LINE),
    "template/not-found": Entry(
        Message("ไม่มีแม่แบบ '{name}' ในโฟลเดอร์", "there is no template '{name}' in its folder"), _AT_THAT_LINE
    ),
    "template/no-entry": Entry(Message("ไม่มีรายการ {name}", "there is no entry {name}"), _AT_THAT_LINE),
    "template-budget": Entry(
        Message("แม่แบบเรียกหรือซ้อนตัวเองไม่รู้จบ", "the template calls itself or nests without end"), _WITHOUT_END
    ),
    "template-budget/steps": Entry(
        Message("แม่แบบวนหรือเรียกซ้ำมากเกินไป", "the template loops or calls too often"), _WITHOUT_END
    ),
    "template-budget/letters": Entry(
        Message("แม่แบบสร้างข้อความยาวเกินไป", "the template makes too much text"), _WITHOUT_END
    ),
    "template-budget/markup": Entry(
        Message("เอกสารที่แม่แบบสร้างยาวเกินไป", "the paper that the template makes is too long"), _WITHOUT_END
    ),
    "template-budget/number": Entry(
        Message("แม่แบบคำนวณจำนวนใหญ่เกินไป", "the template reckons with too large a number"), _WITHOUT_END
    ),
    "template-reach": Entry(
        _NOT_READ,
        Message(
            "ใช้เฉพาะช่องข้อมูลและชื่อที่คู่มือบอกไว้ (ดู docs/templates.md)",
            "use fields and documented names only (see docs/templates.md)",
        ),
    ),
    "template-reach/near": Entry(
        _NOT_READ,
        Message(
            "ใช้ชื่อที่มี (ใกล้เคียง: {near}) (ดู docs/templates.md)",
            "use a name that is there (near: {near}) (see docs/templates.md)",
        ),
    ),
    "template-reach/call": Entry(Message("เรียก{kind}ไม่ได้", "{kind} cannot be called"), _DOCUMENTED),
    "template-reach/decimals": Entry(
        Message("ปัดเศษเกิน {limit} ตำแหน่ง", "more than {limit} decimals"), _DOCUMENTED
    ),
    "template-reach/divisible": Entry(
        Message("การหารลงตัวใช้ได้กับตัวเลขเท่านั้น", "only a number is even, odd or divisible"), _DOCUMENTED
    ),
    "template-reach/sum": Entry(
        Message("ผลรวมใช้ได้กับตัวเลขเท่านั้น", "only numbers add up to a sum"), _DOCUMENTED
    ),
    "template-reach/format": Entry(
        Message("ใช้รูปแบบ {format} ไม่ได้", "the format {format} cannot be used"), _DOCUMENTED
    ),
    "template-print": Entry(
        Message("แม่แบบพิมพ์{kind}เป็นข้อความไม่ได้", "{kind} cannot be printed as text"),
        Message(
            "พิมพ์ข้อความหรือตัวเลขในนั้น วันที่ใช้ |long_date หรือ |short_date "
            'ค่าที่อาจว่างใช้ |number("") หรือ |money("-") (ดู docs/templates.md)',
            "print a text or figure of it; a date by |long_date or |short_date, what may be missing with "
            '|number("") or |money("-") (see docs/templates.md)',
        ),
    ),
    "template-print/empty": Entry(
        Message(
            "ค่าที่จะพิมพ์ด้วย |{filter} ว่าง (ไม่ได้กรอก หรือคิดไม่ได้)",
            "the value printed by |{filter} is empty (not filled in, or not to be worked out)",
        ),
        Message(
            'เขียน |{filter}("-") หรือ |{filter}("") เพื่อบอกว่าพิมพ์อะไรเมื่อว่าง หรือครอบบรรทัดด้วยเงื่อนไข if',
            'write |{filter}("-") or |{filter}("") to say what is printed then, or put an if around it',
        ),
    ),
    "template-print/filter": Entry(
        Message("|{filter} ใช้กับ{kind}ไม่ได้", "|{filter} cannot print {kind}"),
        Message(
            "ใช้ตัวกรองของชนิดนั้น (docs/templates.md): วันที่ |long_date จำนวน |number จำนวนเงิน |money",
            "use a filter of its kind (docs/templates.md): dates |long_date, figures |number, money |money",
        ),
    ),
    "template-file": Entry(
        Message("{template}: แม่แบบไม่ใช่ข้อความ UTF-8", "{template}: the template is not UTF-8 text"), _FILE
    ),
    "template-file/link": Entry(
        Message(
            "{template}: แม่แบบเป็นลิงก์ออกนอกโฟลเดอร์",
            "{template}: the template is a link that leads out of its folder",
        ),
        _FILE,
    ),
    "template-file/too-large": Entry(
        Message(
            "{template}: แม่แบบใหญ่เกิน {limit} ไบต์", "{template}: the template has more than {limit} bytes"
        ),
        _FILE,
    ),
}
