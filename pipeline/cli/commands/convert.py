"""What may be typed after `saraban convert`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message
from pipeline.kinds.office_kinds import office_choices, office_kinds

convert = command(
    "convert",
    Message(
        "แปลงข้อมูลระหว่างโฟลเดอร์ YAML กับสมุดงาน Excel โดยไม่เสียข้อมูล\n"
        "ปลายทางที่ลงท้ายด้วย .xlsx คือสมุดงาน นอกนั้นคือโฟลเดอร์ใหม่\n"
        "หมายเหตุหลัง # ในแฟ้ม YAML ไม่ใช่ข้อมูล จึงไม่ตามไปด้วย",
        "Turn a folder of YAML into an Excel workbook, or back, without loss.\n"
        "A target that ends in .xlsx is a workbook, any other a new folder.\n"
        "Comments after # in YAML are no data and do not go along.",
    ),
    argument(
        "source",
        words=Message(
            "ข้อมูล: โฟลเดอร์ แฟ้ม .yaml หรือสมุดงาน .xlsx", "The data: a folder, a .yaml or an .xlsx file."
        ),
        metavar="FROM",
        type=click.Path(path_type=Path),
    ),
    argument(
        "target",
        words=Message("สมุดงาน .xlsx ใหม่ หรือโฟลเดอร์ใหม่", "A new .xlsx workbook, or a new folder."),
        metavar="TO",
        type=click.Path(path_type=Path),
    ),
    option(
        "--all-sheets",
        words=Message(
            "สมุดงานที่มีทุกแผ่นงานและทุกคอลัมน์ รวมที่ข้อมูลยังไม่ได้ใช้ (แบบคะแนนของตนเอง หลายรอบ เงื่อนไข …)",
            "A workbook with every sheet and column, also unused ones (own schemes, rounds, gates …).",
        ),
        is_flag=True,
    ),
    options.own_kinds(),
    option(
        "--office",
        words=Message(
            "เติมถ้อยคำของบันทึกและรายงานที่ข้อมูลยังไม่มี ตามชนิดหน่วยงาน: "
            + ", ".join(each.th for each in office_kinds().values()),
            "Add the wording of memo and report that the data lack, for a kind of office: "
            + ", ".join(office_kinds()),
        ),
        metavar="OFFICE",
        type=click.Choice(office_choices()),
    ),
    answers=False,
)
