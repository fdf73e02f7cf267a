"""The scores of an input beside those of its last round: what each was, and by how much it changed.

A difference is taken of figures as they are printed. Scores under other full marks or another scheme are not
taken from one another; `is_unlike` says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from pipeline.model.criteria import criteria_of
from pipeline.model.in_templates import in_templates
from pipeline.model.last_round import LastDimension, LastRound, LastScore
from pipeline.model.masks import Mask, mask_of
from pipeline.model.period import Period
from pipeline.model.scored_input import ScoredInput
from pipeline.scoring.cards import GroupScore, IndicatorScore, ScoreCard
from pipeline.scoring.rounding import figure_text, round_to

NONE = "-"
"""What stands for a figure that one of the rounds has not."""
NEW = "ใหม่"
ENDED = "ยุติ"
NOT_COMPARED = "เทียบไม่ได้"
UP, DOWN, SAME = "เพิ่มขึ้น", "ลดลง", "คงเดิม"


@dataclass(frozen=True, slots=True)
class Change:
    """One figure in both rounds, to `places` decimals; `None` where a round has none. `is_new`: what it is of
    did not stand in the last round. `hides`: papers for the public mask it.
    """

    last: Decimal | None
    this: Decimal | None
    places: int
    is_new: bool = False
    is_unlike: bool = False
    hides: bool = False

    @property
    def difference(self) -> Decimal | None:
        """This round's less the last's, both as printed."""
        if self.last is None or self.this is None or self.is_unlike or self.hides:
            return None
        return round_to(self.this, (self.places,)) - round_to(self.last, (self.places,))

    @property
    @in_templates
    def last_text(self) -> str:
        """`3.3`, without decimals that say nothing; `-` where there was none."""
        return self._shown(NONE if self.last is None else figure_text(round_to(self.last, (self.places,))))

    @property
    @in_templates
    def last_in_full(self) -> str:
        """`3.3000`."""
        return self._shown(NONE if self.last is None else f"{round_to(self.last, (self.places,)):f}")

    @property
    @in_templates
    def text(self) -> str:
        """`+0.2`, `-0.2`, `0`; `ใหม่` of what is new, `เทียบไม่ได้` of what is unlike, `-` of the unknown."""
        return self._signed(is_full=False)

    @property
    @in_templates
    def in_full(self) -> str:
        """`+0.2000`."""
        return self._signed(is_full=True)

    @property
    @in_templates
    def words(self) -> str:
        """`เพิ่มขึ้น 0.2`, `ลดลง 0.2`, `คงเดิม`."""
        return self._in_words(is_full=False)

    @property
    @in_templates
    def words_in_full(self) -> str:
        """`เพิ่มขึ้น 0.2000`."""
        return self._in_words(is_full=True)

    @property
    @in_templates
    def is_known(self) -> bool:
        """Whether both rounds have the figure, and it may be compared."""
        return self.difference is not None

    def _in_words(self, *, is_full: bool) -> str:
        difference = self.difference
        if difference is None:
            return self._signed(is_full=is_full)
        if not difference:
            return SAME
        size = f"{abs(difference):f}" if is_full else figure_text(abs(difference))
        return f"{UP if difference > 0 else DOWN} {size}"

    def _signed(self, *, is_full: bool) -> str:
        if self.is_new:
            return NEW
        if self.last is not None and self.this is not None and self.is_unlike:
            return NOT_COMPARED
        difference = self.difference
        if difference is None:
            return self._shown(NONE)
        text = f"{difference:f}" if is_full else figure_text(difference)
        return f"+{text}" if difference > 0 else text

    def _shown(self, text: str) -> str:
        return mask_of(text) if self.hides else text


@dataclass(frozen=True, slots=True)
class LastLine:
    """An indicator, a dimension or the whole beside the last round. `full` are the full marks it had."""

    score: Change
    percent: Change
    full: Decimal | None = None
    is_new: bool = False
    is_unlike: bool = False


@dataclass(frozen=True, slots=True)
class EndedLine:
    """What stood in the last round and does not in this: its name, and what it had."""

    id: str
    name: str
    score: Change
    percent: Change


@dataclass(frozen=True, slots=True)
class UnlikeLine:
    """What is scored otherwise than last round: the full marks that it had, if they are known, and has."""

    name: str
    last_full: Decimal | None
    full: Decimal


@dataclass(frozen=True, slots=True)
class LastSheet:
    """The last round as a whole: its period, what ended with it, and what is not to be compared with it."""

    period: Period | None
    ended: tuple[EndedLine, ...]
    unlike: tuple[UnlikeLine, ...]
    measured_otherwise: tuple[str, ...]


@dataclass(frozen=True)
class AgainstLast:
    """The score card of an input and its last round."""

    scored: ScoredInput
    card: ScoreCard
    last: LastRound

    @cached_property
    def hides(self) -> bool:
        """Whether the card is masked: then so is what the last round had."""
        return isinstance(self.card.total.score, Mask)

    @cached_property
    def _scores(self) -> dict[str, LastScore]:
        return {each.id: each for each in self.last.scores}

    @cached_property
    def _dimensions(self) -> dict[str, LastDimension]:
        return {each.number: each for each in self.last.dimensions}

    def line(self, own: IndicatorScore | GroupScore) -> LastLine:
        """What was of an indicator, part, dimension or the whole; of any other group nothing is known."""
        if isinstance(own, IndicatorScore):
            return self._of_indicator(own)
        if own.number:
            was = self._dimensions.get(own.number)
            return self._of_group(own, was if was and was.name in ("", own.name) else None)
        return self._of_group(own, self.last if not own.name else None)

    def _of_indicator(self, own: IndicatorScore) -> LastLine:
        was = self._scores.get(own.id) or self._scores.get(own.name)
        scheme = own.rules.id if own.rules else ""
        is_unlike = was is not None and _is_unlike(was.full, was.scheme, own.full, scheme)
        places = _places(own.places, was.score if was else None, _unmasked(own.score))
        score = self._change(was.score if was else None, own.score, places, was is None, is_unlike)
        percent = self._change(was.percent if was else None, own.percent, 2, was is None, is_unlike)
        return LastLine(score, percent, was.full if was else None, was is None, is_unlike)

    def _of_group(self, own: GroupScore, was: LastDimension | LastRound | None) -> LastLine:
        had = None if was is None else was.total if isinstance(was, LastRound) else was.score
        is_new = was is None and bool(self.last.dimensions)
        is_unlike = was is not None and _is_unlike(was.full, was.scheme, own.full, own.rules.id)
        score = self._change(had, own.score, own.places, is_new, is_unlike)
        percent = self._change(was.percent if was else None, own.percent, 2, is_new, is_unlike)
        return LastLine(score, percent, was.full if was else None, is_new, is_unlike)

    def _change(
        self, last: Decimal | None, this: Decimal | None, places: int, is_new: bool, is_unlike: bool
    ) -> Change:
        is_new = is_new and this is not None
        return Change(last, _unmasked(this), places, is_new=is_new, is_unlike=is_unlike, hides=self.hides)

    @cached_property
    def ended(self) -> tuple[EndedLine, ...]:
        """What stood in the last round alone; parts go with what they are parts of."""
        now = {name for each in self.scored.scored for name in (each.scored.id, each.scored.name) if name}
        gone = (each for each in self.last.scores if each.id not in now and not each.of)
        return tuple(
            EndedLine(
                each.id,
                each.name or each.id,
                self._change(each.score, None, 4, False, False),
                self._change(each.percent, None, 2, False, False),
            )
            for each in gone
        )

    @cached_property
    def unlike(self) -> tuple[UnlikeLine, ...]:
        """What is scored otherwise than last round; the whole has no name."""
        all_lines: tuple[IndicatorScore | GroupScore, ...] = (
            self.card.total,
            *self.card.dimensions,
            *self.card.indicators,
        )
        told = ((own, self.line(own)) for own in all_lines)
        return tuple(UnlikeLine(own.name, line.full, own.full) for own, line in told if line.is_unlike)

    @cached_property
    def measured_otherwise(self) -> tuple[str, ...]:
        """The names of what is measured by another scale or target than last round."""
        found = []
        for placed in self.scored.scored:
            was = self._scores.get(placed.scored.id) or self._scores.get(placed.scored.name)
            if was is not None and was.criteria and was.criteria != criteria_of(placed.scored):
                found.append(placed.scored.name)
        return tuple(found)

    @property
    def told(self) -> LastSheet:
        """What a paper tells of it beside the figures of its lines."""
        return LastSheet(self.last.period, self.ended, self.unlike, self.measured_otherwise)


def _places(usual: int, *figures: Decimal | None) -> int:
    """The decimals of scores that are printed whole: as usual, or 4 where one has more."""
    fits = all(figure is None or round_to(figure, (usual,)) == figure for figure in figures)
    return usual if fits else max(usual, 4)


def _unmasked(figure: Decimal | None) -> Decimal | None:
    """A figure to reckon with; a masked one is not known here."""
    return None if isinstance(figure, Mask) else figure


def _is_unlike(full: Decimal | None, scheme: str, own_full: Decimal, own_scheme: str) -> bool:
    """What the last round does not tell is taken to be as now."""
    return (full is not None and full != own_full) or bool(scheme and scheme != own_scheme)


def against_last(scored: ScoredInput, card: ScoreCard | None) -> AgainstLast | None:
    """The card beside the last round in the data; `None` without scores in both."""
    last = scored.last_round
    if card is None or last is None or (last.total is None and not last.scores):
        return None
    return AgainstLast(scored, card, last)
