"""What may be typed after `saraban schema`."""

from __future__ import annotations

import click

from pipeline import kinds
from pipeline.cli import options
from pipeline.cli.bilingual import command, option
from pipeline.diagnostics import Message
from pipeline.model.shipped_schemes import shipped_names

schema = command(
    "schema",
    Message(
        "แสดงโครงสร้างของแฟ้มข้อมูลเป็น JSON Schema\nเพื่อให้โปรแกรมแก้ไขข้อความช่วยเติมและตรวจช่องต่าง ๆ",
        "Print the JSON Schema of the data files,\nby which editors complete and check the fields.",
    ),
    option(
        "--kind",
        words=Message(
            f"เฉพาะแฟ้มชนิดนี้: {', '.join((*kinds.names(), 'batch'))}",
            f"Only of this kind of file: {', '.join((*kinds.names(), 'batch'))}.",
        ),
        metavar="KIND",
    ),
    option(
        "--schemes",
        "schemes",
        words=Message("แสดงแบบคะแนนที่มีมากับโปรแกรม", "List the schemes of scoring that come with the program."),
        is_flag=True,
    ),
    option(
        "--scheme",
        "scheme",
        words=Message(
            "แสดงแฟ้มของแบบคะแนนนี้ เพื่อคัดลอกไปแก้เป็นของส่วนราชการ",
            "Print the file of this scheme, to be copied and changed.",
        ),
        type=click.Choice(shipped_names()),
    ),
    option(
        "--markdown",
        words=Message("แสดงเป็นคู่มือภาษาไทย (docs/input.md)", "As a guide in Thai (docs/input.md)."),
        is_flag=True,
    ),
    options.own_kinds(),
)
