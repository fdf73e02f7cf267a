"""Traces a finding of a composed paper back to the value of the input that it was printed from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.audit.findings import Finding
from pipeline.intake import Source, ValuePath
from pipeline.intake.source import Plain
from pipeline.thai.digits import to_arabic

SHORTEST = 6
"""A value with fewer letters of its own stands in too many places to be told from others."""

_NOT_PRINTED = "audit"
"""The part of the data that no paper is printed from: exceptions repeat the words that they accept."""

_MOST = 0.6
"""A value printed the words when it and they have so much of the shorter in common."""

_NAME = re.compile(r"\{[a-z_][a-z0-9_]*\}")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Value:
    """A text of the input as a pattern over what it prints, and how many letters of it are its own."""

    pattern: re.Pattern[str]
    own: int
    path: ValuePath


def trace_findings(findings: Iterable[Finding], source: Source) -> tuple[Finding, ...]:
    """The findings, each with the place of the value that printed its words, where one is known."""
    printed = {name: value for name, value in source.values.items() if name != _NOT_PRINTED}
    values = list(_values(printed, ()))
    return tuple(_trace_finding(finding, values, source) for finding in findings)


def _trace_finding(finding: Finding, values: list[_Value], source: Source) -> Finding:
    text, quote = _bare(finding.passage), _bare(finding.quote.rstrip("…"))
    start = max(text.find(quote), 0)
    best: tuple[int, int] = (0, 0)
    path: ValuePath | None = None
    for value in values:
        for match in value.pattern.finditer(text):
            common = min(match.end(), start + len(quote)) - max(match.start(), start)
            if common >= _MOST * min(len(quote), match.end() - match.start()) and (common, value.own) > best:
                best, path = (common, value.own), value.path
    return finding if path is None else replace(finding, data=source.place(path))


def _values(value: Plain, path: ValuePath) -> Iterator[_Value]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _values(inner, (*path, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _values(inner, (*path, number))
    elif value is not None:
        pieces = [_bare(piece) for piece in _NAME.split(value)]
        own = sum(map(len, pieces))
        if own >= SHORTEST:
            yield _Value(re.compile(".{0,400}?".join(map(re.escape, pieces))), own, path)


def _bare(text: str) -> str:
    """The text with Arabic digits and without spaces, which composing may add and take away."""
    return _SPACES.sub("", to_arabic(text))
