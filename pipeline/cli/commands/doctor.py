"""What may be typed after `saraban doctor`."""

from __future__ import annotations

from pipeline.cli import options
from pipeline.cli.bilingual import command
from pipeline.diagnostics import Message

doctor = command(
    "doctor",
    Message(
        "ตรวจว่าเครื่องนี้พร้อมใช้งาน: แบบอักษร แม่แบบ ไลบรารี และโปรแกรมเสริม\n"
        "บอกด้วยว่าตราครุฑที่ใช้เป็นของสำนักงานหรือที่มากับโปรแกรม และใส่ตราทางการอย่างไร",
        "Check that this machine is ready: fonts, templates, libraries and optional programs.\n"
        "Tells whose emblem papers bear, the office's or the program's, and how to put the official one in.",
    ),
    options.templates(
        "โฟลเดอร์รูปแบบของสำนักงาน: ตรวจตราที่อยู่ในนั้น",
        "The office's own folder: look at the emblem in it.",
    ),
)
