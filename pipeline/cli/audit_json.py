"""Findings as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

from pipeline.audit import Finding
from pipeline.cli.console import Console
from pipeline.extraction.extracted import TextLocation


def audit_json(findings: tuple[Finding, ...], console: Console) -> str:
    """A list of findings.

    `file`, `line`, `column`, `sheet`, `cell` are those of the data where the words stand there, else of the
    paper; `paper` and its `page`, `paragraph`, `table`, `row` say where in the paper. `lines` are the lines
    of the finding and of the places in `others` that are of the same file.
    """
    return json.dumps([_finding(finding, console) for finding in findings], ensure_ascii=False, indent=2)


def _finding(finding: Finding, console: Console) -> dict[str, Any]:
    data = finding.data
    others = [place for source, place in finding.others if source == finding.source]
    return {
        "code": finding.code,
        "severity": finding.severity,
        "file": data.file if data else finding.source,
        "line": (data.line if data else finding.place.line) or None,
        "column": (data.column if data else 0) or None,
        "sheet": (data.sheet if data else "") or None,
        "cell": (data.cell if data else "") or None,
        "paper": {"name": finding.source, **_place(finding.place, console)},
        "place": finding.where(console.lang),
        "quote": finding.quote,
        "title": console.text(finding.title),
        "reason": console.text(finding.reason),
        "remedy": console.text(finding.remedy),
        "others": [{"name": source, **_place(place, console)} for source, place in finding.others],
        "lines": sorted({place.line for place in (finding.place, *others) if place.line}),
        "accepted": finding.accepted or None,
    }


def _place(place: TextLocation, console: Console) -> dict[str, Any]:
    numbers = {
        name: getattr(place, name) or None for name in ("page", "line", "paragraph", "table", "row", "column")
    }
    return {**numbers, "said": place.text(console.lang)}
