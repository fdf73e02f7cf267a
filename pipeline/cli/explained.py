"""How one score, a dimension's or the total came about, said in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pipeline.cli.console import Console
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import Message, diagnose
from pipeline.model.nearest import hint
from pipeline.model.schemes import Rules
from pipeline.papers.scores import Scores
from pipeline.scoring.cards import GroupScore, IndicatorScore, ScoreCard
from pipeline.scoring.explaining import explain_group, explain_indicator, explain_total

TOTAL = ("รวม", "total")
"""What the total is called on the command line."""
_PARTS = ("มิติ", "dimension")
"""What a part of the whole is called there, beside the word that the input has for it."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An indicator, with the rules by which it is combined; a part, whose composite says that, has none."""

    scored: IndicatorScore
    within: Rules | None


def explain(card: ScoreCard, asked: str, console: Console, scores: Scores) -> None:
    """Says how the score of `asked` came about: an indicator's id, `มิติ 2` or by the word that the input has
    for it, or `รวม`; for each judge or round.
    """
    cards = [(each.track.name, each.card) for each in card.tracks if each.card] or [("", card)]
    for track, of_track in cards:
        if track:
            console.print(Message(f"[{track}]", f"[{track}]"))
        for line in _lines(of_track, asked.strip(), scores):
            console.print(line)


def _lines(card: ScoreCard, asked: str, scores: Scores) -> Iterator[Message]:
    if asked.casefold() in TOTAL:
        yield Message("คะแนนรวม", "The total")
        yield from _indented(explain_total(card))
        return
    word = scores.part_word
    for dimension in card.dimensions:
        if "".join(asked.split()) in {f"{each}{dimension.number}" for each in (word, *_PARTS)}:
            name = scores.print_name(dimension.name)
            yield Message(f"{word}ที่ {dimension.number} {name}", f"Dimension {dimension.number} {name}")
            yield from _indented(explain_group(dimension))
            return
    found = {each.scored.id: each for each in _all_of(card.total.members, card.rules)}
    if asked not in found:
        known = [*found, *(f"{word} {each.number}" for each in card.dimensions), TOTAL[0]]
        raise UsageError(
            diagnose("usage/no-indicator", asked=asked, listed=", ".join(known), near=hint(asked, known))
        )
    yield from _indicator_lines(found[asked], scores.print_name)


def _indicator_lines(found: _Found, printed: Callable[[str], str]) -> Iterator[Message]:
    """The indicator's own sentences, then those of its parts."""
    scored = found.scored
    name = f"{scored.id} {printed(scored.name)}"
    yield Message(f"ตัวชี้วัดที่ {name}", f"Indicator {name}")
    yield from _indented(explain_indicator(scored, found.within))
    for part in scored.parts:
        yield from _indented(_indicator_lines(_Found(part, None), printed))


def _indented(lines: Iterable[Message]) -> Iterator[Message]:
    for line in lines:
        yield Message(f"  {line.th}", f"  {line.en}")


def _all_of(members: Iterable[IndicatorScore | GroupScore], within: Rules) -> Iterator[_Found]:
    """Every indicator and part, with the rules of the nearest group that combines it."""
    for member in members:
        if isinstance(member, GroupScore):
            yield from _all_of(member.members, member.rules if member.is_member else within)
        else:
            yield _Found(member, within)
            yield from _parts_of(member)


def _parts_of(scored: IndicatorScore) -> Iterator[_Found]:
    for part in scored.parts:
        yield _Found(part, None)
        yield from _parts_of(part)
