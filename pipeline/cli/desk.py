"""`saraban desk`: the page in the browser."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.collecting import collect_as_usual
from pipeline.cli.commands import argument, command, option
from pipeline.cli.console import Console
from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import Message

_EXTRA = Message(
    "โต๊ะทำงานต้องติดตั้งส่วนเสริมก่อน: pip install 'saraban[desk]'",
    "the desk needs its extra: pip install 'saraban[desk]'",
)
_OUTSIDE = Message(
    "เครื่องอื่นในเครือข่ายเปิดโต๊ะทำงานนี้ได้ ข้อมูลไม่ได้เข้ารหัสระหว่างทาง",
    "other machines can reach this desk; what travels to them is not encrypted",
)


@command(
    "desk",
    Message(
        "เปิดโต๊ะทำงานในเบราว์เซอร์: วางสมุดงาน ดูสิ่งที่พบ ดูหน้าเอกสาร แล้วดาวน์โหลด\n"
        "รับเฉพาะเครื่องนี้ ปิดด้วย Ctrl+C สิ่งที่อัปโหลดจะถูกลบเมื่อปิด",
        "Open the desk in the browser: drop a workbook, see findings and pages, download.\n"
        "Only this machine can reach it. Ctrl+C closes it; what was uploaded goes with it.",
    ),
    answers=False,
)
@argument(
    "opened",
    words=Message("สมุดงาน โฟลเดอร์ หรือชุดงานที่จะเปิด", "A workbook, folder or batch to open."),
    metavar="[INPUT]",
    required=False,
    type=click.Path(path_type=Path, exists=True),
)
@option(
    "-o",
    "--output",
    words=Message("โฟลเดอร์ผลลัพธ์ของชุดงาน (ถ้าไม่ระบุ: output)", "Where a batch is written (otherwise: output)."),
    metavar="DIR",
    default=Path("output"),
    type=click.Path(path_type=Path),
)
@option(
    "--port",
    words=Message("พอร์ต (ถ้าไม่ระบุ: 8765)", "Port (otherwise: 8765)."),
    default=8765,
    type=click.IntRange(1, 65_535),
)
@option(
    "--host",
    words=Message("ที่อยู่ที่รับ (ถ้าไม่ระบุ: เฉพาะเครื่องนี้)", "Where to listen (otherwise: this machine only)."),
    default="127.0.0.1",
)
@option(
    "--seats",
    words=Message("จำนวนคนที่เข้าได้ คนละหนึ่งที่อยู่", "How many people may enter, each by an address."),
    default=1,
    type=click.IntRange(1, 200),
)
@options.templates("โฟลเดอร์แม่แบบของสำนักงาน", "The office's own templates.")
@option("--no-browser", words=Message("ไม่เปิดเบราว์เซอร์ให้", "Do not open a browser."), is_flag=True)
@click.pass_obj
def desk(
    console: Console,
    *,
    opened: Path | None,
    output: Path,
    port: int,
    host: str,
    seats: int,
    templates: Path | None,
    no_browser: bool,
) -> ExitCode:
    """Serves the desk until it is closed."""
    try:
        from pipeline.desk.serving import serve  # noqa: PLC0415
        from pipeline.desk.settings import DeskSettings  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("pipeline"):
            raise
        raise UsageError(_EXTRA) from error
    collect_as_usual()
    settings = DeskSettings(host, port, seats, opened, templates, output)
    if not settings.loopback:
        console.error(_OUTSIDE)
    try:
        serve(settings, _announcer(console, no_browser))
    except OSError as error:
        raise UsageError(
            Message(f"ใช้พอร์ต {port} ไม่ได้ ลองระบุพอร์ตอื่นด้วย --port", f"port {port} cannot be used; try --port")
        ) from error
    return ExitCode.OK


def _announcer(console: Console, no_browser: bool) -> Callable[[list[str]], None]:
    """Says the addresses, and opens the first in a browser."""

    def announce(addresses: list[str]) -> None:
        console.print(
            Message("โต๊ะทำงานเปิดแล้ว (แต่ละที่อยู่ใช้ได้ครั้งเดียว)", "The desk is open (each address works once)")
        )
        for address in addresses:
            click.echo(f"  {address}")
        console.print(Message("ปิดด้วย Ctrl+C", "Ctrl+C closes it"))
        if not no_browser:
            webbrowser.open(addresses[0])

    return announce
