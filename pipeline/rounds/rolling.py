"""The next round of an input, begun from its last: plain values, as they are read and written."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, assert_never, get_args

from pipeline import kinds
from pipeline.intake import ValuePath
from pipeline.intake.source import Plain
from pipeline.model.choices import choice_name
from pipeline.model.indicators import Status
from pipeline.model.office_input import HasPeriod
from pipeline.model.round_fields import RoundField, part_of, round_fields, round_part_at
from pipeline.model.scored_input import ScoredInput
from pipeline.model.written_paths import member
from pipeline.rounds.carrying import carry, count_of
from pipeline.rounds.last_rounds import last_round_of
from pipeline.rounds.next_tracks import add_next_track, is_told_by_tracks
from pipeline.rounds.periods import NextPeriod, next_period
from pipeline.thai.dates import long_date
from pipeline.thai.digits import to_arabic

if TYPE_CHECKING:
    from pipeline.model.office_input import OfficeInput
    from pipeline.model.suppressions import Suppression
    from pipeline.papers.prepared import Prepared

Values = dict[str, Plain]

_FIGURES = re.compile(r"\d")
_OF_AUDIT = "A"
_CANCELLED: Status = "cancelled"
_NOT_ASKED = frozenset({"note", "score"})
"""Results that are filled in where there is something to say."""


@dataclass
class Rolled:
    """The values of the next round, its period (`None`: a kind without one), and what is to be done in it.

    `emptied` and `texts` are the paths of what is to be filled in and looked at, `carried` counts matters
    left open, `dropped` exceptions that spoke of the last round, `track` is the round that was added among
    those of one agreement.
    """

    values: Values
    period: NextPeriod | None = None
    emptied: list[ValuePath] = field(default_factory=list)
    dates: list[ValuePath] = field(default_factory=list)
    texts: list[ValuePath] = field(default_factory=list)
    carried: int = 0
    dropped: int = 0
    track: str = ""


def roll_over(last: Prepared) -> Rolled:
    """The next round of a checked input: its period moved on, its results emptied, its plan and signers kept.

    Texts stay and are asked about, problems and suggestions are carried, and the last round stands in
    `last_round`. The input itself stays as it is.
    """
    told = last.office_input
    values: Values = copy.deepcopy(dict(last.values))
    values.pop("last_round", None)
    values["kind"] = told.kind
    rolled = Rolled(values)
    in_tracks = _move_period(told, rolled)
    kind = kinds.kind_of(told)
    marked = list(round_fields(kind.record, values))
    for each in marked:
        if not (in_tracks and _stays_in_year(each)):
            _apply(each, rolled)
    _move_years([each for each in marked if each.part == "year"], rolled)
    _keep_exceptions(last, rolled)
    values["last_round"] = last_round_of(last)
    return rolled


def _move_period(told: OfficeInput, rolled: Rolled) -> bool:
    """Moves the period on, or adds a round among those of the year; whether it was the latter."""
    if not isinstance(told, HasPeriod):
        return False
    if isinstance(told, ScoredInput) and is_told_by_tracks(told):
        rolled.track = add_next_track(told, rolled.values)
        if rolled.track:
            return True
    apart = part_of(type(told).model_fields["period"]) == "apart"
    before = told.last_round.period if told.last_round else None
    following = next_period(told.period, before, apart=apart)
    typed = rolled.values["period"]
    assert isinstance(typed, dict)
    year = {"year": told.period.year_kind} if told.period.year_kind != "fiscal" else {}
    rolled.values["period"] = {
        **typed,
        **year,
        "start": long_date(following.start),
        "end": long_date(following.end),
    }
    rolled.period = following
    return False


def _stays_in_year(each: RoundField) -> bool:
    """What a further round beside others leaves as it is: their results, and when the whole was signed."""
    return each.path[0] == "results" or (each.part == "date" and each.path[0] != "memo")


def _apply(each: RoundField, rolled: Rolled) -> None:
    """What the mark of a field makes of its value."""
    match each.part:
        case "result":
            rolled.emptied += _empty(each, rolled.values)
        case "date":
            _remove(rolled.values, each.path)
            rolled.dates.append(each.path)
        case "text":
            rolled.texts.append(each.path)
        case "carried":
            carried = carry(each.value)
            rolled.carried += count_of(carried)
            _put(rolled.values, each.path, carried)
        case "next":
            _put(rolled.values, each.path, _next_option(each))
        case "year" | "apart":
            pass
        case _:
            assert_never(each.part)


def _empty(each: RoundField, values: Values) -> list[ValuePath]:
    """Empties a result; of counted facts, the figures alone. The paths of what is to be filled in again."""
    if isinstance(each.value, dict):
        emptied = [name for name, fact in each.value.items() if _empty_fact(each.value, name, fact)]
        return [(*each.path, name) for name in emptied]
    if _is_cancelled(_at(values, each.path[:-1])):
        return []
    _remove(values, each.path)
    return [] if each.path[-1] in _NOT_ASKED else [each.path]


def _is_cancelled(owner: Any) -> bool:
    """Whether a result says that the work was given up: that, and why, is so in the next round too."""
    status = member(owner, "status")
    return isinstance(status, str) and choice_name(status.strip()) == choice_name(_CANCELLED)


def _empty_fact(facts: Values, name: str, fact: Plain) -> bool:
    """Empties one counted fact; what is worked out from others stays."""
    if isinstance(fact, str):
        facts[name] = None
        return True
    if isinstance(fact, dict) and fact.get("value") is not None:
        fact["value"] = None
        return True
    return False


def _move_years(years: list[RoundField], rolled: Rolled) -> None:
    """Moves years on when a new year begins: those of a plan by its own length, and only when it is over."""
    if rolled.period is not None and not rolled.period.is_new_year:
        return
    by_owner: dict[ValuePath, list[RoundField]] = {}
    for each in years:
        if isinstance(each.value, str) and to_arabic(each.value).strip().isdecimal():
            by_owner.setdefault(each.path[:-1], []).append(each)
    for several in by_owner.values():
        typed = [int(to_arabic(str(each.value)).strip()) for each in several]
        new = max(typed) + 1 if rolled.period is None else rolled.period.year_number
        span = max(typed) - min(typed) + 1
        shift = -(-(new - max(typed)) // span) * span if new > max(typed) else 0
        for each, year in zip(several, typed, strict=True):
            _put(rolled.values, each.path, str(year + shift))


def _next_option(each: RoundField) -> Plain:
    """The option after the one that is chosen, and after the last the first."""
    options = get_args(each.field.annotation)
    if not isinstance(each.value, str) or each.value not in options:
        return each.value
    chosen: str = options[(options.index(each.value) + 1) % len(options)]
    return chosen


def _keep_exceptions(last: Prepared, rolled: Rolled) -> None:
    """Keeps what the office accepts of its plan and of names; what spoke of the last round is dropped, so
    that it does not hide the same slip in this one.
    """
    settings = rolled.values.get("audit")
    typed = settings.get("allow") if isinstance(settings, dict) else None
    if not isinstance(settings, dict) or not isinstance(typed, list):
        return
    allowed = last.office_input.audit.allow
    kept = [entry for entry, each in zip(typed, allowed, strict=True) if _outlives(each, last)]
    rolled.dropped = len(typed) - len(kept)
    settings["allow"] = kept
    if not kept:
        rolled.values.pop("audit")


def _outlives(allowed: Suppression, last: Prepared) -> bool:
    """Whether an exception holds in any round: one of words without figures, or of the plan's own values."""
    if allowed.meant.startswith(_OF_AUDIT):
        return bool(allowed.where) and not _FIGURES.search(to_arabic(allowed.where))
    record = type(last.office_input)
    met = [doubt.path for doubt in last.doubts if allowed.meets(doubt.said)]
    return all(path[0] != "period" and round_part_at(record, path) is None for path in met if path)


def _at(values: Values, path: ValuePath) -> Any:
    here: Any = values
    for step in path:
        here = member(here, step)
    return here


def _put(values: Values, path: ValuePath, value: Plain) -> None:
    if value is None:
        _remove(values, path)
    else:
        _at(values, path[:-1])[path[-1]] = value


def _remove(values: Values, path: ValuePath) -> None:
    holder = _at(values, path[:-1])
    if isinstance(holder, dict):
        holder.pop(str(path[-1]), None)
