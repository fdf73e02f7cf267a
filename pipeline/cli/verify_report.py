"""What `verify` found, for a person and for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from rich.console import Console as RichConsole
from rich.table import Table
from rich.text import Text

from pipeline.cli.console import Console
from pipeline.diagnostics import Message
from pipeline.extraction.extracted import TextLocation, Trace
from pipeline.verify import KINDS, Difference, Verification

WIDTH = 110
"""Least width of the table, in characters."""

LONGEST = 160
"""A quotation longer than this is cut; `--json` has it whole."""

_COLUMNS = (
    Message("สิ่งที่ต่าง", "what differs"),
    Message("ตำแหน่งในแฟ้ม", "place in the file"),
    Message("ตามข้อมูล", "the data say"),
    Message("ในแฟ้ม", "the file says"),
)
_TRACES: dict[Trace, Message] = {
    "insertion": Message("ข้อความที่เพิ่มแบบติดตาม {n} แห่ง (อ่านด้วย)", "{n} tracked insertions (read)"),
    "deletion": Message("ข้อความที่ลบแบบติดตาม {n} แห่ง (ไม่อ่าน)", "{n} tracked deletions (not read)"),
    "move": Message("ข้อความที่ย้ายแบบติดตาม {n} แห่ง (อ่านที่ใหม่)", "{n} tracked moves (read at the new place)"),
    "comment": Message("ข้อคิดเห็น {n} แห่ง (ไม่อ่าน)", "{n} comments (not read)"),
    "hidden": Message("ข้อความซ่อน {n} แห่ง (ไม่อ่าน)", "{n} hidden texts (not read)"),
}


def say_verification(verification: Verification, console: Console) -> None:
    """Prints the differences as a table, what was filled in, traces of work, and the verdict."""
    paper = verification.paper
    console.print(Message(f"เอกสาร: {paper.title} ({paper.id})", f"Paper: {paper.title} ({paper.id})"))
    if verification.differences:
        _say_table(verification.differences, console)
    if verification.filled:
        console.print(
            Message("เติมในช่องว่างแล้ว (ไม่นับว่าต่าง):", "Filled in where the data leave a blank (no difference):")
        )
        for one in verification.filled:
            console.print(
                Message(f"  {one.place_said('th')}: {one.found}", f"  {one.place_said('en')}: {one.found}")
            )
    traces = [words for kind, words in _TRACES.items() if verification.traces.get(kind)]
    if traces:
        console.print(Message("ในแฟ้มยังมีร่องรอยการแก้ไข:", "The file still holds traces of work:"))
        for kind, count in verification.traces.items():
            console.print(Message(*(f"  {said.format(n=count)}" for said in _TRACES[kind])))
    console.print(_verdict(len(verification.differences)))


def verification_json(verification: Verification, file: str, console: Console) -> str:
    """The same as JSON: texts whole, kinds and places also as values that do not change."""
    said = {
        "file": file,
        "paper": verification.paper.id,
        "same": not verification.differences,
        "differences": [_as_json(one, console) for one in verification.differences],
        "filled": [_as_json(one, console) for one in verification.filled],
        "traces": dict(verification.traces),
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _say_table(differences: Sequence[Difference], console: Console) -> None:
    table = Table(header_style="bold", show_lines=True)
    for title, share in zip(_COLUMNS, (2, 3, 4, 4), strict=True):
        table.add_column(console.text(title), overflow="fold", ratio=share)
    for one in differences:
        place = one.place_said(console.lang)
        if any(letter.isalnum() for letter in one.near):
            place += "\n" + console.text(Message(f"ต่อจาก “{one.near}”", f"after “{one.near}”"))
        cells = (console.text(KINDS[one.kind]), place, _shorten_text(one.expected), _shorten_text(one.found))
        table.add_row(*(Text(cell) for cell in cells))
    terminal = RichConsole()
    RichConsole(width=max(terminal.width, WIDTH)).print(table)


def _shorten_text(text: str) -> str:
    said = " ".join(text.split())
    return (said if len(said) <= LONGEST else f"{said[:LONGEST].rstrip()}…") or "-"


def _verdict(many: int) -> Message:
    if not many:
        return Message("ตรงกับข้อมูล", "The file says what the data say.")
    return Message(
        f"ต่างจากข้อมูล {many} แห่ง: แก้ในข้อมูลแล้วทำเอกสารใหม่ หรือแก้ในแฟ้มให้ตรง",
        f"{many} difference{'s' * (many > 1)} from the data: mend the data and render anew, or the file.",
    )


def _as_json(one: Difference, console: Console) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "what": console.text(KINDS[one.kind]),
        "where": one.place_said(console.lang),
        "place": _place_json(one.place),
        "after": one.after,
        "other": _place_json(one.other) if one.other else None,
        "near": one.near,
        "expected": one.expected,
        "found": one.found,
    }


def _place_json(place: TextLocation) -> dict[str, Any]:
    counts = ("number", "paragraph", "table", "row", "column")
    return {"part": place.part, **{name: getattr(place, name) or None for name in counts}}
