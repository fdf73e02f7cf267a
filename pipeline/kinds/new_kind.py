"""The kind that an office begins with: a commented, working example under a name of its own."""

from __future__ import annotations

from pipeline.kinds.registry import Kinds
from pipeline.resources import resource

EXAMPLE = "training-cost"
"""What the example is called where no other name is given."""

_NAMED = "KIND"
"""What stands in the files and in their names for the name of the kind."""


def is_taken(name: str) -> bool:
    """Whether a kind of the program's own is called so."""
    return name in Kinds().names()


def new_kind_files(name: str) -> dict[str, bytes]:
    """The files of the kind called `name`, by their paths in a folder of templates."""
    whole = resource("templates", "new-kind")
    files = (file for file in sorted(whole.rglob("*")) if file.is_file())
    return {
        _in_name(file.relative_to(whole).as_posix(), name): _in_name(file.read_text("utf-8"), name).encode()
        for file in files
    }


def _in_name(text: str, name: str) -> str:
    return text.replace(_NAMED, name)
