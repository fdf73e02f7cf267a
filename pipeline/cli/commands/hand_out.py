"""What may be typed after `saraban hand-out`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message

hand_out = command(
    "hand-out",
    Message(
        "แจกแบบกรอก: สมุดงานเล็กหน่วยงานละแฟ้ม มีเฉพาะแถวที่หน่วยงานรับผิดชอบ พร้อมผลรอบก่อน\n"
        "รายงานแผน: หน่วยงานของโครงการ คำรับรอง: ผู้รับผิดชอบของตัวชี้วัด\n"
        "ได้คำตอบแล้วรวบรวมด้วย saraban gather (ดู docs/rounds.md)",
        "Hand out: one small workbook for each unit, with its own rows and last round's figures.\n"
        "Of a plan for the unit of a project, of an agreement for who is responsible for an indicator.\n"
        "Answers are gathered by saraban gather (docs/rounds.md).",
    ),
    options.data,
    argument(
        "folder",
        words=Message("โฟลเดอร์ที่จะวางแบบกรอก", "The folder for the workbooks."),
        metavar="DIR",
        type=click.Path(path_type=Path, file_okay=False),
    ),
    option(
        "--deadline",
        words=Message(
            "วันสุดท้ายที่ให้ส่งกลับ เช่น 15 ก.ค. 2568 หรือ 15/7/2568", "By when they come back, as 15/7/2568."
        ),
        metavar="DATE",
        default="",
    ),
    options.as_json,
    options.own_kinds(),
    answers=False,
)
