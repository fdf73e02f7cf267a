"""`saraban exchange`: a memo for another office's electronic correspondence system."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline import api
from pipeline.cli.console import Console
from pipeline.diagnostics import Message
from pipeline.exchange.letter import make_letter, read_settings
from pipeline.output.delivery import deliver
from pipeline.papers.options import RenderOptions
from pipeline.signing.extra import require_signing

FILE = "exchange.xml"
_REMARK = Message(
    "แบบข้อมูลนี้ใช้กับหนังสือระหว่างส่วนราชการ และตรวจได้เท่าที่เปิดเผยเท่านั้น: ให้ผู้ดูแลระบบตรวจฉบับแรก (docs/exchange.md)",
    "This form is for letters between offices, checked only as far as it is public: have the exchange's "
    "operator look at the first (docs/exchange.md).",
)


def exchange(
    console: Console,
    path: Path,
    *,
    settings: Path,
    pdf: Path | None,
    templates: Path | None,
    output: Path,
    force: bool,
) -> None:
    """Writes `INPUT/exchange.xml` into the output folder."""
    if pdf:
        require_signing()
    prepared = api.load(path, options=RenderOptions(folder=templates))
    made = make_letter(prepared, read_settings(settings), pdf, templates)
    (delivered,) = deliver({f"{prepared.name}/{FILE}": made}, output, force=force)
    click.echo(str(delivered.path))
    console.error(_REMARK)
