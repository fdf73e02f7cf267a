"""What may be typed after `saraban check`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message

check = command(
    "check",
    Message(
        "ตรวจข้อมูลทั้งหมดโดยไม่เขียนแฟ้ม\nแสดงทุกแห่งที่ต้องแก้ พร้อมตำแหน่งและวิธีแก้",
        "Check the data without writing anything.\nEverything to mend is shown with its place and remedy.",
    ),
    argument(
        "path",
        words=Message("โฟลเดอร์ข้อมูล แฟ้ม .yaml หรือสมุดงาน .xlsx", "A folder of data, a .yaml or an .xlsx file."),
        metavar="INPUT",
        type=click.Path(path_type=Path),
    ),
    option(
        "--json",
        "as_json",
        words=Message("แสดงเป็น JSON สำหรับโปรแกรม", "As JSON, for programs."),
        is_flag=True,
    ),
    option(
        "--annotate",
        words=Message(
            "เขียนสำเนาของสมุดงาน .xlsx ไว้ข้างกัน ระบายสีและอธิบายทุกช่องที่ต้องแก้",
            "Write a copy of the .xlsx workbook beside it, "
            "with each finding as colour and comment at its cell.",
        ),
        is_flag=True,
    ),
)
