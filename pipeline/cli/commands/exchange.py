"""What may be typed after `saraban exchange`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message

exchange = command(
    "exchange",
    Message(
        "ทำแฟ้มแลกเปลี่ยนหนังสือ (TH e-GIF CorrespondenceLetter) ที่มี PDF อยู่ข้างใน\n"
        "รหัสของระบบที่จะส่งอยู่ในแฟ้มตั้งค่า หนังสือชั้นลับที่สุดส่งทางอิเล็กทรอนิกส์ไม่ได้",
        "Write a memo as TH e-GIF CorrespondenceLetter XML, with its PDF inside.\n"
        "The codes of the exchange stand in a settings file. Top secret papers are not sent electronically.",
    ),
    argument(
        "path",
        words=Message("โฟลเดอร์ข้อมูล หรือแฟ้มข้อมูล", "The folder or file of the data."),
        metavar="INPUT",
        type=click.Path(path_type=Path),
    ),
    option(
        "--settings",
        words=Message(
            "แฟ้มตั้งค่ารหัส (YAML; แบบอยู่ใน docs/exchange.md)", "The settings (YAML; see docs/exchange.md)."
        ),
        metavar="FILE",
        required=True,
        type=click.Path(path_type=Path),
    ),
    option(
        "--pdf",
        words=Message("บันทึกฉบับที่ลงนามแล้ว (ถ้าไม่ระบุ: ฉบับที่ยังไม่ลงนาม)", "The signed memo (otherwise: unsigned)."),
        metavar="FILE",
        type=click.Path(path_type=Path),
    ),
    options.own_kinds(),
    options.output,
    options.force,
    answers=False,
)
