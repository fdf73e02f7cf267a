"""Where a line may end does not hang on which figures stand in a text."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.thai.breaks import Names, breaks
from pipeline.thai.figures import figures_alike
from pipeline.thai.lexicon import Lexicon, load_lexicon
from pipeline.thai.rules import HOLDS, RULES
from tests.thai.gold import GOLD, gold
from tests.thai.test_rules import HELD

MARKED = [GOLD, GOLD.with_name("held_out_breaks.txt"), GOLD.with_name("untouched_breaks.txt")]
PARAGRAPHS = [paragraph.text for file in MARKED for paragraph in gold(file)]
TEXTS = [text for text in PARAGRAPHS if re.search("[0-9๐-๙]", text)] + [text for text, _ in HELD.values()]
NEXT = str.maketrans("0123456789๐๑๒๓๔๕๖๗๘๙", "3789178923๓๗๘๙๑๗๘๙๒๓")
"""Other figures for all; none of them makes a number a year (25xx) or a lone zero."""


def other_figures(text: str) -> str:
    """The text with each number another, but for years and lone zeros."""
    kept = re.compile("(?<![0-9๐-๙])(?:2[4-6][0-9]{2}|๒[๔-๖][๐-๙]{2}|[0๐])(?![0-9๐-๙])|[0-9๐-๙]+")
    years = re.compile("2[4-6][0-9]{2}|๒[๔-๖][๐-๙]{2}|[0๐]")
    return kept.sub(lambda n: n.group() if years.fullmatch(n.group()) else n.group().translate(NEXT), text)


@pytest.mark.parametrize("change", [other_figures, figures_alike])
def test_other_figures_leave_every_place_and_its_cost(change: Callable[[str], str]) -> None:
    changed = [text for text in TEXTS if change(text) != text]
    assert len(changed) >= 100
    assert [breaks(change(text)) for text in changed] == [breaks(text) for text in changed]


@pytest.mark.parametrize("row", [*RULES, *HOLDS], ids=lambda row: row.name)
def test_a_rule_finds_the_same_in_texts_with_figures_alike(row: object) -> None:
    pattern: re.Pattern[str] = row.pattern  # type: ignore[attr-defined]

    def found(text: str) -> list[tuple[int, int]]:
        group = "at" if "at" in pattern.groupindex else "held"
        return [match.span(group) for match in pattern.finditer(text)]

    assert [found(figures_alike(text)) for text in TEXTS] == [found(text) for text in TEXTS]


@given(st.text(alphabet="0124569๐๒๔๕๙ .,/:()-กที่ปีบาทA", max_size=40))
def test_figures_are_exchanged_place_by_place_and_once(text: str) -> None:
    alike = figures_alike(text)
    assert len(alike) == len(text)
    assert all(a == b or (a.isdigit() and b.isdigit()) for a, b in zip(alike, text, strict=True))
    assert figures_alike(alike) == alike


def test_a_year_is_told_from_a_number_that_counts() -> None:
    """No line parts a number from what it counts, but a year from the next word it may."""
    counted, year = "ในเขต 1563 รายการ", "ในปี 2563 รายการ"
    assert dict(breaks(counted)) != dict(breaks(year))
    assert figures_alike("พ.ศ. 2547") == figures_alike("พ.ศ. 2563") != figures_alike("พ.ศ. 1563")


def test_the_name_of_a_numbered_office_is_held_with_any_number() -> None:
    names = Names.of(units=["สำนักงานสรรพากรพื้นที่กรุงเทพมหานคร 12"])
    other = Names.of(units=["สำนักงานสรรพากรพื้นที่กรุงเทพมหานคร 29"])
    text = "ตามที่สำนักงานสรรพากรพื้นที่กรุงเทพมหานคร {} ได้รายงานผล"
    held = breaks(text.format(12), names)
    assert held == breaks(text.format(29), other)
    assert held != breaks(text.format(12))


def test_an_office_may_hold_a_word_with_figures_in_its_own_lexicon() -> None:
    lexicon = Lexicon(f"{load_lexicon().lines}\nโครงการหมู่บ้านรักษาศีล ๕")
    text = "ผลของโครงการหมู่บ้านรักษาศีล {} ในปีนี้"
    at = text.index("{")
    assert at not in dict(breaks(text.format("๕"), Names(lexicon=lexicon)))
    assert at in dict(breaks(text.format("๖"), Names(lexicon=lexicon)))
