"""`saraban check`: what is wrong with the data, in words or as marks in a copy of the workbook."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline import api
from pipeline.api import Doubt
from pipeline.cli.console import Console, say_json
from pipeline.cli.remarks import say_doubts, say_remarks
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import Diagnostic, Location, Message, diagnose
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.papers.options import RenderOptions
from pipeline.workbook import book_of


def check(console: Console, path: Path, as_json: bool, annotate: bool, templates: Path | None) -> ExitCode:
    """Goes through all stages; prints the faults as text or JSON, and writes the annotated copy."""
    book = _workbook_at(path) if annotate else None
    found = api.check(path, options=RenderOptions(folder=templates))
    remarks = found.remarks if found.prepared else ()
    if as_json:
        told = [_fault_json(fault, console) for fault in found.faults]
        told += [_doubt_json(doubt, console) for doubt in found.doubts]
        say_json(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        say_remarks(remarks, console)
        say_doubts(found.doubts, console)
    if book:
        from pipeline.cli.annotated_copy import write_copy  # noqa: PLC0415

        write_copy(book, found.faults, remarks, console)
    if as_json:
        return found.refused.exit_code if found.refused else ExitCode.OK
    if found.refused:
        raise found.refused
    console.print(Message("ไม่พบข้อผิดพลาด", "No errors found."))
    return ExitCode.OK


def _workbook_at(path: Path) -> Path:
    """The workbook that is to be annotated; `UsageError` if `path` is none."""
    book = book_of(path)
    if book is None:
        raise UsageError(diagnose("usage/annotate"))
    return book


def _doubt_json(doubt: Doubt, console: Console) -> dict[str, Any]:
    """A doubt has the keys of a fault, and says besides that it is one and whether it is accepted."""
    return _fault_json(doubt.as_fault(), console) | {
        "severity": "doubt",
        "quote": doubt.quote,
        "accepted": doubt.accepted or None,
    }


def _fault_json(fault: Diagnostic, console: Console) -> dict[str, Any]:
    return {
        "code": fault.code,
        **_place_json(fault.location or Location("")),
        "also": [_place_json(place) for place in fault.also],
        "what": console.text(fault.message),
        "remedy": console.text(fault.help),
    }


def _place_json(place: Location) -> dict[str, Any]:
    return {
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "sheet": place.sheet or None,
        "cell": place.cell or None,
    }
