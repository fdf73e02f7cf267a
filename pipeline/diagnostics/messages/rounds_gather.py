"""Faults and remarks of what is handed out to units, and of what comes back."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

_LEAVE_IT = Message("ไม่ต้องแก้ ถ้าไม่มีผลที่ต้องรายงานในนั้น", "leave it, unless results to report stand there")

MESSAGES = {
    "nobody-responsible": Entry(
        Message(
            "ไม่มีแถวใดในงานนี้ที่บอกผู้รับผิดชอบ จึงแจกแบบกรอกไม่ได้ ({kind})",
            "no row of this work names who is responsible, so nothing can be handed out ({kind})",
        ),
        Message(
            "รายงานแผน: ใส่หน่วยงานของโครงการ คำรับรอง: ใส่ ผู้รับผิดชอบ ของตัวชี้วัด "
            "ชนิดเอกสารของสำนักงาน: ให้คอลัมน์หนึ่งของตารางเป็น responsible",
            "of a plan give each project its unit, of an agreement each indicator its ผู้รับผิดชอบ; "
            "of an office's own kind make a column of a table responsible",
        ),
    ),
    "answer-not-handed-out": Entry(
        Message(
            "แฟ้มนี้ไม่ใช่แบบกรอกที่แจกไป หรือข้อมูลซ่อนในแฟ้มหายไป จึงไม่รับค่าใด",
            "this is no workbook that was handed out, or its hidden note is gone; nothing of it is taken",
        ),
        Message(
            "ขอให้หน่วยงานส่งแฟ้มที่แจกไปกลับมา (ไม่ใช่สำเนาที่คัดลอกช่องไปแฟ้มใหม่) หรือนำแฟ้มอื่นออกจากโฟลเดอร์",
            "ask for the file that was handed out, not for a new one; or keep other files elsewhere",
        ),
    ),
    "answer-other-work": Entry(
        Message(
            "แบบกรอกนี้เป็นของงานอื่น ({theirs}) ไม่ใช่ของงานนี้ ({ours}) จึงไม่รับค่าใด",
            "this is of another work ({theirs}), not of this one ({ours}); nothing of it is taken",
        ),
        Message("ตรวจว่ารวบรวมเข้างานที่ถูกต้อง", "check that it is gathered into the right work"),
    ),
    "answer-other-work/period": Entry(
        Message(
            "แบบกรอกนี้เป็นของรอบ {theirs} แต่งานนี้คือรอบ {ours} จึงไม่รับค่าใด",
            "this was handed out for the round {theirs}, and this work is of {ours}; nothing of it is taken",
        ),
        Message(
            "ขอแบบกรอกของรอบนี้จากหน่วยงาน หรือรวบรวมเข้างานของรอบนั้น",
            "ask the unit for this round's file, or gather it into that round's work",
        ),
    ),
    "answer-nobody": Entry(
        Message(
            "แบบกรอกนี้แจกให้ '{name}' ซึ่งไม่ได้รับผิดชอบแถวใดในงานนี้แล้ว จึงไม่รับค่าใด",
            "this is of '{name}', who answers for nothing in this work any more; nothing is taken",
        ),
        Message("ถ้าเปลี่ยนผู้รับผิดชอบ ให้แจกแบบกรอกใหม่", "if somebody else is responsible now, hand it out again"),
    ),
    "answer-sheet-gone": Entry(
        Message(
            "ไม่พบแผ่นงาน '{sheet}' หรือหัวคอลัมน์ของแผ่นงานนั้น จึงไม่ได้อ่านแผ่นงานนี้",
            "the sheet '{sheet}', or its header, is gone; it was not read",
        ),
        Message(
            "คืนชื่อแผ่นงานและหัวคอลัมน์ตามแบบที่แจก", "restore the sheet's name and header as they were handed out"
        ),
    ),
    "answer-row-gone": Entry(
        Message(
            "แถว '{key}' หายไปจากแบบกรอก ค่าเดิมคงอยู่", "the row '{key}' is gone; the work keeps its values"
        ),
        Message("ไม่ต้องทำอะไร ถ้าไม่มีอะไรต้องแก้ในแถวนั้น", "nothing to do, unless something in it was to change"),
    ),
    "answer-row-twice": Entry(
        Message(
            "แถว '{key}' มีสองแถว (อีกแถวคือแถวที่ {first}) ไม่รับแถวนี้",
            "the row '{key}' stands twice (also in row {first}); this one is not taken",
        ),
        Message("รวมเป็นแถวเดียว", "make it one row"),
    ),
    "answer-row-of-others": Entry(
        Message(
            "'{key}' เป็นของ {owner} แต่ {name} กรอกมา จึงไม่รับ",
            "'{key}' is of {owner}, and was filled in by {name}; it is not taken",
        ),
        Message("ให้ {owner} กรอกในแบบของตน แล้วลบแถวนี้", "let {owner} fill it in, and delete this row"),
    ),
    "answer-unknown-row": Entry(
        Message("ไม่มี '{key}' ในงานนี้ จึงไม่รับแถวนี้", "there is no '{key}' in this work; the row is not taken"),
        Message("ใช้รหัสที่มีในแบบกรอก: {listed}", "use the keys of the workbook: {listed}"),
    ),
    "answer-no-key": Entry(
        Message(
            "แถวนี้ไม่มี '{title}' จึงไม่รู้ว่าเป็นของอะไร ไม่รับแถวนี้",
            "the row has no '{title}', so what it is of is not known; it is not taken",
        ),
        Message("เลือก '{title}' ของแถวนี้", "choose its '{title}'"),
    ),
    "answer-own-sheet": Entry(
        Message(
            "แผ่นงาน '{sheet}' เป็นของหน่วยงานเอง ไม่ได้อ่าน",
            "the sheet '{sheet}' is the unit's own, and was not read",
        ),
        _LEAVE_IT,
    ),
    "answer-own-column": Entry(
        Message(
            "คอลัมน์ '{title}' เป็นของหน่วยงานเอง ไม่ได้อ่าน",
            "the column '{title}' is the unit's own, and was not read",
        ),
        _LEAVE_IT,
    ),
    "answer-old-hand-out": Entry(
        Message(
            "{name} ตอบบนแบบกรอกฉบับเก่า: งานถูกแก้หลังจากแจก ({fields})",
            "{name} answered on an older hand-out: the work was changed since ({fields})",
        ),
        Message(
            "ค่าที่หน่วยงานไม่ได้แตะใช้ค่าใหม่ของงาน ค่าที่ต่างกันทั้งสองฝ่ายอยู่ในรายการที่ต้องตัดสิน",
            "what the unit did not touch stays as the work has it; what both changed is to be decided",
        ),
    ),
    "gather-csv": Entry(
        Message(
            "ค่าของงานนี้อยู่ในแฟ้ม CSV ซึ่งรวบรวมคำตอบเข้าไม่ได้ ยังไม่มีแฟ้มใดเปลี่ยน",
            "values of this work stand in a CSV file, which is not gathered into; nothing was changed",
        ),
        Message(
            "แปลงงานเป็นสมุดงานหรือ YAML ด้วย saraban convert แล้วรวบรวมอีกครั้ง",
            "make it a workbook or YAML by saraban convert, and gather again",
        ),
    ),
    "gather-not-written": Entry(
        Message(
            "เขียนค่าลงในแฟ้มนี้ให้อ่านกลับได้ตรงกันไม่ได้ จึงไม่ได้เปลี่ยนแฟ้มใด",
            "the values cannot be put into this file so that they read back alike; nothing was changed",
        ),
        Message(
            "แปลงเป็นสมุดงานใหม่ด้วย saraban convert แล้วรวบรวมเข้าแฟ้มนั้น หรือพิมพ์ค่าตามรายการของ --dry-run เอง",
            "gather into a new workbook by saraban convert, or type what --dry-run lists",
        ),
    ),
    "gather-open": Entry(
        Message(
            "งานนี้เปิดอยู่ในโปรแกรมตารางคำนวณ ถ้าเขียนตอนนี้ ค่าที่รวบรวมจะถูกทับเมื่อบันทึก",
            "the work is open in a spreadsheet program, which would write over what is gathered",
        ),
        Message(
            "บันทึกและปิดแฟ้มก่อน แล้วรวบรวมอีกครั้ง (แฟ้มล็อกที่ค้างอยู่ ลบได้: {lock})",
            "save and close it, and gather again; a lock file that was left behind may be deleted: {lock}",
        ),
    ),
    "missing/answers": Entry(
        Message("ไม่พบแฟ้มคำตอบ", "there are no answers"),
        Message(
            "ระบุแฟ้ม .xlsx ที่หน่วยงานส่งกลับ หรือโฟลเดอร์ของแฟ้มเหล่านั้น",
            "name the .xlsx files that came back, or their folder",
        ),
    ),
    "deadline-date": Entry(
        Message("อ่านวันสุดท้ายที่ให้ส่งไม่ได้: {typed}", "this is no date: {typed}"),
        Message(
            "พิมพ์เช่น 15 ก.ค. 2568, 15/7/2568 หรือ 2025-07-15", "type 15 ก.ค. 2568, 15/7/2568 or 2025-07-15"
        ),
    ),
    "nobody-to-remind": Entry(
        Message("ทุกหน่วยงานตอบครบแล้ว ไม่มีใครต้องเตือน", "all have answered; there is nobody to remind"),
        Message("ไม่ต้องใช้ --reminder", "leave out --reminder"),
    ),
    "reminder-signer": Entry(
        Message(
            "ไม่พบผู้ลงนามในข้อมูลของงาน จึงทำบันทึกเตือนไม่ได้",
            "the work names nobody who could sign, so no reminder can be made",
        ),
        Message("ใส่ผู้ลงนามในงานก่อน", "put a signer into the work first"),
    ),
}
