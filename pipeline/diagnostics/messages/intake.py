"""Faults of files that are read: which they are, how large, how they are encoded."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message
from pipeline.diagnostics.messages.common import OTHER_COPY

_ANOTHER = Message(
    "เปิดในโปรแกรมที่ทำแฟ้มนี้แล้วบันทึกเป็นแฟ้มใหม่ หรือใช้แฟ้มสำเนาอื่น",
    "open it in the program that made it and save it anew, or use another copy",
)

_DATA = Message("ใช้โฟลเดอร์ข้อมูล แฟ้ม .yaml หรือสมุดงาน .xlsx", "give a folder of data, a .yaml or an .xlsx file")
_NOT_DATA = Message("อ่านแฟ้มชนิด '{ending}' เป็นข้อมูลไม่ได้", "files of type '{ending}' are not read as data")

MESSAGES = {
    "too-large/table": Entry(
        Message(
            "ตารางใหญ่เกิน {rows} แถว หรือเกิน {columns} คอลัมน์",
            "the table is larger than {rows} rows or {columns} columns",
        ),
        Message("ตรวจว่าเป็นแฟ้มที่ถูกต้อง", "check that it is the right file"),
    ),
    "csv-syntax": Entry(
        Message(
            'เครื่องหมาย " ตั้งแต่แถวนี้ไปไม่ครบคู่ ({why})',
            "the quotation marks from this row on do not match ({why})",
        ),
        Message(
            'เติมหรือลบเครื่องหมาย " หรือเปิดใน Excel แล้วบันทึกเป็น CSV UTF-8 อีกครั้ง',
            "mend the quotation marks, or open the file in Excel and save it as CSV UTF-8 again",
        ),
    ),
    "encoding": Entry(
        Message("แฟ้มนี้ไม่ใช่ข้อความ UTF-8{guess}", "the file is not UTF-8 text{guess}"),
        Message(
            "บันทึกแฟ้มใหม่เป็น UTF-8 (ใน Notepad: บันทึกเป็น → การเข้ารหัส UTF-8)",
            "save the file as UTF-8 (in Notepad: Save as → Encoding UTF-8)",
        ),
    ),
    "empty-file": Entry(
        Message("แฟ้มว่าง (ขนาด 0 ไบต์)", "the file is empty (0 bytes)"),
        OTHER_COPY,
    ),
    "wrong-kind": Entry(
        Message("แฟ้มนี้คือ{found} ไม่ใช่{wanted}", "this is {found}, not {wanted}"),
        Message("แก้นามสกุลของชื่อแฟ้มให้ตรง หรือเลือกแฟ้มใหม่", "mend the end of the file's name, or choose another"),
    ),
    "not-found/input": Entry(
        Message("ไม่พบแฟ้มหรือโฟลเดอร์นี้", "there is no such file or folder"),
        Message(
            "ตรวจชื่อและตำแหน่ง หรือสร้างโฟลเดอร์เริ่มต้น: saraban new โฟลเดอร์ --kind hr-scorecard",
            "check the name, or make a starting folder: saraban new FOLDER --kind hr-scorecard",
        ),
    ),
    "empty-folder": Entry(
        Message("โฟลเดอร์นี้ไม่มีแฟ้ม .yaml หรือสมุดงาน .xlsx", "the folder holds no .yaml or .xlsx file"),
        Message(
            "สร้างโฟลเดอร์เริ่มต้นแล้วแก้ข้อมูล: saraban new โฟลเดอร์ --kind hr-scorecard",
            "make a starting folder and fill it in: saraban new FOLDER --kind hr-scorecard",
        ),
    ),
    "duplicate-key/files": Entry(
        Message("ช่อง '{key}' อยู่ในสองแฟ้ม (อีกแห่งคือ {first})", "'{key}' stands in two files (also at {first})"),
        Message("เหลือไว้ในแฟ้มเดียว", "keep it in one file"),
    ),
    "too-costly": Entry(
        Message(
            "แฟ้มนี้ต้องใช้หน่วยความจำเกิน {most} MB จึงหยุดอ่าน แฟ้มเสียหายหรือผิดปกติ",
            "reading it takes more than {most} MB of memory: the file is damaged, or made to "
            "unfold without end",
        ),
        _ANOTHER,
    ),
    "unreadable/damaged": Entry(
        Message("แฟ้มเสียหายหรือผิดรูปแบบ จึงอ่านไม่ได้ ({said})", "the file is damaged or malformed ({said})"),
        _ANOTHER,
    ),
    "too-costly/time": Entry(
        Message(
            "อ่านแฟ้มนี้ไม่เสร็จภายใน {seconds} วินาที จึงหยุดอ่าน แฟ้มเสียหายหรือผิดปกติ",
            "reading it takes more than {seconds} seconds: the file is damaged, or made never to end",
        ),
        _ANOTHER,
    ),
    "reader-broke": Entry(
        Message(
            "โปรแกรมอ่านแฟ้มหยุดทำงาน เพราะแฟ้มเสียหายหรือใช้หน่วยความจำมากเกินไป",
            "the file is damaged or takes too much memory: what reads it broke down",
        ),
        _ANOTHER,
    ),
    "file-type/no-ending": Entry(
        Message("ชื่อแฟ้มไม่มีนามสกุล จึงไม่ทราบว่าเป็นข้อมูลชนิดใด", "the file's name does not say its kind"),
        _DATA,
    ),
    "file-type/other": Entry(
        _NOT_DATA,
        _DATA,
    ),
    "file-type/paper": Entry(
        _NOT_DATA,
        Message(
            "ใช้โฟลเดอร์ข้อมูล แฟ้ม .yaml หรือสมุดงาน .xlsx (เอกสารที่ทำเสร็จแล้วตรวจด้วย saraban audit)",
            "give a folder of data, a .yaml or an .xlsx file (finished papers are for `saraban audit`)",
        ),
    ),
    "unreadable": Entry(
        Message("{reason}", "{reason}"),
        Message(
            "ตรวจชื่อ ตำแหน่ง และสิทธิ์อ่านของแฟ้ม และปิดโปรแกรมที่เปิดแฟ้มอยู่",
            "check the file's name, place and permissions, and close programs that hold it",
        ),
    ),
}
