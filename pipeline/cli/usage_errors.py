"""Messages for commands typed wrong (click's usage errors), in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError

from pipeline.cli.console import console_of
from pipeline.diagnostics import Diagnostic, Message


class UsageError(click.UsageError):
    """A wrong use of a command that we find ourselves: what is wrong, and the remedy."""

    def __init__(self, fault: Diagnostic) -> None:
        super().__init__(fault.text("en"))
        self.fault = fault


def usage_message(error: click.ClickException) -> Message:
    """What was typed wrong; the English is click's own."""
    return Message(_in_thai(error), error.format_message())


def _in_thai(error: click.ClickException) -> str:
    if isinstance(error, UsageError):
        return error.fault.text("th")
    return next((say(error) for kind, say in _SAYINGS if isinstance(error, kind)), error.format_message())


def _describe_missing(error: click.MissingParameter) -> str:
    return f"ยังไม่ได้ระบุ {_name(error)}"


def _no_such_option(error: click.NoSuchOption) -> str:
    return f"ไม่มีตัวเลือก {error.option_name}{_describe_nearest(error.possibilities)}"


def _bad_value(error: click.BadParameter) -> str:
    return f"ค่าของ {_name(error)} ใช้ไม่ได้{_choices(error)}"


def _bad_option(error: click.BadOptionUsage) -> str:
    return f"ตัวเลือก {error.option_name} ต้องมีค่าตามหลัง หรือมีค่าที่ไม่ควรมี"


def _other(error: click.UsageError) -> str:
    """The rest of what the parser finds, by its message; `NoSuchCommand` is of click 8.4."""
    name = getattr(error, "command_name", None)
    if name is not None:
        return f"ไม่มีคำสั่ง '{name}'{_describe_nearest(getattr(error, 'possibilities', None))}"
    if "unexpected extra argument" in error.message:
        return f"มีคำเกินมา: {error.message.partition('(')[2].rstrip(')')}"
    return error.format_message()


_SAYINGS: tuple[tuple[type[click.ClickException], Callable[[Any], str]], ...] = (
    (click.MissingParameter, _describe_missing),
    (click.NoSuchOption, _no_such_option),
    (click.BadParameter, _bad_value),
    (click.BadOptionUsage, _bad_option),
    (click.UsageError, _other),
)


def _name(error: click.BadParameter) -> str:
    hint = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param else "")
    return hint if isinstance(hint, str) else " / ".join(hint)


def _choices(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f" เลือกได้: {', '.join(kind.choices)}"
    return f": {_path_in_thai(error.message)}"


def _path_in_thai(message: str) -> str:
    """What the parser says of a path or a number, in Thai; any other message as it is."""
    for english, thai in _PARSER_SAYS:
        if match := english.fullmatch(message):
            return match.expand(thai)
    return message


_PARSER_SAYS = tuple(
    (re.compile(english), thai)
    for english, thai in (
        (r"(?:File|Directory|Path) '(.*)' does not exist\.", r"ไม่พบ '\1'"),
        (r"(?:File|Directory|Path) '(.*)' is a file\.", r"'\1' เป็นแฟ้ม ไม่ใช่โฟลเดอร์"),
        (r"(?:File|Directory|Path) '(.*)' is a directory\.", r"'\1' เป็นโฟลเดอร์ ไม่ใช่แฟ้ม"),
        (r"(?:File|Directory|Path) '(.*)' is not readable\.", r"ไม่มีสิทธิ์อ่าน '\1'"),
        (r"'(.*)' is not a valid (?:integer|float)(?: range)?\.", r"'\1' ไม่ใช่ตัวเลข"),
        (r"(.*) is not in the range (\S*?)<=x<=(\S*?)\.", r"\1 ไม่อยู่ในช่วง \2 ถึง \3"),
        (r"(.*) is not in the range x>=(\S*?)\.", r"\1 ต้องไม่น้อยกว่า \2"),
    )
)


def _describe_nearest(possibilities: list[str] | None) -> str:
    return f" ใกล้เคียงที่สุด: {', '.join(possibilities)}" if possibilities else ""


def show_usage_error(error: click.ClickException) -> None:
    """Prints how the command is used and what is wrong, where errors go."""
    if isinstance(error, NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return
    ctx = getattr(error, "ctx", None)
    console = console_of(ctx)
    if isinstance(ctx, click.Context):
        click.echo(ctx.get_usage(), err=True)
        path = ctx.command_path
        console.error(Message(f"ดูคำอธิบาย: {path} --help", f"For help: {path} --help"))
    wrong = usage_message(error)
    console.error(Message(f"คำสั่งไม่ถูกต้อง: {wrong.th}", f"Error: {wrong.en}"))
