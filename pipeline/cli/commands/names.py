"""What may be typed after `saraban names`."""

from __future__ import annotations

from pipeline.cli import options
from pipeline.cli.bilingual import command
from pipeline.diagnostics import Message

names = command(
    "names",
    Message(
        "แสดงชื่อที่พิมพ์ในวงเล็บปีกกาได้ในข้อความ พร้อมค่าปัจจุบัน\n"
        "เช่น {ร้อยละ} {ปีงบประมาณ} และตารางที่โปรแกรมทำ เช่น {ตารางสรุป}",
        "Show the names in braces that texts may print, with their present values,\n"
        "such as {percent}, {fiscal_year}, and tables such as {summary_table}.",
    ),
    options.data,
    options.as_json,
    options.own_kinds(),
)
