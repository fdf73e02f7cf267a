"""An input held against its last round (`OfficeInput.last_round`): what both say, found once for rules.

Records of plans and of scoring are not loaded for it: a memo has neither.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pipeline.model.last_round import LastRound, LastScore, LastValue
from pipeline.model.office_input import HasPeriod
from pipeline.model.period import Period
from pipeline.model.round_values import RoundValue, round_values
from pipeline.model.written_paths import member

if TYPE_CHECKING:
    from pipeline.intake import ValuePath
    from pipeline.model.indicators import Scored
    from pipeline.model.office_input import OfficeInput
    from pipeline.model.schemes import Track

_OWNER_NAMES = ("project", "indicator", "id", "name")
"""By which field a result says whose it is."""

_STEP = re.compile(r"\[[^\[\]]*\]|[^.\[\]]+")
"""One step of a written path: a field, or the key of an entry, which may hold a stop (`[16.1]`)."""
_BESIDE = re.compile(r"\[([^\[\]]*), [^\[\],]+\]")


@dataclass(frozen=True)
class Against:
    """An input and its last round."""

    office_input: OfficeInput
    last: LastRound

    @cached_property
    def now(self) -> tuple[RoundValue, ...]:
        """Every value of this round."""
        return tuple(round_values(self.office_input))

    @cached_property
    def before(self) -> dict[str, LastValue]:
        """The values of the last round by their written paths."""
        return {each.path: each for each in self.last.values}

    @cached_property
    def by_owner(self) -> dict[ValuePath, list[RoundValue]]:
        """The values of this round by the row that they are of."""
        found: dict[ValuePath, list[RoundValue]] = {}
        for each in self.now:
            found.setdefault(each.owner, []).append(each)
        return found

    @cached_property
    def period(self) -> Period | None:
        """The period of this round."""
        return self.office_input.period if isinstance(self.office_input, HasPeriod) else None

    @cached_property
    def is_same_year(self) -> bool:
        """Whether both rounds are of one year, so that plan and targets are the same."""
        this, last = self.period, self.last.period
        if this is None or last is None:
            return False
        return (this.year_kind, this.first_year) == (last.year_kind, last.first_year)

    @cached_property
    def grows(self) -> bool:
        """Whether this round tells of all that the last told of, and more."""
        this, last = self.period, self.last.period
        return this is not None and last is not None and this.start == last.start and self.is_same_year

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        """The rounds that stand beside one another in the input, in their order."""
        tracks: tuple[Track, ...] = getattr(self.office_input, "tracks", ())
        return tuple(each for each in tracks if each.start and each.end)

    @cached_property
    def end(self) -> datetime.date | None:
        """The last day of this round: of rounds beside one another, of the last that has results."""
        told_of = {getattr(each, "track", "") for each in getattr(self.office_input, "results", ())}
        ends = [each.end for each in self.tracks if each.end and each.id in told_of]
        return max(ends) if ends else self.period.end if self.period else None

    @cached_property
    def last_end(self) -> datetime.date | None:
        """The last day of the last round."""
        ends = [each.end for each in self.tracks if each.end and self._was_told(each.id)]
        return max(ends) if ends else self.last.period.end if self.last.period else None

    def _was_told(self, track: str) -> bool:
        return any(f", {track}]" in path for path in self.before)

    @cached_property
    def scored(self) -> dict[str, tuple[ValuePath, Scored]]:
        """What is scored by its id, or by its name, with where it stands."""
        placed = getattr(self.office_input, "scored", ())
        return {each.scored.id or each.scored.name: (each.path, each.scored) for each in placed}

    @cached_property
    def scores(self) -> dict[str, LastScore]:
        """The scores of the last round by their ids."""
        return {each.id: each for each in self.last.scores}

    def record(self, owner: ValuePath) -> Any:
        """The row at a path."""
        here: Any = self.office_input
        for step in owner:
            here = member(here, step)
        return here

    def whose(self, owner: ValuePath) -> str:
        """The id of the project or indicator that a row is of; empty for another row."""
        record = self.record(owner)
        named = (getattr(record, name, None) for name in _OWNER_NAMES)
        return next((str(each) for each in named if isinstance(each, str) and each), "")

    def last_of(self, value: RoundValue) -> LastValue | None:
        """What the same place held last round; of a round beside others, what the round before it holds."""
        own = self.before.get(value.written)
        if own is not None or not self.tracks:
            return own
        for track in reversed(self.tracks):
            earlier = _BESIDE.sub(rf"[\g<1>, {track.id}]", value.written, count=1)
            if earlier != value.written and earlier in self.before:
                return self.before[earlier]
        return None

    def is_past(self, value: RoundValue) -> bool:
        """Whether a value is of an earlier round that stands beside this one."""
        track = getattr(self.record(value.owner), "track", "")
        end = next((each.end for each in self.tracks if each.id == track), None)
        return end is not None and self.end is not None and end < self.end

    def last_texts(self, owner: ValuePath) -> Iterator[LastValue]:
        """The values of the last round of a row of this one; of what is of no row, those of its section."""
        own = self.by_owner.get(owner, ())
        holders = {_holder(each.written, len(owner)) if owner else _section(each.written) for each in own}
        for holder in sorted(holders - {""}):
            yield from self._last_below.get(holder, ())

    @cached_property
    def _last_below(self) -> dict[str, list[LastValue]]:
        """The values of the last round by all that they stand in, as written."""
        found: dict[str, list[LastValue]] = {}
        for each in self.last.values:
            for step in list(_STEP.finditer(each.path))[:-1]:
                found.setdefault(each.path[: step.end()], []).append(each)
        return found


def _holder(written: str, steps: int) -> str:
    """The first steps of a written path: of `results[16.1].note`, two are `results[16.1]`."""
    return written[: list(_STEP.finditer(written))[steps - 1].end()]


def _section(written: str) -> str:
    """What stands before the first field inside something: `body[2]` of `body[2].text`; empty of `digits`."""
    stops = (step.start() - 1 for step in _STEP.finditer(written) if step.start())
    return next((written[:stop] for stop in stops if written[stop] == "."), "")
