"""The grade of a total: the highest band that it comes up to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal

from pipeline.model.schemes import Band


def grade_of(score: Decimal, bands: Iterable[Band], at_most: Collection[str] = ()) -> str:
    """The name of the band, at most those named in `at_most`; `""` where no band reaches so low, which the
    checks refuse beforehand.
    """
    from_the_lowest = sorted(bands, key=_least)
    reached = [band for band in from_the_lowest if band.at_least is None or score >= band.at_least]
    names = [band.name for band in from_the_lowest]
    highest = min([len(reached) - 1, *(names.index(name) for name in at_most)])
    return names[highest] if highest >= 0 else ""


def from_the_best(bands: Iterable[Band]) -> list[Band]:
    """The bands from the highest to the lowest."""
    return sorted(bands, key=_least, reverse=True)


def _least(band: Band) -> tuple[bool, Decimal]:
    """The lowest band first, which has no limit."""
    return band.at_least is not None, band.at_least or Decimal(0)
