"""What may be typed after `saraban history`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.bilingual import argument, command
from pipeline.diagnostics import Message

history = command(
    "history",
    Message(
        "ดูรอบที่ผ่านมาในโฟลเดอร์: คะแนนรวม ระดับ เอกสาร และฉบับใดลงนามแล้วเมื่อใด\n"
        "อ่านจากข้อมูลในแฟ้มเอกสารและทะเบียนของโฟลเดอร์ ไม่ต้องมีแฟ้มข้อมูลเดิม (ดู docs/signed.md)",
        "Show the rounds in a folder: totals, grades, papers, and what was signed when.\n"
        "Read from the data inside papers and the folders' ledgers (see docs/signed.md).",
    ),
    argument(
        "folder",
        words=Message(
            "โฟลเดอร์ของปี ที่มีโฟลเดอร์ผลลัพธ์ของแต่ละรอบ",
            "The year's folder, with the output folders of its rounds.",
        ),
        metavar="DIR",
        type=click.Path(path_type=Path),
    ),
    options.as_json,
    options.own_kinds(),
)
