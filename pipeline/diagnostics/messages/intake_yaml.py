"""Faults of YAML files."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message
from pipeline.diagnostics.messages.common import EMPTY

_LOOK = Message(
    "ตรวจย่อหน้า เครื่องหมาย : และเครื่องหมายคำพูดรอบตำแหน่งนี้",
    "check indentation, colons and quotation marks around this place",
)
_QUOTE = Message('ใส่เครื่องหมาย " ครอบข้อความนั้น', 'put " around that text')
_CLOSE = Message("เติมเครื่องหมายปิดให้ครบ (\" ' ] หรือ }})", "add the closing mark (\" ' ] or }})")

MESSAGES = {
    "empty-file/data": Entry(
        EMPTY,
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
        Message("ข้อมูลซ้อนกันหลายชั้นเกินไป หรืออ้างถึงตัวเอง", "the data nest too deeply, or refer to themselves"),
        Message("ลดจำนวนชั้นของรายการที่ซ้อนกัน", "nest fewer levels"),
    ),
    "yaml-syntax/number": Entry(
        Message("ไม่มีอักขระหมายเลข {number}", "there is no letter of the number {number}"),
        Message("พิมพ์อักขระนั้นเอง หรือแก้หมายเลข", "type the letter itself, or mend the number"),
    ),
    "yaml-syntax/unforeseen": Entry(
        Message("เขียนไม่ถูกรูปแบบ YAML", "this is not valid YAML"),
        _LOOK,
    ),
    "yaml-syntax/tab": Entry(
        Message("ใช้แท็บ (Tab) ในตำแหน่งที่ต้องเป็นเว้นวรรค", "a tab stands where spaces are needed"),
        Message("ลบแท็บแล้วย่อหน้าด้วยเว้นวรรคแทน", "remove the tab and indent with spaces"),
    ),
    "yaml-syntax/reserved-mark": Entry(
        Message(
            "ข้อความขึ้นต้นด้วยเครื่องหมายที่ YAML สงวนไว้ (เช่น % @ `)",
            "a text begins with a mark that YAML reserves (such as % @ `)",
        ),
        _QUOTE,
    ),
    "yaml-syntax/colon": Entry(
        Message(
            "มีเครื่องหมาย : เกินในบรรทัดนี้ หรือบรรทัดก่อนหน้าขาด :",
            "one colon too many here, or one missing on the line before",
        ),
        Message(
            'ถ้า : เป็นส่วนหนึ่งของข้อความ ใส่เครื่องหมาย " ครอบข้อความทั้งหมด',
            'if the colon belongs to the text, put " around the whole text',
        ),
    ),
    "yaml-syntax/dash": Entry(
        Message("เครื่องหมาย - ของรายการอยู่ผิดที่", "the dash of a list stands in the wrong place"),
        Message("ขึ้นบรรทัดใหม่ก่อนเครื่องหมาย -", "start a new line before the dash"),
    ),
    "yaml-syntax/no-colon": Entry(
        Message("ขาดเครื่องหมาย : หลังชื่อช่อง", "a colon is missing after a field's name"),
        Message("เติม : และเว้นวรรคหนึ่งช่องหลังชื่อช่อง", "write a colon and a space after the field's name"),
    ),
    "yaml-syntax/open-quote": Entry(
        Message("เครื่องหมายคำพูดเปิดไว้แต่ไม่ได้ปิด", "a quotation mark is opened and never closed"),
        _CLOSE,
    ),
    "yaml-syntax/open-bracket": Entry(
        Message("วงเล็บ [ หรือ {{ เปิดไว้แต่ไม่ได้ปิด", "a bracket is opened and never closed"),
        _CLOSE,
    ),
    "yaml-syntax/in-brackets": Entry(
        Message(
            "ข้อความใน {{…}} หรือ […] มีเครื่องหมาย {mark} ซึ่ง YAML อ่านเป็นของตน",
            "a text inside {{…}} or […] holds a {mark}, which YAML takes for its own",
        ),
        Message('ใส่เครื่องหมาย " ครอบข้อความนั้นทั้งหมด', 'put " around all of that text'),
    ),
    "yaml-syntax/bracket-or-comma": Entry(
        Message("วงเล็บ [ หรือ {{ เปิดไว้แต่ไม่ได้ปิด หรือขาดจุลภาค", "a bracket is not closed, or a comma is missing"),
        _CLOSE,
    ),
    "yaml-syntax/indentation": Entry(
        Message(
            "ย่อหน้าไม่ตรงกับรายการระดับเดียวกัน หรือมีข้อความเกินหลังเครื่องหมายปิด",
            "the indentation does not match, or text follows a closing mark",
        ),
        Message(
            'จัดย่อหน้าให้รายการระดับเดียวกันเริ่มตรงกัน และใส่เครื่องหมาย " ครอบข้อความที่ขึ้นต้นด้วย {{ [ หรือ "',
            'start all entries of one level in the same column, and put " around a text that '
            'begins with {{ [ or "',
        ),
    ),
    "yaml-syntax/no-partner": Entry(
        Message("มีเครื่องหมายที่ไม่มีคู่", "a mark stands here without its partner"),
        _QUOTE,
    ),
    "yaml-syntax/alias": Entry(
        Message("อ้างถึงชื่อ (*) ที่ไม่ได้ตั้งไว้ (&)", "an alias (*) refers to no anchor (&)"),
        Message(
            'ถ้า * เป็นส่วนหนึ่งของข้อความ ใส่เครื่องหมาย " ครอบข้อความ',
            'if the * belongs to the text, put " around the text',
        ),
    ),
    "yaml-syntax/documents": Entry(
        Message("มีเครื่องหมาย --- แบ่งแฟ้มเป็นหลายเอกสาร", "a line --- splits the file into several documents"),
        Message("ลบบรรทัด --- หรือแยกเป็นหลายแฟ้ม", "remove the line ---, or make separate files"),
    ),
    "yaml-syntax/backslash": Entry(
        Message(
            'มีเครื่องหมาย \\ ในเครื่องหมาย "…" ที่ YAML ไม่รู้จัก', 'a backslash inside "…" that YAML does not know'
        ),
        Message("ใช้เครื่องหมาย '…' แทน หรือพิมพ์ \\ ซ้ำสองตัว", "use '…' instead, or write the backslash twice"),
    ),
    "yaml-syntax": Entry(
        Message("เขียนไม่ถูกรูปแบบ YAML ({said})", "this is not valid YAML ({said})"),
        _LOOK,
    ),
}
