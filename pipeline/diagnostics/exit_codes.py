"""How `saraban` ends, for scripts (`docs/exit-codes.md`)."""

from __future__ import annotations

from enum import IntEnum

from pipeline.diagnostics.diagnostic import Message


class ExitCode(IntEnum):
    """The exit code of a command."""

    OK = 0
    USAGE = 2
    INPUT = 3
    TEMPLATE = 4
    PAGE = 5
    OUTPUT = 6
    ENVIRONMENT = 7
    FINDINGS = 8
    INTERNAL = 70
    INTERRUPTED = 130


MEANINGS: dict[ExitCode, Message] = {
    ExitCode.OK: Message("สำเร็จ", "done"),
    ExitCode.USAGE: Message("พิมพ์คำสั่งหรือตัวเลือกผิด", "the command or an option is wrong"),
    ExitCode.INPUT: Message("ข้อมูลใช้ไม่ได้ ต้องแก้ไข", "the data are refused"),
    ExitCode.TEMPLATE: Message("แม่แบบหรือแฟ้มรูปแบบผิด", "a template or style sheet is refused"),
    ExitCode.PAGE: Message("จัดหน้าไม่ได้", "the document cannot be set on its pages"),
    ExitCode.OUTPUT: Message(
        "เขียนแฟ้มไม่ได้ หรือจะทับแฟ้มที่แก้ไว้", "a file cannot be written, or holds a person's edits"
    ),
    ExitCode.ENVIRONMENT: Message("เครื่องขาดสิ่งที่โปรแกรมต้องใช้", "the machine lacks something the program needs"),
    ExitCode.FINDINGS: Message(
        "พบสิ่งที่ต้องดู (เอกสารไม่ตรงกับข้อมูล ขัดกันเอง หรือมีข้อที่ยังไม่ยืนยัน)",
        "findings: a paper differs from its data or contradicts itself, or a doubt is open",
    ),
    ExitCode.INTERNAL: Message("ข้อบกพร่องของโปรแกรม", "a defect of the program"),
    ExitCode.INTERRUPTED: Message("ผู้ใช้สั่งหยุด", "stopped by the user"),
}
