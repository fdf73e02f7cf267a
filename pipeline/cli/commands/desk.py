"""What may be typed after `saraban desk`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.bilingual import argument, command, option
from pipeline.cli.extras import require_desk
from pipeline.diagnostics import Message

desk = command(
    "desk",
    Message(
        "เปิดโต๊ะทำงานในเบราว์เซอร์: วางสมุดงาน ดูสิ่งที่พบ ดูหน้าเอกสาร แล้วดาวน์โหลด\n"
        "เปิดได้จากเครื่องนี้เท่านั้น ปิดด้วย Ctrl+C แฟ้มที่อัปโหลดจะถูกลบเมื่อปิด\n"
        "ถ้าสั่งซ้ำขณะโต๊ะทำงานเปิดอยู่ จะได้ที่อยู่เว็บใหม่ของโต๊ะเดิม งานที่เปิดไว้ยังอยู่",
        "Open the desk in the browser: drop a workbook, see findings and pages, download.\n"
        "Only this machine can reach it. Ctrl+C closes it; what was uploaded goes with it.\n"
        "Run again while a desk is open, it gives a new address of that desk, with what is open there.",
    ),
    argument(
        "opened",
        words=Message("สมุดงาน โฟลเดอร์ หรือชุดงานที่จะเปิด", "A workbook, folder or batch to open."),
        metavar="[INPUT]",
        required=False,
        type=click.Path(path_type=Path, exists=True),
    ),
    option(
        "-o",
        "--output",
        words=Message(
            "โฟลเดอร์ผลลัพธ์ของชุดงาน (ถ้าไม่ระบุ: output)", "Where a batch is written (otherwise: output)."
        ),
        metavar="DIR",
        default=Path("output"),
        type=click.Path(path_type=Path),
    ),
    option(
        "--port",
        words=Message("หมายเลขพอร์ต (ถ้าไม่ระบุ: 8765)", "Port (otherwise: 8765)."),
        metavar="N",
        default=8765,
        type=click.IntRange(1, 65_535),
    ),
    option(
        "--host",
        words=Message(
            "หมายเลข IP ที่เปิดให้เครื่องอื่นเข้าใช้ (ถ้าไม่ระบุ: เฉพาะเครื่องนี้)",
            "Where to listen (otherwise: this machine only).",
        ),
        metavar="IP",
        default="127.0.0.1",
    ),
    option(
        "--seats",
        words=Message("จำนวนผู้เข้าใช้ คนละหนึ่งที่อยู่เว็บ", "How many people may enter, each by an address."),
        metavar="N",
        default=1,
        type=click.IntRange(1, 200),
    ),
    options.templates("โฟลเดอร์แม่แบบของสำนักงาน", "The office's own templates."),
    option("--no-browser", words=Message("ไม่เปิดเบราว์เซอร์ให้", "Do not open a browser."), is_flag=True),
    answers=False,
    needs=require_desk,
)
