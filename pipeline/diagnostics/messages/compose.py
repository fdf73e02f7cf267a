"""Faults of templates and of names in braces."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

MESSAGES = {
    "placeholder": Entry(
        Message("ไม่มีค่าของ {{{name}}} ให้พิมพ์ใน “{text}”", "{{{name}}} has no value in “{text}”"),
        Message(
            "แก้ชื่อในวงเล็บปีกกา{near} ชื่อที่ใช้ได้ที่นี่: {listed} (ทั้งหมด: saraban names)",
            "mend the name in braces{near}; known here: {listed} (all: saraban names)",
        ),
    ),
    "placeholder/empty": Entry(
        Message(
            "ที่นี่ไม่มีค่าของ {{{name}}} ({about}) ให้พิมพ์ใน “{text}”",
            "{{{name}}} ({about}) has no value here to print in “{text}”",
        ),
        Message(
            "กรอกข้อมูลนั้น หรือลบ {{{name}}} ออกจากข้อความ ชื่อที่ใช้ได้ที่นี่: {listed} (ทั้งหมด: saraban names)",
            "fill in what it is made of, or take {{{name}}} out; known here: {listed} (all: saraban names)",
        ),
    ),
    "placeholder/block": Entry(
        Message(
            "{{{name}}} ({about}) ต้องเป็นย่อหน้าของตัวเอง",
            "{{{name}}} ({about}) prints a table or a list, so it is a paragraph of its own",
        ),
        Message(
            "ย้าย {{{name}}} ไปไว้ย่อหน้าใหม่ที่ไม่มีข้อความอื่น",
            "move {{{name}}} to a new paragraph without any other text",
        ),
    ),
    "brace/not-filled": Entry(
        Message(
            "ช่องนี้พิมพ์ตามที่กรอก จึงใช้ชื่อในวงเล็บปีกกาไม่ได้: “{text}”",
            "this is printed as it is typed, so it cannot hold braces: “{text}”",
        ),
        Message("พิมพ์ค่าจริงแทนชื่อในวงเล็บปีกกา หรือลบวงเล็บปีกกาออก", "type the value itself, or delete the braces"),
    ),
    "placeholder/printing": Entry(
        Message("ไม่มีค่าของ {{{name}}} ให้พิมพ์ใน “{quote}”{hint}", "{{{name}}} has no value in “{quote}”{hint}"),
        Message("แก้ชื่อในวงเล็บปีกกา", "mend the name in braces"),
    ),
    "column-sum": Entry(
        Message(
            "{{sum}} รวมคอลัมน์นี้ไม่ได้ เพราะ {typed} ไม่ใช่ตัวเลข",
            "{{sum}} cannot add this column up: {typed} is no number",
        ),
        Message("แก้ให้เป็นตัวเลขล้วน (ไม่มีหน่วย) หรือใส่ -", "give figures alone, without units, or -"),
    ),
    "column-sum/place": Entry(
        Message("{{sum}} ใช้ในแถวสุดท้ายของตารางเท่านั้น", "{{sum}} is for the last row of a table only"),
        Message("ย้ายไปไว้แถวสุดท้าย หรือพิมพ์ตัวเลข", "move it to the last row, or type the figure"),
    ),
    "placeholder-length": Entry(
        Message(
            "ข้อความที่แทนชื่อในวงเล็บปีกกาแล้วยาวเกินไป: “{text}”",
            "the text with its names in braces printed is too long: “{text}”",
        ),
        Message("ลดชื่อในวงเล็บปีกกาที่อ้างถึงกันหลายทอด", "let fewer names in braces refer to one another"),
    ),
    "placeholder-circle": Entry(
        Message("ชื่อในวงเล็บปีกกาอ้างอิงวนกัน: “{text}”", "the names in braces refer to one another: “{text}”"),
        Message("แก้ข้อความไม่ให้อ้างอิงวนกัน", "write the text without the circle"),
    ),
    "brace/pairs": Entry(
        Message("วงเล็บปีกกาไม่เป็นคู่ ใน “{text}”", "braces that make no pair in “{text}”"),
        Message(
            "คร่อมชื่อด้วย {{ และ }} อย่างละหนึ่ง หรือลบออก ({how})",
            "put one {{ before a name and one }} behind it, or delete them ({how})",
        ),
    ),
    "brace": Entry(
        Message(
            "วงเล็บปีกกา {brace} ไม่มี {lacks} คู่กัน ใน “{text}”",
            "the brace {brace} has no {lacks} to it in “{text}”",
        ),
        Message("เติม {lacks} หรือลบ {brace} ออก ({how})", "add {lacks}, or delete {brace} ({how})"),
    ),
}
