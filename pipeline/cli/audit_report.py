"""Findings as a table for a person, by severity."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.audit import Finding
from pipeline.audit.findings import SEVERITIES
from pipeline.cli.talk import Talk
from pipeline.diagnostics import Message

MOST_OTHERS = 4
"""So many other places are shown; JSON has them all."""

_ACCEPTED = Message("ยอมรับแล้ว", "accepted")
_NOTHING = Message("ไม่พบสิ่งที่ต้องแก้", "Nothing found.")
_COLUMNS = (Message("รหัส", "code"), Message("ที่", "place"), Message("ข้อค้นพบ", "finding"))


def say_findings(findings: tuple[Finding, ...], talk: Talk) -> None:
    """Prints the findings grouped by severity, the accepted ones last, and how many there are of each."""
    if not findings:
        talk.say(_NOTHING)
        return
    console = Console(soft_wrap=False, highlight=False)
    one = _one_paper(findings)
    if one:
        console.print(Text(one), soft_wrap=True)
    for title, members in _groups(findings, talk):
        console.print(Text(f"\n{title} ({len(members)})", style="bold"))
        console.print(_table(members, talk, alone=bool(one)))
    talk.say(_total(findings))


def _one_paper(findings: tuple[Finding, ...]) -> str:
    """The paper's name, if all findings are of one and stand in no data; then it's said once."""
    sources = {finding.source for finding in findings}
    return sources.pop() if len(sources) == 1 and not any(finding.data for finding in findings) else ""


def _groups(findings: tuple[Finding, ...], talk: Talk) -> list[tuple[str, list[Finding]]]:
    """The findings under their headings."""
    groups = [
        (words, [one for one in findings if one.severity == severity and not one.accepted])
        for severity, words in SEVERITIES.items()
    ]
    groups.append((_ACCEPTED, [one for one in findings if one.accepted]))
    return [(talk.text(words), members) for words, members in groups if members]


def _table(findings: list[Finding], talk: Talk, *, alone: bool) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 1, 0))
    for title in _COLUMNS:
        table.add_column(talk.text(title), overflow="fold", max_width=70)
    for finding in findings:
        place = finding.place.text(talk.lang) if alone else finding.where(talk.lang)
        table.add_row(finding.code, Text(place), Text(_words(finding, talk)))
    return table


def _words(finding: Finding, talk: Talk) -> str:
    lines = [f"{talk.text(finding.title)}: {talk.text(finding.reason)}", f"“{finding.quote}”"]
    if finding.others:
        shown = [place.text(talk.lang) or source for source, place in finding.others[:MOST_OTHERS]]
        more = len(finding.others) - len(shown)
        also = ", ".join(shown) + (f" +{more}" if more else "")
        lines.append(talk.text(Message(f"ดูด้วย: {also}", f"see also: {also}")))
    if finding.accepted:
        lines.append(talk.text(Message(f"ยอมรับเพราะ: {finding.accepted}", f"accepted: {finding.accepted}")))
    else:
        lines.append(f"→ {talk.text(finding.remedy)}")
    return "\n".join(lines)


def _total(findings: tuple[Finding, ...]) -> Message:
    many = Counter("" if finding.accepted else finding.severity for finding in findings)
    th = [f"{words.th} {many[severity]}" for severity, words in SEVERITIES.items()]
    en = [f"{many[severity]} {words.en}" for severity, words in SEVERITIES.items()]
    if many[""]:
        th.append(f"{_ACCEPTED.th} {many['']}")
        en.append(f"{many['']} {_ACCEPTED.en}")
    return Message("พบ: " + ", ".join(th), "Found: " + ", ".join(en))
