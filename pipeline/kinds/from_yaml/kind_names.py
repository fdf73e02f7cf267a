"""What a kind may be called: its name is that of its folder, and stands after `kind:` in the data."""

from __future__ import annotations

import re

from pipeline.diagnostics import Diagnostic, Location, diagnose

LONGEST = 60
"""A name has at most so many letters."""

_NAME = re.compile(r"[^\W_][\w\u0e00-\u0e7f-]*")
_TAKEN = frozenset(
    {
        "assets",
        "batch",
        "bundle",
        "desk",
        "exchange",
        "new-kind",
        "schemes",
        "shared",
        "specimen",
        "start",
        "styles",
    }
)
"""Folders of templates that hold something else, and files of data that are no input."""


def name_fault(name: str, place: Location | None = None) -> Diagnostic | None:
    """What is wrong with a name that stands at `place`; `None` for a good one."""
    if not _NAME.fullmatch(name) or len(name) > LONGEST:
        return diagnose("kind-name", place, name=name)
    if name.casefold() in _TAKEN:
        return diagnose("kind-name/taken", place, name=name)
    return None
