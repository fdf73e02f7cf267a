"""The numbers and bullets that a word processor sets itself (`w:numPr`), and the levels of headings.

They are no text of any run, yet a reader sees them: `๒.๓` before a heading is said as much as its words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from copy import copy
from typing import NamedTuple

from pipeline.extraction.docx.names import Element, W, child, local, number, switched_on, value
from pipeline.extraction.docx.runs import clean_text
from pipeline.thai.digits import to_thai

_PARAGRAPH, _NUMBERED = f"{{{W}}}p", f"{{{W}}}numPr"
_LEVEL = re.compile("%([1-9])")
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_BODY_TEXT = 9
"""The outline level of what is no heading (`w:outlineLvl`)."""

_PLAIN = {
    "decimal": "{}", "decimalZero": "{:02}", "numberInDash": "- {} -", "ordinal": "{}th",
    "decimalEnclosedParen": "({})", "decimalEnclosedFullstop": "{}.",
}  # fmt: skip
"""Ways to write a number in figures (`w:numFmt`); for others, their name is said too."""
_DEEPEST_STYLE = 20
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "o": "○"}


class _Level(NamedTuple):
    """One level of a list: the digits, the pattern (`%1.%2`), the first number, the look (`w:rPr`).

    `legal`: the numbers of all levels are said in figures.
    """

    digits: str
    pattern: str
    start: int
    look: Element | None = None
    legal: bool = False


class _List(NamedTuple):
    """Which list a paragraph belongs to, and at which level, from 0."""

    id: str
    level: int


class Numbering:
    """Counts the lists of one document as its paragraphs are read in order."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles = {value(one, "styleId"): one for one in _all(styles, "style")}
        self._abstract_of = {
            value(one, "numId"): value(child(one, "abstractNumId")) for one in _all(numbering, "num")
        }
        self._starts = {value(one, "numId"): _overrides(one) for one in _all(numbering, "num")}
        kinds = {value(one, "abstractNumId"): _of_levels(one) for one in _all(numbering, "abstractNum")}
        self._levels = {
            value(one, "numId"): {
                **kinds.get(value(child(one, "abstractNumId")), {}),
                **_levels_redefined_by(one),
            }
            for one in _all(numbering, "num")
        }
        self._by_style = any(child(style, "pPr", "numPr") is not None for style in self._styles.values())
        self._of_styles: dict[tuple[str, str], Element | None] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()

    def anew(self) -> Numbering:
        """The same lists with nothing counted yet, for another document that has them."""
        fresh = copy(self)
        fresh._counts, fresh._begun = defaultdict(dict), set()
        return fresh

    def markers(self, body: Element) -> Iterator[tuple[Element, str]]:
        """Each paragraph in `body` with its number or bullet, `""` if it has none; to be asked once."""
        counted = {
            above.getparent() for one in body.iter(_NUMBERED) if (above := one.getparent()) is not None
        }
        for paragraph in body.iter(_PARAGRAPH):
            yield paragraph, self.marker(paragraph) if self._by_style or paragraph in counted else ""

    def marker(self, paragraph: Element) -> str:
        """The number or bullet of the paragraph, `""` if it has none; to be asked once, in order."""
        item = self._list_of(paragraph) if self._levels else None
        levels = {} if item is None else self._levels.get(item.id, {})
        if item is None or item.level not in levels:
            return ""
        counts = self._count_item(item, levels)
        level = levels[item.level]
        if level.digits == "bullet":
            return _BULLETS.get(level.pattern, level.pattern)
        return _LEVEL.sub(
            lambda match: _figure(
                counts.get(int(match[1]) - 1, 1),
                "decimal" if level.legal else levels.get(int(match[1]) - 1, level).digits,
            ),
            level.pattern,
        )

    def look(self, paragraph: Element) -> Element | None:
        """How the number of the paragraph is set (`w:rPr` of its level), if it says so."""
        item = self._list_of(paragraph)
        if item is None:
            return None
        level = self._levels.get(item.id, {}).get(item.level)
        return None if level is None else level.look

    def outline_level(self, paragraph: Element) -> int:
        """The level of a heading, from 1; 0 for what is no heading."""
        found = self._property(paragraph, "outlineLvl")
        level = number(found, _BODY_TEXT)
        return level + 1 if level < _BODY_TEXT else 0

    def _list_of(self, paragraph: Element) -> _List | None:
        properties = self._property(paragraph, "numPr")
        if properties is None:
            return None
        id = value(child(properties, "numId"))
        return _List(id, number(child(properties, "ilvl"), 0)) if id not in ("", "0") else None

    def _property(self, paragraph: Element, name: str) -> Element | None:
        """A property of the paragraph itself, of its style, or of one that this is based on."""
        properties = child(paragraph, "pPr")
        own = child(properties, name)
        if own is not None:
            return own
        asked = value(child(properties, "pStyle")), name
        if asked not in self._of_styles:
            self._of_styles[asked] = self._of_style(*asked)
        return self._of_styles[asked]

    def _of_style(self, style_id: str, name: str) -> Element | None:
        style = self._styles.get(style_id)
        for _ in range(_DEEPEST_STYLE):
            found = child(style, "pPr", name)
            if found is not None or style is None:
                return found
            style = self._styles.get(value(child(style, "basedOn")))
        return None

    def _count_item(self, item: _List, levels: dict[int, _Level]) -> dict[int, int]:
        """Counts one more at the item's level; the levels below begin anew."""
        counts = self._counts[self._abstract_of.get(item.id, "")]
        if item.id not in self._begun:
            self._begun.add(item.id)
            for level, start in self._starts.get(item.id, {}).items():
                counts[level] = start - 1
        counts[item.level] = counts.get(item.level, levels[item.level].start - 1) + 1
        for deeper in [level for level in counts if level > item.level]:
            del counts[deeper]
        for above in range(item.level):
            counts.setdefault(above, levels[above].start if above in levels else 1)
        return counts


