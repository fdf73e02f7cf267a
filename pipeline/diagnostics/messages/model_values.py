"""Faults of single values: `{field}` is the field and what it is, `{typed}` what the user typed.

`{choices}` are the valid names, `{chooser}` the field that chooses what a record holds, `{nearest}` a hint at
the nearest of them (with a space before it, or empty), `{owner}` the entry around the field (likewise); the
limits are those that the record gives (`{ge}`, `{min_length}`, …). Wordings of one code tell YAML from a
workbook, where a column has a title and an empty cell is there to be filled.
"""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message
from pipeline.diagnostics.messages.common import KNOWN_FIELDS, ONE_OF_CHOICES

_NOT_USED = Message("{field} มีค่าที่ใช้ไม่ได้: {typed}", "{field} has a value that cannot be used: {typed}")
_MISSING = Message("ขาดช่อง {field}", "{field} is missing")
_TYPE_IT = Message("ใส่ค่าในช่องนี้", "type its value into the cell")
_ADD_ROWS = Message("เพิ่มแถวในแผ่นงานนี้", "add rows to this sheet")

_MERGE = Message(
    "< รวมกับช่องทางซ้าย ^ รวมกับช่องบนในแถวก่อนหน้า ช่องที่รวมกันต้องเป็นรูปสี่เหลี่ยม",
    "< goes with the cell on its left, ^ with the one above it, and together they are a rectangle",
)

