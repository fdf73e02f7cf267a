"""What may be typed after `saraban doctor`."""

from __future__ import annotations

from pipeline.cli.bilingual import command
from pipeline.diagnostics import Message

doctor = command(
    "doctor",
    Message(
        "ตรวจว่าเครื่องนี้พร้อมใช้งาน: แบบอักษร แม่แบบ ไลบรารี และโปรแกรมเสริม",
        "Check that this machine is ready: fonts, templates, libraries and optional programs.",
    ),
)
