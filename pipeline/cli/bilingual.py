"""click commands, options and arguments whose help is said in the language of the run."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

import click

from pipeline.cli.console import Console, console_of
from pipeline.diagnostics import Message

_USAGE = Message("วิธีใช้: ", "Usage: ")
_ARGUMENTS = Message("ข้อมูลที่ระบุ", "Arguments")
_OPTIONS = Message("ตัวเลือก", "Options")
_COMMANDS = Message("คำสั่ง", "Commands")
_HELP = Message("แสดงคำอธิบายนี้", "Show this help.")
_LANG = Message("ภาษาของข้อความ: th ไทย, en อังกฤษ", "Language of messages: th or en.")
_VERBOSE = Message("แสดงรายละเอียดทางเทคนิคเมื่อเกิดข้อผิดพลาด", "Show technical details of an error.")


_PARSER_SAYS = (
    ("[OPTIONS]", "[ตัวเลือก]"),
    ("COMMAND [ARGS]...", "คำสั่ง [ข้อมูลของคำสั่ง]..."),
    ("[required]", "[ต้องระบุ]"),
)
_BOUNDS = re.compile(r"\[(\d+)<=x<=(\d+)\]")


def _in_language(said: str, ctx: click.Context) -> str:
    """What click itself says in a help text, in the language of the run."""
    if console_of(ctx).lang == "en":
        return said
    for english, thai in _PARSER_SAYS:
        said = said.replace(english, thai)
    return _BOUNDS.sub(r"[\1 ถึง \2]", said)


class TalkingOption(click.Option):
    """An option with its help in both languages."""

    def __init__(self, declarations: Any = None, *, words: Message, **attributes: Any) -> None:
        super().__init__(declarations, help=words.th, **attributes)
        self.words = words

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option's forms and its help, in the language of the run."""
        said = copy.copy(self)
        said.help = console_of(ctx).text(self.words)
        record = click.Option.get_help_record(said, ctx)
        return record and (record[0], _in_language(record[1], ctx))


class TalkingArgument(click.Argument):
    """An argument with its help in both languages."""

    def __init__(self, declarations: Any, *, words: Message, **attributes: Any) -> None:
        super().__init__(declarations, **attributes)
        self.words = words


class TalkingCommand(click.Command):
    """A command with its help in both languages, and the options that every command takes."""

    def __init__(self, *arguments: Any, words: Message, answers: bool = True, **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.words = words
        self.answers = answers
        self.params += common_options()

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command."""
        if console := ctx.find_object(Console):
            console.answers = self.answers
        return super().invoke(ctx)

    def get_short_help_str(self, limit: int = 80) -> str:  # noqa: ARG002
        """The first line of the help."""
        return console_of(click.get_current_context(silent=True)).text(self.words).partition("\n")[0]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained in the language of the run."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = console_of(ctx).text(_HELP)
        return found

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """`วิธีใช้: saraban render …`."""
        pieces = _in_language(" ".join(self.collect_usage_pieces(ctx)), ctx)
        formatter.write_usage(ctx.command_path, pieces, prefix=console_of(ctx).text(_USAGE))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            for line in console_of(ctx).text(self.words).splitlines():
                formatter.write(f"{'':{formatter.current_indent}}{line}\n")

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What each argument is."""
        talking = [param for param in self.get_params(ctx) if isinstance(param, TalkingArgument)]
        if talking:
            with formatter.section(console_of(ctx).text(_ARGUMENTS)):
                formatter.write_dl([(p.make_metavar(ctx), console_of(ctx).text(p.words)) for p in talking])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What each option does."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        with formatter.section(console_of(ctx).text(_OPTIONS)):
            formatter.write_dl([record for o in options if (record := o.get_help_record(ctx))])


class TalkingGroup(TalkingCommand, click.Group):
    """A group of commands, each listed with the first line of its help."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        TalkingCommand.format_options(self, ctx, formatter)
        with formatter.section(console_of(ctx).text(_COMMANDS)):
            commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
            formatter.write_dl([(name, found.get_short_help_str()) for name, found in commands if found])


def common_options() -> list[click.Parameter]:
    """`--lang` and `--verbose`, which may stand before or after the command's name."""
    return [
        TalkingOption(
            ["--lang"],
            words=_LANG,
            type=click.Choice(["th", "en"]),
            expose_value=False,
            callback=_choose_language,
        ),
        TalkingOption(
            ["-v", "--verbose"], words=_VERBOSE, is_flag=True, expose_value=False, callback=_be_verbose
        ),
    ]


def _choose_language(ctx: click.Context, _: click.Parameter, value: Any) -> None:
    if value and (console := ctx.find_object(Console)):
        console.choose(value)


def _be_verbose(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and (console := ctx.find_object(Console)):
        console.verbose = True


def command(
    name: str,
    words: Message,
    *params: click.Parameter,
    answers: bool = True,
    needs: Callable[[], None] | None = None,
) -> TalkingCommand:
    """A command: its name, its help (the first line is the short one), its arguments and options.

    What it does is the function of its name in the module of its name in `pipeline.cli`, loaded when it is
    called. `answers`: what it prints is all that it does, while other commands write files. `needs` raises
    where an extra is not installed that the module needs.
    """
    return TalkingCommand(
        name, words=words, answers=answers, params=list(params), callback=_loaded_and_done(name, needs)
    )


def module_of(name: str) -> str:
    """The module of a command, and its function: `new_kind` of `new-kind`."""
    return name.replace("-", "_")


def _loaded_and_done(name: str, needs: Callable[[], None] | None) -> Callable[..., Any]:
    @click.pass_obj
    def load_and_do(console: Console, /, **given: Any) -> Any:
        if needs:
            needs()
        return getattr(import_module(f"pipeline.cli.{module_of(name)}"), module_of(name))(console, **given)

    return load_and_do


def option(*declarations: str, words: Message, **attributes: Any) -> TalkingOption:
    """An option of a command."""
    return TalkingOption(declarations, words=words, **attributes)


def argument(*declarations: str, words: Message, **attributes: Any) -> TalkingArgument:
    """An argument of a command."""
    return TalkingArgument(declarations, words=words, **attributes)
