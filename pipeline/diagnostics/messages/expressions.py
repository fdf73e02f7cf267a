"""Faults of the expressions in a `kind.yaml`."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

_PART = Message("แยกเป็นช่องที่คิดให้ (made) หลายช่อง", "part it into several fields that are made")
_MEND_EXPRESSION = Message("แก้นิพจน์ใน kind.yaml", "mend the expression in kind.yaml")

MESSAGES = {
    "expression-unreadable": Entry(
        Message("อ่านนิพจน์นี้ไม่ได้", "this expression cannot be read"),
        Message("ตรวจวงเล็บ เครื่องหมาย และคำในเครื่องหมายคำพูด", "look at brackets, signs and quotes"),
    ),
    "expression-too-long": Entry(
        Message("นิพจน์ยาวกว่า {limit} ตัวอักษร", "the expression has more than {limit} letters"),
        _PART,
    ),
    "expression-too-deep": Entry(
        Message("นิพจน์ซ้อนกันลึกกว่า {limit} ชั้น", "the expression is more than {limit} deep"),
        _PART,
    ),
    "expression-figure": Entry(
        Message("'{shown}' เป็นจำนวนที่ใหญ่หรือละเอียดเกินไป", "'{shown}' is too large or too fine a number"),
        Message("ใช้จำนวนไม่เกิน {limit} หลัก", "use at most {limit} figures"),
    ),
    "expression-not-known": Entry(
        Message("'{shown}' ใช้ในนิพจน์ไม่ได้", "'{shown}' has no place in an expression"), _MEND_EXPRESSION
    ),
    "expression-no-name": Entry(
        Message("ไม่มีช่อง '{name}' ที่นิพจน์นี้ใช้ได้", "there is no field '{name}' here"),
        Message("แก้ให้ตรงกับชื่อช่อง{nearest}", "give the name of a field{nearest}"),
    ),
    "expression-no-member": Entry(
        Message("ถาม '{name}' จาก{found}ไม่ได้", "a {found} has no '{name}'"), _MEND_EXPRESSION
    ),
    "expression-no-table": Entry(
        Message("ต้องเป็นตาราง ไม่ใช่{found}", "a table is wanted, not a {found}"), _MEND_EXPRESSION
    ),
    "expression-no-key": Entry(
        Message("ตาราง '{shown}' ไม่มี key", "the table '{shown}' has no key"),
        Message("ใส่ key ให้ตารางนั้น", "give that table a key"),
    ),
    "expression-no-row": Entry(
        Message("row() ใช้ได้ในแถวของตารางเท่านั้น", "row() is for the rows of a table alone"),
        Message(
            "ใช้ใน made ของช่องในตาราง หรือในข้อตรวจที่มี each",
            "use it in a column of a table, or in a check with each",
        ),
    ),
    "expression-no-function": Entry(
        Message("ไม่มีฟังก์ชัน '{name}'{nearest}", "there is no function '{name}'{nearest}"),
        Message("ใช้ฟังก์ชันที่มี: {choices}", "use one of these: {choices}"),
    ),
    "expression-arguments": Entry(
        Message("ใช้ฟังก์ชันไม่ถูก", "the function is not used so"), Message("เขียนเป็น {usage}", "write {usage}")
    ),
    "expression-type": Entry(
        Message("'{shown}' เป็น{found} ต้องเป็น{wanted}", "'{shown}' is a {found}, not a {wanted}"),
        _MEND_EXPRESSION,
    ),
    "expression-same": Entry(
        Message("'{shown}' เทียบกับตัวเอง", "'{shown}' is compared with itself"),
        Message(
            "ใน where ชื่อช่องเป็นของแถวที่ค้น ช่องของแถวที่ตรวจเขียน outer. นำหน้า เช่น first < outer.first",
            "in `where` names are of the rows looked through; write outer. before one of the row itself, "
            "as first < outer.first",
        ),
    ),
    "expression-mixed": Entry(
        Message("รายการ '{shown}' มีค่าต่างชนิดกัน", "the list '{shown}' has values of several types"),
        _MEND_EXPRESSION,
    ),
    "expression-made": Entry(
        Message(
            "'{title}' เป็น{wanted} แต่นิพจน์ให้{found}", "'{title}' is a {wanted}, the expression gives a {found}"
        ),
        Message("แก้นิพจน์ หรือชนิดของช่อง", "mend the expression, or the type of the field"),
    ),
    "expression-no-check": Entry(
        Message("นิพจน์นี้ให้{found} ไม่ใช่ใช่หรือไม่ใช่", "this gives a {found}, not yes or no"),
        Message("เขียนเป็นการเปรียบเทียบ เช่น total == 100", "write a comparison, such as total == 100"),
    ),
    "expression-circle": Entry(
        Message("ช่องที่คิดให้อ้างถึงกันเป็นวง: {names}", "fields are worked out from one another: {names}"),
        Message("ให้ช่องหนึ่งในนั้นไม่ต้องใช้ช่องอื่นในวง", "let one of them do without the others"),
    ),
    "expression-weight": Entry(
        Message(
            "น้ำหนักของ '{title}' ต้องเป็นจำนวน แต่นิพจน์นี้เป็น{found}",
            "the weight of '{title}' is a number, and this is a {found}",
        ),
        Message("ใส่ตัวเลข หรือชื่อช่องที่เป็นจำนวน", "give a figure, or a field that is a number"),
    ),
}
