"""Family 6: one of two words. Calendar or fiscal year, endorsed or approved."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from pipeline.audit.findings import Match, Rule
from pipeline.audit.near import key, near_pairs
from pipeline.audit.sections import ABBREVIATION
from pipeline.audit.text_blocks import Reading, Span
from pipeline.diagnostics import Message

_YEARLY = re.compile(
    r"(?P<name>[^\d:]{10,120}?)\s*(?:พ\.ศ\.\s*)?ประจำปี(?P<fiscal>งบประมาณ)?\s*(?:พ\.ศ\.)?\s*(?P<year>25\d\d)(?!\s*[-–]\s*\d)"
)


_LEAST = 8
_SAME_ACTIVITY = 0.85
_BEGINNING, _SHORT = 14, 30
_LEADING = re.compile(r"^.*(?:\d[.)]|\s-|^-)\s+|^(?:-\s*)?(?:ได้)?(?:ดำเนิน(?:การ)?|จัด(?=กิจกรรม))")


def _fiscal_or_calendar(reading: Reading) -> Iterator[Match]:
    """`… ประจำปี 2563` and `… ประจำปีงบประมาณ พ.ศ. 2563` of one activity."""
    calendar: dict[str, list[Span]] = defaultdict(list)
    fiscal: dict[str, list[Span]] = defaultdict(list)
    for passage in reading.passages:
        for match in _YEARLY.finditer(passage.plain):
            name = key(ABBREVIATION.sub("", _LEADING.sub("", match["name"])))
            if len(name) >= _LEAST:
                (fiscal if match["fiscal"] else calendar)[name].append(passage.span_of(match))
    for names in _activities([*calendar, *fiscal]):
        of_calendar = _in_order(spot for name in names for spot in calendar.get(name, ()))
        of_fiscal = _in_order(spot for name in names for spot in fiscal.get(name, ()))
        if of_calendar and of_fiscal:
            few_are_fiscal = len(of_fiscal) <= len(of_calendar)
            few, many = (of_fiscal, of_calendar) if few_are_fiscal else (of_calendar, of_fiscal)
            here, there = ("ปีงบประมาณ", "ปี") if few_are_fiscal else ("ปี", "ปีงบประมาณ")
            yield Match(
                few[0],
                Message(
                    f"ที่นี่ใช้ “ประจำ{here}” ที่อื่นใช้ “ประจำ{there}” กับเรื่องเดียวกัน",
                    f"{'fiscal' if few_are_fiscal else 'calendar'} year here, "
                    f"{'calendar' if few_are_fiscal else 'fiscal'} year elsewhere",
                ),
                (*few[1:], *many),
            )


def _activities(names: list[str]) -> list[list[str]]:
    """The names in groups that are of one activity: nearly the same, or a short one that begins another."""
    distinct = list(dict.fromkeys(names))
    group = list(range(len(distinct)))
    pairs = list(near_pairs(distinct, _SAME_ACTIVITY))
    first: dict[str, int] = {}
    for n, name in sorted(enumerate(distinct), key=lambda each: len(each[1])):
        short = first.setdefault(name[:_BEGINNING], n)
        if len(distinct[short]) < _SHORT:
            pairs.append((short, n))
    for one, other in pairs:
        low, high = sorted((group[one], group[other]))
        group = [low if each == high else each for each in group]
    found: dict[int, list[str]] = defaultdict(list)
    for name, number in zip(distinct, group, strict=True):
        found[number].append(name)
    return list(found.values())


def _in_order(spots: Iterable[Span]) -> list[Span]:
    return sorted(spots, key=lambda spot: (spot.passage.number, spot.start))


_APPROVED = re.compile(
    r"(?P<verb>เห็นชอบ|อนุมัติ)(?:ต่อ|กับ|ให้ใช้)?(?:ร่าง)?(?P<what>แผน|โครงการ|หลักสูตร|งบประมาณ|ระเบียบ|แนวทาง|มาตรการ)(?P<rest>[ก-๎ฯ]*)"
)


_ASKED = re.compile(r"(?:ขอ|โปรด|เพื่อ|เสนอ|ต้อง|หาก|เมื่อ)(?:พิจารณา)?(?:ให้)?(?:ความ)?$")
"""Before a decision that is asked for, not told."""


def _two_decisions(reading: Reading) -> Iterator[Match]:
    """เห็นชอบ here and อนุมัติ there, of one plan."""
    found = [
        (match["verb"], match["what"], match["rest"], passage.span_of(match))
        for passage in reading.passages
        for match in _APPROVED.finditer(passage.plain)
        if not _ASKED.search(passage.plain[: match.start()])
    ]
    count = Counter(verb for verb, *_ in found)
    for verb, what, rest, spot in found:
        against = [
            s
            for other_verb, other_what, other_rest, s in found
            if other_verb != verb and other_what == what and _one_object(rest, other_rest)
        ]
        if against and (count[verb], verb == "เห็นชอบ") <= (min(count.values()), False):
            yield Match(
                spot,
                Message(
                    f"ใช้ “{verb}” ที่นี่ แต่ที่อื่นใช้ “{'เห็นชอบ' if verb == 'อนุมัติ' else 'อนุมัติ'}” กับเรื่องเดียวกัน",
                    f"“{verb}” here, the other word elsewhere, of one thing",
                ),
                tuple(against),
            )


def _one_object(one: str, other: str) -> bool:
    short = [text for text in (one, other) if text.startswith("ฯ") or not text or text.startswith("ดังกล่าว")]
    return bool(short) or one[:8] == other[:8]


RULES = (
    Rule(
        "A0623",
        "warning",
        Message("ประจำปี หรือ ประจำปีงบประมาณ", "Calendar year or fiscal year"),
        Message(
            "กิจกรรมเดียวกันใช้ “ประจำปี …” ในที่หนึ่งและ “ประจำปีงบประมาณ พ.ศ. …” ในอีกที่หนึ่ง",
            "One activity with ประจำปี in one place and ประจำปีงบประมาณ in another.",
        ),
        Message("เลือกปีปฏิทินหรือปีงบประมาณอย่างเดียว", "choose one of the two years"),
        _fiscal_or_calendar,
    ),
    Rule(
        "A0624",
        "warning",
        Message("เห็นชอบ หรือ อนุมัติ", "Endorsed or approved"),
        Message(
            "แผนหรือโครงการเดียวกันที่บอกว่า “เห็นชอบ” ในที่หนึ่งและ “อนุมัติ” ในอีกที่หนึ่ง",
            "One plan that is endorsed (เห็นชอบ) in one place and approved (อนุมัติ) in another.",
        ),
        Message("ใช้คำตามมติหรือคำสั่งจริง", "use the word of the decision itself"),
        _two_decisions,
    ),
)
