"""`saraban desk`: the page in the browser."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from pathlib import Path

import click

from pipeline.cli.collecting import collect_as_usual
from pipeline.cli.console import Console
from pipeline.cli.usage_errors import UsageError
from pipeline.desk.serving import OtherDesk, serve, ways_back
from pipeline.desk.settings import DeskSettings
from pipeline.diagnostics import Message, diagnose
from pipeline.diagnostics.exit_codes import ExitCode

_OUTSIDE = Message(
    "เครื่องอื่นในเครือข่ายเปิดโต๊ะทำงานนี้ได้ ข้อมูลไม่ได้เข้ารหัสระหว่างทาง",
    "other machines can reach this desk; what travels to them is not encrypted",
)
_OPEN = Message("โต๊ะทำงานเปิดแล้ว (แต่ละที่อยู่ใช้ได้ครั้งเดียว)", "The desk is open (each address works once)")
_BACK = Message(
    "โต๊ะทำงานเปิดอยู่แล้ว กลับเข้าได้ที่นี่ (แต่ละที่อยู่ใช้ได้ครั้งเดียว)",
    "The desk is open already; this leads back to it (each address works once)",
)
_CLOSING = Message(
    "ปิดด้วย Ctrl+C ถ้าปิดเบราว์เซอร์ไปแล้ว สั่ง saraban desk อีกครั้งเพื่อกลับเข้า",
    "Ctrl+C closes it. To get back in from another browser, run saraban desk again",
)


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
    collect_as_usual()
    settings = DeskSettings(host, port, seats, opened, templates, output)
    try:
        back = ways_back(settings)
    except OtherDesk as other:
        raise UsageError(diagnose("usage/other-desk")) from other
    if back:
        _announcer(console, no_browser, _BACK)(back)
        return ExitCode.OK
    if not settings.loopback:
        console.error(_OUTSIDE)
    try:
        serve(settings, _announcer(console, no_browser, _OPEN, closing=True))
    except OSError as error:
        raise UsageError(diagnose("usage/port", port=port)) from error
    return ExitCode.OK


def _announcer(
    console: Console, no_browser: bool, words: Message, *, closing: bool = False
) -> Callable[[list[str]], None]:
    """Says the addresses, and opens the first in a browser."""

    def announce(addresses: list[str]) -> None:
        console.print(words)
        for address in addresses:
            click.echo(f"  {address}")
        if closing:
            console.print(_CLOSING)
        if not no_browser:
            webbrowser.open(addresses[0])

    return announce
