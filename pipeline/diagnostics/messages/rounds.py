"""Faults of rounds: of what came back signed, and of a year's folder."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

MESSAGES = {
    "compare-kinds": Entry(
        Message(
            "เทียบกันไม่ได้: แฟ้มแรกเป็น{before} แฟ้มหลังเป็น{after}",
            "not to be compared: the first is of kind {before}, the second of {after}",
        ),
        Message("ระบุข้อมูลสองรอบของเอกสารชนิดเดียวกัน", "give two rounds of one kind of paper"),
    ),
    "compare-offices": Entry(
        Message(
            "เทียบกันไม่ได้: แฟ้มแรกเป็นของ{before} แฟ้มหลังเป็นของ{after}",
            "not to be compared: the first is of {before}, the second of {after}",
        ),
        Message(
            "ระบุข้อมูลของส่วนราชการเดียวกัน ถ้าเปลี่ยนชื่อส่วนราชการ ใช้ชื่อเดียวกันในทั้งสองแฟ้ม",
            "give two rounds of one office; of an office that was renamed, use one name in both",
        ),
    ),
    "missing/paper": Entry(
        Message("ไม่พบเอกสาร {path}", "there is no paper {path}"),
        Message(
            "ตรวจชื่อแฟ้ม ระบุแฟ้ม PDF หรือ DOCX ที่ saraban เขียน หรือโฟลเดอร์ของหน่วยงาน",
            "check the name; give a PDF or DOCX that saraban wrote, or a unit's folder",
        ),
    ),
    "missing/history": Entry(
        Message("ไม่มีโฟลเดอร์นี้", "there is no such folder"),
        Message(
            "ระบุโฟลเดอร์ของปีที่มีผลลัพธ์ของแต่ละรอบ", "give the year's folder, with what was made in each round"
        ),
    ),
    "history-size": Entry(
        Message("มีแฟ้มเกิน {limit} แฟ้ม", "there are more than {limit} files"),
        Message("ระบุโฟลเดอร์ของปีเดียวหรือของหน่วยงานเดียว", "give the folder of one year, or of one unit"),
    ),
    "signed-not-ours": Entry(
        Message(
            "{path} ไม่ใช่เอกสารที่ saraban เขียนไว้ในโฟลเดอร์นี้ จึงบันทึกการลงนามไม่ได้",
            "{path} is no paper that saraban wrote into this folder, so no signature can be noted",
        ),
        Message(
            "ระบุแฟ้มเดิมในโฟลเดอร์ผลลัพธ์ของ render หรือ batch (แฟ้มที่คัดลอกไปที่อื่นไม่มีทะเบียน) แฟ้มที่สแกนมา ใส่ด้วย --scan",
            "name the file in the output folder of render or batch, no copy elsewhere; a scan goes to --scan",
        ),
    ),
    "signed-edited": Entry(
        Message(
            "{path} ถูกแก้ด้วยมือหลังจากที่โปรแกรมเขียน จึงไม่รู้ว่าฉบับที่ลงนามตรงกับแฟ้มใด",
            "{path} was edited by hand since we wrote it, so which content was signed is not known",
        ),
        Message(
            "แก้ที่ข้อมูลแล้วทำเอกสารใหม่ หรือย้ายแฟ้มที่แก้ไปที่อื่นแล้วทำเอกสารเดิมใหม่ก่อนบันทึก",
            "change the data and make the paper again, or move the edited file away and make it as it was",
        ),
    ),
    "signed-superseded": Entry(
        Message(
            "{paper} ไม่ใช่ฉบับปัจจุบัน ฉบับปัจจุบันคือ {latest}",
            "{paper} is not the current edition: that is {latest}",
        ),
        Message(
            "ถ้าผู้ลงนามลงนามฉบับเดิม ต้องเสนอฉบับปัจจุบันให้ลงนาม เพราะข้อมูลเปลี่ยนแล้ว",
            "if the earlier one was signed, the current one must be signed, too, as the data changed",
        ),
    ),
    "signed-outdated": Entry(
        Message(
            "{path} เก่ากว่าข้อมูล (อีกชนิดแฟ้มทำใหม่แล้ว)",
            "{path} is older than the data (its twin of the other format was made anew)",
        ),
        Message(
            "ทำเอกสารใหม่ทั้ง DOCX และ PDF แล้วตรวจว่าฉบับที่ลงนามตรงกับแฟ้มนั้น",
            "make both DOCX and PDF again, and check that what was signed is what they say",
        ),
    ),
    "signed-code": Entry(
        Message(
            "รหัสบนกระดาษ {code} ไม่ใช่ของ {paper} ที่อยู่ในโฟลเดอร์ขณะนี้ ({stands})",
            "the code on paper, {code}, is not that of {paper} as it stands now ({stands})",
        ),
        Message(
            "ฉบับที่ลงนามพิมพ์ก่อนทำเอกสารครั้งหลังสุด ให้เสนอฉบับปัจจุบันลงนาม",
            "what was signed was printed before the last run; have the current one signed",
        ),
    ),
    "signed-before": Entry(
        Message(
            "ลงนามวันที่ {date} ก่อนวันที่ของเอกสาร {paper} ({paper_date})",
            "signed on {date}, before the date of {paper} ({paper_date})",
        ),
        Message(
            "ตรวจวันที่ลงนาม โดยเฉพาะปี หรือแก้วันที่ของเอกสารในข้อมูลแล้วทำใหม่",
            "check the day, the year above all; or mend the paper's date in the data and make it again",
        ),
    ),
    "signed-future": Entry(
        Message("ลงนามวันที่ {date} ซึ่งยังมาไม่ถึง", "signed on {date}, which is still to come"),
        Message("ตรวจวันที่ลงนาม โดยเฉพาะปี พ.ศ.", "check the day, the year above all"),
    ),
    "signed-date": Entry(
        Message("อ่านวันที่ลงนามไม่ได้: {typed}", "this is no date: {typed}"),
        Message(
            "พิมพ์เช่น 31 มี.ค. 2569, 31/3/2569 หรือ 2026-03-31",
            "type 31 มี.ค. 2569, 31/3/2569 or 2026-03-31",
        ),
    ),
    "signed-text": Entry(
        Message(
            "เลขทะเบียนหรือหมายเหตุยาวเกิน {limit} ตัวอักษร หรือมีอักขระที่พิมพ์ไม่ได้",
            "the number or the note has more than {limit} letters, or one that cannot be printed",
        ),
        Message("พิมพ์ใหม่ให้สั้นลงในบรรทัดเดียว", "type it shorter, on one line"),
    ),
    "signed-scan": Entry(
        Message(
            "{path} ไม่ใช่แฟ้มสแกน (PDF ที่เปิดได้โดยไม่มีรหัสผ่าน, JPEG, PNG หรือ TIFF)",
            "{path} is no scan (a PDF that opens without a password, JPEG, PNG or TIFF)",
        ),
        Message("สแกนเป็น PDF หรือภาพ แล้วระบุแฟ้มนั้น", "scan it as PDF or picture and give that file"),
    ),
    "signed-scan/size": Entry(
        Message("{path} ใหญ่เกิน {limit} MB", "{path} is larger than {limit} MB"),
        Message("สแกนใหม่ด้วยความละเอียด 200–300 จุดต่อนิ้ว", "scan it at 200 to 300 dots per inch"),
    ),
    "signed-scan/desk": Entry(
        Message("ตารางที่ส่งมาบนโต๊ะทำงานระบุแฟ้มสแกนไม่ได้", "a table on the desk cannot name scans"),
        Message(
            "เว้นคอลัมน์นี้ แล้วเพิ่มแฟ้มสแกนด้วย saraban signed --scan",
            "leave the column empty, and add scans with saraban signed --scan",
        ),
    ),
    "signed-scan/changed": Entry(
        Message("{path} เปลี่ยนไประหว่างที่บันทึก", "{path} changed while it was being copied"),
        Message("รอให้สแกนเสร็จแล้วสั่งใหม่", "wait until it is scanned, then run it again"),
    ),
    "signed-already": Entry(
        Message(
            "{paper} บันทึกว่าลงนามแล้ว (วันที่ {date} เลขที่ {number}) ไม่ตรงกับที่ระบุ",
            "{paper} is noted as signed already ({date}, number {number}), otherwise than said now",
        ),
        Message(
            "ถ้าที่บันทึกไว้ผิด ยกเลิกด้วย saraban signed --undo แล้วบันทึกใหม่",
            "if the note is wrong, take it back with saraban signed --undo and note it again",
        ),
    ),
    "signed-never": Entry(
        Message("{paper} ไม่มีการลงนามที่บันทึกไว้", "no signature of {paper} is noted"),
        Message("ดูว่าฉบับใดลงนามแล้วด้วย saraban history", "see what is signed with saraban history"),
    ),
    "signed-twice": Entry(
        Message("ระบุ {paper} ซ้ำ", "{paper} is named twice"),
        Message("ระบุเอกสารละครั้ง ในตารางให้เหลือแถวเดียว", "name each paper once; leave one row of a table"),
    ),
    "signed-column": Entry(
        Message(
            "ตารางการลงนามไม่มีคอลัมน์ หน่วยงาน (หรือ id) หรือ เอกสาร",
            "the table has neither a column หน่วยงาน (or id) nor เอกสาร (paper)",
        ),
        Message(
            "แถวแรกเป็นหัวตาราง: หน่วยงาน, เอกสาร, วันที่ลงนาม, เลขทะเบียน, แฟ้มสแกน, รหัส, หมายเหตุ",
            "the first row holds: id, paper, date, number, scan, code, note",
        ),
    ),
    "signed-column/unknown": Entry(
        Message("ไม่รู้จักคอลัมน์ {name} ของตารางการลงนาม", "the table of signatures has no column {name}"),
        Message(
            "ใช้ หน่วยงาน, เอกสาร, วันที่ลงนาม, เลขทะเบียน, แฟ้มสแกน, รหัส, หมายเหตุ หรือลบหัวคอลัมน์ที่ไม่ใช้",
            "use id, paper, date, number, scan, code, note, or clear the header of another column",
        ),
    ),
    "signed-row": Entry(
        Message("ไม่มีเอกสาร {asked} ในโฟลเดอร์นี้{near}", "the folder has no paper {asked}{near}"),
        Message(
            "พิมพ์ชื่อหน่วยงานตามแฟ้มชุดงานหรือชื่อโฟลเดอร์ และชื่อเอกสารตามชื่อแฟ้ม",
            "type the unit as the batch or its folder is called, and the paper as its file",
        ),
    ),
    "signed-row/several": Entry(
        Message("{asked} มีหลายเอกสาร: {papers}", "{asked} has several papers: {papers}"),
        Message("ระบุในคอลัมน์ เอกสาร ว่าฉบับใด", "say which in the column เอกสาร (paper)"),
    ),
}
