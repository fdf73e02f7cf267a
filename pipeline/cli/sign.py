"""`saraban sign`: an electronic signature in the place that the paper keeps for it."""

from __future__ import annotations

import datetime
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from pipeline.cli.commands import argument, command, option
from pipeline.cli.console import Console
from pipeline.cli.signing_extra import require_signing
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import InputError, Message

if TYPE_CHECKING:
    from pipeline.signing.keys import SigningKey
    from pipeline.thai.digits import DigitPolicy

PASSPHRASE_VARIABLE = "SARABAN_KEY_PASSPHRASE"

_ASK = Message("รหัสผ่านของกุญแจ", "Passphrase of the key")


class Asked(NamedTuple):
    """What the command line asks of a signature."""

    file: Path
    key: Path
    certificate: Path | None
    passphrase_file: Path | None
    role: str | None
    timestamp: str | None
    reason: str


@command(
    "sign",
    Message(
        "ลงลายมือชื่ออิเล็กทรอนิกส์ในเอกสาร PDF ที่ช่องของผู้ลงนาม\n"
        "ลงนามต่อกันได้หลายคน ข้อความเดิมไม่เปลี่ยน และยังเป็น PDF/A เหมือนเดิม\n"
        "รหัสผ่านของกุญแจ: พิมพ์เมื่อถาม หรือใช้ --passphrase-file หรือตัวแปร SARABAN_KEY_PASSPHRASE",
        "Sign a paper (PDF) electronically, in the place of its signer.\n"
        "Several people sign one after another; what was there stays as it is, and so does PDF/A.\n"
        "The key's passphrase is asked for, or taken from --passphrase-file or SARABAN_KEY_PASSPHRASE.",
    ),
    answers=False,
)
@argument(
    "file",
    words=Message("เอกสาร PDF ที่ทำด้วย saraban", "A PDF that saraban made."),
    metavar="FILE",
    type=click.Path(path_type=Path),
)
@option(
    "--key",
    words=Message("กุญแจและใบรับรอง: .p12 .pfx หรือ PEM", "The key and its certificate: .p12, .pfx or PEM."),
    metavar="KEY",
    required=True,
    type=click.Path(path_type=Path),
)
@option(
    "--certificate",
    words=Message(
        "ใบรับรองแบบ PEM ถ้าไม่ได้อยู่ในแฟ้มกุญแจ", "The certificate (PEM), if it is not in the key's file."
    ),
    metavar="PEM",
    type=click.Path(path_type=Path),
)
@option(
    "--role",
    words=Message(
        "ลงนามในช่องใด เช่น proposer, endorser-1, receiver, maker (ถ้าไม่ระบุ: ดูจากชื่อในใบรับรอง)",
        "Whose place, as proposer, endorser-1, receiver, maker (otherwise: by the certificate's name).",
    ),
    metavar="ROLE",
)
@option(
    "--passphrase-file",
    words=Message("แฟ้มที่บรรทัดแรกเป็นรหัสผ่านของกุญแจ", "A file whose first line is the key's passphrase."),
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@option(
    "--timestamp",
    words=Message(
        "ที่อยู่ของผู้ให้บริการประทับเวลา (RFC 3161)", "A timestamp server (RFC 3161) that confirms the moment."
    ),
    metavar="URL",
)
@option(
    "--reason",
    words=Message(
        "เหตุที่ผู้ลงนามไม่ใช่ผู้ที่ช่องนี้ระบุชื่อ เช่น ปฏิบัติราชการแทน (บันทึกไว้ในลายมือชื่อ และ verify จะบอก)",
        "Why another than the place names signs, as an acting head (kept in the signature; verify tells).",
    ),
    metavar="TEXT",
    default="",
)
@option(
    "-o",
    "--output",
    words=Message("แฟ้มผลลัพธ์ (ถ้าไม่ระบุ: ชื่อเดิม.signed.pdf)", "The file to write (otherwise: NAME.signed.pdf)."),
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
)
@option("--force", words=Message("เขียนทับแฟ้มอื่นที่ใช้ชื่อนี้", "Overwrite another file of that name."), is_flag=True)
@click.pass_obj
def sign(
    console: Console,
    *,
    file: Path,
    key: Path,
    certificate: Path | None,
    role: str | None,
    passphrase_file: Path | None,
    timestamp: str | None,
    reason: str,
    output: Path | None,
    force: bool,
) -> None:
    """Signs, and writes the signed file."""
    if timestamp is not None and not re.match(r"https?://[^/]", timestamp):
        raise UsageError(
            Message(
                "--timestamp ต้องเป็นที่อยู่ http:// หรือ https://",
                "--timestamp needs an http:// or https:// address",
            )
        )
    require_signing()
    from pipeline.output.temporary_files import clear_singles  # noqa: PLC0415
    from pipeline.signing.signed_file import signed_name, write_signed  # noqa: PLC0415

    target = output or signed_name(file)
    clear_singles(target.parent)
    asked = Asked(file, key, certificate, passphrase_file, role, timestamp, reason.strip())
    made, name, place = _sign_file(asked, target, console)
    if made is not None:
        write_signed(target, made, force=force)
    click.echo(str(target))
    console.print(Message(f"{name} ลงนามแล้ว: {place}", f"{name} has signed: {place}"))


def _sign_file(asked: Asked, target: Path, console: Console) -> tuple[bytes | None, str, str]:
    """The signed file (`None`: it stands at `target` already), who signed it, and where."""
    from pipeline.intake.sandboxed import read_apart  # noqa: PLC0415
    from pipeline.papers.open_doubts import refuse_to_sign  # noqa: PLC0415
    from pipeline.papers.rerender import prepare_held, read_file, read_held_paper  # noqa: PLC0415
    from pipeline.signing import signing  # noqa: PLC0415
    from pipeline.signing.timestamps import TimestampServer  # noqa: PLC0415
    from pipeline.verify.signable import is_signed_at, refuse_unsound  # noqa: PLC0415

    said = str(asked.file)
    fields = read_apart(asked.file, signing.fields_to_sign, read_file(asked.file), said)
    held = read_held_paper(asked.file)
    refuse_to_sign(prepare_held(held).doubts)
    if role := asked.role:
        signing.chosen_field(fields, role, "", said)
    key = _key(asked, console)
    field = signing.chosen_field(fields, asked.role, key.name, said)
    refuse_unsound(held, field, key.name, asked.reason)
    if is_signed_at(target, held, field, key.name):
        return None, key.name, field.title
    server = TimestampServer(asked.timestamp) if asked.timestamp else None
    digits = _digits(held.record.digits or str(held.record.values.get("digits", "")))
    made = signing.sign(held.content, field, key, digits, timestamper=server, reason=asked.reason)
    return made, key.name, field.title or str(role)


def _key(asked: Asked, console: Console) -> SigningKey:
    from pipeline.signing.keys import certificate_faults, load_key  # noqa: PLC0415

    key = load_key(asked.key, lambda: _passphrase(asked.passphrase_file, console), asked.certificate)
    if faults := list(certificate_faults(key, asked.key, datetime.datetime.now(datetime.UTC))):
        raise InputError(faults)
    return key


def _passphrase(file: Path | None, console: Console) -> str:
    """From the file, from the environment, or asked for; never from the command line, which others see."""
    if file is not None:
        from pipeline.intake.decoding import decode  # noqa: PLC0415
        from pipeline.papers.rerender import read_file  # noqa: PLC0415

        return decode(read_file(file), str(file)).split("\n")[0].rstrip("\r")
    if (known := os.environ.get(PASSPHRASE_VARIABLE)) is not None:
        return known
    asked: str = click.prompt(console.text(_ASK), hide_input=True, err=True)
    return asked


def _digits(policy: str) -> DigitPolicy:
    return "arabic" if policy == "arabic" else "thai"
