"""Commands that cannot be carried out as they were typed, and calls of `pipeline.api` as they were made."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

_INSTALL = Message("ติดตั้งด้วย pip install 'saraban[desk]'", "install it: pip install 'saraban[desk]'")

MESSAGES = {
    "usage/verified-files": Entry(
        Message("ตรวจแฟ้มชนิด '{ending}' ไม่ได้", "files of type '{ending}' cannot be verified"),
        Message("ใช้แฟ้มชนิดใดชนิดหนึ่ง: {known}", "give one of: {known}"),
    ),
    "usage/one-name": Entry(
        Message(
            "ข้อมูลสองชุดมีชื่อเดียวกัน แฟ้มผลลัพธ์จะทับกัน: {names}",
            "two inputs have one name and would write the same files: {names}",
        ),
        Message("เปลี่ยนชื่อโฟลเดอร์ หรือทำทีละชุด", "rename one of the folders, or make one at a time"),
    ),
    "usage/no-paper": Entry(
        Message("ข้อมูลนี้ไม่มีเอกสาร {asked}", "the input makes no {asked}"),
        Message("เลือกจากเอกสารที่มี: {papers}", "choose of what it makes: {papers}"),
    ),
    "usage/no-indicator": Entry(
        Message("ไม่มีตัวชี้วัดเลขที่ '{asked}' ในข้อมูลนี้", "the input has no indicator '{asked}'"),
        Message("ระบุรายการใดรายการหนึ่ง: {listed}{near}", "give one of: {listed}{near}"),
    ),
    "usage/other-paper": Entry(
        Message("แฟ้มนี้คือเอกสาร {held} ไม่ใช่ {asked}", "the file is the paper {held}, not {asked}"),
        Message("ตรวจว่าเป็นแฟ้มที่ต้องการ หรือไม่ต้องระบุเอกสาร", "check that it is the right file, or name no paper"),
    ),
    "usage/no-scores": Entry(
        Message("ข้อมูลนี้ไม่มีตัวชี้วัดหรือผลให้คิดคะแนน", "this input has no indicators or results to score"),
        Message("ใช้ข้อมูลชนิดที่มีตัวชี้วัดและผลการดำเนินงาน", "give an input that has indicators and results"),
    ),
    "usage/batch-base": Entry(
        Message("ไม่ได้ระบุข้อมูลตั้งต้นของชุดงาน", "the base of the batch is not named"),
        Message("ใส่ --base ตามด้วยโฟลเดอร์ข้อมูลหรือสมุดงาน", "add --base and a folder of data or a workbook"),
    ),
    "usage/batch-alone": Entry(
        Message("ชุดงานใช้แบบคะแนนและถ้อยคำของข้อมูลตั้งต้น", "a batch has the scheme and the wording of its base"),
        Message("สั่งใหม่โดยไม่ใส่ --scheme และ --office", "leave --scheme and --office out"),
    ),
    "usage/base-of-batch": Entry(
        Message("--base ใช้กับ --kind batch เท่านั้น", "--base goes with --kind batch alone"),
        Message("ใส่ --kind batch หรือไม่ใส่ --base", "add --kind batch, or leave --base out"),
    ),
    "usage/no-offices": Entry(
        Message("ชนิดข้อมูล {kind} ไม่มีชุดเริ่มต้นตามชนิดหน่วยงาน", "the kind {kind} has no starts by kind of office"),
        Message("สั่งใหม่โดยไม่ใส่ --office", "leave --office out"),
    ),
    "usage/scheme-in-data": Entry(
        Message(
            "ชนิดข้อมูล {kind} เลือกแบบคะแนนในข้อมูล", "inputs of the kind {kind} name their schemes themselves"
        ),
        Message(
            "สั่งใหม่โดยไม่ใส่ --scheme แล้วใส่ชื่อแบบที่ช่อง scheme ของข้อมูล",
            "leave --scheme out, and name the scheme in the data",
        ),
    ),
    "usage/new-kind": Entry(
        Message(
            "ยังไม่ได้ระบุชนิด (--kind) หรืองานรอบก่อน (--from)", "missing a kind (--kind) or a last round (--from)"
        ),
        Message("ดูชนิดทั้งหมดด้วย saraban kinds", "saraban kinds lists the kinds"),
    ),
    "usage/from-alone": Entry(
        Message(
            "--from ใช้ร่วมกับ --kind --scheme หรือ --office ไม่ได้",
            "--from does not go with --kind, --scheme or --office",
        ),
        Message("ชนิดและแบบคะแนนเป็นของงานรอบก่อน", "the kind and the scheme are those of the last round"),
    ),
    "usage/always-scored": Entry(
        Message("ชนิดข้อมูล {kind} ต้องมีแบบคะแนน", "inputs of the kind {kind} are always scored"),
        Message("เลือกแบบคะแนนอื่นใน --scheme", "choose a scheme for --scheme"),
    ),
    "usage/desk-extra": Entry(
        Message("ยังไม่ได้ติดตั้งส่วนเสริมสำหรับโต๊ะทำงาน", "the extra for the desk is not installed"), _INSTALL
    ),
    "usage/watch-extra": Entry(
        Message("ยังไม่ได้ติดตั้งส่วนเสริมสำหรับติดตามการแก้ไขแฟ้ม", "the extra for watching files is not installed"),
        _INSTALL,
    ),
    "usage/other-desk": Entry(
        Message("โต๊ะทำงานที่เปิดอยู่บนพอร์ตนี้เปิดงานอื่นไว้", "the desk that runs on this port has something else open"),
        Message(
            "สั่ง saraban desk โดยไม่ระบุงานเพื่อกลับเข้าโต๊ะนั้น หรือเปิดอีกโต๊ะด้วย --port",
            "run 'saraban desk' without an input to get back to it, or open another with --port",
        ),
    ),
    "usage/port": Entry(
        Message("ใช้พอร์ต {port} ไม่ได้", "port {port} cannot be used"),
        Message("ระบุพอร์ตอื่นด้วย --port", "give another with --port"),
    ),
    "usage/annotate": Entry(
        Message(
            "--annotate ใช้กับสมุดงาน .xlsx หนึ่งแฟ้มเท่านั้น", "--annotate takes one .xlsx workbook, nothing else"
        ),
        Message("ระบุชื่อสมุดงานแฟ้มเดียว", "give the name of one workbook"),
    ),
    "usage/nothing-to-check": Entry(
        Message("ยังไม่ได้ระบุข้อมูลที่จะตรวจ", "there is nothing to check"),
        Message(
            "ระบุข้อมูล หรือ --templates เพื่อตรวจชนิดเอกสารของสำนักงาน (ใช้กับ --annotate ไม่ได้)",
            "name the data, or --templates alone to check the office's own kinds (without --annotate)",
        ),
    ),
    "usage/no-unit": Entry(
        Message(
            "--only: ไม่มีหน่วยงานหรือเอกสารชื่อ '{name}' ในชุดงานนี้",
            "--only: the batch has no unit or paper '{name}'",
        ),
        Message("ตรวจชื่อหน่วยงานหรือเอกสาร{near}", "check the name of the unit or paper{near}"),
    ),
    "usage/no-data": Entry(
        Message("ยังไม่ได้ระบุข้อมูลที่ใช้ทำเอกสาร", "the data of the paper are missing"),
        Message("ระบุข้อมูลด้วย: saraban verify FILE INPUT", "give the data too: saraban verify FILE INPUT"),
    ),
    "usage/signed": Entry(
        Message(
            "--undo, --table และ --write-table ใช้ทีละอย่าง และไม่ใช้กับ --date --number --scan --note --code",
            "--undo, --table and --write-table stand alone, without --date --number --scan --note --code",
        ),
        Message("เลือกอย่างเดียว ดู saraban signed --help", "choose one of them; see saraban signed --help"),
    ),
    "usage/signed-table": Entry(
        Message("ตารางการลงนามใช้กับโฟลเดอร์ผลลัพธ์โฟลเดอร์เดียว", "a table of signatures is of one output folder"),
        Message(
            "สั่งเช่น saraban signed ผลลัพธ์ --table ลงนาม.xlsx", "as saraban signed output --table signed.xlsx"
        ),
    ),
    "usage/no-output": Entry(
        Message("ยังไม่ได้ระบุแฟ้มที่จะเขียน", "the file to write is missing"),
        Message("ระบุด้วย -o FILE", "give it with -o FILE"),
    ),
    "usage/no-input": Entry(
        Message("ยังไม่ได้ระบุ INPUT", "Missing argument 'INPUT...'."),
        Message("ระบุแฟ้มหรือโฟลเดอร์ที่จะตรวจ", "give the files or folders to audit"),
    ),
    "usage/allow": Entry(
        Message("--allow ใช้กับเอกสารที่ทำเสร็จแล้วเท่านั้น", "--allow is for finished papers"),
        Message("ระบุข้อยกเว้นไว้ในข้อมูลเอง ที่ audit: allow:", "data have their own audit: allow:"),
    ),
    "usage/option": Entry(
        Message("ตัวเลือก {option} ไม่มีค่า '{shown}'", "the option {option} takes no '{shown}'"),
        Message("เลือกจาก: {choices}", "choose one of: {choices}"),
    ),
    "usage/argument": Entry(
        Message(
            "พารามิเตอร์ {argument} รับค่าชนิด {shown} ไม่ได้",
            "the argument {argument} takes no value of type {shown}",
        ),
        Message("ระบุ{wanted}", "give {wanted}"),
    ),
    "usage/path": Entry(
        Message(
            "ค่าของพารามิเตอร์ {argument} ไม่ใช่ที่อยู่ของแฟ้มหรือโฟลเดอร์: '{shown}'",
            "the value of the argument {argument} is no path: '{shown}'",
        ),
        Message(
            "ระบุที่อยู่ของแฟ้มหรือโฟลเดอร์ (โฟลเดอร์ปัจจุบันคือ '.')",
            "give the path of a file or folder (the current folder is '.')",
        ),
    ),
    "usage/timestamp": Entry(
        Message("ค่าของ --timestamp ไม่ใช่ที่อยู่เว็บ", "--timestamp is no web address"),
        Message(
            "พิมพ์ที่อยู่ที่ขึ้นต้นด้วย http:// หรือ https://", "type an address that begins with http:// or https://"
        ),
    ),
}