MESSAGES = {
    "not-a-number": Entry(
        Message("{field} ไม่ใช่ตัวเลข: {typed}", "{field} is not a number: {typed}"),
        Message(
            "ใส่ตัวเลข เช่น 17.5 หรือ ๑๗.๕ ไม่ต้องใส่หน่วย (ใช้จุลภาคคั่นหลักพันเท่านั้น)",
            "type a number such as 17.5, without a unit (a comma parts thousands only)",
        ),
    ),
    "not-a-whole-number": Entry(
        Message("{field} ไม่ใช่จำนวนเต็ม: {typed}", "{field} is not a whole number: {typed}"),
        Message("ใส่จำนวนเต็ม เช่น 5 หรือ ๕", "type a whole number such as 5"),
    ),
    "number-size": Entry(
        Message("{field} มีจำนวนหลักมากเกินไป: {typed}", "{field} has too many digits: {typed}"),
        Message("ตรวจตัวเลขที่พิมพ์", "check the number typed"),
    ),
    "not-a-list": Entry(
        Message("{field} ต้องเป็นรายการ แต่พบ {typed}", "{field} must be a list, but is {typed}"),
        Message("เขียนเป็นรายการ ขึ้นต้นแต่ละรายการด้วย -", "write a list, each entry after a -"),
    ),
    "not-a-record": Entry(
        Message(
            "{field} ต้องเป็นกลุ่มข้อมูล (ช่อง: ค่า) แต่พบ {typed}", "{field} must hold named values, but is {typed}"
        ),
        Message("เขียนช่องย่อยให้เยื้องอยู่ใต้ช่องนี้: {choices}", "write its fields indented below it: {choices}"),
    ),
    "not-true-or-false": Entry(
        Message(
            "{field} ต้องเป็น true หรือ false แต่พบ {typed}", "{field} must be true or false, but is {typed}"
        ),
        Message("พิมพ์ true หรือ false", "type true or false"),
    ),
    "not-yes-or-no": Entry(
        Message("{field} ต้องเป็น ใช่ หรือ ไม่ใช่ แต่พบ {typed}", "{field} must be yes or no, but is {typed}"),
        Message("พิมพ์ ใช่ หรือ ไม่ใช่", "type ใช่ (yes) or ไม่ใช่ (no)"),
    ),
    "unknown-choice/field": Entry(
        Message("{field} ไม่มีค่า {typed} ให้เลือก", "{field} cannot be {typed}"),
        ONE_OF_CHOICES,
    ),
    "empty/value": Entry(
        Message("{field} ว่างอยู่", "{field} is empty"),
        Message("ใส่ค่า หรือลบบรรทัดนี้ออก", "type a value, or delete the line"),
    ),
    "invalid": Entry(
        _NOT_USED,
        Message("ตรวจค่าที่พิมพ์กับคู่มือข้อมูล (docs/input.md)", "check the value against docs/input.md"),
    ),
    "missing": Entry(
        _MISSING,
        Message("เพิ่มช่องนี้และใส่ค่า", "add the field and its value"),
    ),
    "unknown-key": Entry(
        Message("ไม่รู้จักช่อง {field}", "{field} is not a known field"),
        KNOWN_FIELDS,
    ),
    "unknown-key/comma": Entry(
        Message(
            "จุลภาคแยกข้อความใน {{…}} เป็นสองส่วน จึงไม่รู้จักช่อง {field}",
            "a comma parts the text inside {{…}}, and so {field} is not a known field",
        ),
        Message(
            'ถ้าจุลภาคเป็นส่วนหนึ่งของข้อความ ใส่เครื่องหมาย " ครอบทั้งข้อความ เช่น {before}: "{text}"',
            'if the comma belongs to the text, put " around all of it: {before}: "{text}"',
        ),
    ),
    "missing/type": Entry(
        _MISSING,
        Message("เพิ่มช่องนี้ โดยเลือกจาก: {choices}", "add the field, one of: {choices}"),
    ),
    "not-text": Entry(
        Message("{field} ต้องเป็นข้อความ แต่พบ {typed}", "{field} must be text, but is {typed}"),
        Message("เขียนเป็นข้อความบรรทัดเดียว หรือใส่ไว้ในเครื่องหมายคำพูด", "write plain text, in quotes if need be"),
    ),
    "out-of-range/more": Entry(
        Message("{field} ต้องมากกว่า {gt} แต่พบ {typed}", "{field} must be more than {gt}, but is {typed}"),
        Message("แก้ให้มากกว่า {gt}", "make it more than {gt}"),
    ),
    "out-of-range/least": Entry(
        Message("{field} ต้องไม่น้อยกว่า {ge} แต่พบ {typed}", "{field} must be at least {ge}, but is {typed}"),
        Message("แก้ให้เป็น {ge} ขึ้นไป", "make it {ge} or more"),
    ),
    "out-of-range/less": Entry(
        Message("{field} ต้องน้อยกว่า {lt} แต่พบ {typed}", "{field} must be less than {lt}, but is {typed}"),
        Message("แก้ให้น้อยกว่า {lt}", "make it less than {lt}"),
    ),
    "out-of-range/most": Entry(
        Message("{field} ต้องไม่เกิน {le} แต่พบ {typed}", "{field} must be at most {le}, but is {typed}"),
        Message("แก้ให้ไม่เกิน {le}", "make it {le} or less"),
    ),
    "too-few": Entry(
        Message(
            "{field} ต้องมีอย่างน้อย {min_length} รายการ แต่มี {actual_length}",
            "{field} must have at least {min_length} entries, but has {actual_length}",
        ),
        Message("เพิ่มรายการให้ครบ", "add what is missing"),
    ),
    "too-many/entries": Entry(
        Message(
            "{field} มีได้ไม่เกิน {max_length} รายการ แต่มี {actual_length}",
            "{field} may have at most {max_length} entries, but has {actual_length}",
        ),
        Message("ตัดรายการที่เกินออก", "take out what is too many"),
    ),
    "national-id": Entry(
        Message(
            "{field} ไม่ใช่เลขประจำตัวประชาชน 13 หลัก: {typed}", "{field} is not a number of 13 digits: {typed}"
        ),
        Message(
            "พิมพ์เลขให้ครบ 13 หลัก มีวรรคหรือขีดคั่นได้",
            "type all 13 digits, with spaces or hyphens between them or without",
        ),
    ),
    "national-id/check": Entry(
        Message(
            "{field} มีเลขตรวจสอบ (หลักสุดท้าย) ไม่ถูกต้อง: {typed}",
            "{field} has a wrong check digit, which is the last: {typed}",
        ),
        Message(
            "ตรวจกับบัตรประจำตัว มีหลักใดหลักหนึ่งพิมพ์ผิดหรือสลับกัน",
            "compare it with the card: a digit is wrong, or two have changed places",
        ),
    ),
    "not-a-date": Entry(
        Message("{field} ไม่ใช่วันที่ตามปฏิทิน: {typed}", "{field} is not a date of the calendar: {typed}"),
        Message(
            "พิมพ์วัน เดือน ปี เช่น 31 มีนาคม 2563 หรือ 31/3/2563 (วันก่อนเดือน)",
            "type day, month and year, as 31 มีนาคม 2563 or 31/3/2563 (the day first)",
        ),
    ),
    "not-a-date/weekday": Entry(
        Message(
            "{field} วันในสัปดาห์ไม่ตรงกับวันที่: {typed}", "{field} has a weekday that is not that date's: {typed}"
        ),
        Message(
            "{meant} คือวัน{detail} แก้วันหรือวันที่ หรือไม่ต้องใส่วันในสัปดาห์",
            "{meant} is a วัน{detail}: mend the one or the other, or leave the weekday out",
        ),
    ),
    "not-a-date/month": Entry(
        Message("{field} ไม่มีเดือนชื่อนี้: {typed}", "{field} names no month: {typed}"),
        Message("พิมพ์ {meant} ถ้าหมายถึงเดือน{month}", "type {meant} if {month} is meant"),
    ),
    "not-a-date/day": Entry(
        Message("{field} ไม่มีในปฏิทิน: {typed}", "{field} is not in the calendar: {typed}"),
        Message(
            "เดือน{month} มี {detail} วัน: แก้วันหรือเดือน เช่น {meant}",
            "{month} has {detail} days: mend the day or the month, such as {meant}",
        ),
    ),
    "which-century": Entry(
        Message(
            "{field} ปีสองหลักไม่แน่ชัด: {typed}",
            "{field} has a year of two digits, which is not certain: {typed}",
        ),
        Message(
            "ถ้าหมายถึง พ.ศ. พิมพ์ {thai} ถ้าหมายถึง ค.ศ. พิมพ์ {common}",
            "type {thai} if it is of the Buddhist era, {common} if of the common era",
        ),
    ),
    "which-era": Entry(
        Message("{field} ปีไม่แน่ชัด: {typed}", "{field} has a year that is not certain: {typed}"),
        Message("พิมพ์ปี พ.ศ. สี่หลัก (หมายถึง {meant} หรือไม่)", "type the year of the Buddhist era: is it {meant}?"),
    ),
    "not-a-month": Entry(
        Message("{field} ไม่ใช่เดือนและปี: {typed}", "{field} is not a month of a year: {typed}"),
        Message("พิมพ์เดือนและปี พ.ศ. เช่น มีนาคม 2569", "type a month and its year, such as มีนาคม 2569"),
    ),
    "not-a-time": Entry(
        Message("{field} ไม่ใช่เวลา: {typed}", "{field} is not a time of day: {typed}"),
        Message("พิมพ์ชั่วโมงและนาที เช่น 13.56", "type hours and minutes, such as 13.56"),
    ),
    "thresholds": Entry(
        Message(
            "เกณฑ์ของแต่ละระดับไม่เพิ่มขึ้นหรือลดลงต่อเนื่อง: {typed}",
            "the thresholds neither rise nor fall all along: {typed}",
        ),
        Message(
            "แก้ให้เกณฑ์เพิ่มขึ้นตลอด หรือลดลงตลอด (ระดับที่ติดกันมีค่าเท่ากันได้ แต่ไม่เท่ากันทุกระดับ)",
            "make them rise all along, or fall all along (neighbours may be equal, but not all of them)",
        ),
    ),
    "points": Entry(
        Message("จุดคะแนนย้อนกลับ: {typed}", "the points turn back: {typed}"),
        Message(
            "เมื่อคะแนนเพิ่มขึ้น ค่าของผลต้องเพิ่มขึ้นตลอด หรือลดลงตลอด และมีอย่างน้อยสองค่า",
            "as the score rises, the figures must rise all along, or fall all along, and be two at least",
        ),
    ),
    "one-limit": Entry(
        Message(
            "เกณฑ์ผ่าน/ไม่ผ่านต้องมีค่าเดียว: ไม่น้อยกว่า หรือ ไม่เกิน",
            "a scale of passed or not has one limit: at_least or at_most",
        ),
        Message("ใส่ค่าใดค่าหนึ่ง", "give one of the two"),
    ),
    "acting-for-nobody": Entry(
        Message("{acting} แต่ไม่ได้บอกว่าแทนตำแหน่งใด", "{acting}, and no post that it is for"),
        Message(
            "ใส่ {field} เช่น อธิบดีกรมตัวอย่าง หรือลบ {acting} ออก",
            "give {field}, the post that is acted for, or delete {acting}",
        ),
    ),
    "acting-by-no-power": Entry(
        Message(
            "มีตำแหน่งที่ลงนามแทน ({post}) แต่ไม่ได้ใส่ว่าลงนามแทนโดยอำนาจใด",
            "a post that is acted for ({post}), and nothing by which power",
        ),
        Message(
            "ใส่ {field}: ปฏิบัติราชการแทน รักษาราชการแทน หรือรักษาการในตำแหน่ง",
            "give {field}: ปฏิบัติราชการแทน, รักษาราชการแทน or รักษาการในตำแหน่ง",
        ),
    ),
    "table-repeats": Entry(
        Message("ตารางของเกณฑ์มีผลการดำเนินงานซ้ำกัน", "a value stands twice in the scale's table"),
        Message("ให้แต่ละค่ามีระดับเดียว", "give each value one level"),
    ),
    "table-row": Entry(
        Message(
            "ตารางแถวที่ {row} มี {cells} ช่อง แต่หัวตารางมี {columns} ช่อง",
            "row {row} of the table has {cells} cells, but its header has {columns}",
        ),
        Message(
            'ให้ทุกแถวมี {columns} ช่อง (ช่องว่างพิมพ์ "")', 'give each row {columns} cells (an empty one is "")'
        ),
    ),
    "table-merge": Entry(
        Message(
            "ช่อง {mark} ในแถวที่ {row} คอลัมน์ที่ {column} ของตารางรวมกับช่องข้างเคียงไม่ได้",
            "cell {mark} in row {row}, column {column} of the table has nothing to be merged with",
        ),
        _MERGE,
    ),
    "table-merge/head": Entry(
        Message(
            "ช่อง {mark} ในหัวตารางแถวที่ {row} คอลัมน์ที่ {column} รวมกับช่องข้างเคียงไม่ได้",
            "cell {mark} in row {row}, column {column} of the table's header has nothing to be merged with",
        ),
        _MERGE,
    ),
    "table-row/head": Entry(
        Message(
            "หัวตารางแถวที่ {row} มี {cells} ช่อง แต่หัวตารางแถวแรกมี {columns} ช่อง",
            "row {row} of the table's header has {cells} cells, but its first row has {columns}",
        ),
        Message(
            "ให้หัวตารางทุกแถวมี {columns} ช่อง (ช่องที่รวมกันใส่ < หรือ ^)",
            "give each row of the header {columns} cells (< or ^ for merged ones)",
        ),
    ),
    "table-widths": Entry(
        Message(
            "กำหนดความกว้าง {widths} คอลัมน์ แต่ตารางมี {columns} คอลัมน์",
            "{widths} widths for a table of {columns} columns",
        ),
        Message("กำหนดความกว้างให้ครบ {columns} คอลัมน์ หรือไม่กำหนดเลย", "give {columns} widths, or none"),
    ),
    "missing/cell": Entry(
        Message("ไม่ได้ใส่ {field}{owner}", "{field}{owner} is empty"),
        _TYPE_IT,
    ),
    "empty/cell": Entry(
        Message("ไม่ได้ใส่ {field}", "{field} is empty"),
        _TYPE_IT,
    ),
    "unknown-key/chosen": Entry(
        Message(
            "'{chooser}' ที่เลือกไว้{owner} ไม่ใช้ {field}", "the '{chooser}' that is chosen{owner} has no {field}"
        ),
        Message(
            "ลบค่านี้ออก หรือเปลี่ยน '{chooser}' ให้ตรงกับค่าที่ใส่",
            "delete the value, or choose the '{chooser}' that has it",
        ),
    ),
    "invalid/cell": Entry(
        _NOT_USED,
        Message("ตรวจค่าที่พิมพ์ในช่องนี้", "check the value in the cell"),
    ),
    "too-few/rows": Entry(
        Message(
            "{field}{owner} ต้องมีอย่างน้อย {min_length} แถว แต่มี {actual_length}",
            "{field}{owner} must have at least {min_length} rows, but has {actual_length}",
        ),
        _ADD_ROWS,
    ),
    "too-many/rows": Entry(
        Message(
            "{field}{owner} มีได้ไม่เกิน {max_length} แถว แต่มี {actual_length}",
            "{field}{owner} may have at most {max_length} rows, but has {actual_length}",
        ),
        Message("ลบแถวที่เกินออก", "delete the rows that are too many"),
    ),
    "table-row/cells": Entry(
        Message(
            "แถวตารางที่ {row} มี {cells} ช่อง แต่หัวตารางมี {columns} ช่อง",
            "row {row} of the table has {cells} cells, but its header has {columns}",
        ),
        Message(
            "ลบช่องที่เกิน หรือเพิ่มชื่อคอลัมน์ในแถว 'หัวตาราง'", "take out the cells, or name their columns in 'หัวตาราง'"
        ),
    ),
    "missing/rows": Entry(
        Message("ไม่มี {field}{owner}", "there are no {field}{owner}"),
        _ADD_ROWS,
    ),
}
