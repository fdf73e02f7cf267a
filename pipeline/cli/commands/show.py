"""What may be typed after `saraban show`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message

show = command(
    "show",
    Message(
        "แสดงว่าแฟ้มเป็นเอกสารใด ทำจากข้อมูลใด และด้วยโปรแกรมรุ่นใด\nอ่านจากข้อมูลที่แนบอยู่ในแฟ้ม PDF หรือ DOCX",
        "Show what a file is, what it was made from, and with what.\nIt is read from the data inside it.",
    ),
    argument(
        "file",
        words=Message("แฟ้ม PDF หรือ DOCX ที่ทำด้วย saraban", "A PDF or DOCX that saraban made."),
        metavar="FILE",
        type=click.Path(path_type=Path),
    ),
    option(
        "--json",
        "as_json",
        words=Message("แสดงข้อมูลทั้งหมดเป็น JSON", "All that the file holds, as JSON."),
        is_flag=True,
    ),
)
