"""Faults of an input as a whole, and of what was accepted in it."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

MESSAGES = {
    "unknown-kind": Entry(
        Message("ไม่รู้จักชนิดของข้อมูล kind: {shown}", "unknown kind: {shown}"),
        Message("ใช้ค่าใดค่าหนึ่ง: {choices}{nearest}", "use one of: {choices}{nearest}"),
    ),
    "missing/kind": Entry(
        Message("ขาดช่อง 'kind' (ชนิดของข้อมูล)", "'kind' is missing"),
        Message("เพิ่มบรรทัด kind: เลือกจาก {choices}", "add the line kind: with one of {choices}"),
    ),
}
