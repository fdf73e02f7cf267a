"""Rounds that stand side by side in one input, as those of an agreement: the next one is added to them."""

from __future__ import annotations

import datetime
import re
from typing import Any

from pipeline.intake.source import Plain
from pipeline.model.office_input import HasPeriod
from pipeline.model.period import Period
from pipeline.model.schemes import Track
from pipeline.model.scored_input import ScoredInput
from pipeline.rounds.periods import next_period
from pipeline.thai.dates import long_date

_FIGURE = re.compile(r"\d+")


def is_told_by_tracks(told: ScoredInput) -> bool:
    """Whether its tracks are rounds of its period: each has its days."""
    return bool(told.tracks) and all(each.start and each.end for each in told.tracks)


def add_next_track(told: ScoredInput, values: dict[str, Plain]) -> str:
    """Adds the round after the last that has results, with an empty result for each indicator that one had.

    The name of the track; empty where the year is over. A round that is there already, without results, is
    the next.
    """
    assert isinstance(told, HasPeriod)
    tracks = sorted(told.tracks, key=lambda each: each.end or datetime.date.max)
    results: list[Any] = list(getattr(told, "results", ()))
    told_of = {each.track for each in results}
    done = [each for each in tracks if each.id in told_of]
    if not done:
        return ""
    last = done[-1]
    following = next((each for each in tracks[tracks.index(last) + 1 :]), None)
    added = _made(last, done[-2] if len(done) > 1 else None, told.period) if following is None else None
    if following is None and added is None:
        return ""
    if added is not None:
        entries = values["tracks"]
        assert isinstance(entries, list)
        entries.append(added)
    track = following.id if following else str(added["id"]) if added else ""
    lists = values["results"]
    assert isinstance(lists, list)
    owner = next(name for name in ("indicator", "project") if hasattr(results[0], name))
    lists += [{owner: getattr(each, owner), "track": track} for each in results if each.track == last.id]
    return track


def _made(last: Track, before: Track | None, period: Period) -> dict[str, Plain] | None:
    """The round after `last` within the period; `None` where that is over."""
    assert last.end is not None
    if last.end >= period.end:
        return None
    this = _as_period(last, period)
    following = next_period(this, _as_period(before, period) if before else None, apart=False)
    end = min(following.end, period.end)
    months = Period.model_construct(start=following.start, end=end, year=period.year_kind).months
    dates = {"start": long_date(following.start), "end": long_date(end)}
    renamed = {
        "id": _FIGURE.sub(str(months), last.id) if _FIGURE.search(last.id) else f"r{months}",
        "name": _FIGURE.sub(str(months), last.name) if _FIGURE.search(last.name) else f"รอบ {months} เดือน",
    }
    return {**renamed, **dates}


def _as_period(track: Track, period: Period) -> Period:
    assert track.start is not None
    assert track.end is not None
    return Period.model_construct(start=track.start, end=track.end, year=period.year_kind)
