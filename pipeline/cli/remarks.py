"""Prints remarks on the data that stop nothing, and doubts to confirm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from pipeline.cli.console import Console
from pipeline.diagnostics import Diagnostic, Message

if TYPE_CHECKING:
    from pipeline.model.doubts import Doubt


def say_remarks(remarks: Sequence[Diagnostic], console: Console) -> None:
    """Prints each remark once, where errors go."""
    _say(Message("ข้อสังเกต", "Note"), remarks, console)


def say_doubts(doubts: Iterable[Doubt], console: Console) -> None:
    """Prints each doubt, where errors go, the accepted ones with their reasons; and what they keep from."""
    several = tuple(doubts)
    asked = [doubt.as_fault() for doubt in several if not doubt.accepted]
    _say(Message("ต้องยืนยัน", "To confirm"), asked, console)
    _say(Message("ยืนยันแล้ว", "Confirmed"), [doubt.as_fault() for doubt in several if doubt.accepted], console)
    if asked:
        console.error(held_back(len(set(asked))))


def held_back(many: int) -> Message:
    """What open doubts keep from."""
    return Message(
        f"มี {many} ข้อที่ต้องยืนยัน: ทำเอกสารไว้อ่านได้ แต่ยังรวมชุดหรือลงนามไม่ได้",
        f"{many} to confirm: papers are made for reading, but not bundled or signed until then",
    )


def _say(what: Message, faults: Sequence[Diagnostic], console: Console) -> None:
    for fault in dict.fromkeys(faults):
        click.echo(f"{console.text(what)}: {fault.text(console.lang)}", err=True)
