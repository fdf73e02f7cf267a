"""The catalogue of messages: what is said of each code in Thai and English, with `{names}` to fill.

A key is a diagnostic's code, or `code/variant` where one code has several wordings; programs see the code
alone. The areas of the catalogue (`messages/`) are read when the first message is made: a command that finds
nothing wrong does not pay for them.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from string import Formatter
from typing import NamedTuple

from pipeline.diagnostics.diagnostic import Diagnostic, Lang, Location, Message

_AREAS = "pipeline.diagnostics.messages"

Unplaced = Callable[[Location], Diagnostic]
"""A fault that waits for its place: `partial(diagnose, "key", name=value)`."""


class Entry(NamedTuple):
    """What is said of one code, and the remedy; both with `{names}` for the values of a case."""

    message: Message
    help: Message


def diagnose(
    key: str, location: Location | None = None, /, *, also: Sequence[Location] = (), **values: object
) -> Diagnostic:
    """The diagnostic of `key` at `location` (and the places of `also`), its `{names}` filled from `values`.

    A value that is itself a `Message` or a `Location` gives each language its own text. A key that the
    catalogue lacks, or a name without a value, is a defect: `KeyError`.
    """
    entry, code = catalogue()[key], key.partition("/")[0]
    return Diagnostic(
        code, fill_template(entry.message, values), fill_template(entry.help, values), location, tuple(also)
    )


def names_in(key: str) -> frozenset[str]:
    """The `{names}` that the entry of `key` fills."""
    texts = (text for message in catalogue()[key] for text in message)
    return frozenset(name for text in texts for _, name, _, _ in Formatter().parse(text) if name)


def fill_template(template: Message, values: Mapping[str, object]) -> Message:
    """The template in both languages with each `{name}` as its value is said there."""
    return Message(_in_language(template.th, "th", values), _in_language(template.en, "en", values))


def _in_language(template: str, lang: Lang, values: Mapping[str, object]) -> str:
    said = {
        name: one.text(lang) if isinstance(one, Message | Location) else one for name, one in values.items()
    }
    return template.format_map(said)


@cache
def catalogue() -> Mapping[str, Entry]:
    """All entries of all areas, by key."""
    package = import_module(_AREAS)
    names = sorted(found.name for found in pkgutil.iter_modules(package.__path__))
    return merge_areas(import_module(f"{_AREAS}.{name}").MESSAGES for name in names)


def merge_areas(areas: Iterable[Mapping[str, Entry]]) -> dict[str, Entry]:
    """The entries of all `areas`; a key that stands in two of them is a defect."""
    entries: dict[str, Entry] = {}
    for area in areas:
        if twice := entries.keys() & area.keys():
            raise ValueError(f"in two areas of the catalogue: {sorted(twice)}")
        entries |= area
    return entries
