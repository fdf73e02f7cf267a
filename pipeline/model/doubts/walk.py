"""Walks an input of any kind: its records, its texts, and its prose with the names in it printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pipeline.intake import ValuePath
from pipeline.model.facts import PercentOfNothing, evaluate_facts
from pipeline.model.passages import Passage
from pipeline.model.records import Record

_NAME = re.compile(r"\{([^{}]+)\}")
_DEPTH = 4
_FIGURES = ("value", "numerator", "denominator", "steps")
_NOT_PRINTED = "audit"
"""The part of an input that no paper prints: exceptions repeat the words that they accept."""


class Paragraphs(NamedTuple):
    """Passages that stand one after another, and the texts of the names that they may print."""

    path: ValuePath
    passages: tuple[Passage, ...]
    facts: Mapping[str, str]


def values_in(value: Any, path: ValuePath = ()) -> Iterator[tuple[ValuePath, Any]]:
    """Each value that an input holds, at any depth, with its path; what holds others comes before them."""
    yield path, value
    if isinstance(value, Record):
        for name in type(value).model_fields:
            if path or name != _NOT_PRINTED:
                yield from values_in(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for n, entry in enumerate(value):
            yield from values_in(entry, (*path, n))
    elif isinstance(value, dict):
        for name, entry in value.items():
            yield from values_in(entry, (*path, name))


def paragraphs_in(office_input: Record) -> Iterator[Paragraphs]:
    """All prose of an input: passages, and the entries of each list in them."""
    facts: Mapping[str, str] = {}
    owner: ValuePath = ()
    for path, value in values_in(office_input):
        if isinstance(value, Record) and hasattr(value, "facts"):
            facts, owner = _printed(value), path
        if isinstance(value, tuple) and value and isinstance(value[0], Passage):
            inside = owner and path[: len(owner)] == owner
            yield Paragraphs(path, value, facts if inside else {})


def filled(text: str, facts: Mapping[str, str]) -> str:
    """The text with the names in braces printed; those that are not known here stay."""
    for _ in range(_DEPTH):
        printed = _NAME.sub(lambda match: facts.get(match[1].strip(), match[0]), text)
        if printed == text:
            break
        text = printed
    return text


def _printed(result: Any) -> dict[str, str]:
    """A result's own figures, facts and phrases, by their names."""
    told = {name: f"{figure:f}" for name in _FIGURES if (figure := getattr(result, name, None)) is not None}
    try:
        numbers = evaluate_facts(result.facts)
    except (PercentOfNothing, KeyError):
        numbers = {}
    told |= {name: f"{number:f}" for name, number in numbers.items()}
    return told | dict(getattr(result, "phrases", {}))
