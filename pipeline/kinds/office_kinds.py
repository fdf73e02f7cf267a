"""The kinds of office for which data begin with wording of their own: what they are called."""

from __future__ import annotations

import json
from functools import cache

from pipeline.diagnostics import Message
from pipeline.resources import resource

NO_SCORES = "none"
"""The name that stands for no scheme: what was done is told, and nothing is scored."""


@cache
def office_kinds() -> dict[str, Message]:
    """The kinds of office, by name, for which there are starts; the first is that of the start itself.

    Each has a folder of its name below a kind's start, but the first.
    """
    read: dict[str, dict[str, str]] = json.loads(
        resource("templates", "start", "offices.json").read_text(encoding="utf-8")
    )
    return {name: Message(**called) for name, called in read.items()}


def office_choices() -> tuple[str, ...]:
    """What kinds of office may be called: by their names and in Thai."""
    return (*office_kinds(), *(called.th for called in office_kinds().values()))


def office_of(typed: str) -> str:
    """The kind of office that is called so in Thai or by its name."""
    return next(name for name, called in office_kinds().items() if typed in (name, called.th))
