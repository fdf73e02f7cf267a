"""Provenance of a printed figure: the values of the input that hold it, and the scores that give it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from pipeline.desk.previews import FIGURE
from pipeline.diagnostics import Location, Message
from pipeline.intake.source import Path, Source
from pipeline.scoring.cards import IndicatorScore, ScoreCard
from pipeline.scoring.rounding import figure_text, whole_text
from pipeline.thai.digits import to_arabic

MOST = 12
"""So many origins are shown; a figure such as 3 stands in many places."""


class Origin(NamedTuple):
    """A value that holds the figure, its name in the data and its place; or what it is computed from."""

    name: str
    value: str
    place: Location | None
    note: Message | None = None


def origins_of(figure: str, source: Source, card: ScoreCard | None) -> tuple[Origin, ...]:
    """The origins of a printed figure: values that are just it come first, then computed figures, then
    texts that hold it.
    """
    wanted = _value(figure)
    alone, within = [], []
    for path, text in _scalars(source.values, ()):
        origin = Origin(_name_path(path), text, source.places.get(path))
        if _value(text) == wanted:
            alone.append(origin)
        elif any(_value(match.group()) == wanted for match in FIGURE.finditer(text)):
            within.append(origin)
    return (*alone, *_find_computed_origins(wanted, card), *within)[:MOST]


def _value(text: str) -> Decimal | str:
    """What a figure says, in whatever digits; `5357/19` says itself."""
    plain = to_arabic(text).replace(",", "").strip()
    try:
        return Decimal(plain)
    except InvalidOperation:
        return plain


def _scalars(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _scalars(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _scalars(inner, (*path, at))


def _name_path(path: Path) -> str:
    """`plan › projects › 3 › weight`; positions count from 1."""
    return " › ".join(str(part + 1) if isinstance(part, int) else part for part in path)


def _find_computed_origins(wanted: Decimal | str, card: ScoreCard | None) -> Iterator[Origin]:
    for indicator in _indicators(card):
        for name, text in (
            (
                Message("คะแนน", "score"),
                None if indicator.score is None else whole_text(indicator.score, indicator.places),
            ),
            (
                Message("ร้อยละ", "percent"),
                None if indicator.percent is None else figure_text(indicator.percent),
            ),
            (Message("ระดับ", "level"), None if indicator.level is None else str(indicator.level)),
        ):
            if text is not None and Decimal(text) == wanted:
                yield Origin(indicator.name, text, None, name)


def _indicators(card: ScoreCard | None) -> Iterator[IndicatorScore]:
    for dimension in card.dimensions if card else ():
        yield from dimension.indicators
