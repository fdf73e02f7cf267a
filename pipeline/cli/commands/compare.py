"""What may be typed after `saraban compare`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message


def _round(name: str, th: str, en: str) -> click.Argument:
    return argument(name, words=Message(th, en), metavar=name.upper(), type=click.Path(path_type=Path))


compare = command(
    "compare",
    Message(
        "เทียบสองรอบของงานเดียวกัน: คะแนน ผล เป้าหมาย น้ำหนัก ข้อความ บุคคล และรายการที่เพิ่มหรือหายไป\n"
        "เป็นตาราง เป็น JSON หรือเป็นเอกสาร DOCX และ PDF (ดู docs/rounds.md)",
        "Compare two rounds of one work: scores, results, targets, weights, texts, persons, rows that came\n"
        "or went; as a table, as JSON, or as a paper in DOCX and PDF (see docs/rounds.md).",
    ),
    _round(
        "last",
        "ข้อมูลของรอบก่อน: โฟลเดอร์ แฟ้ม .yaml หรือสมุดงาน .xlsx",
        "The earlier round: a folder, .yaml or .xlsx.",
    ),
    _round("this", "ข้อมูลของรอบนี้", "The later round."),
    options.as_json,
    option(
        "--paper",
        words=Message(
            "เขียนเป็นเอกสารด้วย: เทียบรอบ.docx และ เทียบรอบ.pdf", "Write a paper of it, too, in DOCX and PDF."
        ),
        is_flag=True,
    ),
    option(
        "-o",
        "--output",
        words=Message("โฟลเดอร์ที่เขียนเอกสาร", "The folder that the paper goes to."),
        metavar="DIR",
        default=Path("output"),
        show_default=True,
        type=click.Path(path_type=Path),
    ),
    options.own_kinds(),
)
