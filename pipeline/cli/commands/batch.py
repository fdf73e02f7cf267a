"""What may be typed after `saraban batch`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message

batch = command(
    "batch",
    Message(
        "ทำเอกสารของหลายหน่วยงานจากแฟ้มชุดงาน เฉพาะฉบับที่เปลี่ยน\n"
        "เขียนที่ <DIR>/<หน่วยงาน>/<ชื่อเอกสาร>.docx และ .pdf พร้อมรายงาน report.html\n"
        "หยุดกลางคันได้ สั่งซ้ำแล้วทำต่อจนครบ แถวที่ผิดไม่ทำให้แถวอื่นหยุด (ดู docs/batch.md)",
        "Make the papers of many units from a batch file: only those that changed.\n"
        "They are written to <DIR>/<unit>/<paper>.docx and .pdf, with a report.html.\n"
        "It may be stopped at any time and run again; a bad row stops no other (see docs/batch.md).",
    ),
    argument(
        "batch_file",
        words=Message("แฟ้มชุดงาน (kind: batch)", "The batch file (kind: batch)."),
        metavar="RUN",
        type=click.Path(path_type=Path),
    ),
    options.output,
    option(
        "--only",
        words=Message(
            "เฉพาะเอกสารหรือหน่วยงานเหล่านี้ คั่นด้วยจุลภาค (* แทนอักษรใด ๆ)",
            "Only these papers or units, with commas between (* stands for anything).",
        ),
        metavar="LIST",
        default="",
    ),
    option(
        "--jobs",
        words=Message(
            "จำนวนงานที่ทำพร้อมกัน (ถ้าไม่ระบุ: เท่าจำนวนแกนประมวลผลของเครื่อง)",
            "Workers (otherwise: one for each core).",
        ),
        metavar="N",
        type=click.IntRange(1, 1024),
    ),
    option(
        "--scheduler",
        words=Message(
            "ส่งงานไปยังคลัสเตอร์ Dask เช่น tcp://10.0.0.1:8786", "Send the jobs to a Dask cluster, tcp://…"
        ),
        metavar="ADDRESS",
        default="",
    ),
    option(
        "--without-tls",
        words=Message(
            "ยอมส่งงานโดยไม่เข้ารหัสไปยัง scheduler นอกเครื่องนี้ (เฉพาะเครือข่ายที่ไว้ใจได้ทุกเครื่อง)",
            "Let jobs go unencrypted to a scheduler on another machine "
            "(only where every machine is trusted).",
        ),
        is_flag=True,
    ),
    option(
        "--dry-run",
        words=Message("แสดงแผนเท่านั้น ไม่เขียนแฟ้ม", "Show the plan, write nothing."),
        is_flag=True,
    ),
    options.force,
    options.replace_signed,
    options.formats,
    options.digits,
    options.templates(
        "โฟลเดอร์แม่แบบ รูปแบบ และตราของสำนักงาน", "The office's own templates, styles and emblem."
    ),
    options.reference(
        "แฟ้ม Word ของสำนักงานที่ใช้เป็นรูปแบบ", "A Word file of the office whose looks the papers take."
    ),
    options.embed,
    options.no_embed,
    options.conformance,
    options.public,
    option(
        "--json",
        "as_json",
        words=Message("แจ้งเหตุการณ์เป็น JSON ทีละบรรทัด", "Events as lines of JSON."),
        is_flag=True,
    ),
    answers=False,
)
