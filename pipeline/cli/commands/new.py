"""What may be typed after `saraban new`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline import kinds
from pipeline.cli import options
from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message
from pipeline.kinds.office_kinds import NO_SCORES, office_choices, office_kinds
from pipeline.model.shipped_schemes import FIVE_LEVELS, shipped_names, shipped_titles

new = command(
    "new",
    Message(
        "สร้างโฟลเดอร์เริ่มต้น พร้อมคำอธิบายทุกช่องและข้อมูลตัวอย่าง\nแก้ข้อมูลแล้วสั่ง saraban render ได้ทันที\n"
        "ใส่ --xlsx ถ้าต้องการเป็นสมุดงาน Excel\n"
        "ใส่ --from งานรอบก่อน ถ้าต้องการเริ่มรอบถัดไปจากรอบก่อน",
        "Make a starting folder with every field explained and filled with an example.\n"
        "It renders at once; put your own data in place of the example.\n"
        "With --xlsx it is an Excel workbook. With --from it is the next round of a work.",
    ),
    argument(
        "folder",
        words=Message(
            "โฟลเดอร์ใหม่ (หรือโฟลเดอร์ว่าง) กับ --from เป็นแฟ้ม .xlsx ใหม่ก็ได้",
            "A new (or empty) folder; with --from a new .xlsx file, too.",
        ),
        metavar="DIR",
        type=click.Path(path_type=Path),
    ),
    option(
        "--kind",
        words=Message(
            f"ชนิด (saraban kinds แสดงทั้งหมด): {', '.join(kinds.names())} หรือ batch ชุดงานของหลายหน่วยงาน",
            f"Kind (saraban kinds lists them): {', '.join(kinds.names())}; or batch, for many units.",
        ),
        metavar="KIND",
    ),
    option(
        "--from",
        "last",
        words=Message(
            "เริ่มรอบถัดไปจากงานรอบก่อน (โฟลเดอร์ แฟ้ม .yaml หรือ .xlsx): เลื่อนรอบ ล้างผล "
            "วางผลรอบก่อนไว้ข้างช่อง ยกเรื่องค้างมา",
            "Begin the next round from the last (a folder, .yaml or .xlsx): the period moves on, results "
            "are emptied with last round's beside them, what was left open is carried.",
        ),
        metavar="LAST",
        type=click.Path(path_type=Path),
    ),
    option(
        "--base",
        words=Message(
            "ข้อมูลตั้งต้นของชุดงาน (คู่กับ --kind batch): ได้ batch.yaml และตารางหน่วยงานหรือบุคคล หัวคอลัมน์เป็นคำ",
            "The base of a batch (with --kind batch): makes batch.yaml and a table of units or persons, "
            "headed in words.",
        ),
        metavar="INPUT",
        type=click.Path(path_type=Path),
    ),
    option(
        "--scheme",
        words=Message(
            f"วิธีให้คะแนนของข้อมูลตัวอย่าง (เว้นไว้ = {FIVE_LEVELS}): "
            + ", ".join(f"{name} {title}" for name, title in shipped_titles().items())
            + f", {NO_SCORES} ไม่มีคะแนน (รายงานโครงการ เป้าหมาย ผล และงบประมาณ)",
            f"How the example is scored (left out: {FIVE_LEVELS}): {', '.join(shipped_names())}; "
            f"{NO_SCORES}: not at all, projects with targets, results and budgets.",
        ),
        type=click.Choice((*shipped_names(), NO_SCORES)),
    ),
    option(
        "--office",
        words=Message(
            f"ถ้อยคำและตัวอย่างของหน่วยงานชนิดใด: {', '.join(each.th for each in office_kinds().values())}",
            "Wording and example for which kind of office: "
            + ", ".join(f"{name} ({each.en})" for name, each in office_kinds().items()),
        ),
        metavar="OFFICE",
        type=click.Choice(office_choices()),
    ),
    options.own_kinds(),
    option(
        "--xlsx",
        words=Message("เป็นสมุดงาน Excel แทนแฟ้ม YAML", "An Excel workbook instead of YAML files."),
        is_flag=True,
    ),
    answers=False,
)
