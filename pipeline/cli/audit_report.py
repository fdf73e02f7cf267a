"""Findings as a table for a person, by severity."""

from __future__ import annotations

from collections import Counter

from rich.console import Console as RichConsole
from rich.table import Table
from rich.text import Text

from pipeline.audit import Finding
from pipeline.audit.findings import SEVERITIES
from pipeline.cli.console import Console
from pipeline.diagnostics import Message

MOST_OTHERS = 4
"""So many other places are shown; JSON has them all."""

_ACCEPTED = Message("ยอมรับแล้ว", "accepted")
_NOTHING = Message("ไม่พบสิ่งที่ต้องแก้", "Nothing found.")
_COLUMNS = (Message("รหัส", "code"), Message("ที่", "place"), Message("ข้อค้นพบ", "finding"))


def say_findings(findings: tuple[Finding, ...], console: Console) -> None:
    """Prints the findings grouped by severity, the accepted ones last, and how many there are of each."""
    if not findings:
        console.print(_NOTHING)
        return
    terminal = RichConsole(soft_wrap=False, highlight=False)
    one = _one_paper(findings)
    if one:
        terminal.print(Text(one), soft_wrap=True)
    for title, members in _groups(findings, console):
        terminal.print(Text(f"\n{title} ({len(members)})", style="bold"))
        terminal.print(_table(members, console, alone=bool(one)))
    console.print(_total(findings))


def _one_paper(findings: tuple[Finding, ...]) -> str:
    """The paper's name, if all findings are of one and stand in no data; then it's said once."""
    sources = {finding.source for finding in findings}
    return sources.pop() if len(sources) == 1 and not any(finding.data for finding in findings) else ""


def _groups(findings: tuple[Finding, ...], console: Console) -> list[tuple[str, list[Finding]]]:
    """The findings under their headings."""
    groups = [
        (words, [one for one in findings if one.severity == severity and not one.accepted])
        for severity, words in SEVERITIES.items()
    ]
    groups.append((_ACCEPTED, [one for one in findings if one.accepted]))
    return [(console.text(words), members) for words, members in groups if members]


def _table(findings: list[Finding], console: Console, *, alone: bool) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 1, 0))
    for title in _COLUMNS:
        table.add_column(console.text(title), overflow="fold", max_width=70)
    for finding in findings:
        place = finding.place.text(console.lang) if alone else finding.where(console.lang)
        table.add_row(finding.code, Text(place), Text(_words(finding, console)))
    return table


def _words(finding: Finding, console: Console) -> str:
    lines = [f"{console.text(finding.title)}: {console.text(finding.reason)}", f"“{finding.quote}”"]
    if finding.others:
        shown = [place.text(console.lang) or source for source, place in finding.others[:MOST_OTHERS]]
        more = len(finding.others) - len(shown)
        also = ", ".join(shown) + (f" +{more}" if more else "")
        lines.append(console.text(Message(f"ดูด้วย: {also}", f"see also: {also}")))
    if finding.accepted:
        lines.append(
            console.text(Message(f"ยอมรับเพราะ: {finding.accepted}", f"accepted: {finding.accepted}"))
        )
    else:
        lines.append(f"→ {console.text(finding.remedy)}")
    return "\n".join(lines)


def _total(findings: tuple[Finding, ...]) -> Message:
    many = Counter("" if finding.accepted else finding.severity for finding in findings)
    th = [f"{words.th} {many[severity]}" for severity, words in SEVERITIES.items()]
    en = [f"{many[severity]} {words.en}" for severity, words in SEVERITIES.items()]
    if many[""]:
        th.append(f"{_ACCEPTED.th} {many['']}")
        en.append(f"{many['']} {_ACCEPTED.en}")
    return Message("พบ: " + ", ".join(th), "Found: " + ", ".join(en))
