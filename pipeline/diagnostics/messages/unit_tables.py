"""Faults of tables of units: their headers, their ids, and thresholds that are shifted."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

MESSAGES = {
    "list-unknown": Entry(
        Message(
            "ข้อมูลชนิดนี้ไม่มีรายการ '{name}' ที่ตารางจะเติมให้หน่วยงานได้{near}",
            "the data have no list '{name}' that a table could fill for units{near}",
        ),
        Message("ใช้ชื่อรายการหรือชื่อแผ่นงานหนึ่งในนี้: {listed}", "name one of these lists, or its sheet: {listed}"),
    ),
    "list-no-id": Entry(
        Message(
            "คอลัมน์แรกของตารางต้องเป็น id ของหน่วยงาน (พบ '{found}')",
            "the first column must hold the ids of units (found '{found}')",
        ),
        Message(
            "เพิ่มคอลัมน์แรก หัวตาราง id ใส่ id เดียวกับในรายการหน่วยงานทุกแถว",
            "put a column headed id first, with the id of its unit in every row",
        ),
    ),
    "list-unknown-unit": Entry(
        Message(
            "ไม่มีหน่วยงาน '{id}' ในชุดงานนี้ แต่มีแถวในตาราง '{list}'{near}",
            "the batch has no unit '{id}', but rows of it in '{list}'{near}",
        ),
        Message(
            "แก้ id ให้ตรงกับรายการหน่วยงาน เพิ่มหน่วยงานนี้ หรือลบแถวเหล่านี้",
            "mend the id, add the unit, or delete these rows",
        ),
    ),
    "list-without-rows": Entry(
        Message(
            "ตาราง '{list}' ไม่มีแถวของ {count} หน่วยงาน: {ids}", "'{list}' has no rows of {count} units: {ids}"
        ),
        Message(
            "ถ้าควรมี เพิ่มแถวของหน่วยงานเหล่านี้ ถ้าไม่มีจริง รายการของหน่วยงานนั้นว่าง",
            "add their rows if they should have any; otherwise their list is empty",
        ),
    ),
    "list-no-sheet": Entry(
        Message("สมุดงาน {file} ไม่มีแผ่นงาน '{sheet}'", "the workbook {file} has no sheet '{sheet}'"),
        Message("ตั้งชื่อแผ่นงานให้ตรง หรือใช้แฟ้ม .csv", "name the sheet so, or give a .csv file"),
    ),
    "own-column": Entry(
        Message(
            "คอลัมน์ '{column}' ไม่ตรงกับช่องใดของข้อมูล โปรแกรมจึงไม่ได้อ่าน",
            "the column '{column}' is no field of the data, and is not read",
        ),
        Message(
            "ถ้าเป็นคอลัมน์ของสำนักงานเอง ไม่ต้องแก้ ถ้าต้องการให้พิมพ์ในเอกสาร ให้ตั้งหัวคอลัมน์เป็นชื่อช่อง "
            "ดูชื่อทั้งหมดในแผ่นงาน 'ชื่อคอลัมน์' ที่ saraban new --kind batch --base ข้อมูล --xlsx สร้างให้",
            "leave it if it is your own; to have it printed, head it with the name of a value: "
            "saraban new --kind batch --base DATA --xlsx lists them",
        ),
    ),
    "near-column": Entry(
        Message(
            "หัวคอลัมน์ '{column}' คล้ายชื่อช่องของข้อมูล แต่ไม่ตรงกับช่องใด จึงไม่ทราบว่าค่าในคอลัมน์นี้ใช้ที่ใด",
            "the header '{column}' resembles the name of a value and is none",
        ),
        Message(
            "แก้หัวคอลัมน์เป็น '{near}' หรือถ้าเป็นคอลัมน์ของสำนักงานเอง ให้ใช้ชื่ออื่นที่ไม่คล้ายชื่อช่อง",
            "head it '{near}', or if it is your own, call it something else",
        ),
    ),
    "near-column/entry": Entry(
        Message(
            "หัวคอลัมน์ '{column}' พูดถึงรายการที่ {key} ซึ่งข้อมูลตั้งต้นไม่มี (มี {listed})",
            "the header '{column}' speaks of entry {key}, which the base has not (it has {listed})",
        ),
        Message(
            "แก้เลขที่ในหัวคอลัมน์ เพิ่มรายการนี้ในข้อมูลตั้งต้น หรือลบคอลัมน์นี้",
            "mend the number, add the entry to the base, or delete the column",
        ),
    ),
    "several-columns": Entry(
        Message(
            "หัวคอลัมน์ '{column}' หมายได้หลายช่อง: {listed}",
            "the header '{column}' may mean several values: {listed}",
        ),
        Message("พิมพ์หัวคอลัมน์ให้ครบอย่างใดอย่างหนึ่ง", "type one of these in full"),
    ),
    "column-twice": Entry(
        Message(
            "คอลัมน์ '{column}' เป็นค่าเดียวกับคอลัมน์ที่ {first}",
            "the column '{column}' holds what another holds, at {first}",
        ),
        Message("ลบคอลัมน์ที่ไม่ใช้", "delete one of them"),
    ),
    "no-header": Entry(
        Message(
            "ค่า '{text}' อยู่ในคอลัมน์ที่ไม่มีหัว โปรแกรมจึงไม่ได้อ่านคอลัมน์นี้",
            "'{text}' stands in a column without a header, which is not read",
        ),
        Message("ใส่หัวคอลัมน์ ถ้าต้องการใช้ค่า", "head the column if its values are to be used"),
    ),
    "id-column": Entry(
        Message(
            "ใช้คอลัมน์ '{column}' เป็น id ของหน่วยงาน เพราะไม่มีคอลัมน์ชื่อ id",
            "the column '{column}' is taken for the ids, as none is headed id",
        ),
        Message("ถ้าไม่ใช่ ตั้งชื่อคอลัมน์ของ id ว่า id", "if it is not, head the right one id"),
    ),
    "list-empty": Entry(
        Message(
            "แผ่นงาน '{list}' ยังไม่มีแถว ทุกหน่วยงานจึงใช้รายการของข้อมูลตั้งต้น",
            "the sheet '{list}' has no rows yet: all units have the base's list",
        ),
        Message("ใส่แถวของแต่ละหน่วยงาน หรือลบแผ่นงานนี้", "fill in rows of each unit, or delete the sheet"),
    ),
    "shift-none": Entry(
        Message(
            "{name} ไม่มีเกณฑ์เป็นตัวเลขของตนให้เลื่อน "
            "(เกณฑ์แบบขั้นตอน นับจำนวน เปิดตาราง คะแนนที่ให้ หรือใช้จุดคะแนนของแบบคะแนน)",
            "{name} has no thresholds of its own to shift "
            "(steps, counts, a look-up table, marks, or points of a scheme)",
        ),
        Message(
            "เว้นช่องนี้ว่าง แล้วเปลี่ยนระดับเป้าหมายหรือแถวของเกณฑ์แทน",
            "leave the cell empty, and change the target level or the rows of the scale",
        ),
    ),
    "shift-rounds": Entry(
        Message(
            "{name} มีเกณฑ์ตามรอบด้วย จึงไม่ทราบว่าเกณฑ์ของแต่ละรอบเลื่อนเท่าใด",
            "{name} has thresholds by round too, and how far these shift is not known",
        ),
        Message("เว้นช่องนี้ว่าง แล้วใส่เกณฑ์แต่ละระดับเอง", "leave the cell empty, and give each threshold"),
    ),
    "shift-and-steps": Entry(
        Message(
            "{name} ทั้งเลื่อนเกณฑ์ทั้งชุด และกำหนดเกณฑ์ระดับ {level} เอง",
            "{name} is shifted as a whole, and its level {level} is given as well",
        ),
        Message("ใช้อย่างใดอย่างหนึ่ง", "do one of both"),
    ),
    "shift-no-target": Entry(
        Message(
            "{name} ให้เลื่อนเกณฑ์ทั้งชุดตามเป้าหมาย แต่แถวนี้ไม่มีเป้าหมายใหม่",
            "{name} is to shift with its target, but the row has no new target",
        ),
        Message(
            "ใส่เป้าหมายใหม่ในคอลัมน์เป้าหมาย หรือใส่จำนวนที่เลื่อนแทน 'ใช่' เช่น +2",
            "give the new target, or by how much to shift, as +2",
        ),
    ),
    "shift-disagrees": Entry(
        Message(
            "{name} ให้เลื่อน {by} แต่เป้าหมายใหม่เปลี่ยนไป {moved}",
            "{name} is to shift by {by}, but its new target moves by {moved}",
        ),
        Message(
            "แก้ค่าใดค่าหนึ่ง หรือใส่ 'ใช่' เพื่อเลื่อนเท่าเป้าหมาย",
            "mend one of them, or type ใช่ to shift with the target",
        ),
    ),
    "shift-or-target": Entry(
        Message(
            "{name} ให้เลื่อน {typed} ซึ่งมากกว่าช่วงของเกณฑ์ทั้งชุด หมายถึงเป้าหมายใหม่เป็น {typed} หรือไม่",
            "{name} is to shift by {typed}, more than all its thresholds span: is {typed} the new target?",
        ),
        Message(
            "ถ้าเป็นเป้าหมายใหม่ ใส่ในคอลัมน์เป้าหมาย แล้วใส่ 'ใช่' ที่นี่ ถ้าเลื่อนเท่านี้จริง พิมพ์ '+{typed}' เป็นข้อความ",
            "if so, put it into the column of the target and ใช่ here; otherwise type '+{typed}' as text",
        ),
    ),
    "shift-below-zero": Entry(
        Message("{name} เลื่อนแล้วเกณฑ์ติดลบ: {steps}", "{name} would have thresholds below zero: {steps}"),
        Message("แก้จำนวนที่เลื่อน หรือใส่เกณฑ์แต่ละระดับเอง", "mend by how much it shifts, or give each threshold"),
    ),
    "shift-unreadable": Entry(
        Message(
            "{name} เลื่อนเกณฑ์ '{typed}' ไม่ใช่ ใช่, ไม่ใช่ หรือจำนวน",
            "{name} shifted by '{typed}': neither yes, no nor a number",
        ),
        Message("พิมพ์ ใช่ หรือจำนวนที่เลื่อน เช่น +2 หรือ -2", "type ใช่, or by how much, as +2 or -2"),
    ),
}
