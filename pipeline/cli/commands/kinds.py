"""What may be typed after `saraban kinds`."""

from __future__ import annotations

from pipeline.cli import options
from pipeline.cli.bilingual import command
from pipeline.diagnostics import Message

kinds = command(
    "kinds",
    Message(
        "แสดงชนิดของเอกสารที่ทำได้ ทั้งของโปรแกรมและของสำนักงาน",
        "List the kinds of paper there are, the program's and the office's own.",
    ),
    options.own_kinds(),
    options.as_json,
)
