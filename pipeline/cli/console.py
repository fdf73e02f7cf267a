"""Console settings of one run: message language, standard streams, printing of messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

import click

from pipeline.diagnostics import Lang, Message

LANG_VARIABLE = "SARABAN_LANG"


@dataclass(slots=True)
class Console:
    """Console settings of this run: message language and verbosity."""

    lang: Lang = "th"
    verbose: bool = False
    answers: bool = True
    """Whether what the command prints is all that it does; else it has written files too."""
    thai: bool = True
    """Whether the console has letters for Thai."""

    def choose(self, lang: Lang) -> None:
        """Talks in `lang` from now on, or in English where the console has no Thai."""
        self.lang = lang if self.thai else "en"

    def text(self, words: Message) -> str:
        """The text in the language of this run."""
        return words.text(self.lang)

    def print(self, words: Message) -> None:
        """Prints a line."""
        click.echo(self.text(words))

    def error(self, words: Message) -> None:
        """Prints a line where errors go."""
        click.echo(self.text(words), err=True)


def say_json(text: str) -> None:
    """Prints JSON, for programs: in UTF-8 whatever the console, as its standard asks."""
    click.echo(text.encode("utf-8", "backslashreplace"))


def console_of(ctx: click.Context | None) -> Console:
    """The console of the run that `ctx` belongs to; Thai outside of one."""
    return (ctx.find_object(Console) if ctx else None) or Console()


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """The language asked for by `--lang` anywhere on the line, else by `SARABAN_LANG`, else Thai.

    It is found before the line is parsed, as help and usage errors are said in it too.
    """
    typed = _typed_language(arguments)
    asked = environment.get(LANG_VARIABLE, "") if typed is None else typed
    return "en" if asked == "en" else "th"


def unknown_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """What `SARABAN_LANG` says if it is no language of ours and decides; else nothing.

    What is typed after `--lang` is refused by the parser.
    """
    asked = environment.get(LANG_VARIABLE, "")
    return asked if asked not in get_args(Lang) and _typed_language(arguments) is None else ""


def _typed_language(arguments: Sequence[str]) -> str | None:
    """What stands after the last `--lang` of the line."""
    typed = None
    for before, argument in zip(["", *arguments], arguments, strict=False):
        if argument == "--":
            break
        if before == "--lang":
            typed = argument
        elif argument.startswith("--lang="):
            typed = argument.removeprefix("--lang=")
    return typed
