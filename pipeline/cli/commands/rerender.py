"""What may be typed after `saraban rerender`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.bilingual import argument, command
from pipeline.diagnostics import Message

rerender = command(
    "rerender",
    Message(
        "ทำเอกสารซ้ำจากข้อมูลที่อยู่ในแฟ้ม\nได้แฟ้มที่ตรงกับตอนที่ทำทุกไบต์ หรือบอกว่าสิ่งใดไม่เหมือนตอนนั้น: รุ่นโปรแกรม แม่แบบ แบบอักษร",
        "Make a paper again from the data inside it.\n"
        "The file comes out as it was made, byte for byte, or you are told what differs since:\n"
        "the program, its templates or its fonts.",
    ),
    argument(
        "file",
        words=Message("แฟ้ม PDF หรือ DOCX ที่ทำด้วย saraban", "A PDF or DOCX that saraban made."),
        metavar="FILE",
        type=click.Path(path_type=Path),
    ),
    options.output,
    options.templates("โฟลเดอร์แม่แบบของสำนักงานที่ใช้ตอนทำ", "The office's own templates that it was made with."),
    options.reference("แฟ้ม Word ของสำนักงานที่ใช้ตอนทำ", "The office's Word file that it was made with."),
    options.force,
    answers=False,
)
