"""`saraban sign`: an electronic signature in the place that the paper keeps for it."""

from __future__ import annotations

import datetime
import os
import re
from pathlib import Path
from typing import NamedTuple

import click

from pipeline.cli.console import Console
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import InputError, Message, diagnose
from pipeline.intake.decoding import decode
from pipeline.intake.sandboxed import read_apart
from pipeline.kinds import Kinds
from pipeline.output.temporary_files import clear_singles
from pipeline.papers.open_doubts import refuse_to_sign
from pipeline.papers.rerender import prepare_held, read_file, read_held_paper
from pipeline.signing import signing
from pipeline.signing.keys import SigningKey, certificate_faults, load_key
from pipeline.signing.signed_file import signed_name, write_signed
from pipeline.signing.timestamps import TimestampServer
from pipeline.verify.signable import is_signed_at, refuse_unsound

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
    templates: Path | None


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
    templates: Path | None,
) -> None:
    """Signs, and writes the signed file."""
    if timestamp is not None and not re.match(r"https?://[^/]", timestamp):
        raise UsageError(diagnose("usage/timestamp"))
    target = output or signed_name(file)
    clear_singles(target.parent)
    asked = Asked(file, key, certificate, passphrase_file, role, timestamp, reason.strip(), templates)
    made, name, place = _sign_file(asked, target, console)
    if made is not None:
        write_signed(target, made, force=force)
    click.echo(str(target))
    console.print(Message(f"{name} ลงนามแล้ว: {place}", f"{name} has signed: {place}"))


def _sign_file(asked: Asked, target: Path, console: Console) -> tuple[bytes | None, str, str]:
    """The signed file (`None`: it stands at `target` already), who signed it, and where."""
    said = str(asked.file)
    fields = read_apart(asked.file, signing.fields_to_sign, read_file(asked.file), said)
    held = read_held_paper(asked.file)
    prepared = prepare_held(held, Kinds(asked.templates))
    refuse_to_sign(prepared.doubts)
    if role := asked.role:
        signing.chosen_field(fields, role, "", said)
    key = _key(asked, console)
    field = signing.chosen_field(fields, asked.role, key.name, said)
    refuse_unsound(held, field, key.name, asked.reason, asked.templates)
    if is_signed_at(target, held, field, key.name):
        return None, key.name, field.title
    server = TimestampServer(asked.timestamp) if asked.timestamp else None
    digits = held.record.digits or prepared.office_input.digits
    made = signing.sign(held.content, field, key, digits, timestamper=server, reason=asked.reason)
    return made, key.name, field.title or str(role)


def _key(asked: Asked, console: Console) -> SigningKey:
    key = load_key(asked.key, lambda: _passphrase(asked.passphrase_file, console), asked.certificate)
    if faults := list(certificate_faults(key, asked.key, datetime.datetime.now(datetime.UTC))):
        raise InputError(faults)
    return key


def _passphrase(file: Path | None, console: Console) -> str:
    """From the file, from the environment, or asked for; never from the command line, which others see."""
    if file is not None:
        return decode(read_file(file), str(file)).split("\n")[0].rstrip("\r")
    if (known := os.environ.get(PASSPHRASE_VARIABLE)) is not None:
        return known
    asked: str = click.prompt(console.text(_ASK), hide_input=True, err=True)
    return asked
