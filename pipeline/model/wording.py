"""What each error of validation is called in Thai and English, and how to mend it.

Placeholders: `{field}` the field and what it is, `{typed}` what the user typed, `{choices}` the
valid names, `{chooser}` the field that chooses what a record holds, `{nearest}` a hint at the nearest
of them (with a space before it, or empty), and the limits that pydantic gives (`{ge}`, `{min_length}`, …).
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.diagnostics import Message


class Wording(NamedTuple):
    """The words for one type of error; `key` is the field inside the record that it is about."""

    code: str
    what: Message
    remedy: Message
    key: str = ""


_NOT_A_NUMBER = Wording(
    "not-a-number",
    Message("{field} ไม่ใช่ตัวเลข: {typed}", "{field} is not a number: {typed}"),
    Message(
        "ใส่ตัวเลข เช่น 17.5 หรือ ๑๗.๕ ไม่ต้องใส่หน่วย (ใช้จุลภาคคั่นหลักพันเท่านั้น)",
        "type a number such as 17.5, without a unit (a comma parts thousands only)",
    ),
)
_NOT_WHOLE = Wording(
    "not-a-whole-number",
    Message("{field} ไม่ใช่จำนวนเต็ม: {typed}", "{field} is not a whole number: {typed}"),
    Message("ใส่จำนวนเต็ม เช่น 5 หรือ ๕", "type a whole number such as 5"),
)
_NUMBER_SIZE = Wording(
    "number-size",
    Message("{field} มีจำนวนหลักมากเกินไป: {typed}", "{field} has too many digits: {typed}"),
    Message("ตรวจตัวเลขที่พิมพ์", "check the number typed"),
)
_NOT_A_LIST = Wording(
    "not-a-list",
    Message("{field} ต้องเป็นรายการ แต่พบ {typed}", "{field} must be a list, but is {typed}"),
    Message("เขียนเป็นรายการ ขึ้นต้นแต่ละรายการด้วย -", "write a list, each entry after a -"),
)
_NOT_A_RECORD = Wording(
    "not-a-record",
    Message("{field} ต้องเป็นกลุ่มข้อมูล (ช่อง: ค่า) แต่พบ {typed}", "{field} must hold named values, but is {typed}"),
    Message("เขียนช่องย่อยให้เยื้องอยู่ใต้ช่องนี้: {choices}", "write its fields indented below it: {choices}"),
)
_NOT_TRUE_OR_FALSE = Wording(
    "not-true-or-false",
    Message("{field} ต้องเป็น true หรือ false แต่พบ {typed}", "{field} must be true or false, but is {typed}"),
    Message("พิมพ์ true หรือ false", "type true or false"),
)
_NO_SUCH_CHOICE = Wording(
    "unknown-choice",
    Message("{field} ไม่มีค่า {typed} ให้เลือก", "{field} cannot be {typed}"),
    Message("ใช้ค่าใดค่าหนึ่ง: {choices}{nearest}", "use one of: {choices}{nearest}"),
)

EMPTY = Wording(
    "empty",
    Message("{field} ว่างอยู่", "{field} is empty"),
    Message("ใส่ค่า หรือลบบรรทัดนี้ออก", "type a value, or delete the line"),
)

OTHER = Wording(
    "invalid",
    Message("{field} มีค่าที่ใช้ไม่ได้: {typed}", "{field} has a value that cannot be used: {typed}"),
    Message("ตรวจค่าที่พิมพ์กับคู่มือข้อมูล (docs/input.md)", "check the value against docs/input.md"),
)
"""For every type of error that the table below does not name."""

WORDINGS: dict[str, Wording] = {
    "missing": Wording(
        "missing",
        Message("ขาดช่อง {field}", "{field} is missing"),
        Message("เพิ่มช่องนี้และใส่ค่า", "add the field and its value"),
    ),
    "extra_forbidden": Wording(
        "unknown-key",
        Message("ไม่รู้จักช่อง {field}", "{field} is not a known field"),
        Message("ช่องที่ใช้ได้: {choices}{nearest}", "known fields: {choices}{nearest}"),
    ),
    "literal_error": _NO_SUCH_CHOICE,
    "union_tag_invalid": _NO_SUCH_CHOICE._replace(key="type"),
    "union_tag_not_found": Wording(
        "missing",
        Message("ขาดช่อง {field}", "{field} is missing"),
        Message("เพิ่มช่องนี้ โดยเลือกจาก: {choices}", "add the field, one of: {choices}"),
        key="type",
    ),
    "string_type": Wording(
        "not-text",
        Message("{field} ต้องเป็นข้อความ แต่พบ {typed}", "{field} must be text, but is {typed}"),
        Message("เขียนเป็นข้อความบรรทัดเดียว หรือใส่ไว้ในเครื่องหมายคำพูด", "write plain text, in quotes if need be"),
    ),
    "decimal_parsing": _NOT_A_NUMBER,
    "decimal_type": _NOT_A_NUMBER,
    "finite_number": _NOT_A_NUMBER,
    "number_size": _NUMBER_SIZE,
    "int_parsing": _NOT_WHOLE,
    "int_type": _NOT_WHOLE,
    "int_from_float": _NOT_WHOLE,
    "int_parsing_size": _NUMBER_SIZE,
    "greater_than": Wording(
        "out-of-range",
        Message("{field} ต้องมากกว่า {gt} แต่พบ {typed}", "{field} must be more than {gt}, but is {typed}"),
        Message("แก้ให้มากกว่า {gt}", "make it more than {gt}"),
    ),
    "greater_than_equal": Wording(
        "out-of-range",
        Message("{field} ต้องไม่น้อยกว่า {ge} แต่พบ {typed}", "{field} must be at least {ge}, but is {typed}"),
        Message("แก้ให้เป็น {ge} ขึ้นไป", "make it {ge} or more"),
    ),
    "less_than": Wording(
        "out-of-range",
        Message("{field} ต้องน้อยกว่า {lt} แต่พบ {typed}", "{field} must be less than {lt}, but is {typed}"),
        Message("แก้ให้น้อยกว่า {lt}", "make it less than {lt}"),
    ),
    "less_than_equal": Wording(
        "out-of-range",
        Message("{field} ต้องไม่เกิน {le} แต่พบ {typed}", "{field} must be at most {le}, but is {typed}"),
        Message("แก้ให้ไม่เกิน {le}", "make it {le} or less"),
    ),
    "too_short": Wording(
        "too-few",
        Message(
            "{field} ต้องมีอย่างน้อย {min_length} รายการ แต่มี {actual_length}",
            "{field} must have at least {min_length} entries, but has {actual_length}",
        ),
        Message("เพิ่มรายการให้ครบ", "add what is missing"),
    ),
    "too_long": Wording(
        "too-many",
        Message(
            "{field} มีได้ไม่เกิน {max_length} รายการ แต่มี {actual_length}",
            "{field} may have at most {max_length} entries, but has {actual_length}",
        ),
        Message("ตัดรายการที่เกินออก", "take out what is too many"),
    ),
    "tuple_type": _NOT_A_LIST,
    "list_type": _NOT_A_LIST,
    "dict_type": _NOT_A_RECORD,
    "model_type": _NOT_A_RECORD,
    "model_attributes_type": _NOT_A_RECORD,
    "bool_parsing": _NOT_TRUE_OR_FALSE,
    "bool_type": _NOT_TRUE_OR_FALSE,
    "thai_date": Wording(
        "not-a-date",
        Message("{field} ไม่ใช่วันที่ตามปฏิทิน: {typed}", "{field} is not a date of the calendar: {typed}"),
        Message(
            "พิมพ์วัน เดือน ปี เช่น 31 มีนาคม 2563 หรือ 31/3/2563 (วันก่อนเดือน)",
            "type day, month and year, as 31 มีนาคม 2563 or 31/3/2563 (the day first)",
        ),
    ),
    "date_weekday": Wording(
        "not-a-date",
        Message(
            "{field} วันในสัปดาห์ไม่ตรงกับวันที่: {typed}", "{field} has a weekday that is not that date's: {typed}"
        ),
        Message(
            "{meant} คือวัน{detail} แก้วันหรือวันที่ หรือไม่ต้องใส่วันในสัปดาห์",
            "{meant} is a วัน{detail}: mend the one or the other, or leave the weekday out",
        ),
    ),
    "date_month": Wording(
        "not-a-date",
        Message("{field} ไม่มีเดือนชื่อนี้: {typed}", "{field} names no month: {typed}"),
        Message("พิมพ์ {meant} ถ้าหมายถึงเดือน{month}", "type {meant} if {month} is meant"),
    ),
    "date_day": Wording(
        "not-a-date",
        Message("{field} ไม่มีในปฏิทิน: {typed}", "{field} is not in the calendar: {typed}"),
        Message(
            "เดือน{month} มี {detail} วัน: แก้วันหรือเดือน เช่น {meant}",
            "{month} has {detail} days: mend the day or the month, such as {meant}",
        ),
    ),
    "two_digit_year": Wording(
        "which-century",
        Message(
            "{field} ปีสองหลักไม่แน่ชัด: {typed}",
            "{field} has a year of two digits, which is not certain: {typed}",
        ),
        Message(
            "ถ้าหมายถึง พ.ศ. พิมพ์ {thai} ถ้าหมายถึง ค.ศ. พิมพ์ {common}",
            "type {thai} if it is of the Buddhist era, {common} if of the common era",
        ),
    ),
    "which_era": Wording(
        "which-era",
        Message("{field} ปีไม่แน่ชัด: {typed}", "{field} has a year that is not certain: {typed}"),
        Message("พิมพ์ปี พ.ศ. สี่หลัก (หมายถึง {meant} หรือไม่)", "type the year of the Buddhist era: is it {meant}?"),
    ),
    "clock_time": Wording(
        "not-a-time",
        Message("{field} ไม่ใช่เวลา: {typed}", "{field} is not a time of day: {typed}"),
        Message("พิมพ์ชั่วโมงและนาที เช่น 13.56", "type hours and minutes, such as 13.56"),
    ),
    "thresholds": Wording(
        "thresholds",
        Message(
            "เกณฑ์ของแต่ละระดับไม่เพิ่มขึ้นหรือลดลงต่อเนื่อง: {typed}",
            "the thresholds neither rise nor fall all along: {typed}",
        ),
        Message(
            "แก้ให้เกณฑ์เพิ่มขึ้นตลอด หรือลดลงตลอด (ระดับที่ติดกันมีค่าเท่ากันได้ แต่ไม่เท่ากันทุกระดับ)",
            "make them rise all along, or fall all along (neighbours may be equal, but not all of them)",
        ),
        key="thresholds",
    ),
    "points": Wording(
        "points",
        Message("จุดคะแนนย้อนกลับ: {typed}", "the points turn back: {typed}"),
        Message(
            "เมื่อคะแนนเพิ่มขึ้น ค่าของผลต้องเพิ่มขึ้นตลอด หรือลดลงตลอด และมีอย่างน้อยสองค่า",
            "as the score rises, the figures must rise all along, or fall all along, and be two at least",
        ),
        key="points",
    ),
    "one_limit": Wording(
        "one-limit",
        Message(
            "เกณฑ์ผ่าน/ไม่ผ่านต้องมีค่าเดียว: ไม่น้อยกว่า หรือ ไม่เกิน",
            "a scale of passed or not has one limit: at_least or at_most",
        ),
        Message("ใส่ค่าใดค่าหนึ่ง", "give one of the two"),
        key="at_least",
    ),
    "table_repeats": Wording(
        "table-repeats",
        Message("ตารางของเกณฑ์มีผลการดำเนินงานซ้ำกัน", "a value stands twice in the scale's table"),
        Message("ให้แต่ละค่ามีระดับเดียว", "give each value one level"),
        key="rows",
    ),
    "table_row": Wording(
        "table-row",
        Message(
            "ตารางแถวที่ {row} มี {cells} ช่อง แต่หัวตารางมี {columns} ช่อง",
            "row {row} of the table has {cells} cells, but its header has {columns}",
        ),
        Message(
            'ให้ทุกแถวมี {columns} ช่อง (ช่องว่างพิมพ์ "")', 'give each row {columns} cells (an empty one is "")'
        ),
        key="rows",
    ),
    "table_widths": Wording(
        "table-widths",
        Message(
            "กำหนดความกว้าง {widths} คอลัมน์ แต่ตารางมี {columns} คอลัมน์",
            "{widths} widths for a table of {columns} columns",
        ),
        Message("กำหนดความกว้างให้ครบ {columns} คอลัมน์ หรือไม่กำหนดเลย", "give {columns} widths, or none"),
        key="widths",
    ),
}

_IN_A_TABLE: dict[str, Wording] = {
    "missing": Wording(
        "missing",
        Message("ไม่ได้ใส่ {field}{owner}", "{field}{owner} is empty"),
        Message("ใส่ค่าในช่องนี้", "type its value into the cell"),
    ),
    "empty": Wording(
        "empty",
        Message("ไม่ได้ใส่ {field}", "{field} is empty"),
        Message("ใส่ค่าในช่องนี้", "type its value into the cell"),
    ),
    "unknown-key": Wording(
        "unknown-key",
        Message(
            "'{chooser}' ที่เลือกไว้{owner} ไม่ใช้ {field}", "the '{chooser}' that is chosen{owner} has no {field}"
        ),
        Message(
            "ลบค่านี้ออก หรือเปลี่ยน '{chooser}' ให้ตรงกับค่าที่ใส่",
            "delete the value, or choose the '{chooser}' that has it",
        ),
    ),
    "invalid": OTHER._replace(remedy=Message("ตรวจค่าที่พิมพ์ในช่องนี้", "check the value in the cell")),
    "too-few": Wording(
        "too-few",
        Message(
            "{field}{owner} ต้องมีอย่างน้อย {min_length} แถว แต่มี {actual_length}",
            "{field}{owner} must have at least {min_length} rows, but has {actual_length}",
        ),
        Message("เพิ่มแถวในแผ่นงานนี้", "add a row to this sheet"),
    ),
    "too-many": Wording(
        "too-many",
        Message(
            "{field}{owner} มีได้ไม่เกิน {max_length} แถว แต่มี {actual_length}",
            "{field}{owner} may have at most {max_length} rows, but has {actual_length}",
        ),
        Message("ลบแถวที่เกินออก", "delete the rows that are too many"),
    ),
    "table-row": Wording(
        "table-row",
        Message(
            "แถวตารางที่ {row} มี {cells} ช่อง แต่หัวตารางมี {columns} ช่อง",
            "row {row} of the table has {cells} cells, but its header has {columns}",
        ),
        Message(
            "ลบช่องที่เกิน หรือเพิ่มชื่อคอลัมน์ในแถว 'หัวตาราง'", "take out the cells, or name their columns in 'หัวตาราง'"
        ),
        key="rows",
    ),
}
"""What is said otherwise of a table: its columns have titles, and an empty cell is there to be filled."""


_NO_ROWS = Wording(
    "missing",
    Message("ไม่มี {field}{owner}", "there are no {field}{owner}"),
    Message("เพิ่มแถวในแผ่นงานนี้", "add rows to this sheet"),
)


def in_a_table(wording: Wording, *, rows: bool) -> Wording:
    """The wording for a value that stands in a workbook or a CSV file; `rows` of it, or in a single cell."""
    if rows and wording.code == "missing":
        return _NO_ROWS
    return _IN_A_TABLE.get(wording.code, wording)
