"""What may be typed after `saraban new`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline import kinds
from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message

new = command(
    "new",
    Message(
        "สร้างโฟลเดอร์เริ่มต้น พร้อมคำอธิบายทุกช่องและข้อมูลตัวอย่าง\nแก้ข้อมูลแล้วสั่ง saraban render ได้ทันที\n"
        "ใส่ --xlsx ถ้าต้องการเป็นสมุดงาน Excel",
        "Make a starting folder with every field explained and filled with an example.\n"
        "It renders at once; put your own data in place of the example.\n"
        "With --xlsx it is an Excel workbook.",
    ),
    argument(
        "folder",
        words=Message("โฟลเดอร์ใหม่ (หรือโฟลเดอร์ว่าง)", "A new (or empty) folder."),
        metavar="DIR",
        type=click.Path(path_type=Path),
    ),
    option(
        "--kind",
        words=Message(
            "ชนิด: hr-scorecard รายงานประจำรอบ, agreement คำรับรอง, memo บันทึกข้อความ",
            "Kind: hr-scorecard, agreement or memo.",
        ),
        type=click.Choice(kinds.names()),
        required=True,
    ),
    option(
        "--xlsx",
        words=Message("เป็นสมุดงาน Excel แทนแฟ้ม YAML", "An Excel workbook instead of YAML files."),
        is_flag=True,
    ),
    answers=False,
)
