"""Who is responsible for which rows of an input: those who fill them in when a round is handed out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model.indicators import Part
from pipeline.model.scales import Scale
from pipeline.model.soundness import entries, is_refused

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Responsible:
    """A unit, or a person, that answers for rows: how the data call it (`id`), and how papers do."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class OwnedRow:
    """A row that somebody answers for: an entry of the list at `into`, by its key there.

    `name` is what the row is of, `about` what is shown beside it (a target), each with its title. A `whole`
    row is asked for though the data have none yet.
    """

    into: Names
    key: str
    who: Responsible
    name: str = ""
    about: tuple[tuple[str, str], ...] = ()
    whole: bool = True


def all_parts(parts: tuple[Part, ...]) -> Iterator[Part]:
    """The parts of an indicator or a project, and theirs."""
    for _, part in entries(parts):
        yield part
        yield from all_parts(part.parts)


def steps_of_scale(scale: Scale | None) -> str:
    """`40 / 60 / 80`: the thresholds of a scale, for one who fills in the result; of others nothing."""
    thresholds = () if scale is None or is_refused(scale) else getattr(scale, "thresholds", ())
    return "" if is_refused(thresholds) else " / ".join(f"{each}" for each in thresholds or ())


__all__ = ["OwnedRow", "Responsible", "all_parts", "steps_of_scale"]
