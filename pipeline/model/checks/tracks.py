"""Judges and rounds that are named are listed, and what changes scores names what is scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.diagnostics import Diagnostic, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.model.checks.places import At
from pipeline.model.checks.references import find_repeated_names, find_unknown_name
from pipeline.model.indicators import Measured
from pipeline.model.placed import Placed
from pipeline.model.schemes import Gate, Rules
from pipeline.model.scored_input import ScoredInput
from pipeline.model.soundness import entries, is_refused, sound

_TRACK = Message("ผู้ประเมินหรือรอบ", "judge or round")
_NAME = Message("ชื่อผู้ประเมินหรือรอบ", "name of a judge or round")
_INDICATOR = Message("ตัวชี้วัดที่", "indicator")
_GRADE = Message("ระดับผล", "grade")

Results = Iterable[tuple[ValuePath, str, Measured]]
"""Results at their paths, each with the id that it is of."""


def track_faults(scored_input: ScoredInput, results: Results, at: At) -> Iterator[Diagnostic]:
    """The tracks stand once each, and are the ones that results, targets and settings name.

    Names are looked up only where all ids are sound: what names none may mean the one that is not.
    """
    placed = list(entries(scored_input.tracks))
    yield from sound(
        find_repeated_names(_TRACK, ((("tracks", n, "id"), track.id) for n, track in placed), at)
    )
    named = ((("tracks", n, "name"), track.name) for n, track in placed)
    yield from sound(find_repeated_names(_NAME, named, at))
    known = _sound_ids(scored_input)
    if known is None:
        return
    yield from sound(_settings(scored_input, known, at))
    for path, whose, result in results:
        yield from sound(_of_a_result(path, whose, result, known, at))
    for one in scored_input.scored:
        yield from sound(_targets(one, known, at))


def _sound_ids(scored_input: ScoredInput) -> list[str] | None:
    """The ids of tracks; `None` where any was refused or stands twice."""
    if is_refused(scored_input.tracks):
        return None
    known = [track.id for _, track in entries(scored_input.tracks) if not is_refused(track.id)]
    return known if len(set(known)) == len(scored_input.tracks) else None


def _settings(scored_input: ScoredInput, known: list[str], at: At) -> Iterator[Diagnostic]:
    if scored_input.decides:
        yield from find_unknown_name(_TRACK, scored_input.decides, known, [("decides",)], at)
    if scored_input.combine_tracks != "one" and not known:
        yield diagnose("tracks-lacking", at(("combine_tracks",)))
    if scored_input.combine_tracks == "weighted":
        for n, track in entries(scored_input.tracks):
            if track.weight is None:
                yield diagnose("track-weight-lacking", at(("tracks", n, "weight")), track=track.name)


def _of_a_result(
    path: ValuePath, whose: str, result: Measured, known: list[str], at: At
) -> Iterator[Diagnostic]:
    if result.track:
        yield from find_unknown_name(_TRACK, result.track, known, [(*path, "track")], at)
    elif known:
        yield diagnose("track-lacking", at((*path, "track")), whose=whose, listed=", ".join(known))


def _targets(placed: Placed, known: list[str], at: At) -> Iterator[Diagnostic]:
    named = [
        ((*placed.path, "targets", n, "track"), each.track) for n, each in entries(placed.scored.targets)
    ]
    yield from find_repeated_names(_TRACK, named, at)
    for path, track in named:
        if not is_refused(track):
            yield from find_unknown_name(_TRACK, track, known, [path], at)


def change_faults(scored_input: ScoredInput, rules: Rules, at: At) -> Iterator[Diagnostic]:
    """Adjustments and gates name what is scored and who judged; a gate limits something, and is known to
    hold or not once there are results.
    """
    scored = {each.scored.id: each.scored for each in scored_input.scored if not is_refused(each.scored.id)}
    composites = {id for id, each in scored.items() if each.parts}
    tracks = _sound_ids(scored_input)
    for field in ("adjustments", "gates"):
        for n, each in entries(getattr(scored_input, field)):
            path = (field, n, "indicator")
            yield from sound(_named(each.indicator, list(scored), _INDICATOR, path, at))
            if not is_refused(each.indicator) and each.indicator in composites:
                yield diagnose("change-of-composite", at(path), whose=each.indicator)
            if tracks is not None:
                yield from sound(_named(each.track, tracks, _TRACK, (field, n, "track"), at))
    for n, gate in entries(scored_input.gates):
        yield from sound(
            _gate(gate, ("gates", n), rules, has_results=_has_results(scored_input, gate), at=at)
        )


def _named(name: str, known: list[str], what: Message, path: ValuePath, at: At) -> Iterator[Diagnostic]:
    if name:
        yield from find_unknown_name(what, name, known, [path], at)


def _has_results(scored_input: ScoredInput, gate: Gate) -> bool:
    """Whether anything was measured that the gate may limit."""
    return any(
        each.result.status == "measured" and gate.indicator in {"", each.whose}
        for each in scored_input.measured
    )


def _gate(gate: Gate, path: ValuePath, rules: Rules, *, has_results: bool, at: At) -> Iterator[Diagnostic]:
    if gate.ceiling is None and not gate.grade:
        yield diagnose("gate-open", at((*path, "ceiling")), condition=gate.condition)
    if gate.grade and gate.indicator:
        yield diagnose("gate-grade", at((*path, "grade")), whose=gate.indicator)
    elif gate.grade:
        yield from find_unknown_name(
            _GRADE, gate.grade, [band.name for band in rules.bands], [(*path, "grade")], at
        )
    if gate.met is None and has_results:
        yield diagnose("gate-unknown", at((*path, "met")), condition=gate.condition)
