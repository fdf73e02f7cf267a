"""What may be typed after `saraban watch`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.bilingual import argument, command
from pipeline.cli.extras import require_watching
from pipeline.diagnostics import Message

watch = command(
    "watch",
    Message(
        "ตรวจและทำเอกสารใหม่ทุกครั้งที่บันทึกข้อมูลหรือแม่แบบ\nหยุดด้วย Ctrl+C",
        "Watch the data: each time they or a template are saved, make the papers anew.\nCtrl+C stops it.",
    ),
    argument(
        "path",
        words=Message("โฟลเดอร์ข้อมูล สมุดงาน .xlsx หรือแฟ้ม .yaml", "A folder of data, an .xlsx or a .yaml file."),
        metavar="INPUT",
        type=click.Path(path_type=Path, exists=True),
    ),
    options.output,
    options.templates(
        "โฟลเดอร์แม่แบบของสำนักงาน (เมื่อแก้แม่แบบ จะทำเอกสารใหม่ด้วย)",
        "The office's own templates; they are watched, too.",
    ),
    answers=False,
    needs=require_watching,
)
