"""The bundle's own papers, made as all others are: the control sheet, and the marks that lie on documents."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.bundle.entries import Entry, RunMark
from pipeline.compose.composing import render_template
from pipeline.compose.papers import Paper, bundle_paper
from pipeline.document.markup import parse
from pipeline.document.sheets import check_styles, load_sheet
from pipeline.render.pdf import write_pdf
from pipeline.thai.dates import long_date
from pipeline.thai.digits import DigitPolicy
from pipeline.typeset import fit_charts, fit_columns, typeset


class Heading(NamedTuple):
    """What stands over a control sheet: the batch, whose documents these are (`""`: all), copies of each,
    and which run they are of.
    """

    title: str
    group: str
    copies: int
    run: RunMark | None = None


def control_sheet(
    entries: Sequence[Entry], heading: Heading, digits: DigitPolicy, folder: Path | None = None
) -> bytes:
    """ใบคุมการลงนาม as PDF: number, subject, pages, signers, a tick box. Raises `TemplateError`."""
    told = {"entries": entries, **heading._asdict(), "run": _run(heading.run)}
    return _make_sheet_pdf(bundle_paper("control-sheet"), digits, folder, told)


def _run(mark: RunMark | None) -> dict[str, Any] | None:
    """Which run it is, as the sheet says it: its number, day and time where it has them, and its code."""
    if mark is None:
        return None
    ended = datetime.datetime.fromisoformat(mark.ended) if mark.ended else None
    day, time = (long_date(ended.date()), f"{ended:%H.%M}") if ended else ("", "")
    return {"number": mark.number, "day": day, "time": time, "code": mark.code}


def marks(entries: Sequence[Entry], of: int, digits: DigitPolicy, folder: Path | None = None) -> bytes:
    """A PDF of one small page for each entry (its label), and one: สำเนาคู่ฉบับ. Raises `TemplateError`."""
    return _make_sheet_pdf(bundle_paper("marks"), digits, folder, {"entries": entries, "of": of})


def _make_sheet_pdf(paper: Paper, digits: DigitPolicy, folder: Path | None, told: dict[str, Any]) -> bytes:
    document = parse(render_template(paper.template, {"digits": digits, **told}, folder), paper.template)
    sheet = load_sheet(paper.style, folder)
    check_styles(document, sheet, paper.template)
    document = fit_charts(fit_columns(document, sheet), sheet)
    return write_pdf(typeset(document, sheet), document, sheet, conformance="none")
