"""Runs every audit rule over the papers; findings come in the order in which a person reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.audit.findings import SEVERITIES, Finding, Match, Rule
from pipeline.audit.table import RULES
from pipeline.audit.text_blocks import Reading, Span, read_papers
from pipeline.extraction.extracted import ExtractedDocument

LONGEST_QUOTE = 100
FORM = 9
"""The family of signs and words: what is even in one paper need not be so in another."""

_ORDER = {severity: n for n, severity in enumerate(SEVERITIES)}


def audit_papers(papers: Iterable[ExtractedDocument], rules: Sequence[Rule] = RULES) -> tuple[Finding, ...]:
    """What the rules find in papers of one matter, read together; each slip is told once.

    In order of severity, then as the papers are read. Papers of different matters are audited one by one.
    """
    several = tuple(papers)
    together, alone = read_papers(several), [read_papers([paper]) for paper in several]
    found = [
        (rule, hit)
        for rule in rules
        for reading in (alone if rule.family == FORM else [together])
        for hit in _hits(rule, reading)
    ]
    order = {paper.source: n for n, paper in enumerate(several)}
    found.sort(key=lambda each: (_ORDER[each[0].severity], *_read_at(each[1].spot, order), each[0].code))
    return tuple(_finding(rule, hit) for rule, hit in found)


def _hits(rule: Rule, reading: Reading) -> list[Match]:
    """The rule's hits, one for each stretch of text and reason."""
    seen: dict[tuple[int, int, int, str], Match] = {}
    for hit in rule.check(reading):
        seen.setdefault((*_position(hit.spot), hit.spot.end, hit.reason.en), hit)
    return list(seen.values())


def _read_at(spot: Span, order: dict[str, int]) -> tuple[int, int, int, int, int]:
    """Where in the papers a spot is read: its paper, and its place there."""
    place = spot.place
    return order[spot.passage.source], place.page, place.line, spot.passage.number, spot.start


def _position(spot: Span) -> tuple[int, int]:
    return spot.passage.number, spot.start


def _finding(rule: Rule, hit: Match) -> Finding:
    others = dict.fromkeys((spot.passage.source, spot.place) for spot in hit.others)
    others.pop((hit.spot.passage.source, hit.spot.place), None)
    return Finding(
        rule.code,
        rule.severity,
        hit.spot.passage.source,
        hit.spot.place,
        quote_of(hit.spot),
        rule.title,
        hit.reason,
        rule.remedy,
        tuple(others),
        hit.spot.passage.text,
    )


def quote_of(spot: Span) -> str:
    """The text of a spot on one line, short enough to show."""
    text = " ".join(spot.text.split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
