"""Faults of papers made again, and of what no paper prints."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message
from pipeline.diagnostics.messages.common import KNOWN_FIELDS

_SEE = Message("ดูชื่อแฟ้มที่โปรแกรมใช้ใน docs/templates.md", "see docs/templates.md for the names that are used")

_SAME_PROGRAM = Message("ใช้โปรแกรมรุ่นเดียวกับที่ทำแฟ้ม", "use the version of the program that made the file")

_NO_PAPER = Message("ไม่มีเอกสารใดใช้แฟ้มนี้ของโฟลเดอร์แม่แบบ", "no paper uses this file of the templates folder")

MESSAGES = {
    "path": Entry(
        Message("'{path}' ไม่ใช่ชื่อเต็มของช่อง", "'{path}' is not the path of a field"),
        Message(
            "เขียนตามแบบ office.name หรือ indicators[5].target (ดู docs/batch.md)",
            "write it as office.name or indicators[5].target (see docs/batch.md)",
        ),
    ),
    "neutral-wording": Entry(
        Message(
            "ยังไม่มีถ้อยคำของหน่วยงานใน '{part}' จึงพิมพ์ถ้อยคำกลาง",
            "the office has worded no '{part}', so neutral sentences are printed",
        ),
        Message(
            "เขียนถ้อยคำเอง หรือเติมถ้อยคำเริ่มต้นตามชนิดหน่วยงานด้วย saraban convert ข้อมูล ข้อมูลใหม่ --office ท้องถิ่น "
            "(หรือ ข้าราชการพลเรือน มหาวิทยาลัย โรงพยาบาล)",
            "word it yourself, or add that of a kind of office: saraban convert DATA NEW --office local "
            "(or civil, university, hospital)",
        ),
    ),
    "unknown-key/path": Entry(
        Message("'{path}': ไม่รู้จักช่อง '{name}'", "'{path}' names an unknown field '{name}'"),
        KNOWN_FIELDS,
    ),
    "no-entry": Entry(
        Message(
            "'{path}': ไม่มีรายการ '{key}' ใน '{name}' ของข้อมูลตั้งต้น",
            "'{path}' names no entry '{key}' of '{name}' in the base",
        ),
        Message("รายการที่มี: {listed}{nearest}", "its entries: {listed}{nearest}"),
    ),
    "many-entries": Entry(
        Message(
            "'{path}': รายการ '{key}' ของ '{name}' มีหลายแห่ง",
            "'{path}' names an entry '{key}' that several '{name}' hold",
        ),
        Message("เขียนชื่อเต็มโดยเริ่มจากช่องนอกสุด", "write the whole path from the first field"),
    ),
    "record-version": Entry(
        Message("รุ่นโปรแกรมไม่ตรงกัน: แฟ้มทำด้วย {was} เครื่องนี้ใช้ {here}", "program: made with {was}, here {here}"),
        _SAME_PROGRAM,
    ),
    "record-templates": Entry(
        Message("แม่แบบไม่ตรงกัน: แฟ้มทำด้วย {was} เครื่องนี้ใช้ {here}", "templates: made with {was}, here {here}"),
        Message(
            "ใช้แม่แบบชุดเดิม ถ้าเป็นแม่แบบของสำนักงาน ให้ระบุโฟลเดอร์ด้วย --templates",
            "use the same templates; give an office's own with --templates",
        ),
    ),
    "record-fonts": Entry(
        Message("แบบอักษรไม่ตรงกัน: แฟ้มทำด้วย {was} เครื่องนี้ใช้ {here}", "fonts: made with {was}, here {here}"),
        Message("ติดตั้งโปรแกรมรุ่นเดิมซึ่งมีแบบอักษรชุดเดิม", "use the program with the same font files"),
    ),
    "record-libraries": Entry(
        Message(
            "ไลบรารีจัดหน้าไม่ตรงกัน: แฟ้มทำด้วย {was} เครื่องนี้ใช้ {here}",
            "typesetting libraries: made with {was}, here {here}",
        ),
        Message("ติดตั้งไลบรารีรุ่นเดิม", "install the same versions of the libraries"),
    ),
    "record-date": Entry(
        Message(
            "วันที่ของแฟ้มไม่ตรงกัน: แฟ้มทำด้วย {was} เครื่องนี้ใช้ {here}",
            "date of the file: made with {was}, here {here}",
        ),
        Message("ตั้ง SOURCE_DATE_EPOCH ให้เท่ากับตอนที่ทำแฟ้ม", "set SOURCE_DATE_EPOCH as it was then"),
    ),
    "templates-unused": Entry(_NO_PAPER, _SEE),
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
        _NO_PAPER,
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
    "doubt-in-paper": Entry(
        Message("{what}", "{what}"),
        Message(
            "แก้ข้อมูล หรือยอมรับพร้อมเหตุผลในข้อมูล (แผ่นงาน '{sheet}' หรือ audit: allow) แล้วทำเอกสารใหม่ก่อนลงนาม",
            "mend the data, or accept it with a reason there (sheet '{sheet}' or audit: allow), and make the "
            "paper anew before it is signed",
        ),
    ),
    "no-record": Entry(
        Message("แฟ้มนี้ไม่มีข้อมูลที่โปรแกรมแนบไว้", "the file holds no data of ours"),
        Message("ใช้แฟ้ม PDF หรือ DOCX ที่ทำด้วย saraban", "give a PDF or DOCX that saraban made"),
    ),
    "public-copy": Entry(
        Message(
            "แฟ้มนี้เป็นฉบับเผยแพร่ ซึ่งปิดข้อมูลส่วนบุคคลและไม่มีข้อมูลแนบ จึงแสดง ตรวจ ลงนาม หรือทำซ้ำจากแฟ้มนี้ไม่ได้",
            "this is a copy for the public, with personal data masked and no data inside: it cannot be "
            "shown, verified, signed or made again from the file",
        ),
        Message(
            "ใช้แฟ้มฉบับจริงของเอกสารนี้ (ชื่อแฟ้มไม่มี .public)",
            "use the office's own file of this paper (its name has no .public)",
        ),
    ),
    "public-leak": Entry(
        Message(
            "ไม่ได้ทำฉบับเผยแพร่: ค่าของช่อง '{title}' ซึ่งเป็นข้อมูลส่วนบุคคล ยังปรากฏในเอกสาร",
            "no copy for the public was made: the value of the personal field '{title}' still stands in "
            "the paper",
        ),
        Message(
            "ดูว่าค่าเดียวกันนี้พิมพ์ไว้ที่อื่นด้วยหรือไม่ (ข้อความที่พิมพ์เอง ช่องที่ไม่ได้ระบุเป็นข้อมูลส่วนบุคคล) แล้วใช้ {{ชื่อช่อง}} แทน "
            "หรือระบุช่องนั้นเป็น personal: true",
            "look whether the same value is typed elsewhere too (prose, a field that is not personal): print "
            "it by its {{name}} there, or mark that field personal: true",
        ),
    ),
    "public-number": Entry(
        Message(
            "ไม่ได้ทำฉบับเผยแพร่: ยังมีเลขประจำตัว 13 หลักในเอกสาร {many} แห่ง",
            "no copy for the public was made: 13-digit numbers of persons still stand in {many} places of "
            "the paper",
        ),
        Message(
            "พิมพ์เลข 13 หลักติดกัน หรือคั่นแบบ 1-2345-67890-12-3 ในข้อความเดียว โดยไม่แบ่งด้วยตัวหนาหรือช่องตาราง",
            "type the 13 digits as one word or as 1-2345-67890-12-3, not parted by bold type or cells",
        ),
    ),
    "record-paper": Entry(
        Message("โปรแกรมนี้ไม่มีเอกสารที่ใช้แม่แบบ {template}", "no paper of ours has the template {template}"),
        _SAME_PROGRAM,
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
