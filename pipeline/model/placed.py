"""What is scored, where it stands in the data and by which rules: for checks of scales, weights and
results.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.intake import ValuePath
from pipeline.model.indicators import Scored, TrackScale
from pipeline.model.scales import Scale
from pipeline.model.scheme_rules import SchemeError, Schemes
from pipeline.model.schemes import Rules
from pipeline.model.soundness import Unsound, entries, is_refused


class Placed(NamedTuple):
    """An indicator, project or part with its path, its own rules and its unit.

    `within` are the rules by which it is combined with others, `above` is the composite that it is a part of.
    """

    path: ValuePath
    scored: Scored
    rules: Rules
    within: Rules
    unit: str
    above: Placed | None = None


class PlacedScale(NamedTuple):
    """A scale with its path, the id and unit of what is measured on it, its rules, and its track."""

    path: ValuePath
    whose: str
    scale: Scale
    unit: str
    rules: Rules
    track: str = ""


def rules_of(schemes: Schemes, name: str, above: Rules | None) -> Rules:
    """The rules of a scheme, or those above where none is named. Raises `Unsound` where it gives none."""
    if not name and above is not None:
        return above
    try:
        return schemes.rules(name)
    except SchemeError as error:
        raise Unsound from error


def with_parts(placed: Placed, schemes: Schemes) -> Iterator[Placed]:
    """What is placed, and its parts to any depth."""
    yield placed
    for n, part in entries(placed.scored.parts):
        rules = rules_of(schemes, part.scheme, placed.rules)
        below = Placed((*placed.path, "parts", n), part, rules, placed.rules, part.unit, placed)
        yield from with_parts(below, schemes)


def scales_of(placed: Placed) -> Iterator[PlacedScale]:
    """Its scale, and those of single tracks."""
    path, scored, rules, unit = placed.path, placed.scored, placed.rules, placed.unit
    if scored.scale is not None and not is_refused(scored.scale):
        yield PlacedScale((*path, "scale"), scored.id, scored.scale, unit, rules)
    target: TrackScale
    for n, target in entries(scored.targets):
        if not is_refused(target.scale) and not is_refused(target.track):
            yield PlacedScale(
                (*path, "targets", n, "scale"), scored.id, target.scale, unit, rules, target.track
            )


def scale_for(scored: Scored, track: str) -> Scale | None:
    """The scale that a result of the track is measured on."""
    return next((each.scale for each in scored.targets if each.track == track), scored.scale)
