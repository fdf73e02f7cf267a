"""What expressions do to values, of which any may be unknown (`None`)."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Any

LONGEST_TEXT = 10_000
"""A text that is put together has at most so many letters."""

Two = Callable[[Any, Any], Any]


def _divide(one: Any, other: Any) -> Any:
    """A quotient; unknown where there is nothing to divide by."""
    return one / other if other else None


def _add(one: Any, other: Any) -> Any:
    """A sum, or a text behind another; unknown where that is longer than any paper's."""
    if isinstance(one, str) and len(one) + len(other) > LONGEST_TEXT:
        return None
    return one + other


ARITHMETIC: Mapping[type[ast.AST], Two] = {
    ast.Add: _add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: _divide,
}

COMPARING: Mapping[type[ast.AST], Two] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def is_unknown(value: Any) -> bool:
    """Whether a value was not filled in, or could not be worked out."""
    return value is None


def as_truth(value: Any) -> bool | None:
    """Yes, no, or unknown."""
    return None if value is None else bool(value)


def each_of(run: Callable[[Any], Any], change: Callable[[Any], Any], *, many: bool) -> Callable[[Any], Any]:
    """What `run` gives, changed; of a list each entry."""

    def one(value: Any) -> Any:
        return None if is_unknown(value) else change(value)

    if many:
        return lambda rows: tuple(one(each) for each in run(rows) or ())
    return lambda rows: one(run(rows))


def is_in(one: Any, several: Any, *, is_wanted: bool) -> bool | None:
    """Whether a value stands in a list, or a text in another."""
    if is_unknown(one) or is_unknown(several):
        return None
    return (one in several) is is_wanted
