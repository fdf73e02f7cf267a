"""What may be typed after `saraban audit`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message

audit = command(
    "audit",
    Message(
        "ตรวจหาข้อความที่ขัดกันและที่ผิดในข้อมูลหรือเอกสาร\n"
        "เช่น ระดับไม่ตรงร้อยละ “๔ ขั้นตอน” แต่มีห้าข้อ ตรารับวันเสาร์ ชื่อคนสะกดสองแบบ\n"
        "ใช้กับโฟลเดอร์ข้อมูล หรือเอกสารที่ทำเสร็จแล้ว (DOCX PDF TXT) ของใครก็ได้\n"
        "รหัสและคำอธิบายของทุกกฎ: docs/audit.md",
        "Find contradictions and slips in data and papers.\n"
        "A level that is not its percentage, “4 steps” and five of them, a stamp of a Saturday,\n"
        "a name in two spellings. Give a folder of data, or finished papers (DOCX, PDF, TXT).\n"
        "Every rule and its code: docs/audit.md",
    ),
    argument(
        "inputs",
        words=Message(
            "ข้อมูล (โฟลเดอร์ .yaml .xlsx) หรือเอกสาร (.docx .pdf .txt .md)",
            "Data (a folder, .yaml, .xlsx) or papers (.docx, .pdf, .txt, .md).",
        ),
        metavar="INPUT...",
        nargs=-1,
        type=click.Path(path_type=Path),
    ),
    option(
        "--together",
        words=Message(
            "ตรวจเอกสารทุกแฟ้มเทียบกัน เช่น บันทึกกับรายงานที่แนบ",
            "Hold all papers against one another, as a memo and its report.",
        ),
        is_flag=True,
    ),
    option(
        "--allow",
        "allowed",
        words=Message(
            "แฟ้ม .yaml ของข้อยกเว้นพร้อมเหตุผล (ของเอกสารที่ทำเสร็จแล้ว)",
            "A .yaml file of exceptions with reasons, for finished papers.",
        ),
        metavar="FILE",
        type=click.Path(path_type=Path),
    ),
    options.as_json,
    options.own_kinds(),
    option(
        "--rules",
        "show_rules",
        words=Message("แสดงกฎทั้งหมด (docs/audit.md)", "Show all rules (docs/audit.md)."),
        is_flag=True,
    ),
)
