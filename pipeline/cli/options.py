"""What several commands take: each is said once, so that it means the same everywhere."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.bilingual import TalkingOption, argument, option
from pipeline.cli.choice_lists import ListOf
from pipeline.cli.console import Console
from pipeline.cli.remarks import say_remarks
from pipeline.diagnostics import Message
from pipeline.kinds.paper_ids import paper_ids

PAPERS = paper_ids()
"""The papers that a command may be asked for by name."""

data = argument(
    "path",
    words=Message("โฟลเดอร์ข้อมูล แฟ้ม .yaml หรือสมุดงาน .xlsx", "A folder of data, a .yaml or an .xlsx file."),
    metavar="INPUT",
    type=click.Path(path_type=Path),
)
as_json = option(
    "--json", "as_json", words=Message("แสดงเป็น JSON สำหรับโปรแกรม", "As JSON, for programs."), is_flag=True
)
output = option(
    "-o",
    "--output",
    words=Message("โฟลเดอร์ผลลัพธ์ (ถ้าไม่ระบุ: output)", "Output folder (otherwise: output)."),
    metavar="DIR",
    default=Path("output"),
    type=click.Path(path_type=Path),
)
formats = option(
    "--format",
    "formats",
    words=Message("ชนิดแฟ้ม: docx,pdf", "Kinds of file: docx,pdf."),
    metavar="LIST",
    default="docx,pdf",
    type=ListOf(("docx", "pdf")),
)
digits = option(
    "--digits",
    words=Message(
        "ตัวเลขที่พิมพ์: thai ไทย, arabic อารบิก, mixed ไทยยกเว้นที่ติดคำอังกฤษ",
        "Digits: thai, arabic, or mixed (Thai but in English words).",
    ),
    type=click.Choice(["thai", "arabic", "mixed"]),
)
force = option(
    "--force",
    words=Message("เขียนทับแม้แฟ้มถูกแก้ไขด้วยมือ", "Overwrite even files that were edited by hand."),
    is_flag=True,
)
replace_signed = option(
    "--replace-signed",
    words=Message(
        "เอกสารที่ลงนามแล้วและข้อมูลเปลี่ยน: ฉบับใหม่ใช้ชื่อเดิม ฉบับที่ลงนามย้ายไปชื่อ … (ฉบับที่ N)\n"
        "(ปกติ: ฉบับที่ลงนามอยู่ที่เดิม ฉบับใหม่ใช้ชื่อ … (ฉบับที่ N) ดู docs/signed.md)",
        "Where a signed paper's data changed: the new edition takes its name,\n"
        "and the signed one moves to a name that ends in the edition's number (otherwise\n"
        "the signed one stays and the new one's name ends so; see docs/signed.md).",
    ),
    is_flag=True,
)
embed = option(
    "--embed",
    words=Message(
        "แบบอักษรใน DOCX: full ทั้งชุด, subset เฉพาะตัวที่ใช้ (แฟ้มเล็กลง), none ไม่ฝัง",
        "Fonts inside the DOCX: full, subset (only the characters used), or none.",
    ),
    default="full",
    type=click.Choice(["full", "subset", "none"]),
)
no_embed = option(
    "--no-embed",
    words=Message("เหมือน --embed none", "The same as --embed none."),
    is_flag=True,
)
conformance = option(
    "--conformance",
    words=Message(
        "มาตรฐานของ PDF: 3a จดหมายเหตุและการเข้าถึง (PDF/A-3a, PDF/UA-1), 3b จดหมายเหตุ, none ไม่ระบุ",
        "What a PDF claims: 3a archival and accessible (PDF/A-3a, PDF/UA-1), 3b archival, none.",
    ),
    default="3a",
    type=click.Choice(["none", "3b", "3a"]),
)


public = option(
    "--public",
    words=Message(
        "ทำฉบับเผยแพร่: ปิดช่องที่ชนิดเอกสารระบุเป็นข้อมูลส่วนบุคคลและเลขประจำตัว 13 หลัก ไม่แนบข้อมูลในแฟ้ม\n"
        "ชื่อแฟ้มลงท้ายด้วย .public (ดู docs/public-copies.md)",
        "Copies for the public: personal fields of the kind and 13-digit numbers are masked,\n"
        "the files hold no data and are called .public (see docs/public-copies.md).",
    ),
    is_flag=True,
)


def templates(th: str, en: str) -> TalkingOption:
    """`--templates DIR`, an office's own folder; what it is for differs from command to command.

    Files in it that nothing uses are told, whatever the command.
    """
    return option(
        "--templates",
        words=Message(th, en),
        metavar="DIR",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        callback=_tell_unused,
    )


def own_kinds() -> TalkingOption:
    """`--templates DIR` of a command that reads data: an office's own kinds of paper are there."""
    return templates(
        "โฟลเดอร์แม่แบบของสำนักงาน ที่มีชนิดเอกสารของสำนักงานเอง",
        "The office's own templates, with its own kinds of paper.",
    )


def _tell_unused(ctx: click.Context, _: click.Parameter, folder: Path | None) -> Path | None:
    if folder and not ctx.resilient_parsing and (console := ctx.find_object(Console)):
        from pipeline.papers.own_looks import unused_looks  # noqa: PLC0415

        say_remarks(unused_looks(folder), console)
    return folder


def reference(th: str, en: str) -> TalkingOption:
    """`--reference DOCX`, a Word file whose looks the papers take."""
    return option("--reference", words=Message(th, en), metavar="DOCX", type=click.Path(path_type=Path))
