"""The plan of a batch, as a person reads it: how many of each state, and why, equal reasons told once."""

from __future__ import annotations

from collections.abc import Iterable

import click

from pipeline.batch.plan import Plan, PlannedDocument, State
from pipeline.cli.console import Console
from pipeline.cli.remarks import held_back, say_remarks
from pipeline.diagnostics import Diagnostic, Message

NAMED = 3
"""So many documents of one reason are named; all of them with `--verbose`."""

STATES: dict[State, Message] = {
    "new": Message("ใหม่", "new"),
    "changed": Message("ต้องทำใหม่", "changed"),
    "unchanged": Message("ไม่เปลี่ยน", "unchanged"),
    "edited": Message("แก้ด้วยมือ เก็บไว้", "edited by hand, kept"),
    "blocked": Message("แก้ด้วยมือและล้าสมัย ไม่ทำทับ", "edited by hand and out of date, kept"),
}
_QUIET = "unchanged"


def say_plan(plan: Plan, console: Console) -> None:
    """Prints the plan."""
    say_remarks(plan.remarks, console)
    _say_doubts(plan, console)
    for state, words in STATES.items():
        documents = plan.of(state)
        if documents:
            console.print(_count(words, len(documents)))
            if state != _QUIET:
                _say_reasons(documents, console)
    for names, why in _by_reason((orphan.name, (orphan.why,)) for orphan in plan.orphans):
        console.print(
            _count(Message("ตกค้างจากครั้งก่อน (ไม่ลบให้)", "left from before (not removed)"), len(names))
        )
        _say(why, names, console)
    if plan.refused:
        console.print(_count(Message("หน่วยงานที่ข้อมูลใช้ไม่ได้", "units refused"), len(plan.refused)))


def _say_doubts(plan: Plan, console: Console) -> None:
    """Each doubt once, with the units that have it; then what open ones keep from."""
    several: dict[tuple[Diagnostic, str], list[str]] = {}
    for doubt in plan.doubts:
        several.setdefault((doubt.fault, doubt.accepted), []).append(doubt.unit)
    for (fault, accepted), units in several.items():
        title = Message("ยืนยันแล้ว", "Confirmed") if accepted else Message("ต้องยืนยัน", "To confirm")
        rest = len(units) - NAMED
        more = console.text(Message(f" และอีก {rest} หน่วยงาน", f" and {rest} more")) if rest > 0 else ""
        named = f"{', '.join(units[:NAMED])}{more}"
        click.echo(f"{console.text(title)} ({named}): {fault.text(console.lang)}", err=True)
    if asked := sum(not accepted for _, accepted in several):
        console.error(held_back(asked))


def _count(words: Message, many: int) -> Message:
    return Message(f"{words.th}: {many} ฉบับ", f"{words.en}: {many}")


def _say_reasons(documents: tuple[PlannedDocument, ...], console: Console) -> None:
    for names, why in _by_reason((document.name, document.why) for document in documents):
        _say(why, names, console)


def _by_reason(
    told: Iterable[tuple[str, tuple[Message, ...]]],
) -> list[tuple[list[str], tuple[Message, ...]]]:
    """Names of documents by equal reasons, in the order in which the reasons first come."""
    found: dict[tuple[Message, ...], list[str]] = {}
    for name, why in told:
        found.setdefault(why, []).append(name)
    return [(names, why) for why, names in found.items()]


def _say(why: tuple[Message, ...], names: list[str], console: Console) -> None:
    shown = names if console.verbose else names[:NAMED]
    rest = len(names) - len(shown)
    more = Message(f" และอีก {rest} ฉบับ", f" and {rest} more") if rest else Message("", "")
    reason = "; ".join(console.text(words) for words in why)
    text = f"  {reason} ({', '.join(shown)}{console.text(more)})"
    console.print(Message(text, text))
