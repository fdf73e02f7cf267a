"""What may be typed after `saraban verify`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message

verify = command(
    "verify",
    Message(
        "ตรวจว่าเอกสารที่ส่งกลับมายังตรงกับข้อมูล และลายมือชื่ออิเล็กทรอนิกส์\n"
        "DOCX: บอกทุกแห่งที่ต่างจากข้อมูล: ตัวเลข คะแนน น้ำหนัก ชื่อ วันที่ ถ้อยคำ แถว ย่อหน้า พร้อมตำแหน่ง\n"
        "ช่องว่างที่เติมด้วยปากกา (เลขที่ วันที่) ไม่นับว่าต่าง\n"
        "PDF: ใครลงนาม เมื่อใด ถูกแก้ไขภายหลังหรือไม่ และยังตรงกับข้อมูลที่แนบอยู่ในแฟ้มหรือไม่",
        "Tell whether a paper that came back still says what the data say, and who signed it.\n"
        "DOCX: every difference from the data, with its kind and place: figures, names, dates, words, rows.\n"
        "Blanks that were filled in (number, date) are no difference.\n"
        "PDF: who signed, when, whether it was changed since, and whether it says what its own data say.",
    ),
    argument(
        "file",
        words=Message("เอกสารที่ส่งกลับมา (.docx หรือ .pdf)", "The paper that came back (.docx or .pdf)."),
        metavar="FILE",
        type=click.Path(path_type=Path),
    ),
    argument(
        "path",
        words=Message(
            "โฟลเดอร์ข้อมูล หรือแฟ้มข้อมูล (PDF ไม่ต้องระบุ: มีข้อมูลอยู่ในแฟ้ม)",
            "The folder or file of its data (a PDF holds its own).",
        ),
        metavar="[INPUT]",
        required=False,
        type=click.Path(path_type=Path),
    ),
    option(
        "--paper",
        "paper_id",
        words=Message(
            f"เอกสารใดของข้อมูล (ถ้าไม่ระบุ: ดูจากข้อความ): {', '.join(options.PAPERS)}",
            f"Which paper of the data it is (otherwise: known by its text): {', '.join(options.PAPERS)}.",
        ),
        metavar="PAPER",
        type=click.Choice(options.PAPERS),
    ),
    options.templates(
        "โฟลเดอร์แม่แบบของสำนักงานที่ใช้ทำเอกสารนี้", "The office's own templates that the paper was made with."
    ),
    options.reference(
        "แฟ้ม Word ของสำนักงานที่ใช้ทำเอกสารนี้ (หัวและท้ายกระดาษ)",
        "The office's Word file that the paper was made with (its headers and footers).",
    ),
    option(
        "--trust",
        words=Message(
            "ใบรับรองของผู้ออกใบรับรองที่เชื่อถือ (PEM) สำหรับตรวจลายมือชื่อใน PDF",
            "Certificates of the issuers that you trust (PEM), for the signatures of a PDF.",
        ),
        metavar="PEM",
        type=click.Path(path_type=Path),
    ),
    options.as_json,
)
