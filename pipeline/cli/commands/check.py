"""What may be typed after `saraban check`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message

check = command(
    "check",
    Message(
        "ตรวจข้อมูลทั้งหมดโดยไม่เขียนแฟ้ม\nแสดงทุกแห่งที่ต้องแก้ พร้อมตำแหน่งและวิธีแก้\n"
        "ถ้าระบุเฉพาะ --templates: ตรวจชนิดเอกสารของสำนักงาน (kind.yaml แม่แบบ แฟ้มรูปแบบ ข้อมูลตัวอย่าง)",
        "Check the data without writing anything.\nEverything to mend is shown with its place and remedy.\n"
        "With --templates alone, check the office's own kinds: kind.yaml, templates, styles, start data.",
    ),
    argument(
        "path",
        words=Message("โฟลเดอร์ข้อมูล แฟ้ม .yaml หรือสมุดงาน .xlsx", "A folder of data, a .yaml or an .xlsx file."),
        metavar="[INPUT]",
        required=False,
        type=click.Path(path_type=Path),
    ),
    options.as_json,
    options.own_kinds(),
    option(
        "--against",
        "last",
        words=Message(
            "เทียบกับงานรอบก่อน แล้วถามถึงผลที่ลด เป้าหมายที่เปลี่ยน ข้อความเดิม และเวลาที่ผ่านไปแล้ว",
            "Hold it against the last round: falling results, changed targets, unchanged texts, "
            "promises whose time has passed.",
        ),
        metavar="LAST",
        type=click.Path(path_type=Path),
    ),
    option(
        "--annotate",
        words=Message(
            "เขียนสำเนาของสมุดงาน .xlsx ไว้ในโฟลเดอร์เดียวกัน โดยระบายสีและอธิบายทุกช่องที่ต้องแก้",
            "Write a copy of the .xlsx workbook beside it, "
            "with each finding as colour and comment at its cell.",
        ),
        is_flag=True,
    ),
)
