"""Faults of an input as a whole, and of what was accepted in it."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

_DELETE_OR_MEND = Message(
    "ลบข้อยกเว้นนี้ หรือแก้รหัส (code) และข้อความ (where)", "delete it, or mend `code` and `where`"
)

MESSAGES = {
    "unknown-kind": Entry(
        Message("ไม่รู้จักชนิดของข้อมูล kind: {shown}", "unknown kind: {shown}"),
        Message(
            "ใช้ค่าใดค่าหนึ่ง: {choices}{nearest} ถ้าเป็นชนิดของสำนักงานเอง ใส่ --templates กับโฟลเดอร์แม่แบบของสำนักงาน",
            "use one of: {choices}{nearest}; for a kind of the office's own give its folder with --templates",
        ),
    ),
    "missing/kind": Entry(
        Message("ขาดช่อง 'kind' (ชนิดของข้อมูล)", "'kind' is missing"),
        Message("เพิ่มบรรทัด kind: เลือกจาก {choices}", "add the line kind: with one of {choices}"),
    ),
    "several-kinds": Entry(
        Message(
            "ขาดช่อง 'kind' (ชนิดของข้อมูล) และช่องที่มีเข้าได้กับหลายชนิดเท่ากัน: {choices}",
            "'kind' is missing, and the fields fit several kinds alike: {choices}",
        ),
        Message(
            "เพิ่มบรรทัด kind: ที่หัวแฟ้ม เลือกจาก {choices}", "add the line kind: at the top, with one of {choices}"
        ),
    ),
    "A0003": Entry(
        Message("ไม่มีรหัส '{code}' ให้ยอมรับ", "there is no code '{code}' to accept"),
        Message("ใช้รหัสตามที่โปรแกรมแสดง (ดู docs/audit.md)", "use a code as it is shown (docs/audit.md)"),
    ),
    "A0001": Entry(
        Message("ยอมรับ {code} โดยไม่ระบุเหตุผล จึงไม่มีผล", "{code} is allowed without a reason"),
        Message("ใส่เหตุผลที่ยอมรับ (reason)", "give the reason (`reason`)"),
    ),
    "A0002": Entry(
        Message("ไม่พบ {code}", "there is no {code}"),
        _DELETE_OR_MEND,
    ),
    "A0002/where": Entry(
        Message("ไม่พบ {code} ที่ตรงกับ “{where}”", "no {code} matches “{where}”"),
        _DELETE_OR_MEND,
    ),
}
