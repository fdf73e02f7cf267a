"""What may be typed after `saraban gather`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message

gather = command(
    "gather",
    Message(
        "รวบรวมคำตอบของหน่วยงานเข้างาน: ใครตอบ ใครยังไม่ตอบ อะไรเปลี่ยน อะไรขัดกัน อะไรต้องแก้\n"
        "ไม่มีค่าใดถูกทับโดยไม่ถาม งานเดิมสำรองไว้ที่โฟลเดอร์ ก่อนรวบรวม สั่งซ้ำได้ ผลเหมือนเดิม\n"
        "แฟ้มที่มีข้อผิด ได้สำเนาระบายสีไว้ส่งคืนที่โฟลเดอร์ ส่งกลับแก้ (ดู docs/rounds.md)",
        "Gather what units sent back: who answered, who did not, what changed, what conflicts or is wrong.\n"
        "Nothing is written over unasked; the work as it was is kept beside it. Doing it again is safe.\n"
        "Of faulty answers marked copies to send back are written beside the work (docs/rounds.md).",
    ),
    options.data,
    argument(
        "answers",
        words=Message("แฟ้มที่หน่วยงานส่งกลับ หรือโฟลเดอร์ของแฟ้มเหล่านั้น", "What came back: files, or their folder."),
        metavar="FILE...",
        nargs=-1,
        required=True,
        type=click.Path(path_type=Path, exists=True),
    ),
    option(
        "--take",
        words=Message(
            "ช่องที่ขัดกัน ใช้ค่าของแฟ้มนี้ (ใส่ซ้ำได้)", "Where values are in conflict, take this file's (repeatable)."
        ),
        metavar="FILE",
        multiple=True,
        type=click.Path(path_type=Path, exists=True),
    ),
    option(
        "--keep",
        words=Message("ช่องที่ขัดกัน ใช้ค่าที่อยู่ในงาน", "Where values are in conflict, keep the work's."),
        is_flag=True,
    ),
    option("--dry-run", words=Message("บอกอย่างเดียว ไม่เขียนแฟ้มใด", "Only tell; write nothing."), is_flag=True),
    option(
        "--reminder",
        words=Message(
            "เขียนข้อมูลของบันทึกเตือนหน่วยงานที่ยังไม่ตอบ (แฟ้ม .xlsx หรือโฟลเดอร์ YAML) ทำเอกสารด้วย saraban render",
            "Write a memo's data (.xlsx, or a folder of YAML) that reminds who has not answered; "
            "saraban render makes it.",
        ),
        metavar="NEW",
        type=click.Path(path_type=Path),
    ),
    option(
        "--deadline",
        words=Message("วันที่ให้ส่ง ในบันทึกเตือน (ปกติ: ตามแบบกรอก)", "The deadline in the reminder."),
        metavar="DATE",
        default="",
    ),
    options.as_json,
    options.own_kinds(),
    answers=False,
)
