"""What may be typed after `saraban new-kind`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message

new_kind = command(
    "new-kind",
    Message(
        "สร้างชนิดเอกสารของสำนักงานเอง พร้อมตัวอย่างที่ทำเอกสารได้ทันที\n"
        "เขียน kind.yaml แม่แบบ ข้อมูลตัวอย่าง และแฟ้มรูปแบบลงในโฟลเดอร์แม่แบบ โดยไม่เขียนทับแฟ้มใด\n"
        "แก้สี่แฟ้มนั้นเป็นเอกสารของท่าน (docs/own-kinds.md)",
        "Make a kind of paper of the office's own, from an example that renders at once.\n"
        "Writes kind.yaml, a template, example data and a style sheet into the folder, over nothing.\n"
        "Change the four into your paper (docs/own-kinds.md).",
    ),
    argument(
        "folder",
        words=Message(
            "โฟลเดอร์แม่แบบของสำนักงาน (ใหม่ หรือที่มีอยู่แล้ว)", "The office's folder of templates, new or not."
        ),
        metavar="DIR",
        type=click.Path(path_type=Path, file_okay=False),
    ),
    option(
        "--name",
        words=Message(
            "ชื่อชนิด: ตัวอักษรไทยหรืออังกฤษ ตัวเลข และ - (ถ้าไม่ระบุ: training-cost)",
            "What the kind is called: letters, figures and - (otherwise: training-cost).",
        ),
        metavar="NAME",
    ),
    answers=False,
)
