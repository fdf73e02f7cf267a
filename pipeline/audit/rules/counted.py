"""Family 1: one thing, counted in two places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.audit.counts import CountSaid, counts_in
from pipeline.audit.findings import Match, Rule
from pipeline.audit.lists import lists_of
from pipeline.audit.near import key, likeness, near_pairs
from pipeline.audit.text_blocks import Reading, Span
from pipeline.diagnostics import Message

_SCALE = re.compile(r"ระดับ\s*[1-5]")


_LEAST_SUBJECT = 12


def _two_counts(reading: Reading) -> Iterator[Match]:
    said = [
        one
        for passage in reading.passages
        for one in counts_in(passage)
        if len(one.specific) >= _LEAST_SUBJECT and not _SCALE.search(_before(one))
    ]
    keys = [key(one.subject) for one in said]
    siblings = _siblings(reading)
    for low, high in _same_subject(keys):
        one, other = said[low], said[high]
        if one.number == other.number or one.unit.removesuffix("กำลัง") != other.unit.removesuffix("กำลัง"):
            continue
        if reading.one_table(one.spot.passage, other.spot.passage):
            continue
        if _of_one_list(one.spot, other.spot, siblings) or likeness(one.specific, other.specific) < 0.8:
            continue
        yield Match(
            one.spot,
            Message(
                f"“{one.subject[-40:]} {one.number} {one.unit}” แต่อีกแห่งคือ {other.number} {other.unit}",
                f"{one.number} {one.unit} here, {other.number} elsewhere, of the same thing",
            ),
            (other.spot,),
        )


def _same_subject(keys: list[str]) -> Iterator[tuple[int, int]]:
    yield from near_pairs(keys, 0.75)
    seen: dict[str, int] = {}
    for n, text in enumerate(keys):
        if text in seen:
            yield seen[text], n
        seen.setdefault(text, n)


def _before(said: CountSaid) -> str:
    return said.spot.passage.plain[max(said.spot.start - 120, 0) : said.spot.start]


Siblings = dict[int, list[tuple[int, int, int]]]


def _siblings(reading: Reading) -> Siblings:
    """For each passage number the lists that its stretches belong to: list, start, end."""
    found: Siblings = {}
    for n, each in enumerate(lists_of(reading)):
        for item in each.items:
            found.setdefault(item.spot.passage.number, []).append((n, item.spot.start, item.spot.end))
    return found


def _of_one_list(one: Span, other: Span, siblings: Siblings) -> bool:
    """Whether two stretches stand in entries of one list, or in one passage."""
    return one.passage is other.passage or bool(_lists_at(one, siblings) & _lists_at(other, siblings))


def _lists_at(spot: Span, siblings: Siblings) -> set[int]:
    return {n for n, start, end in siblings.get(spot.passage.number, []) if start <= spot.start < end}


RULES = (
    Rule(
        "A0104",
        "error",
        Message("เรื่องเดียวกันนับได้ไม่เท่ากัน", "One thing counted twice, differently"),
        Message(
            "จำนวนของหน่วยเดียวกันที่ตามหลังถ้อยคำเกือบเหมือนกันในคนละที่ (ไม่เทียบข้อในรายการหรือตารางเดียวกัน "
            "และเกณฑ์ของระดับ)",
            "Counts of one unit after nearly the same words in two places; entries of one list or "
            "table, and the "
            "definitions of levels, are not compared.",
        ),
        Message("ตรวจกับหลักฐาน แล้วใช้จำนวนเดียวกัน", "look it up, and give one number"),
        _two_counts,
    ),
)
