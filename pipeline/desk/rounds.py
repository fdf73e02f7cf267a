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
from pipeline.scoring.cards import GroupScore, ScoreCard

MIDDLE = Decimal(3)
"""The target of a plan's project, which names none: the middle of its five levels (`domain.md` §2.3)."""
YEAR = 12


@dataclass(frozen=True, slots=True)
class Round:
    """The scores of one round of one office, read from the file `file`.

    `targets` are the scores (1 to 5) that the indicators aim at, by their ids; `MIDDLE` where one is missing.
    `print_name` says a name as papers print it.
    """

    kind: str
    office: str
    period: Period
    card: ScoreCard
    targets: Mapping[str, Decimal]
    file: str
    print_name: Callable[[str], str]

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
        """The score that a dimension aims at: its indicators' targets by their weights, Σ(w × t) / Σw."""
        aimed = [(one.weight, self.targets.get(one.id, MIDDLE)) for one in group.indicators]
        whole = sum((weight for weight, _ in aimed), Decimal(0))
        return sum((weight * target for weight, target in aimed), Decimal(0)) / whole if whole else MIDDLE

    def target_of_all(self) -> Decimal:
        """The score that the whole aims at."""
        groups = [(one.weight, self.target(one)) for one in self.card.dimensions]
        whole = sum((weight for weight, _ in groups), Decimal(0))
        return sum((weight * target for weight, target in groups), Decimal(0)) / whole if whole else MIDDLE

    def score_of(self, id: str) -> Decimal | None:
        """The score of the indicator `id`; `None` if it had none, or was not in the round."""
        try:
            return self.card.indicator(id).score
        except KeyError:
            return None

    def score_of_dimension(self, dimension: GroupScore) -> Decimal | None:
        """The score of the dimension of the same number and name; `None` if it had none or there was none."""
        alike = (
            one
            for one in self.card.dimensions
            if (one.number, one.name) == (dimension.number, dimension.name)
        )
        return next((one.score for one in alike), None)


def round_of(prepared: Prepared, file: str) -> Round | None:
    """The round that an input reports; `None` for one without scores or without a period, as a free memo."""
    told = prepared.office_input
    scores = api.score(prepared)
    if scores.card is None or not isinstance(told, HasPeriod):
        return None
    targets = kinds.of(told.kind).aims(told)
    return Round(told.kind, told.office.name, told.period, scores.card, targets, file, scores.print_name)


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
