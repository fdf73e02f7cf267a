"""Schemes that cannot be: named wrongly, incomplete, with levels or points that turn, or grades with gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from pipeline.diagnostics import Diagnostic, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.model.checks.places import At
from pipeline.model.checks.references import find_repeated_names, find_unknown_name
from pipeline.model.fields import title_of
from pipeline.model.scales.free import turn
from pipeline.model.scheme_rules import (
    CircularScheme,
    IncompleteScheme,
    Schemes,
    UnknownScheme,
)
from pipeline.model.schemes import Band, Rounding, Rules, Scheme
from pipeline.model.scored_input import ScoredInput
from pipeline.model.shipped_schemes import shipped_names
from pipeline.model.soundness import entries, is_refused, sound

_SCHEME = Message("แบบคะแนน", "scheme")

Named = tuple[ValuePath, str]
"""The id of a scheme, at the field that names it."""


def scheme_faults(
    own: Iterable[Scheme], schemes: Schemes, named: Iterable[Named], at: At
) -> Iterator[Diagnostic]:
    """The faults of the input's own schemes, and of the fields that name one."""
    placed = list(entries(own))
    yield from sound(
        find_repeated_names(_SCHEME, ((("schemes", n, "id"), each.id) for n, each in placed), at)
    )
    for n, scheme in placed:
        yield from sound(_of_one(scheme, ("schemes", n), schemes, at))
    for path, name in named:
        if not is_refused(name) and name:
            yield from sound(find_unknown_name(_SCHEME, name, list(schemes.names), [path], at))


def _of_one(scheme: Scheme, path: ValuePath, schemes: Schemes, at: At) -> Iterator[Diagnostic]:
    name = scheme.id
    if name in shipped_names():
        yield diagnose("scheme-name-taken", at((*path, "id")), name=name)
        return
    try:
        rules = schemes.rules(name)
    except UnknownScheme as error:
        if error.scheme == name:
            yield from find_unknown_name(_SCHEME, error.name, list(schemes.names), [(*path, "like")], at)
        return
    except CircularScheme:
        yield diagnose("scheme-circle", at((*path, "like")), name=name)
        return
    except IncompleteScheme as error:
        yield diagnose("scheme-incomplete", at((*path, "id")), name=name, lacking=_titles(error.lacking))
        return
    if rules.full <= 0:
        field = "levels" if scheme.levels else "points"
        yield diagnose("scheme-worthless", at((*path, field)), name=name, full=f"{rules.full:f}")
        return
    yield from _levels(scheme, path, at)
    yield from _bands(scheme, rules, path, at)


def _titles(lacking: Iterable[str]) -> Message:
    """What the fields are called in a sheet, and in YAML."""
    listed = list(lacking)
    titles = []
    for name in listed:
        outer, _, inner = name.partition(".")
        titles.append(title_of((Rounding if inner else Scheme).model_fields[inner or outer]))
    return Message(", ".join(titles), ", ".join(listed))


def _levels(scheme: Scheme, path: ValuePath, at: At) -> Iterator[Diagnostic]:
    scores = [level.score for level in scheme.levels]
    if any(a >= b for a, b in pairwise(scores)):
        typed = " ".join(f"{score:f}" for score in scores)
        yield diagnose("scheme-levels-turn", at((*path, "levels")), name=scheme.id, typed=typed)
    if scheme.points and turn(scheme.points):
        typed = " ".join(f"{point.figure:f}→{point.score:f}" for point in scheme.points)
        yield diagnose("scheme-points-turn", at((*path, "points")), name=scheme.id, typed=typed)


def _bands(scheme: Scheme, rules: Rules, path: ValuePath, at: At) -> Iterator[Diagnostic]:
    """Every total has a grade, and only one."""
    first: dict[Decimal | None, Band] = {}
    for n, band in enumerate(scheme.bands):
        place = at((*path, "bands", n, "at_least"))
        if band.at_least in first:
            other = first[band.at_least].name
            yield diagnose("bands-repeat", place, grade=band.name, other=other)
        first.setdefault(band.at_least, band)
        full = rules.out_of or rules.full
        if band.at_least is not None and rules.combine != "sum" and band.at_least > full:
            yield diagnose(
                "bands-beyond", place, grade=band.name, at_least=f"{band.at_least:f}", full=f"{full:f}"
            )
    limits = [band.at_least for band in scheme.bands]
    known = [limit for limit in limits if limit is not None]
    if known and None not in limits and min(known) > lowest_total(rules):
        yield diagnose("bands-gap", at((*path, "bands")), lowest=f"{min(known):f}", name=scheme.id)


def lowest_total(rules: Rules) -> Decimal:
    """The least that a total can come to: the first level's score where nothing counts as less."""
    is_from_first = rules.below in {"first", "scale"} and rules.unmeasured in {"excluded", "floor"}
    return rules.levels[0].score if is_from_first and rules.levels and not rules.points else Decimal(0)


def track_schemes(scored_input: ScoredInput) -> Iterator[Named]:
    """The schemes that judges or rounds name for themselves."""
    for n, track in entries(scored_input.tracks):
        yield ("tracks", n, "scheme"), track.scheme
