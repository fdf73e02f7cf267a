"""Paths as people write them: `results[16.1].value`, an entry of a list by what tells it from the others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pipeline.intake import ValuePath
from pipeline.thai.digits import to_arabic

IDENTITIES = ("id", "number", "indicator", "project", "year", "name", "title")
"""The fields that tell the entries of a list apart, the first that an entry has."""

_BESIDE = "track"
"""The field that tells results of one indicator apart."""


def member(holder: Any, step: int | str) -> Any:
    """What stands in a record, or in plain values, one step further in; `None` if nothing does."""
    if isinstance(step, int):
        return holder[step] if isinstance(holder, list | tuple) and step < len(holder) else None
    return holder.get(step) if isinstance(holder, dict) else getattr(holder, step, None)


def keys_of(entries: Iterable[Any]) -> list[str]:
    """How each entry of a list is called in a path: by its own name (`16.1`, of a round or judge `16.1, r6`),
    or by its place from 1.
    """
    return [_key(entry, n) for n, entry in enumerate(entries)]


def _key(entry: Any, n: int) -> str:
    if isinstance(entry, str) or entry is None:
        return str(n + 1)
    named = (member(entry, name) for name in IDENTITIES)
    own = next((str(each) for each in named if isinstance(each, str | int) and each != ""), "")
    if not own:
        return str(n + 1)
    beside = member(entry, _BESIDE)
    key = f"{own}, {beside}" if isinstance(beside, str) and beside else own
    return to_arabic(key).strip()


def written_path(root: Any, path: ValuePath) -> str:
    """The path as it is written, of a record or of plain values."""
    written, here = "", root
    for step in path:
        if isinstance(step, int):
            written += f"[{keys_of(here)[step]}]"
        else:
            written += f".{step}" if written else step
        here = member(here, step)
    return written


__all__ = ["IDENTITIES", "keys_of", "member", "written_path"]
