"""What may be typed after `saraban schema`."""

from __future__ import annotations

import click

from pipeline import kinds
from pipeline.cli.bilingual import command, option
from pipeline.diagnostics import Message

schema = command(
    "schema",
    Message(
        "แสดงโครงสร้างของแฟ้มข้อมูลเป็น JSON Schema\nเพื่อให้โปรแกรมแก้ไขข้อความช่วยเติมและตรวจช่องต่าง ๆ",
        "Print the JSON Schema of the data files,\nby which editors complete and check the fields.",
    ),
    option(
        "--kind",
        words=Message("เฉพาะแฟ้มชนิดนี้", "Only of this kind of file."),
        type=click.Choice((*kinds.names(), "batch")),
    ),
    option(
        "--markdown",
        words=Message("แสดงเป็นคู่มือภาษาไทย (docs/input.md)", "As a guide in Thai (docs/input.md)."),
        is_flag=True,
    ),
)
