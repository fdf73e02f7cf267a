"""The scores of one input: what scoring hands to every later stage.

The figures of indicators are what is printed (scores and ratios to the decimals of the scheme, half up) and
what all others are reckoned from; those of groups are exact, or rounded where the scheme rounds them, and
rounded to `places` where they are printed (`rounding`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.model.in_templates import in_templates
from pipeline.model.indicators import Measured, Status
from pipeline.model.scales import Cells, Scale
from pipeline.model.schemes import Adjustment, CombineTracks, Gate, Rules, Track, Unmeasured


@dataclass(frozen=True, slots=True)
class Origin:
    """How the score of an indicator came about.

    `exact` is the figure before a ratio was rounded, `unrounded` the score that it earns on the scale;
    `by_scale` is that score as rounded, also where a judge gave another (`given`). `ceilings` are the gates
    that do not hold.
    """

    scale: Scale
    rules: Rules
    exact: Decimal | None = None
    unrounded: Decimal | None = None
    by_scale: Decimal | None = None
    given: Decimal | None = None
    adjustments: tuple[Adjustment, ...] = ()
    ceilings: tuple[Gate, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """One indicator (or project, or part) with what it scored.

    `result` is the measured figure in the scale's unit (a ratio as its percentage), `None` when not
    measured. `score` is `None` when not measured, or when the scale's first level was not reached; `level`
    is the same number without needless decimals (`3.8`), and `None` likewise. `percent` is สัดส่วนผลสำเร็จ
    by the indicator's own rule. `counted` is the score that the totals take, by the policy when not
    measured, `None` when the indicator is left out of them; `weighted` is `weight × counted / of`, of a sum
    the marks themselves, of a plain mean `None`. `weight` is what counts where members are combined: as
    typed, 1 in a plain mean, the full marks in a sum. `full` is the highest score that can be earned.
    `rounded` says that rounding changed the score. `cells` are the results under each level, `rules` those
    that it is scored by, or its parts are combined by.
    """

    id: str
    name: str
    weight: Decimal
    status: Status
    policy: Unmeasured
    result: Decimal | None
    score: Decimal | None
    level: Decimal | None
    percent: Decimal | None
    counted: Decimal | None
    counted_percent: Decimal | None
    weighted: Decimal | None
    reported: Measured | None = None
    rounded: bool = False
    parts: tuple[IndicatorScore, ...] = ()
    full: Decimal = Decimal(5)
    places: int = 4
    cells: Cells = ()
    origin: Origin | None = None
    rules: Rules | None = None

    @property
    @in_templates
    def note(self) -> str:
        """What was remarked where the result was reported; empty if nothing was."""
        return self.reported.note if self.reported else ""


@dataclass(frozen=True, slots=True)
class GroupScore:
    """A dimension, a group of it, or the whole: its members as the rules combine them.

    `weight` is the full weight of what counts in it, `denominator` the part of it that was counted; `score`
    and `percent` are `None` when nothing was. `weighted` is the sum of its members'. `full` are the full
    marks of `score`, and `grade` the band that it falls into. Of a group with a scheme of its own
    (`is_member`), `share` is the weight with which it counts as one where it stands, and `share_weighted`
    what it brings there.
    """

    number: str
    name: str
    weight: Decimal
    denominator: Decimal
    score: Decimal | None
    percent: Decimal | None
    weighted: Decimal
    members: tuple[IndicatorScore | GroupScore, ...]
    full: Decimal
    places: int
    rules: Rules
    is_member: bool = False
    share: Decimal | None = None
    share_weighted: Decimal | None = None
    grade: str = ""

    @property
    @in_templates
    def indicators(self) -> tuple[IndicatorScore, ...]:
        """All indicators below it, in order."""
        return tuple(_indicators(self.members))


@dataclass(frozen=True, slots=True)
class TrackCard:
    """The scores by the results of one judge or round; `card` is `None` where it has no results yet."""

    track: Track
    card: ScoreCard | None


@dataclass(frozen=True, slots=True)
class Overall:
    """The score of a document by all its tracks: their mean, weighted or plain, or the least; by the scheme
    of the document, from totals that were not rounded. `mean` is their plain mean, also where another rule
    decides.
    """

    combine: CombineTracks
    score: Decimal
    mean: Decimal
    full: Decimal
    grade: str


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """All scores of an input: its dimensions in order, and the total.

    Of several judges or rounds these are the scores of the one that decides, `decided_by`, and `tracks` are
    those of all. `grade` is the band of the total. `adjustments` and `ceilings` are those of the total, and
    `exact` is the total that they leave of the figure that was not rounded, `before` the total without them.
    """

    dimensions: tuple[GroupScore, ...]
    total: GroupScore
    policy: Unmeasured
    rules: Rules
    tracks: tuple[TrackCard, ...] = ()
    decided_by: Track | None = None
    grade: str = ""
    adjustments: tuple[Adjustment, ...] = ()
    ceilings: tuple[Gate, ...] = ()
    overall: Overall | None = None
    exact: Decimal | None = None
    before: Decimal | None = None

    @property
    @in_templates
    def indicators(self) -> tuple[IndicatorScore, ...]:
        """All indicators in order."""
        return tuple(indicator for dimension in self.dimensions for indicator in dimension.indicators)

    @property
    @in_templates
    def rounded(self) -> bool:
        """Whether rounding changed the score of any indicator: then the paper tells how it is done."""
        return any(indicator.rounded for indicator in self.indicators)

    @property
    @in_templates
    def below_first(self) -> bool:
        """Whether anything was measured below the first level of its scale, and yet counts as the first."""
        return any(one.status == "measured" and one.score is None and not one.parts for one in self.leaves)

    @property
    @in_templates
    def leaves(self) -> tuple[IndicatorScore, ...]:
        """All indicators and parts that have no parts themselves, in order."""
        return tuple(leaf for indicator in self.indicators for leaf in _leaves(indicator))

    @in_templates
    def indicator(self, id: str) -> IndicatorScore:
        """The score of the indicator or project `id`; `KeyError` if there is none."""
        for indicator in self.indicators:
            if indicator.id == id:
                return indicator
        raise KeyError(id)

    @in_templates
    def dimension(self, number: int) -> GroupScore:
        """The score of มิติที่ `number`; `KeyError` if there is none."""
        for dimension in self.dimensions:
            if dimension.number == str(number):
                return dimension
        raise KeyError(number)


def _indicators(members: Iterable[IndicatorScore | GroupScore]) -> Iterator[IndicatorScore]:
    for member in members:
        if isinstance(member, IndicatorScore):
            yield member
        else:
            yield from _indicators(member.members)


def _leaves(scored: IndicatorScore) -> Iterator[IndicatorScore]:
    if not scored.parts:
        yield scored
    for part in scored.parts:
        yield from _leaves(part)
