"""`saraban check`: what is wrong with the data, in words or as marks in a copy of the workbook; or with an
office's own kinds.
"""

from __future__ import annotations

import json
from pathlib import Path

from pipeline import api
from pipeline.cli.check_json import doubt_json, fault_json
from pipeline.cli.check_kinds import check_kinds
from pipeline.cli.console import Console, say_json
from pipeline.cli.remarks import say_doubts, say_remarks
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import Message, diagnose
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.papers.options import RenderOptions
from pipeline.rounds.earlier_work import refuse_no_last_round
from pipeline.rounds.last_rounds import last_round_of
from pipeline.workbook import book_of


def check(
    console: Console,
    *,
    path: Path | None,
    as_json: bool,
    annotate: bool,
    last: Path | None,
    templates: Path | None,
) -> ExitCode:
    """Goes through all stages; prints the faults as text or JSON, and writes the annotated copy.

    With `last` the input is held against that round.
    Without an input it goes through the kinds of the office's folder.
    """
    if path is None:
        if templates is None or annotate:
            raise UsageError(diagnose("usage/nothing-to-check"))
        return check_kinds(console, templates, as_json=as_json)
    book = _workbook_at(path) if annotate else None
    options = RenderOptions(folder=templates)
    loaded = api.load(last, options=options) if last else None
    found = api.check(path, options=options, last=last_round_of(loaded) if loaded else None)
    if loaded and found.prepared:
        refuse_no_last_round(found.prepared, loaded, str(last))
    remarks = found.remarks if found.prepared else ()
    if as_json:
        told = [fault_json(fault, console) for fault in found.faults]
        told += [doubt_json(doubt, console) for doubt in found.doubts]
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
