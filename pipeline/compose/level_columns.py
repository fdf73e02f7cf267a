"""How wide the columns of a score table are, and whether its levels find room there, in cm.

Widths are estimated from letters: what a column holds is set in lines by the typesetter, which needs no more
than that no word is wider than its column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from pipeline.thai.words import word_boundaries

LETTER = 0.22
"""What a letter of 14 pt takes, marks above and below apart."""
_NARROW = {**dict.fromkeys("0123456789", 0.19), **dict.fromkeys(".,:-()", 0.12)}
"""What figures and points take."""
PADDING = 0.4
_NAMES = 5.0
"""What names of indicators have at least."""
_UNIT_AND_WEIGHT = (1.6, 1.6)
_SPARE = 1.0
"""What units get of names that have twice what they need."""
_OF_A_TRACK = ((2.8, 2.2, 2.2), (2.3, 1.8, 2.0), (1.9, 1.6, 2.0), (1.8, 1.5, 2.0), (1.4, 1.35, 1.5))
"""Result, score and weighted score, from the widest to the narrowest."""
_LEVEL = 1.2
_WIDE_LEVEL = 3.0
_IN_WORDS = 3.4
"""What all levels have together at least, for criteria in words."""
_MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")


class LevelColumns(NamedTuple):
    """The widths of a table's columns as markup has them; without `levels` these stand in a table apart.

    `narrow`: results, scores and weighted scores have room for short headings only.
    """

    levels: bool
    widths: str
    narrow: bool


def widest_word(texts: Iterable[str]) -> float:
    """The width of the widest word of texts, with the padding of a cell."""
    widths = (_width(word) for text in texts for piece in text.split() for word in _words(piece))
    return max(widths, default=0.0) + PADDING


def _words(text: str) -> Iterator[str]:
    for start, end in pairwise((0, *word_boundaries(text), len(text))):
        yield text[start:end]


def _width(word: str) -> float:
    return sum(_NARROW.get(letter, LETTER) for letter in word if letter not in _MARKS)


def score_columns(
    texts: Iterable[str], figures: Iterable[Iterable[str]], levels: int, tracks: int, width: float
) -> LevelColumns:
    """The columns of a score table `width` wide: name, unit, weight, `levels`, three for each of `tracks`.

    `texts` are those of its level columns, `figures` the results, scores and weighted scores. Where levels
    leave no room for names they go.
    """
    least = [widest_word(each) for each in figures]
    choices = [tuple(map(max, each, least)) for each in _OF_A_TRACK]
    level = _level_width(texts, levels)
    fixed = sum(_UNIT_AND_WEIGHT)
    for of_track in choices:
        names = width - fixed - sum(of_track) * tracks - level * levels
        if names >= _NAMES:
            return LevelColumns(
                True, _say(names, [level] * levels, of_track, tracks), of_track == choices[-1]
            )
    of_track = next((each for each in choices if width - fixed - sum(each) * tracks >= _NAMES), choices[-1])
    names = max(width - fixed - sum(of_track) * tracks, _NAMES / 2)
    return LevelColumns(False, _say(names, [], of_track, tracks), of_track == choices[-1])


def criteria_columns(levels: int, width: float) -> str:
    """The widths of the table of criteria alone: name, unit, and `levels`."""
    unit = _UNIT_AND_WEIGHT[0]
    level = min((width - unit - _NAMES * 1.6) / max(levels, 1), _WIDE_LEVEL)
    return _shares([width - unit - level * levels, unit, *[level] * levels])


def annex_columns(texts: Iterable[str], levels: int, years: int, width: float) -> str:
    """The widths of a table of targets: name, weight, results of `years`, and `levels`."""
    weight, year, names = 1.6, 1.3, 4.2
    room = width - weight - year * years - names
    level = min(_level_width(texts, levels), room / max(levels, 1))
    return _shares(
        [width - weight - year * years - level * levels, weight, *[year] * years, *[level] * levels]
    )


def _level_width(texts: Iterable[str], levels: int) -> float:
    """One column of `levels`: for its widest word, and all together for what is said in words across them."""
    return max(widest_word(texts), _LEVEL, _IN_WORDS / max(levels, 1))


def _say(names: float, levels: list[float], of_track: tuple[float, ...], tracks: int) -> str:
    unit, weight = _UNIT_AND_WEIGHT
    spare = _SPARE if names > 2 * _NAMES else 0.0
    return _shares([names - spare, unit + spare, weight, *levels, *of_track * tracks])


def _shares(widths: list[float]) -> str:
    return " ".join(f"{width:.2f}" for width in widths)
