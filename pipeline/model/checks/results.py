"""Each result belongs to one thing that is scored, once for each judge or round, and its figure fits the
scale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.diagnostics import Diagnostic, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.model.checks.calling import name_choice
from pipeline.model.checks.figures import figure_faults
from pipeline.model.checks.places import At
from pipeline.model.checks.references import find_repeated_names, find_unknown_name
from pipeline.model.indicators import Measured, MeasuredBy, Scored
from pipeline.model.placed import scale_for
from pipeline.model.scored_input import ScoredInput
from pipeline.model.soundness import entries, is_refused, sound

_RESULT = Message("ผลของ", "a result of")

PlacedResult = tuple[ValuePath, str, Measured]
"""A result at its path, with the id that it is of."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What results may be of, by ids; those that have a scale, by their paths; and the ids that have a
    result.

    `field` is where a result names what it is of, which is `called` so.
    """

    scored: dict[str, Scored]
    fitting: dict[ValuePath, MeasuredBy]
    reported: set[str]
    all_scored: Callable[[], object]
    field: str
    called: Message


def result_faults(
    results: Sequence[PlacedResult],
    field: str,
    called: Message,
    scored_input: ScoredInput,
    at: At,
    *,
    all_scored: Callable[[], object],
) -> Iterator[Diagnostic]:
    """The faults of results; `field` is where they name what they are of, which is `called` so.

    `all_scored` raises `Unsound` where not all that may have a result is known.
    """
    tracks = dict.fromkeys(result.track for _, _, result in results if not is_refused(result.track))
    for track in tracks:
        of_track = [(path, whose) for path, whose, result in results if result.track == track]
        yield from sound(
            find_repeated_names(_RESULT, (((*path, field), whose) for path, whose in of_track), at)
        )
    known = _Known(
        {each.scored.id: each.scored for each in scored_input.scored if not is_refused(each.scored.id)},
        {each.path: each for each in scored_input.measured},
        {whose for _, whose, _ in results if not is_refused(whose)},
        all_scored,
        field,
        called,
    )
    for placed in results:
        yield from sound(_of_one(placed, known, at))


def _of_one(placed: PlacedResult, known: _Known, at: At) -> Iterator[Diagnostic]:
    path, whose, result = placed
    scored = known.scored.get(whose)
    if scored is None:
        known.all_scored()
        yield from find_unknown_name(known.called, whose, list(known.scored), [(*path, known.field)], at)
    elif scored.parts:
        yield from _composite_faults(scored, result, path, known, at)
    elif path in known.fitting:
        yield from figure_faults(known.fitting[path], at)
    elif scored.targets and scale_for(scored, result.track) is None and result.status == "measured":
        listed = ", ".join(each.track for _, each in entries(scored.targets))
        yield diagnose("result-without-scale", at((*path, "track")), whose=whose, listed=listed)


def _composite_faults(
    scored: Scored, result: Measured, path: ValuePath, known: _Known, at: At
) -> Iterator[Diagnostic]:
    """A composite has no figure of its own; a status at it holds for all its parts."""
    ids = [part.id for _, part in entries(scored.parts)]
    listed = ", ".join(ids)
    if result.status == "measured":
        yield diagnose("composite-result", at((*path, known.field)), indicator=scored.id, listed=listed)
    elif both := [id for id in ids if id in known.reported]:
        named, status = ", ".join(both), name_choice(at((*path, "status")), result.status)
        yield diagnose(
            "composite-result/status",
            at((*path, "status")),
            indicator=scored.id,
            status=status,
            named=named,
        )
