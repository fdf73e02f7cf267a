"""`saraban kinds`: the kinds of paper there are, and where each comes from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from pipeline.cli.console import Console, say_json
from pipeline.diagnostics import Diagnostic, InputError, Message
from pipeline.kinds import Kind, Kinds

_OURS = Message("ของโปรแกรม", "the program's own")


def kinds(console: Console, *, templates: Path | None, as_json: bool) -> None:
    """Says each kind that is sound. Raises `InputError` with the faults of the others, when all is said."""
    known = Kinds(templates)
    sound: list[Kind] = []
    faults: list[Diagnostic] = []
    for name in known.names():
        try:
            sound.append(known.of(name))
        except InputError as faulty:
            faults += faulty.diagnostics
    if as_json:
        say_json(json.dumps([_json(kind, templates) for kind in sound], ensure_ascii=False, indent=2))
    else:
        for kind in sound:
            _say(kind, templates, console)
    if faults:
        raise InputError(faults)


def _is_own(kind: Kind, templates: Path | None) -> bool:
    """Whether a kind comes from the office's folder."""
    return templates is not None and kind.origin.is_relative_to(templates)


def _say(kind: Kind, templates: Path | None, console: Console) -> None:
    where = str(kind.origin)
    comes = (
        Message(f"ของสำนักงาน ({where})", f"the office's own ({where})") if _is_own(kind, templates) else _OURS
    )
    papers = Message(
        ", ".join(f"{paper.id} {paper.label.th}" for paper in kind.papers),
        ", ".join(f"{paper.id} ({paper.label.en})" for paper in kind.papers),
    )
    click.echo(f"{kind.name}  {console.text(kind.label)}")
    click.echo(f"    {console.text(kind.about)}")
    console.print(Message(f"    เอกสาร: {papers.th}", f"    papers: {papers.en}"))
    console.print(Message(f"    มาจาก: {comes.th}", f"    from: {comes.en}"))


def _json(kind: Kind, templates: Path | None) -> dict[str, Any]:
    is_own = _is_own(kind, templates)
    return {
        "name": kind.name,
        "title": kind.label._asdict(),
        "about": kind.about._asdict(),
        "papers": [
            {"id": paper.id, "title": paper.title, "label": paper.label._asdict()} for paper in kind.papers
        ],
        "from": "office" if is_own else "saraban",
        "folder": str(kind.origin) if is_own else None,
    }
