"""Walks an input of any kind: its records, its texts, and its prose with the names in it printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.intake import ValuePath
from pipeline.model.doubts.against import Against
from pipeline.model.facts import PercentOfNothing, evaluate_facts
from pipeline.model.last_round import LastRound
from pipeline.model.passages import Passage
from pipeline.model.records import Record

if TYPE_CHECKING:
    from pipeline.model.office_input import OfficeInput

_NAME = re.compile(r"\{([^{}]+)\}")
_DEPTH = 4
_FIGURES = ("value", "numerator", "denominator", "steps")
_NOT_PRINTED = ("audit", "last_round")
"""Parts of an input that repeat its words: exceptions, and what was typed last round."""


class Paragraphs(NamedTuple):
    """Passages that stand one after another, and the texts of the names that they may print."""

    path: ValuePath
    passages: tuple[Passage, ...]
    facts: Mapping[str, str]


def values_in(value: Any, path: ValuePath = ()) -> list[tuple[ValuePath, Any]]:
    """Each value that an input holds, at any depth, with its path; what holds others comes before them."""
    found: list[tuple[ValuePath, Any]] = []
    _gather(value, path, found)
    return found


def _gather(value: Any, path: ValuePath, found: list[tuple[ValuePath, Any]]) -> None:
    found.append((path, value))
    if isinstance(value, str):
        return
    if isinstance(value, Record):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if inner is not None and inner != () and (path or name not in _NOT_PRINTED):
                _gather(inner, (*path, name), found)
    elif isinstance(value, tuple):
        for n, entry in enumerate(value):
            _gather(entry, (*path, n), found)
    elif isinstance(value, dict):
        for name, entry in value.items():
            _gather(entry, (*path, name), found)


@dataclass(frozen=True)
class Walked:
    """An input on which rules look: itself, and what a walk through it finds, walked once."""

    office_input: OfficeInput

    @cached_property
    def values(self) -> list[tuple[ValuePath, Any]]:
        """Each value at any depth, with its path."""
        return values_in(self.office_input)

    @cached_property
    def against(self) -> Against | None:
        """The input held against its last round, if it keeps one."""
        last = self.office_input.last_round
        return Against(self.office_input, last) if isinstance(last, LastRound) else None

    @cached_property
    def paragraphs(self) -> list[Paragraphs]:
        """All prose: passages, and the entries of each list in them."""
        return list(_paragraphs(self.values))


def _paragraphs(values: list[tuple[ValuePath, Any]]) -> Iterator[Paragraphs]:
    facts: Mapping[str, str] = {}
    owner: ValuePath = ()
    for path, value in values:
        if isinstance(value, Record) and hasattr(value, "facts"):
            facts, owner = _facts_of_result(value), path
        if isinstance(value, tuple) and value and isinstance(value[0], Passage):
            inside = owner and path[: len(owner)] == owner
            yield Paragraphs(path, value, facts if inside else {})


def fill_names(text: str, facts: Mapping[str, str]) -> str:
    """The text with the names in braces printed; those that are not known here stay."""
    for _ in range(_DEPTH):
        printed = _NAME.sub(lambda match: facts.get(match[1].strip(), match[0]), text)
        if printed == text:
            break
        text = printed
    return text


def _facts_of_result(result: Any) -> dict[str, str]:
    """A result's own figures, facts and phrases, by their names."""
    told = {name: f"{figure:f}" for name in _FIGURES if (figure := getattr(result, name, None)) is not None}
    try:
        numbers = evaluate_facts(result.facts)
    except (PercentOfNothing, KeyError):
        numbers = {}
    told |= {name: f"{number:f}" for name, number in numbers.items()}
    return told | dict(getattr(result, "phrases", {}))