def _all(root: Element | None, name: str) -> list[Element]:
    return [] if root is None else [one for one in root if local(one) == name]


def _of_levels(kind: Element) -> dict[int, _Level]:
    return {number(level, 0, "ilvl"): _level(level) for level in _all(kind, "lvl")}


def _levels_redefined_by(num: Element) -> dict[int, _Level]:
    """The levels that a list has otherwise than its kind."""
    return {level: made for one in _all(num, "lvlOverride") for level, made in _of_levels(one).items()}


def _level(level: Element) -> _Level:
    return _Level(
        value(child(level, "numFmt")) or "decimal",
        clean_text(value(child(level, "lvlText"))),
        number(child(level, "start"), 1),
        child(level, "rPr"),
        switched_on(level, "isLgl"),
    )


def _overrides(num: Element) -> dict[int, int]:
    """Where a list begins its levels at another number than its kind does."""
    return {
        number(one, 0, "ilvl"): number(child(one, "startOverride"), 1)
        for one in _all(num, "lvlOverride")
        if child(one, "startOverride") is not None
    }


def _figure(count: int, digits: str) -> str:
    """A list number in its digits (`w:numFmt`); those that Thai papers do not use are said by name."""
    if digits.startswith("thai") and digits != "thaiLetters":
        return to_thai(str(count))
    if digits == "thaiLetters":
        return _letter(count, _THAI_LETTERS)
    if digits in ("lowerLetter", "upperLetter"):
        letter = _letter(count, "abcdefghijklmnopqrstuvwxyz")
        return letter if digits == "lowerLetter" else letter.upper()
    if digits in ("lowerRoman", "upperRoman") and 0 < count < 40:
        return _roman(count) if digits == "lowerRoman" else _roman(count).upper()
    if digits in _PLAIN:
        return _PLAIN[digits].format(count)
    return "" if digits == "none" else f"{digits} {count}"


def _letter(count: int, letters: str) -> str:
    """After the last letter come doubled ones, as Word has it."""
    rounds, at = divmod(max(count, 1) - 1, len(letters))
    return letters[at] * (min(rounds, 9) + 1)


def _roman(count: int) -> str:
    said = ""
    for worth, sign in _ROMAN:
        said += sign * (count // worth)
        count %= worth
    return said
