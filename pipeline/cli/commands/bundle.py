"""What may be typed after `saraban bundle`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message

bundle = command(
    "bundle",
    Message(
        "รวมเอกสารของชุดงานเป็น PDF เดียว สำหรับพิมพ์สองหน้าและเสนอลงนาม\n"
        "มีใบคุมการลงนาม ต้นฉบับ สำเนาคู่ฉบับ สารบัญ และรหัส QR ที่หน้าสุดท้ายของแต่ละฉบับ\n"
        "มีเฉพาะฉบับที่เป็นปัจจุบัน หาเอกสารจากรหัสบนกระดาษ: saraban bundle DIR --which รหัส",
        "Put the documents of a batch into one PDF, to print on both sides and sign.\n"
        "With a control sheet, originals, file copies, outline, and a QR code on each last page.\n"
        "It holds only what is up to date. To find a paper by its code: saraban bundle DIR --which CODE",
    ),
    argument(
        "folder",
        words=Message("โฟลเดอร์ผลลัพธ์ของ saraban batch", "The output folder of saraban batch."),
        metavar="DIR",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
    ),
    option(
        "-o",
        "--output",
        words=Message("แฟ้ม PDF ที่จะเขียน", "The PDF to write."),
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
    ),
    option(
        "--copies",
        words=Message(
            "จำนวนสำเนาคู่ฉบับของแต่ละฉบับ (ถ้าไม่ระบุ: 1)", "File copies of each document (otherwise: 1)."
        ),
        metavar="N",
        default=1,
        type=click.IntRange(0, 20),
    ),
    option(
        "--split",
        words=Message(
            "แยกแฟ้มตามผู้ลงนาม (signer) หรือหน่วยงาน (unit)", "One file for each signer, or each unit."
        ),
        type=click.Choice(["signer", "unit"]),
    ),
    option(
        "--digits",
        words=Message("ตัวเลขในใบคุม: thai, arabic, mixed", "Digits of the control sheet."),
        type=click.Choice(["thai", "arabic", "mixed"]),
        default="thai",
    ),
    options.templates("โฟลเดอร์แม่แบบของสำนักงาน", "The office's own templates."),
    option(
        "--batch",
        "batch_file",
        words=Message("แฟ้มชุดงาน ถ้าย้ายไปจากที่เดิม", "The batch file, if it was moved since."),
        metavar="RUN",
        type=click.Path(path_type=Path, exists=True),
    ),
    option(
        "--without-outdated",
        words=Message(
            "ทำชุดโดยเว้นฉบับที่ไม่เป็นปัจจุบัน (ปกติ: ไม่ทำ และบอกว่าฉบับใด)",
            "Leave out documents that are out of date (otherwise: refuse, and name them).",
        ),
        is_flag=True,
    ),
    option(
        "--with-signed",
        words=Message(
            "รวมฉบับที่ลงนามแล้วด้วย (ปกติ: เว้น)", "Bind documents that are signed already, too (otherwise: not)."
        ),
        is_flag=True,
    ),
    option(
        "--which",
        "code",
        words=Message("บอกว่ารหัสนี้เป็นเอกสารใด", "Tell which document bears this code."),
        metavar="CODE",
    ),
    option("--force", words=Message("เขียนทับแม้แฟ้มถูกแก้ไข", "Overwrite even an edited file."), is_flag=True),
    answers=False,
)
