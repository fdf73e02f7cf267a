"""`saraban exchange`: a memo for another office's electronic correspondence system."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.commands import argument, command, option
from pipeline.cli.console import Console
from pipeline.diagnostics import Message

FILE = "exchange.xml"
_REMARK = Message(
    "แบบข้อมูลนี้ใช้กับหนังสือระหว่างส่วนราชการ และตรวจได้เท่าที่เปิดเผยเท่านั้น: ให้ผู้ดูแลระบบตรวจฉบับแรก (docs/exchange.md)",
    "This form is for letters between offices, checked only as far as it is public: have the exchange's "
    "operator look at the first (docs/exchange.md).",
)


@command(
    "exchange",
    Message(
        "ทำแฟ้มแลกเปลี่ยนหนังสือ (TH e-GIF CorrespondenceLetter) ที่มี PDF อยู่ข้างใน\n"
        "รหัสของระบบที่จะส่งอยู่ในแฟ้มตั้งค่า หนังสือชั้นลับที่สุดส่งทางอิเล็กทรอนิกส์ไม่ได้",
        "Write a memo as TH e-GIF CorrespondenceLetter XML, with its PDF inside.\n"
        "The codes of the exchange stand in a settings file. Top secret papers are not sent electronically.",
    ),
    answers=False,
)
@argument(
    "path",
    words=Message("โฟลเดอร์ข้อมูล หรือแฟ้มข้อมูล", "The folder or file of the data."),
    metavar="INPUT",
    type=click.Path(path_type=Path),
)
@option(
    "--settings",
    words=Message(
        "แฟ้มตั้งค่ารหัส (YAML; แบบอยู่ใน docs/exchange.md)", "The settings (YAML; see docs/exchange.md)."
    ),
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
)
@option(
    "--pdf",
    words=Message("บันทึกฉบับที่ลงนามแล้ว (ถ้าไม่ระบุ: ฉบับที่ยังไม่ลงนาม)", "The signed memo (otherwise: unsigned)."),
    metavar="FILE",
    type=click.Path(path_type=Path),
)
@options.output
@options.force
@click.pass_obj
def exchange(
    console: Console, path: Path, *, settings: Path, pdf: Path | None, output: Path, force: bool
) -> None:
    """Writes `INPUT/exchange.xml` into the output folder."""
    from pipeline.cli.signing_extra import require_signing  # noqa: PLC0415
    from pipeline.exchange.letter import make_letter, read_settings  # noqa: PLC0415
    from pipeline.output.delivery import deliver  # noqa: PLC0415
    from pipeline.papers.build import prepare  # noqa: PLC0415

    if pdf:
        require_signing()
    prepared = prepare(path)
    made = make_letter(prepared, read_settings(settings), pdf)
    (delivered,) = deliver({f"{prepared.name}/{FILE}": made}, output, force=force)
    click.echo(str(delivered.path))
    console.error(_REMARK)
