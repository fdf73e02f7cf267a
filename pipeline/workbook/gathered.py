"""`Gathered`: values read from a workbook so far, their places, and what was wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.diagnostics import Diagnostic, Location
from pipeline.intake.source import Path, Plain
from pipeline.workbook.resolved import Resolved


@dataclass(slots=True)
class Gathered:
    """Values on their way from cells to a `Source`. `values` may hold those of YAML files already."""

    values: dict[str, Plain] = field(default_factory=dict)
    places: dict[Path, Location] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)
    lost: set[tuple[str, tuple[str, ...]]] = field(default_factory=set)
    """Sheet and key of rows that belong to nothing: what belongs to them is not told of again."""

    resolved: Resolved = field(default_factory=Resolved)
    """What is known of the keys of a workbook's rows."""

    unread: set[Path] = field(default_factory=set)
    adrift: set[str] = field(default_factory=set)
    """As in `Source`."""

    aliases: dict[Path, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    """How other sheets name a record that has no key of its own, such as `มิติที่ 1 กลุ่มที่ 2`: as typed, and
    below the owner that it most likely belongs to.
    """

    def put(self, path: Path, value: Plain) -> None:
        """Sets the value at `path`; records and lists on the way are made, gaps in lists are `None`."""
        here: Plain = self.values
        for step, following in pairwise(path):
            made: Plain = [] if isinstance(following, int) else {}
            here = _child(here, step, made)
        _set(here, path[-1], value)


def _child(holder: Plain, step: str | int, made: Plain) -> Plain:
    if isinstance(holder, dict):
        return holder.setdefault(str(step), made)
    assert isinstance(holder, list)
    assert isinstance(step, int)
    if step == len(holder):
        holder.append(made)
    return holder[step]


def _set(holder: Plain, step: str | int, value: Plain) -> None:
    if isinstance(holder, dict):
        holder[str(step)] = value
        return
    assert isinstance(holder, list)
    assert isinstance(step, int)
    holder.extend([None] * (step + 1 - len(holder)))
    holder[step] = value
