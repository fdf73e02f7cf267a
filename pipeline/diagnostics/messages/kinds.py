"""Faults of a `kind.yaml`, of the expressions in it, and of data by what their kind asks."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message
from pipeline.diagnostics.messages.common import REMEDY

_OF_KIND = Message("{message}", "{message}")
_OTHER_FOLDER = Message("ตั้งชื่อโฟลเดอร์เป็นชื่ออื่น", "give the folder another name")


MESSAGES = {
    "kind-check": Entry(
        _OF_KIND,
        Message("แก้ข้อมูลให้ตรงกัน แล้วตรวจใหม่", "mend the data, and check again"),
    ),
    "kind-check/help": Entry(_OF_KIND, REMEDY),
    "row-named-twice": Entry(
        Message("{title} '{value}' ซ้ำกับแถวก่อน", "{title} '{value}' is that of an earlier row, too"),
        Message("แก้ให้ต่างกัน หรือลบแถวที่ซ้ำ", "make them differ, or delete the row that repeats"),
    ),
    "no-such-row": Entry(
        Message("ไม่มี '{value}' ในแผ่นงาน '{sheet}'", "sheet '{sheet}' has no '{value}'"),
        Message("แก้ให้ตรงกับแถวที่มี{nearest}", "give one of the rows there{nearest}"),
    ),
    "made-value": Entry(
        Message("ช่อง {field} โปรแกรมคิดให้ ไม่ต้องกรอก", "{field} is worked out, and not typed"),
        Message("เว้นช่องนี้ว่างไว้", "leave it empty"),
    ),
    "kind-name": Entry(
        Message("ชื่อชนิดของเอกสาร '{name}' ใช้ไม่ได้", "'{name}' cannot be the name of a kind"),
        Message(
            "ตั้งชื่อโฟลเดอร์ด้วยตัวอักษร ตัวเลข และขีด - โดยไม่เว้นวรรค",
            "name the folder with letters, figures and -, without spaces",
        ),
    ),
    "kind-name/taken": Entry(
        Message(
            "ชื่อ '{name}' เป็นโฟลเดอร์ของอย่างอื่น ใช้เป็นชื่อชนิดไม่ได้",
            "'{name}' is a folder of something else, and no kind",
        ),
        _OTHER_FOLDER,
    ),
    "kind-taken": Entry(
        Message(
            "'{name}' เป็นชนิดของโปรแกรมเอง แก้ด้วย kind.yaml ไม่ได้", "'{name}' is a kind of the program's own"
        ),
        _OTHER_FOLDER,
    ),
    "kind-too-large": Entry(
        Message("แฟ้มนี้ใหญ่กว่า {limit} ไบต์", "this file is larger than {limit} bytes"),
        Message("แยกเป็นหลายชนิด", "part it into several kinds"),
    ),
    "kind-field-name": Entry(
        Message("ชื่อช่อง '{name}' ใช้ไม่ได้", "'{name}' cannot be the name of a field"),
        Message(
            "ใช้ตัวอักษรอังกฤษตัวเล็ก ตัวเลข และ _ ขึ้นต้นด้วยตัวอักษร เช่น start_date (ชื่อภาษาไทยใส่ที่ title)",
            "use small English letters, figures and _, beginning with a letter, as start_date",
        ),
    ),
    "kind-field-taken": Entry(
        Message("ชื่อช่อง '{name}' โปรแกรมใช้อยู่แล้ว", "the name '{name}' is taken by the program"),
        Message("ตั้งชื่ออื่น", "give it another name"),
    ),
    "kind-field-called": Entry(
        Message("ช่องชนิด {type} ต้องชื่อ '{name}'", "a field of type {type} must be called '{name}'"),
        Message("เปลี่ยนชื่อช่องเป็น '{name}'", "call it '{name}'"),
    ),
    "kind-field-called/type": Entry(
        Message("ช่องชื่อ '{name}' ต้องเป็นชนิด {type}", "a field called '{name}' must be of type {type}"),
        Message("ใช้ชนิด {type} หรือตั้งชื่อช่องเป็นอย่างอื่น", "make it of type {type}, or give it another name"),
    ),
    "kind-field-required": Entry(
        Message("ช่องชนิด {type} เว้นว่างไม่ได้", "a field of type {type} may not be left out"),
        Message("เพิ่ม required: true ที่ช่อง '{name}'", "add required: true to '{name}'"),
    ),
    "kind-field-type": Entry(
        Message("ช่อง '{name}' เป็นชนิด {type} ใช้ที่นี่ไม่ได้", "'{name}' is of type {type}, which has no use here"),
        Message("ใช้ช่องชนิด {wanted}", "name a field of type {wanted}"),
    ),
    "kind-field-inside": Entry(
        Message("ช่องชนิด {type} อยู่ใน '{title}' ไม่ได้", "a field of type {type} cannot stand in '{title}'"),
        Message("ย้ายออกไปเป็นช่องของเอกสาร", "make it a field of the whole paper"),
    ),
    "kind-title-twice": Entry(
        Message("ชื่อ '{title}' ซ้ำกับของช่อง '{first}'", "the title '{title}' is that of '{first}', too"),
        Message("ตั้งชื่อ (title) ให้ต่างกัน", "give them different titles"),
    ),
    "kind-lacks": Entry(
        Message("ช่องชนิด {type} ต้องมี {member}", "a field of type {type} needs {member}"),
        Message("เพิ่ม {member}", "add {member}"),
    ),
    "kind-needless": Entry(
        Message("ช่องชนิด {type} ไม่มี {member}", "a field of type {type} has no {member}"),
        Message("ลบ {member} หรือแก้ชนิดของช่อง", "delete {member}, or mend the type"),
    ),
    "kind-options-twice": Entry(
        Message("ตัวเลือกซ้ำกัน", "an option stands here twice"),
        Message("ลบตัวที่ซ้ำ", "delete one of them"),
    ),
    "kind-made-typed": Entry(
        Message(
            "'{title}' เป็นค่าที่คิดให้ (made) จึงเป็นช่องที่ต้องกรอก มีค่าตั้งต้น หรือเป็นรายการไม่ได้",
            "'{title}' is worked out (made): it cannot be required, have a default, or be a list of records",
        ),
        Message("ลบ required และ default หรือลบ made", "delete required and default, or made"),
    ),
    "kind-no-field": Entry(
        Message("ไม่มีช่องชื่อ '{name}'", "there is no field called '{name}'"),
        Message("แก้ให้ตรงกับชื่อช่องใน fields{nearest}", "give the name of one of the fields{nearest}"),
    ),
    "kind-no-table": Entry(
        Message("ไม่มีตารางชื่อ '{name}'", "there is no table called '{name}'"),
        Message("แก้ให้ตรงกับชื่อช่องชนิด table{nearest}", "give the name of a field of type table{nearest}"),
    ),
    "kind-no-paper": Entry(
        Message("ไม่มีเอกสารรหัส '{id}'", "there is no paper '{id}'"),
        Message("ใช้รหัสใดรหัสหนึ่ง: {choices}", "give one of these: {choices}"),
    ),
    "kind-paper-id": Entry(
        Message("รหัสเอกสาร '{id}' ใช้เป็นชื่อแฟ้มไม่ได้", "no file can be called by the id '{id}'"),
        Message(
            "ใช้ตัวอักษรอังกฤษ ตัวเลข และ - ไม่เกิน {most} ตัว เช่น summary",
            "use at most {most} English letters, figures and -, as summary",
        ),
    ),
    "kind-paper-twice": Entry(
        Message("รหัสเอกสาร '{id}' ซ้ำ", "two papers are called '{id}'"),
        Message("ตั้งรหัสให้ต่างกัน", "give them different ids"),
    ),
    "kind-least-most": Entry(
        Message(
            "อย่างน้อย {least} แถว มากกว่าอย่างมาก {most} แถว",
            "at least {least} rows are more than at most {most}",
        ),
        Message("แก้ least หรือ most", "mend least or most"),
    ),
    "kind-refers": Entry(
        Message("ไม่มีตาราง '{name}' ที่มี key", "there is no table '{name}' with a key"),
        Message("ใส่ชื่อตารางที่มี key{nearest}", "name a table that has a key{nearest}"),
    ),
    "kind-responsible": Entry(
        Message(
            "ตาราง '{title}' มีคอลัมน์ responsible แต่ไม่มี key จึงแจกแบบกรอกไม่ได้",
            "the table '{title}' has a responsible column and no key, so it cannot be handed out",
        ),
        Message("ใส่ key: ช่องที่ใช้เรียกแถว", "give it a key: the field that its rows are named by"),
    ),
    "kind-sheet-title": Entry(
        Message(
            "ชื่อแผ่นงาน '{title}' ยาวกว่า {most} ตัวอักษร หรือมีเครื่องหมายที่ Excel ไม่รับ",
            "Excel does not take '{title}' for a sheet: over {most} letters, or a mark that it refuses",
        ),
        Message("ใส่ชื่อแผ่นงานสั้น ๆ ที่ sheet", "give a shorter name as sheet"),
    ),
    "kind-sheet-twice": Entry(
        Message("สองช่องใช้แผ่นงาน '{title}' เดียวกัน", "two fields have the sheet '{title}'"),
        Message("ใส่ชื่อแผ่นงานให้ต่างกันที่ sheet", "give different names as sheet"),
    ),
    "kind-file-twice": Entry(
        Message("ช่อง '{name}' อยู่ในสองแฟ้ม", "'{name}' stands in two files"),
        Message("ให้อยู่ในแฟ้มเดียว", "leave it in one"),
    ),
    "kind-no-file": Entry(
        Message("ช่อง '{name}' ไม่อยู่ในแฟ้มใด", "'{name}' stands in no file"),
        Message("เพิ่มในแฟ้มหนึ่งของ files หรือลบ files ทั้งหมด", "add it to one of files, or delete files"),
    ),
    "kind-none": Entry(
        Message(
            "ในโฟลเดอร์นี้ไม่มีชนิดเอกสาร (โฟลเดอร์ย่อยที่มี kind.yaml)",
            "this folder has no kind (a folder with a kind.yaml)",
        ),
        Message(
            "สร้างด้วย saraban new-kind หรือระบุโฟลเดอร์อื่น", "make one by saraban new-kind, or name another folder"
        ),
    ),
    "kind-no-start": Entry(
        Message("ชนิด '{name}' ไม่มีข้อมูลตัวอย่าง", "the kind '{name}' has no start data"),
        Message(
            "ใส่แฟ้ม .yaml ที่กรอกครบไว้ในโฟลเดอร์ start ของชนิดนี้ saraban new คัดลอกจากที่นั่น",
            "put a .yaml file, filled in, into its folder start: saraban new copies it",
        ),
    ),
    "kind-start-other": Entry(
        Message("ข้อมูลตัวอย่างไม่ใช่ของชนิด '{name}'", "the start data are not of the kind '{name}'"),
        Message("ใส่ kind: {name}", "write kind: {name}"),
    ),
    "kind-empty-field": Entry(
        Message("เมื่อช่อง '{title}' ว่าง: {message}", "where '{title}' is empty: {message}"), REMEDY
    ),
    "kind-empty-field/made": Entry(
        Message("เมื่อคิดค่าของ '{title}' ไม่ได้: {message}", "where '{title}' cannot be worked out: {message}"),
        REMEDY,
    ),
    "kind-empty-field/all": Entry(
        Message("เมื่อกรอกเฉพาะช่องที่ต้องกรอก: {message}", "where only what is required is filled in: {message}"),
        REMEDY,
    ),
    "kind-not-filled": Entry(
        Message(
            "ช่อง '{title}' มีชื่อในวงเล็บปีกกาได้ แต่แม่แบบพิมพ์ตามที่กรอก วงเล็บจะติดไปในเอกสาร",
            "'{title}' may hold names in braces, but the template prints it as typed, with the braces",
        ),
        Message(
            "พิมพ์ด้วย {name}|filled หรือมาโครของเนื้อความ (shared/prose.xml.j2)",
            "print it by {name}|filled, or by the macros of prose (shared/prose.xml.j2)",
        ),
    ),
    "kind-not-printed": Entry(
        Message(
            "ช่อง '{title}' ({name}) ไม่มีเอกสารใดพิมพ์ และไม่ได้ใช้คิดหรือตรวจค่าใด",
            "no paper prints '{title}' ({name}), and nothing is worked out from it or checked by it",
        ),
        Message("พิมพ์ในแม่แบบ หรือลบช่องนี้", "print it in a template, or delete it"),
    ),
    "kind-not-made": Entry(
        Message("ข้อมูลตัวอย่างไม่ทำเอกสาร '{id}' จึงยังไม่ได้ลอง", "the start data make no '{id}': it was not tried"),
        Message("แก้ข้อมูลตัวอย่างให้ทำครบทุกฉบับ", "let the start data make every paper"),
    ),
    "kind-scheme-field": Entry(
        Message(
            "ช่องชนิด scheme ต้องชื่อ scheme หรือลงท้ายด้วย _scheme ไม่ใช่ '{name}'",
            "a field of the type scheme is called scheme or ends in _scheme, not '{name}'",
        ),
        Message("เปลี่ยนชื่อช่อง เช่น work_scheme", "rename it, as work_scheme"),
    ),
    "kind-unscored": Entry(
        Message("มีตัวชี้วัด ({name}) แต่ไม่มีหัวข้อ scoring", "there are indicators ({name}) and no section scoring"),
        Message(
            "เพิ่ม scoring: บอกแบบคะแนนและองค์ประกอบ (ดู docs/forms.md)",
            "add scoring: with the scheme and the parts (docs/forms.md)",
        ),
    ),
    "kind-one-scale": Entry(
        Message(
            "'{title}' ต้องมีเกณฑ์ทางเดียว: คอลัมน์ scale ใน fields หรือรายการ scale",
            "'{title}' has its scale in one way: a column scale in fields, or a list scale",
        ),
        Message(
            "ใส่ scale: {{}} ใน fields ให้กรอกเกณฑ์ หรือใส่รายการ scale ที่คิดจากคอลัมน์อื่น",
            "put scale: {{}} among the fields, or a list scale made of other columns",
        ),
    ),
    "kind-personal-criteria": Entry(
        Message(
            "'{title}' เป็นเกณฑ์หรือน้ำหนักของตัวชี้วัด จึงระบุ personal: true ไม่ได้",
            "'{title}' is what indicators are scored or weighed by: it cannot be personal: true",
        ),
        Message(
            "ระบุที่คอลัมน์ของผลหรือที่ scoring แทน ผลและคะแนนจึงถูกปิด",
            "say it of the columns of results or of scoring, so that results and scores are masked",
        ),
    ),
    "kind-scale-when": Entry(
        Message("when ของเกณฑ์ไม่รู้จัก '{name}'", "unknown when of a scale: '{name}'"),
        Message("ใช้คำใดคำหนึ่ง: {listed} หรือไม่ใส่", "use one of {listed}, or none"),
    ),
    "kind-scale-type": Entry(
        Message("ไม่มีเกณฑ์แบบ '{name}'", "there is no type of scale '{name}'"),
        Message("ใช้แบบใดแบบหนึ่ง: {listed}", "use one of {listed}"),
    ),
    "kind-scale-member": Entry(
        Message("เกณฑ์แบบ {type} ไม่มีช่อง '{name}'", "a scale of the type {type} has no '{name}'"),
        Message("ดูช่องของเกณฑ์ที่ docs/input.md", "its fields are in docs/input.md"),
    ),
    "kind-one-of-members": Entry(
        Message("scoring ต้องมี members หรือ each อย่างใดอย่างหนึ่ง", "scoring has either members or each"),
        Message(
            "ใส่ members เมื่อองค์ประกอบแน่นอน ใส่ each เมื่อองค์ประกอบเป็นแถวของตาราง",
            "members for parts that are fixed, each for parts that are rows of a table",
        ),
    ),
    "kind-no-such-field": Entry(
        Message(
            "ไม่มีช่อง '{name}' ที่เป็นชนิด {type}{nearest}",
            "there is no field '{name}' of the type {type}{nearest}",
        ),
        Message("แก้ชื่อให้ตรงกับช่องใน fields", "name one of the fields"),
    ),
    "kind-no-scheme": Entry(
        Message("ไม่มีแบบคะแนน '{name}'{nearest}", "there is no scheme '{name}'{nearest}"),
        Message(
            "ใช้ชื่อแบบที่มีมากับโปรแกรม (saraban schema --schemes) หรือช่องชนิด scheme",
            "name a shipped one (saraban schema --schemes), or a field of the type scheme",
        ),
    ),
}
