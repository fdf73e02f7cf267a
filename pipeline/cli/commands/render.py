"""What may be typed after `saraban render`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.bilingual import argument, command, option
from pipeline.cli.choice_lists import ListOf
from pipeline.diagnostics import Message

render = command(
    "render",
    Message(
        "ทำเอกสารจากข้อมูล เป็น DOCX และ PDF\n"
        "เขียนที่ <DIR>/<ชื่อโฟลเดอร์ข้อมูล>/<ชื่อเอกสาร>.docx และ .pdf\n"
        "ตรวจข้อมูลทุกชุดก่อน ถ้ามีข้อผิดพลาดจะไม่เขียนแฟ้มใดเลย",
        "Make the papers of each input, as DOCX and PDF.\n"
        "They are written to <DIR>/<name of the input>/<paper>.docx and .pdf.\n"
        "All inputs are checked first; nothing is written while one has an error.",
    ),
    argument(
        "inputs",
        words=Message(
            "โฟลเดอร์ข้อมูล แฟ้ม .yaml หรือสมุดงาน .xlsx (หลายชุดได้)", "Folders of data, .yaml or .xlsx files."
        ),
        metavar="INPUT...",
        nargs=-1,
        required=True,
        type=click.Path(path_type=Path),
    ),
    options.output,
    options.formats,
    option(
        "--only",
        words=Message(
            f"เฉพาะเอกสารเหล่านี้: {', '.join(options.PAPERS)}",
            f"Only these papers: {', '.join(options.PAPERS)}.",
        ),
        metavar="LIST",
        type=ListOf(options.PAPERS),
    ),
    options.digits,
    options.force,
    options.replace_signed,
    options.templates(
        "โฟลเดอร์แม่แบบ รูปแบบ และตราของสำนักงาน (ใช้ก่อนของโปรแกรม)",
        "The office's own templates, styles and emblem; they win over ours.",
    ),
    options.reference(
        "แฟ้ม Word ของสำนักงาน: ทั้ง DOCX และ PDF ใช้รูปแบบอักษร ระยะ และขอบกระดาษตามแฟ้มนี้\n"
        "หัวและท้ายกระดาษใช้ใน DOCX เท่านั้น",
        "A Word file of the office: both files take its styles and margins,\n"
        "the DOCX its headers and footers too.",
    ),
    options.embed,
    options.no_embed,
    option(
        "--strict",
        words=Message(
            "ตรวจทานก่อน ไม่เขียนแฟ้มใดเมื่อพบข้อผิดที่ยังไม่ยอมรับ (saraban audit)",
            "Audit first; nothing is written while an error is not accepted (saraban audit).",
        ),
        is_flag=True,
    ),
    options.conformance,
    options.public,
    answers=False,
)
