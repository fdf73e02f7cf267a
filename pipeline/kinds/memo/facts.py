"""A free memo prints no facts but those of its office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.intake import ValuePath
from pipeline.kinds.memo.record import MemoInput
from pipeline.model.fact_names import FactName

GUIDE = ""
NAMES: tuple[FactName, ...] = ()


def facts(_: MemoInput) -> Mapping[str, str]:
    """None."""
    return {}


def names(_: MemoInput) -> Iterator[str]:
    """None."""
    return iter(())


def functions(*_: object) -> Mapping[str, object]:
    """None: the fields of a memo say all."""
    return {}


def names_in(_: type[object]) -> Iterator[str]:
    """None."""
    return iter(())


def facts_at(*_: object) -> Mapping[str, str]:
    """None."""
    return {}


def names_at(*_: object) -> Iterator[str]:
    """None: all texts of a memo may print the same."""
    return iter(())


def are_names_known(_: MemoInput, path: ValuePath) -> bool:
    """They are, wherever the text stands."""
    return bool(path)
