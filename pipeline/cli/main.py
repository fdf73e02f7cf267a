"""The command `saraban`; what may be typed after it is in `pipeline.cli.commands`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from pipeline import __version__
from pipeline.cli.bilingual import TalkingGroup, TalkingOption, module_of
from pipeline.cli.collecting import collect_seldom
from pipeline.cli.console import LANG_VARIABLE, Console, language_of, unknown_language
from pipeline.cli.error_handling import run_command, tell_lost_output
from pipeline.cli.streams import OutputStreams, end_when_told, shows_thai
from pipeline.diagnostics import Message
from pipeline.diagnostics.exit_codes import ExitCode

COMMANDS = (
    "render",
    "batch",
    "bundle",
    "signed",
    "hand-out",
    "gather",
    "history",
    "compare",
    "check",
    "audit",
    "verify",
    "sign",
    "exchange",
    "show",
    "rerender",
    "score",
    "names",
    "new",
    "kinds",
    "new-kind",
    "convert",
    "specimen",
    "schema",
    "doctor",
    "watch",
    "desk",
)

_NO_THAI = Message(
    "",
    "This console cannot show Thai: messages are in English, and Thai names are spelled in Latin letters. "
    "For Thai, set PYTHONUTF8=1 (in Windows also: chcp 65001).",
)
_ABOUT = Message(
    "จัดทำบันทึกข้อความ หนังสือ คำสั่ง รายงานผลตามแผนทรัพยากรบุคคล คำรับรองการปฏิบัติราชการ และเอกสารอื่น\n"
    "จากข้อมูลชุดเดียว เป็น Word (DOCX) และ PDF ที่มีข้อความตรงกัน\n"
    "\n"
    "เริ่มต้น:  saraban new งานของฉัน --kind memo\n"
    "          saraban render งานของฉัน -o ผลลัพธ์",
    "Makes memos, letters, orders, HR plan reports, performance agreements and other papers\n"
    "from one set of data, as Word (DOCX) and PDF files that say the same.\n"
    "\n"
    "Begin:  saraban new my-memo --kind memo\n"
    "        saraban render my-memo -o output",
)


class Saraban(TalkingGroup):
    """The group of all commands; it ends every run in words and an exit code of `ExitCode`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order in which they are explained."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, with its options; what it does is not loaded yet."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = getattr(
            import_module(f"pipeline.cli.commands.{module_of(cmd_name)}"), module_of(cmd_name)
        )
        return found

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        streams: OutputStreams | None = None,
        **extra: Any,
    ) -> Any:
        """Runs the command line `args` and exits; `streams` is what it prints on, if it is ours."""
        arguments = list(sys.argv[1:] if args is None else args)
        console = _console(arguments)
        extra |= {"standalone_mode": False, "obj": console}
        run = super().main
        code = run_command(lambda: run(arguments, prog_name or "saraban", **extra), console)
        sys.exit(code if streams is None else tell_lost_output(code, streams.lost(), console))


def _console(arguments: Sequence[str]) -> Console:
    """The console of this run; JSON is UTF-8 and in any language."""
    lang = language_of(arguments, os.environ)
    thai = shows_thai() or "--json" in arguments
    console = Console(lang, thai=thai)
    if lang == "th" and not thai:
        console.choose(lang)
        console.error(_NO_THAI)
    if unknown := unknown_language(arguments, os.environ):
        console.error(_unknown_language(unknown))
    return console


def _unknown_language(asked: str) -> Message:
    """Thai is spoken where another language was asked for; it is said in English, too."""
    english = f"{LANG_VARIABLE}: no language '{asked}', choose th or en"
    return Message(f"{LANG_VARIABLE}: ไม่มีภาษา '{asked}' จึงใช้ภาษาไทย เลือกได้: th, en ({english})", english)


def _say_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"saraban {__version__}")
        ctx.exit(ExitCode.OK)


saraban = Saraban(name="saraban", words=_ABOUT, no_args_is_help=True)
saraban.params.append(
    TalkingOption(
        ["--version"],
        words=Message("แสดงรุ่นของโปรแกรม", "Show the version."),
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_say_version,
    )
)


def main() -> None:
    """The entry point of the installed command."""
    collect_seldom()
    end_when_told()
    saraban.main(streams=OutputStreams())
