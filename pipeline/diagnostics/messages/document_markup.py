"""Faults of elements and attributes of the markup."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

_MEND = Message("แก้แม่แบบ (ดู docs/markup.md)", "mend the template (see docs/markup.md)")

MESSAGES = {
    "markup-attribute": Entry(
        Message("<{element}> ไม่มีแอตทริบิวต์ {name}", "<{element}> has no attribute {name}"), _MEND
    ),
    "markup-value": Entry(
        Message("{name}='{value}' ต้องเป็นค่าใดค่าหนึ่ง: {choices}", "{name}='{value}' must be one of {choices}"),
        _MEND,
    ),
    "markup-value/number": Entry(
        Message(
            "{name}='{value}' ต้องเป็นตัวเลขตั้งแต่ {least} ถึง {most}",
            "{name}='{value}' must be a number from {least} to {most}",
        ),
        _MEND,
    ),
    "markup-value/widths": Entry(
        Message("widths ต้องเป็นตัวเลขตั้งแต่ 0.001 ถึง 100000", "widths must be numbers from 0.001 to 100000"),
        _MEND,
    ),
    "markup-root": Entry(Message("มาร์กอัปต้องเริ่มด้วย <document>", "the root must be <document>"), _MEND),
    "markup-section": Entry(Message("เอกสารไม่มี <section>", "the document has no <section>"), _MEND),
    "markup-text": Entry(
        Message("มีข้อความลอยอยู่ใน <{element}>", "text stands loose inside <{element}>"), _MEND
    ),
    "markup-element": Entry(
        Message("<{element}> อยู่ใน <{parent}> ไม่ได้", "<{element}> may not stand inside <{parent}>"), _MEND
    ),
    "markup-element/instruction": Entry(Message("มีคำสั่ง <? ?> ในมาร์กอัป", "the markup holds a <? ?>"), _MEND),
    "markup-style": Entry(Message("<{element}> ต้องมี style", "<{element}> needs a style"), _MEND),
    "markup-style/paragraph": Entry(
        Message("<p> นอกตารางต้องมี style", "<p> outside a table needs a style"), _MEND
    ),
    "markup-columns": Entry(
        Message(
            "แถวของตารางมีจำนวนคอลัมน์ไม่เท่ากัน (นับ colspan และ rowspan แล้ว)",
            "the table's rows differ in columns (colspan and rowspan counted)",
        ),
        _MEND,
    ),
    "markup-columns/no-row": Entry(Message("ตารางไม่มีแถว", "the table has no row"), _MEND),
    "markup-header": Entry(
        Message(
            "แถวหัวตารางต้องอยู่บนสุด และชื่อตาราง (caption) อยู่เหนือแถวหัวตารางได้แถวเดียว",
            "header rows must stand first, and one caption above them",
        ),
        _MEND,
    ),
    "markup-sign": Entry(
        Message("<sign> ต้องมี role (ไม่มีจุด) และ title", "<sign> needs role (without a full stop) and title"),
        _MEND,
    ),
    "markup-sign/twice": Entry(Message("role='{role}' ลงนามซ้ำ", "role='{role}' signs more than once"), _MEND),
    "markup-chart/bars": Entry(
        Message(
            "<chart> มี <bar> {count} แท่ง ต้องมี 1 ถึง {most} แท่ง",
            "<chart> has {count} <bar>, and 1 to {most} are wanted",
        ),
        Message(
            "แบ่งเป็นหลายแผนภูมิ เช่น มิติละแผนภูมิ หรือเว้นแผนภูมิที่ไม่มีแท่ง",
            "make several charts of it, one a dimension for example, and none without bars",
        ),
    ),
    "markup-chart/alt": Entry(
        Message("<chart> ต้องมี alt บอกว่าแผนภูมิแสดงอะไร", "<chart> needs an alt that says what it shows"), _MEND
    ),
    "markup-chart/name": Entry(
        Message(
            "<bar> มี {name} แต่ <chart> ไม่มี {called} ซึ่งเป็นชื่อของตัวเลขนั้น",
            "a <bar> has a {name}, and the <chart> no {called} that says what it is called",
        ),
        _MEND,
    ),
    "markup-chart/label": Entry(
        Message(
            "label ของ <bar> มี {count} ตัวอักษร ต้องมี 1 ถึง {most} ตัวอักษร",
            "the label of <bar> has {count} characters, and 1 to {most} are wanted",
        ),
        _MEND,
    ),
    "markup-chart/figure": Entry(
        Message(
            "{name}='{value}' ไม่ใช่ตัวเลขที่แสดงเป็นแท่งได้ (เช่น 4.25, -3, 1,200)",
            "{name}='{value}' is no figure that a bar can show (4.25, -3, 1,200)",
        ),
        _MEND,
    ),
    "markup-chart/full": Entry(
        Message("full ของแผนภูมิต้องมากกว่า 0", "the full of a chart must be more than 0"), _MEND
    ),
    "markup-chart/scales": Entry(
        Message(
            "<bar> บางแท่งมี full บางแท่งไม่มี จึงเทียบกันไม่ได้",
            "some <bar> have a full and some have none, so that they cannot be compared",
        ),
        Message("ใส่ full ที่ <chart> หรือที่ทุก <bar>", "say full at the <chart>, or at each <bar>"),
    ),
    "markup-field": Entry(Message("<field> ต้องมี name และ title", "<field> needs name and title"), _MEND),
}
