"""What may be typed after `saraban check`."""

from __future__ import annotations

from pipeline.cli import options
from pipeline.cli.bilingual import command, option
from pipeline.diagnostics import Message

check = command(
    "check",
    Message(
        "ตรวจข้อมูลทั้งหมดโดยไม่เขียนแฟ้ม\nแสดงทุกแห่งที่ต้องแก้ พร้อมตำแหน่งและวิธีแก้",
        "Check the data without writing anything.\nEverything to mend is shown with its place and remedy.",
    ),
    options.data,
    options.as_json,
    options.own_kinds(),
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
