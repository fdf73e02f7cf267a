"""Faults of papers made again, and of what no paper prints."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

_SEE = Message("ดูชื่อแฟ้มที่โปรแกรมใช้ใน docs/templates.md", "see docs/templates.md for the names that are used")

MESSAGES = {
    "templates-unused": Entry(
        Message("ไม่มีเอกสารใดใช้แฟ้มนี้ของโฟลเดอร์แม่แบบ", "no paper uses this file of the templates folder"), _SEE
    ),
    "templates-unused/more": Entry(
        Message("มีแฟ้มที่ไม่มีเอกสารใดใช้อีก {many} แฟ้ม", "{many} more files that no paper uses"), _SEE
    ),
    "templates-none": Entry(
        Message(
            "ไม่มีแฟ้มใดในโฟลเดอร์แม่แบบนี้ที่โปรแกรมใช้ เอกสารจึงใช้แบบของโปรแกรมทั้งหมด",
            "nothing in this templates folder is used: papers are made with the program's own",
        ),
        Message(
            "ระบุโฟลเดอร์ที่มี memo/memo.xml.j2, styles/memo.yaml หรือ assets/garuda.svg เป็นต้น",
            "name the folder that holds memo/memo.xml.j2, styles/memo.yaml or assets/garuda.svg, say",
        ),
    ),
    "templates-unused/unused": Entry(
        Message("ไม่มีเอกสารใดใช้แฟ้มนี้ของโฟลเดอร์แม่แบบ", "no paper uses this file of the templates folder"),
        Message(
            "ถ้าหมายถึง '{near}' ให้เปลี่ยนชื่อ ถ้าไม่ใช้ให้ย้ายออก",
            "if '{near}' is meant, rename it; if not, move it away",
        ),
    ),
    "record-format": Entry(
        Message(
            "ข้อมูลในแฟ้มเป็นแบบที่ {form} ซึ่งใหม่กว่าโปรแกรมนี้", "the data inside are of form {form}, later than ours"
        ),
        Message("ใช้โปรแกรมรุ่นใหม่กว่า", "use a later version of the program"),
    ),
    "record-broken": Entry(
        Message("ข้อมูลที่แนบในแฟ้มอ่านไม่ได้", "the data inside the file cannot be read"),
        Message(
            "ใช้แฟ้มต้นฉบับที่โปรแกรมทำ หรือทำใหม่จากข้อมูล", "use the file as we wrote it, or make it from the data"
        ),
    ),
    "no-record": Entry(
        Message("แฟ้มนี้ไม่มีข้อมูลที่โปรแกรมแนบไว้", "the file holds no data of ours"),
        Message("ใช้แฟ้ม PDF หรือ DOCX ที่ทำด้วย saraban", "give a PDF or DOCX that saraban made"),
    ),
    "record-paper": Entry(
        Message("โปรแกรมนี้ไม่มีเอกสารที่ใช้แม่แบบ {template}", "no paper of ours has the template {template}"),
        Message("ใช้โปรแกรมรุ่นเดียวกับที่ทำแฟ้ม", "use the version of the program that made the file"),
    ),
    "record-reference": Entry(
        Message("แฟ้ม Word ต้นแบบไม่ใช่แฟ้มที่ใช้ตอนทำ", "the office's Word file is not that which it was made with"),
        Message("ระบุแฟ้มเดิมด้วย --reference", "give the same file with --reference"),
    ),
    "not-printed/name": Entry(
        Message(
            "{{{name}}} ไม่มีข้อความใดอ้างถึง จึงไม่พิมพ์ในเอกสารใด", "no text names {{{name}}}, so no paper prints it"
        ),
        Message(
            "อ้าง {{{name}}} ในข้อความของผลนี้ หรือลบถ้าไม่ใช้",
            "name {{{name}}} in a text of this result, or delete it",
        ),
    ),
    "not-printed": Entry(
        Message(
            "กรอก {named} ไว้ แต่ไม่มีเอกสารใดพิมพ์{more}", "{named} is filled in, but no paper prints it{more}"
        ),
        Message(
            "ถ้าต้องพิมพ์ ให้เขียนไว้ในช่องที่พิมพ์ ถ้าไม่ใช้ ให้ลบค่าในช่องนี้",
            "write it where it is printed, or delete it if it is of no use",
        ),
    ),
}
