"""What may be typed after `saraban sign`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message
from pipeline.signing.extra import require_signing

sign = command(
    "sign",
    Message(
        "ลงลายมือชื่ออิเล็กทรอนิกส์ในเอกสาร PDF ที่ช่องของผู้ลงนาม\n"
        "ลงนามต่อกันได้หลายคน ข้อความเดิมไม่เปลี่ยน และยังเป็น PDF/A เหมือนเดิม\n"
        "รหัสผ่านของกุญแจ: พิมพ์เมื่อถาม หรือใช้ --passphrase-file หรือตัวแปร SARABAN_KEY_PASSPHRASE",
        "Sign a paper (PDF) electronically, in the place of its signer.\n"
        "Several people sign one after another; what was there stays as it is, and so does PDF/A.\n"
        "The key's passphrase is asked for, or taken from --passphrase-file or SARABAN_KEY_PASSPHRASE.",
    ),
    argument(
        "file",
        words=Message("เอกสาร PDF ที่ทำด้วย saraban", "A PDF that saraban made."),
        metavar="FILE",
        type=click.Path(path_type=Path),
    ),
    option(
        "--key",
        words=Message("กุญแจและใบรับรอง: .p12 .pfx หรือ PEM", "The key and its certificate: .p12, .pfx or PEM."),
        metavar="KEY",
        required=True,
        type=click.Path(path_type=Path),
    ),
    option(
        "--certificate",
        words=Message(
            "ใบรับรองแบบ PEM ถ้าไม่ได้อยู่ในแฟ้มกุญแจ", "The certificate (PEM), if it is not in the key's file."
        ),
        metavar="PEM",
        type=click.Path(path_type=Path),
    ),
    option(
        "--role",
        words=Message(
            "ลงนามในช่องใด เช่น proposer, endorser-1, receiver, maker (ถ้าไม่ระบุ: ดูจากชื่อในใบรับรอง)",
            "Whose place, as proposer, endorser-1, receiver, maker (otherwise: by the certificate's name).",
        ),
        metavar="ROLE",
    ),
    option(
        "--passphrase-file",
        words=Message("แฟ้มที่บรรทัดแรกเป็นรหัสผ่านของกุญแจ", "A file whose first line is the key's passphrase."),
        metavar="FILE",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
    ),
    option(
        "--timestamp",
        words=Message(
            "ที่อยู่ของผู้ให้บริการประทับเวลา (RFC 3161)", "A timestamp server (RFC 3161) that confirms the moment."
        ),
        metavar="URL",
    ),
    option(
        "--reason",
        words=Message(
            "เหตุที่ผู้ลงนามไม่ใช่ผู้ที่ช่องนี้ระบุชื่อ เช่น ปฏิบัติราชการแทน (บันทึกไว้ในลายมือชื่อ และ verify จะบอก)",
            "Why another than the place names signs, as an acting head "
            "(kept in the signature; verify tells).",
        ),
        metavar="TEXT",
        default="",
    ),
    option(
        "-o",
        "--output",
        words=Message(
            "แฟ้มผลลัพธ์ (ถ้าไม่ระบุ: ชื่อเดิม.signed.pdf)", "The file to write (otherwise: NAME.signed.pdf)."
        ),
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
    ),
    option(
        "--force", words=Message("เขียนทับแฟ้มอื่นที่ใช้ชื่อนี้", "Overwrite another file of that name."), is_flag=True
    ),
    options.own_kinds(),
    answers=False,
    needs=require_signing,
)
