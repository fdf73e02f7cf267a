"""Faults of workbooks as files: the package, its sheets and its cells."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message
from pipeline.diagnostics.messages.common import OTHER_COPY, PASSWORD

_HELP_ODD_VALUE = Message(
    "เปิดแฟ้มใน Excel หรือ LibreOffice ตรวจค่าในช่องนี้ แล้วบันทึกอีกครั้ง",
    "open the file in Excel or LibreOffice, look at this cell, and save it again",
)
_SAVE_AS = Message(
    "เปิดใน Excel หรือ LibreOffice แล้วเลือก บันทึกเป็น → Excel Workbook (.xlsx)",
    "open it in Excel or LibreOffice and choose Save as → Excel Workbook (.xlsx)",
)
_HELP_ZIP_BOMB = Message("คัดลอกเฉพาะข้อมูลไปไว้ในสมุดงานใหม่", "copy only the data to a new workbook")
_HELP_XML_DTD = Message("ไม่ควรใช้แฟ้มนี้ ให้ขอแฟ้มใหม่จากผู้ส่ง", "do not use this file; ask its sender for another")

MESSAGES = {
    "formula-error": Entry(
        Message("สูตรในช่องนี้ให้ค่าผิดพลาด {value}", "the formula in this cell gives the error {value}"),
        Message("แก้สูตร หรือพิมพ์ค่าแทน", "mend the formula, or type the value"),
    ),
    "odd-value": Entry(
        Message(
            "ค่า '{shown}' ในช่องนี้อยู่ในรูปแบบที่ Excel ไม่ใช้ จึงไม่แน่ชัดว่าหมายถึงค่าใด",
            "the file keeps '{shown}' in this cell as Excel never writes it; what it stands for "
            "is not certain",
        ),
        _HELP_ODD_VALUE,
    ),
    "no-such-day": Entry(
        Message(
            "ช่องนี้ตั้งรูปแบบเป็นวันที่ แต่เก็บเลข {number} ซึ่งไม่ใช่วันใดในปฏิทิน",
            "the cell is formatted as a date, but holds {number}, which is no day of the calendar",
        ),
        Message("พิมพ์วันที่ใหม่ หรือตั้งรูปแบบเซลล์เป็นตัวเลข", "type the date again, or format the cell as a number"),
    ),
    "too-long/cell": Entry(
        Message("ข้อความในช่องนี้ยาวเกิน {limit} ตัวอักษร", "the text in this cell is longer than {limit} letters"),
        Message("แบ่งข้อความเป็นหลายแถว", "divide it into several rows"),
    ),
    "guessed-year": Entry(
        Message(
            "Excel เก็บวันที่นี้เป็นปี ค.ศ. {year} ไม่แน่ชัดว่าหมายถึง พ.ศ. 25{short} หรือ พ.ศ. {era_year}",
            "Excel keeps this date as of {year}; is พ.ศ. 25{short} meant, or พ.ศ. {era_year}?",
        ),
        Message(
            "พิมพ์ปีสี่หลักเป็นข้อความ: '{day}/25{short} หรือ '{day}/{era_year} (ขึ้นต้นด้วยเครื่องหมาย ')",
            "type four digits, beginning with ': '{day}/25{short} or '{day}/{era_year}",
        ),
    ),
    "merged-overlap": Entry(
        Message(
            "เซลล์ที่ผสาน {first}:{last} ทับกับเซลล์ที่ผสานไว้อื่น ไม่แน่ชัดว่าค่าใดเป็นของช่องใด",
            "the merged cells {first}:{last} overlap others; which value is whose?",
        ),
        Message(
            "ยกเลิกการผสานเซลล์ หรือเปิดใน Excel ให้ซ่อมแฟ้ม ตรวจค่า แล้วบันทึกอีกครั้ง",
            "unmerge them, or have Excel repair the file, check the values and save it again",
        ),
    ),
    "merged-over": Entry(
        Message(
            "ช่อง {cell} มีค่า '{shown}' ซ่อนอยู่ใต้เซลล์ที่ผสาน {merged} จึงมองไม่เห็นใน Excel",
            "{cell} holds '{shown}' beneath the merged cells {merged}, where nobody sees it",
        ),
        Message(
            "ยกเลิกการผสานเซลล์ แล้วลบหรือพิมพ์ค่าของแต่ละช่อง",
            "unmerge the cells, then delete or type each one's value",
        ),
    ),
    "broken-workbook": Entry(
        Message("แฟ้มเสียหายหรือไม่ครบ จึงเปิดเป็นสมุดงานไม่ได้", "the file is damaged or cut off"),
        OTHER_COPY,
    ),
    "password": Entry(
        PASSWORD,
        Message(
            "เปิดใน Excel แล้วยกเลิกรหัสผ่าน: แฟ้ม → ข้อมูล → ป้องกันสมุดงาน → เข้ารหัสลับด้วยรหัสผ่าน",
            "open it in Excel and remove the password: File → Info → Protect Workbook → Encrypt "
            "with Password",
        ),
    ),
    "old-workbook": Entry(
        Message("แฟ้มเป็น Excel รุ่นเก่า (.xls)", "this is a file of an old Excel (.xls)"), _SAVE_AS
    ),
    "other-workbook": Entry(
        Message("แฟ้มเป็นสมุดงานชนิดอื่น (.xlsb หรือ .ods)", "this is another kind of workbook (.xlsb or .ods)"),
        _SAVE_AS,
    ),
    "not-a-workbook": Entry(
        Message(
            "แฟ้มนี้ไม่ใช่สมุดงาน Excel แม้ชื่อลงท้ายด้วย {ending}",
            "this is no Excel workbook, though its name ends in {ending}",
        ),
        _SAVE_AS,
    ),
    "odd-zip": Entry(
        Message(
            "แฟ้มบีบอัดด้วยวิธีที่ Excel ไม่ใช้ หรือมีส่วนที่ชื่อซ้ำกัน จึงไม่เปิดอ่าน",
            "the file is packed as Excel never does, or holds two parts of one name; it is not opened",
        ),
        Message(
            "เปิดใน Excel หรือ LibreOffice แล้วบันทึกอีกครั้ง ถ้าเปิดไม่ได้ให้ขอแฟ้มใหม่จากผู้ส่ง",
            "open it in Excel or LibreOffice and save it again; if that fails, ask its sender for another",
        ),
    ),
    "macros": Entry(
        Message("สมุดงานมีมาโคร (macro)", "the workbook holds macros"),
        Message(
            "บันทึกเป็น Excel Workbook (.xlsx) ซึ่งไม่มีมาโคร",
            "save it as Excel Workbook (.xlsx), which holds no macros",
        ),
    ),
    "zip-bomb": Entry(
        Message(
            "สมุดงานเมื่อคลายการบีบอัดแล้วใหญ่เกิน {limit} MB จึงไม่เปิดอ่าน",
            "the workbook unpacks to more than {limit} MB; it is not opened",
        ),
        _HELP_ZIP_BOMB,
    ),
    "formula-unsaved": Entry(
        Message("สูตรในช่องนี้ยังไม่มีค่าที่บันทึกไว้", "the formula in this cell has no saved value"),
        Message(
            "เปิดแฟ้มใน Excel หรือ LibreOffice แล้วบันทึกอีกครั้ง หรือพิมพ์ค่าแทนสูตร",
            "open the file in Excel or LibreOffice and save it again, or type the value",
        ),
    ),
    "external-link": Entry(
        Message(
            "สูตรในช่องนี้ดึงค่าจากแฟ้มอื่น ซึ่งตรวจไม่ได้ว่าเป็นค่าปัจจุบัน",
            "the formula in this cell reads another file, which may have changed since",
        ),
        Message("คัดลอกช่องนี้ แล้ววางแบบพิเศษ → ค่า", "copy the cell, then Paste special → Values"),
    ),
    "odd-place": Entry(
        Message(
            "แฟ้มระบุตำแหน่งของช่องนี้ไม่ตรงกับแถว จึงไม่แน่ชัดว่าเป็นค่าของแถวใด",
            "the file keeps this cell in another row; of which row its value is, is not certain",
        ),
        _HELP_ODD_VALUE,
    ),
    "odd-place/twice": Entry(
        Message(
            "แฟ้มมีค่าของช่องนี้สองค่าที่ต่างกัน ('{before}' และ '{after}')",
            "the file keeps this cell twice, and differently ('{before}' and '{after}')",
        ),
        _HELP_ODD_VALUE,
    ),
    "hidden": Entry(
        Message("{what} แต่โปรแกรมอ่านข้อมูลนั้นด้วย", "{what}, and is read all the same"),
        Message("ถ้าไม่ใช้ข้อมูลนั้น ให้ลบออกแทนการซ่อน", "delete it if it is not wanted"),
    ),
    "too-far": Entry(
        Message(
            "มีข้อมูลอยู่นอกตารางไกลถึงช่อง {cell} (อ่านได้ไม่เกิน {rows} แถว {columns} คอลัมน์)",
            "there are data as far as cell {cell} (at most {rows} rows, {columns} columns)",
        ),
        Message("ลบข้อมูลที่พิมพ์ไว้นอกตาราง", "delete what is typed outside the tables"),
    ),
    "xml-dtd": Entry(
        Message(
            "สมุดงานมีคำสั่ง XML (DTD) ซึ่งแฟ้มที่บันทึกจาก Excel ไม่มี",
            "the workbook holds an XML DTD, which Excel never writes",
        ),
        _HELP_XML_DTD,
    ),
    "xml-overgrown": Entry(
        Message(
            "สมุดงานมีคำสั่ง XML ขนาดใหญ่ผิดปกติ ซึ่งแฟ้มที่บันทึกจาก Excel ไม่มี",
            "the workbook holds an XML tag of a size that Excel never writes",
        ),
        _HELP_XML_DTD,
    ),
    "too-many": Entry(
        Message("สมุดงานมีเกิน {limit} ช่อง", "the workbook has more than {limit} cells"),
        Message("ลบแถว คอลัมน์ และแผ่นงานที่ไม่ใช้", "delete rows, columns and sheets that are not needed"),
    ),
    "too-much-text": Entry(
        Message(
            "ข้อความในสมุดงานรวมกันเกิน {most} ล้านตัวอักษร", "the workbook holds more than {most} million letters"
        ),
        _HELP_ZIP_BOMB,
    ),
}
