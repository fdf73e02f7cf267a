"""What must be signed again: papers whose latest edition waits, as an earlier one was signed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.cli.console import Console
from pipeline.diagnostics import Message, OutputError
from pipeline.output.editions import ToSign, to_sign_again
from pipeline.output.ledger import read_ledger

NAMED = 10
"""So many are named; all of them with `--verbose`."""


def find_to_sign_again(folder: Path) -> tuple[ToSign, ...]:
    """What must be signed again in an output folder; nothing where another run holds its ledger by now."""
    try:
        with read_ledger(folder) as ledger:
            return tuple(to_sign_again(ledger, folder))
    except OutputError:
        return ()


def say_to_sign_again(found: Sequence[ToSign], console: Console) -> None:
    """Lists the papers, each with the edition that is signed."""
    if not found:
        return
    many = len(found)
    console.error(Message(f"ต้องเสนอลงนามใหม่ {many} ฉบับ:", f"to be signed again: {many}"))
    shown = found if console.verbose else found[:NAMED]
    for each in shown:
        before = each.signed.name.rpartition("/")[2]
        console.error(
            Message(
                f"  {each.edition.name} (ฉบับที่ลงนามแล้ว: {before})",
                f"  {each.edition.name} (signed: {before})",
            )
        )
    if rest := many - len(shown):
        console.error(Message(f"  และอีก {rest} ฉบับ", f"  and {rest} more"))
