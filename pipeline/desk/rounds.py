"""Rounds: the scores of an office at the end of a period, and the last round before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pipeline import api, kinds
from pipeline.api import Prepared
from pipeline.diagnostics import Diagnostic, InputError, Message, diagnose
from pipeline.model.office_input import HasPeriod
from pipeline.model.period import Period
from pipeline.scoring.aims import group_aim
from pipeline.scoring.cards import GroupScore, IndicatorScore, ScoreCard

YEAR = 12


@dataclass(frozen=True, slots=True)
class Round:
    """The scores of one round of one office, read from the file `file`.

    `targets` are the scores that the indicators aim at, by their ids; the middle of its levels is the target
    of one that is missing, such as a plan's project (`domain.md` §2.3).
    `print_name` says a name as papers print it, and `part_word` what numbered parts of the whole are called.
    """

    kind: str
    office: str
    period: Period
    card: ScoreCard
    targets: Mapping[str, Decimal]
    file: str
    print_name: Callable[[str], str]
    part_word: str

    @property
    def title(self) -> Message:
        """`ปีงบประมาณ พ.ศ. 2563 รอบ 6 เดือน`; a whole year is its year alone."""
        year, months = self.period.year_text, self.period.months
        in_english = f"{self.period.year_kind} year {self.period.year_number}"
        if months == YEAR:
            return Message(year, in_english)
        return Message(f"{year} รอบ {months} เดือน", f"{in_english}, first {months} months")

    def follows(self, other: Round) -> bool:
        """Whether `other` is an earlier round of the same office and the same kind of work."""
        alike = (self.kind, self.office) == (other.kind, other.office)
        return alike and other.period.end < self.period.end

    def target(self, group: GroupScore) -> Decimal:
        """The score that a group aims at."""
        return group_aim(group, self.targets, self.card.rules)

    def target_of_all(self) -> Decimal:
        """The score that the whole aims at."""
        return self.target(self.card.total)

    def indicator_like(self, indicator: IndicatorScore) -> IndicatorScore | None:
        """The indicator of the same id; `None` if it was not in the round."""
        try:
            return self.card.indicator(indicator.id)
        except KeyError:
            return None

    def dimension_like(self, dimension: GroupScore) -> GroupScore | None:
        """The dimension of the same number and name; `None` if there was none."""
        alike = (
            one
            for one in self.card.dimensions
            if (one.number, one.name) == (dimension.number, dimension.name)
        )
        return next(alike, None)


def round_of(prepared: Prepared, file: str) -> Round | None:
    """The round that an input reports; `None` for one without scores or without a period, as a free memo."""
    told = prepared.office_input
    scores = api.score(prepared)
    if scores.card is None or not isinstance(told, HasPeriod):
        return None
    return Round(
        told.kind,
        told.office.name,
        told.period,
        scores.card,
        kinds.kind_of(told).aims(told),
        file,
        scores.print_name,
        scores.part_word,
    )


def last_before(this: Round, others: Iterable[Round]) -> Round | None:
    """The latest of the earlier rounds; of two that end on one day, the one that came first."""
    earlier = [other for other in others if this.follows(other)]
    return max(earlier, key=lambda one: one.period.end, default=None)


def earlier_round(this: Round, prepared: Prepared, file: str) -> Round:
    """The round of another input, if it is one before `this`. Raises `InputError` that say what it is."""
    other = round_of(prepared, file)
    if other is None:
        raise InputError([_no_scores(file)])
    if not this.follows(other):
        raise InputError([_not_earlier(this, other)])
    return other


def _no_scores(file: str) -> Diagnostic:
    return diagnose("no-scores", file=file)


def _not_earlier(this: Round, other: Round) -> Diagnostic:
    wanted, given = (
        Message(f"{one.office} {one.title.th}", f"{one.office}, {one.title.en}") for one in (this, other)
    )
    return diagnose("not-an-earlier-round", file=other.file, given=given, wanted=wanted)
