"""Faults of how a workbook is filled in."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message
from pipeline.diagnostics.messages.common import KNOWN

_EMPTY = Message("ไม่ได้ใส่ '{title}'", "'{title}' is empty")
_NO_SHEET = Message("ไม่มีแผ่นงาน '{sheet}'", "sheet '{sheet}' is missing")
_KNOWN_LINES = Message("รายการที่ใช้ได้: {listed}{near}", "known lines: {listed}{near}")

MESSAGES = {
    "not-our-workbook": Entry(
        Message(
            "ไม่พบช่อง '{kind}' ในแผ่นงาน '{general}' (แผ่นงานที่มี: {names})",
            "there is no '{kind}' on a sheet '{general}' (the sheets are: {names})",
        ),
        Message(
            "เริ่มจากสมุดงานที่โปรแกรมสร้าง: saraban new โฟลเดอร์ --kind hr-scorecard --xlsx",
            "start from a workbook that the program makes: saraban new FOLDER --kind hr-scorecard --xlsx",
        ),
    ),
    "several-kinds/table": Entry(
        Message(
            "ไม่ได้เลือก '{field}' และแผ่นงานที่มีเข้าได้กับหลายชนิด: {choices}",
            "'{field}' is not chosen, and the sheets fit several kinds: {choices}",
        ),
        Message("เลือกชนิดในช่องนี้: {choices}", "choose one there: {choices}"),
    ),
    "unknown-choice": Entry(
        Message("'{title}' ไม่มีค่า '{typed}' ให้เลือก", "'{title}' cannot be '{typed}'"),
        Message("เลือกค่าใดค่าหนึ่ง: {listed}{near}", "choose one of: {listed}{near}"),
    ),
    "turned-into-a-date": Entry(
        Message(
            "Excel เปลี่ยนค่าของ '{title}' เป็นวันที่ ({text})", "Excel has turned '{title}' into a date ({text})"
        ),
        Message(
            "ตั้งรูปแบบเซลล์เป็น ข้อความ (Text) แล้วพิมพ์ใหม่ หรือพิมพ์ ' นำหน้า",
            "format the cell as Text and type it again, or begin it with '",
        ),
    ),
    "merged-figure": Entry(
        Message(
            "'{title}' ผสานเซลล์หลายแถว ไม่แน่ชัดว่าเป็นค่าของแถวใด",
            "'{title}' is merged over several rows; of which row is it?",
        ),
        Message("ยกเลิกการผสานเซลล์ แล้วพิมพ์ค่าของแต่ละแถว", "unmerge the cells and type each row's value"),
    ),
    "missing/choice": Entry(
        _EMPTY,
        Message("เลือกค่าใดค่าหนึ่ง: {listed}", "choose one of: {listed}"),
    ),
    "too-long": Entry(
        Message(
            "'{title}' ยาว {length} อักขระ ช่องของ Excel รับได้ {limit}",
            "'{title}' has {length} letters; a cell holds {limit}",
        ),
        Message("แบ่งข้อความเป็นหลายย่อหน้า", "split it into paragraphs"),
    ),
    "unknown-table": Entry(
        Message("ไม่มีตารางชื่อ '{sheet}'", "no table is called '{sheet}'"),
        Message(
            "ตั้งชื่อแฟ้มตามตาราง: {listed}{near} หรือย้ายแฟ้มออก",
            "name the file after a table: {listed}{near}, or move it",
        ),
    ),
    "duplicate-key/table": Entry(
        Message(
            "ข้อมูลของตาราง '{sheet}' อยู่ในแฟ้มอื่นด้วย ({held})",
            "another file holds entries of '{sheet}' too ({held})",
        ),
        Message("เหลือไว้แฟ้มเดียว", "keep them in one file"),
    ),
    "duplicate/another-meant": Entry(
        Message(
            "'{title}' '{typed}' ซ้ำกับช่อง {cell} ส่วน '{meant}' ที่{where}อ้างถึง ไม่มีแถวในแผ่นงานนี้",
            "'{title}' '{typed}' again, as in cell {cell}; '{meant}', which {where} names, has "
            "no row on this sheet",
        ),
        Message(
            "แก้เป็น '{meant}' ถ้าเป็นแถวของ '{meant}' หรือลบแถวที่ซ้ำ",
            "make it '{meant}' if it is that, or delete the row",
        ),
    ),
    "missing/key": Entry(
        _EMPTY,
        Message("ใส่ '{meant}' ถ้าเป็นแถวที่{where}อ้างถึง", "type '{meant}' if it is the row that {where} names"),
    ),
    "unknown-name/row": Entry(
        Message(
            "'{title}' '{typed}' ไม่ตรงกับ '{meant}' ที่{where}อ้างถึง",
            "'{title}' '{typed}' is not '{meant}', which {where} names",
        ),
        Message("แก้เป็น '{meant}' ถ้าหมายถึงรายการเดียวกัน", "make it '{meant}' if the same is meant"),
    ),
    "missing-row": Entry(
        Message(
            "แผ่นงาน '{sheet}' ไม่มีแถวของ '{meant}' ที่{where}อ้างถึง",
            "sheet '{sheet}' has no row of '{meant}', which {where} names",
        ),
        Message(
            "เพิ่มแถวของ '{meant}' ในแผ่นงาน '{sheet}' หรือลบแถวที่อ้างถึง",
            "add a row of '{meant}' to sheet '{sheet}', or delete the rows that name it",
        ),
    ),
    "unknown-name/sheet": Entry(
        Message(
            "ไม่มี '{title}' เป็น '{typed}' ในแผ่นงาน {sheets}", "no '{title}' is '{typed}' on sheet {sheets}"
        ),
        KNOWN,
    ),
    "corrected-copy": Entry(
        Message(
            "สำเนาที่ตรวจแล้วใหม่กว่า '{book}' และมีข้อมูลต่างกัน ไม่แน่ชัดว่าจะใช้แฟ้มใด",
            "this marked copy is newer than '{book}' and holds other data; which of them is meant?",
        ),
        Message(
            "ถ้าแก้ข้อมูลในสำเนา ให้บันทึกทับ '{book}' ถ้าไม่ใช้สำเนา ให้ลบหรือย้ายไปที่อื่น",
            "if the copy was corrected, save it as '{book}'; if it is not wanted, move it away",
        ),
    ),
    "unread-workbook/copy": Entry(
        Message(
            "ข้อมูลที่ใช้มาจาก '{book}' ไม่ใช่จากสำเนาที่ตรวจแล้วนี้", "'{book}' is read, and not this marked copy of it"
        ),
        Message("แก้ข้อมูลใน '{book}' สำเนานี้ลบได้", "correct the data in '{book}'; this copy may be deleted"),
    ),
    "marked-copy": Entry(
        Message("แฟ้มที่ใช้เป็นสำเนาที่ตรวจแล้ว", "the file that is read is a marked copy"),
        Message(
            "ถ้าข้อมูลถูกต้องแล้ว ให้บันทึกทับสมุดงานเดิม เพื่อให้เหลือแฟ้มเดียว",
            "when its data are right, save it over the workbook that it was made of, so that there is one",
        ),
    ),
    "missing-header": Entry(
        Message("แผ่นงาน '{sheet}' ไม่มีแถวหัวคอลัมน์{swapped}", "sheet '{sheet}' has no header row{swapped}"),
        Message("ใส่หัวคอลัมน์: {needed}", "put its header back: {needed}"),
    ),
    "missing-column": Entry(
        Message("ขาดคอลัมน์ {listed}{swapped}", "columns are missing: {listed}{swapped}"),
        Message("ใส่ชื่อคอลัมน์ในแถวหัวคอลัมน์ (แถวที่ {row}){near}", "name them in the header row (row {row}){near}"),
    ),
    "unknown-column": Entry(
        Message("มีข้อมูลในคอลัมน์ที่ไม่มีชื่อ", "there are data in a column without a title"),
        Message(
            "ใส่ชื่อคอลัมน์ในช่อง {cell} หรือย้ายข้อมูลออก", "name the column in cell {cell}, or move the data away"
        ),
    ),
    "unread-sheet": Entry(
        Message(
            "แผ่นงาน '{sheet}' ไม่ใช่แผ่นงานที่โปรแกรมรู้จัก จึงไม่ได้อ่าน",
            "sheet '{sheet}' is none that the program knows, and is not read",
        ),
        Message("ถ้าเป็นแผ่นงานของท่านเอง ไม่ต้องแก้ไข", "nothing to do if it is a sheet of your own"),
    ),
    "not-marked": Entry(
        Message(
            "ทำสำเนาที่มีคำอธิบายในช่องไม่ได้ เพราะสมุดงานมีส่วนที่โปรแกรมแก้ไขไม่ได้",
            "no annotated copy can be made: the workbook holds parts that cannot be opened for writing",
        ),
        Message(
            "เปิดใน Excel หรือ LibreOffice บันทึกอีกครั้ง แล้วตรวจใหม่",
            "open it in Excel or LibreOffice, save it again and check anew",
        ),
    ),
    "unread-workbook": Entry(
        Message(
            "โปรแกรมไม่ได้อ่านสมุดงานนี้ เพราะในโฟลเดอร์มีแฟ้ม .yaml",
            "the workbook is not read, as there is YAML beside it",
        ),
        Message(
            "ระบุชื่อสมุดงานแทนชื่อโฟลเดอร์ หรือย้ายสมุดงานออกจากโฟลเดอร์", "name the workbook itself, or move it away"
        ),
    ),
    "several-workbooks": Entry(
        Message("โฟลเดอร์นี้มีสมุดงานหลายแฟ้ม: {names}", "the folder holds several workbooks: {names}"),
        Message('ระบุแฟ้มเดียว เช่น "{book}"', 'name one of them, such as "{book}"'),
    ),
    "file-type": Entry(
        Message("แฟ้ม CSV หนึ่งแฟ้มเป็นเพียงตารางเดียว ไม่ใช่ข้อมูลทั้งชุด", "a CSV file is one table, not a whole input"),
        Message(
            "วางแฟ้มไว้ข้างแฟ้ม .yaml แล้วระบุชื่อโฟลเดอร์",
            "put it beside the .yaml files, and give the folder's name",
        ),
    ),
    "duplicate-key/entry": Entry(
        Message("มีรายการ '{title}' ซ้ำกับช่อง {cell}", "'{title}' stands twice, first in cell {cell}"),
        Message("เหลือไว้รายการเดียว", "keep one of them"),
    ),
    "prose-depth": Entry(
        Message(
            "'{depth}' ต้องเป็นเลข 1 ถึง 9 แต่พบ '{text}'", "'{depth}' is a number from 1 to 9, not '{text}'"
        ),
        Message("ใส่ 1 ที่ย่อหน้า และ 2 ที่ข้อใต้ย่อหน้า", "a paragraph is 1, an entry below it 2"),
    ),
    "total-row": Entry(
        Message(
            "โปรแกรมไม่ได้อ่านแถวผลรวม เพราะคิดผลรวมเอง",
            "a row of totals is not read; the program adds up by itself",
        ),
        Message("ไม่ต้องแก้ไข", "nothing to do"),
    ),
    "missing/name": Entry(
        Message("ไม่ได้ใส่ชื่อ", "the name is empty"),
        Message("ใส่ชื่อที่ใช้อ้างในข้อความ", "give it the name that the text uses"),
    ),
    "duplicate-key/name": Entry(
        Message("มีชื่อ '{name}' ซ้ำ (ครั้งแรกที่ {first})", "'{name}' stands twice (first at {first})"),
        Message("เหลือไว้แถวเดียว หรือตั้งชื่อใหม่", "keep one row, or rename it"),
    ),
    "too-wide": Entry(
        Message(
            "ตารางในข้อความมีเกิน {limit} คอลัมน์ แผ่นงาน '{sheet}' เก็บไม่ได้",
            "a table in the text has more than {limit} columns; sheet '{sheet}' cannot hold it",
        ),
        Message("แบ่งตาราง หรือใช้แฟ้ม YAML ตามเดิม", "divide the table, or stay with the YAML files"),
    ),
    "too-wide/levels": Entry(
        Message(
            "มีเกิน {limit} ระดับ แผ่นงาน '{sheet}' เก็บไม่ได้",
            "more than {limit} levels; sheet '{sheet}' cannot hold them",
        ),
        Message("ลดจำนวนระดับ หรือใช้แฟ้ม YAML ต่อไป", "use fewer levels, or stay with the YAML files"),
    ),
    "prose-order/too-deep": Entry(
        Message("แถวนี้อยู่ต่ำกว่าแถวบนเกินหนึ่งชั้น", "this row is more than one step deeper than the row above"),
        Message("ใส่ชั้น 1 ที่ย่อหน้า ชั้น 2 ที่ข้อใต้ย่อหน้า และชั้น 3 ที่ข้อย่อย", "a paragraph is 1, its entries 2, theirs 3"),
    ),
    "prose-order/no-paragraph": Entry(
        Message("แถวนี้ไม่มีย่อหน้าอยู่ข้างบน", "no paragraph stands above this row"),
        Message(
            "เริ่มด้วยแถวแบบ 'ย่อหน้า' (ข้อความว่างได้)",
            "begin with a row of the type 'ย่อหน้า' (its text may be empty)",
        ),
    ),
    "prose-order/no-table": Entry(
        Message("แถวตารางไม่มีหัวตารางอยู่ข้างบน", "this row of a table has no header above it"),
        Message("ใส่แถวแบบ 'หัวตาราง' ก่อน", "put a row of the type 'หัวตาราง' before it"),
    ),
    "prose-order/second-table": Entry(
        Message("ย่อหน้านี้มีตารางอยู่แล้ว", "this paragraph has a table already"),
        Message("เริ่มย่อหน้าใหม่ก่อนตารางถัดไป", "begin a new paragraph before the next table"),
    ),
    "prose-order/second-picture": Entry(
        Message("ย่อหน้านี้มีภาพอยู่แล้ว", "this paragraph has a picture already"),
        Message(
            "เริ่มย่อหน้าใหม่ก่อนภาพถัดไป (ข้อความว่างได้)",
            "begin a new paragraph before the next picture (its text may be empty)",
        ),
    ),
    "prose-order/wrong-order": Entry(
        Message(
            "ใต้ย่อหน้าเดียวกัน ข้อต้องมาก่อนขีด ตามด้วยตาราง และภาพอยู่ท้าย",
            "below one paragraph: entries, then bullets, then a table, then a picture",
        ),
        Message(
            "เริ่มย่อหน้าใหม่ก่อนแถวนี้ (ข้อความว่างได้)",
            "begin a new paragraph before this row (its text may be empty)",
        ),
    ),
    "prose-order/no-chapter": Entry(
        Message("แถวนี้ไม่มีหัวข้ออยู่ข้างบน", "no chapter title stands above this row"),
        Message("เริ่มด้วยแถวแบบ 'หัวข้อ'", "begin with a row of the type 'หัวข้อ'"),
    ),
    "duplicate-column": Entry(
        Message("มีคอลัมน์ '{title}' ซ้ำ", "column '{title}' stands twice"),
        Message("ลบคอลัมน์ที่เกิน", "delete one of them"),
    ),
    "unknown-column/title": Entry(
        Message("ไม่รู้จักคอลัมน์ '{title}'", "unknown column '{title}'"),
        Message("แก้ชื่อคอลัมน์ หรือย้ายข้อมูลออก{near}", "mend the column's title, or move the data away{near}"),
    ),
    "missing-sheet/renamed": Entry(
        _NO_SHEET,
        Message(
            "แผ่นงาน '{other}' มีหัวคอลัมน์ตรงกัน เปลี่ยนชื่อเป็น '{sheet}' ถ้าใช่ หรือเพิ่มแผ่นงานนี้",
            "sheet '{other}' has its columns: rename it to '{sheet}', or put that back",
        ),
    ),
    "missing-sheet": Entry(
        _NO_SHEET,
        Message("เพิ่มแผ่นงานนี้กลับมา{near}", "put the sheet back{near}"),
    ),
    "missing/owner": Entry(
        _EMPTY,
        KNOWN,
    ),
    "unknown-line": Entry(
        Message(
            "ไม่รู้จักรายการ '{label}' ในหัวข้อ '{section}'", "'{label}' is no line of the section '{section}'"
        ),
        _KNOWN_LINES,
    ),
    "unknown-line/unlabelled": Entry(
        Message(
            "มีค่าในรายการที่ไม่มีชื่อ ในหัวข้อ '{section}'", "a value without a label, in the section '{section}'"
        ),
        _KNOWN_LINES,
    ),
}
