"""A compiled expression: its parts, the records by which its names are looked up, its value."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, DecimalException, localcontext
from functools import partial
from typing import Any, NamedTuple, Protocol

from pipeline.diagnostics import diagnose
from pipeline.kinds.from_yaml.refusals import ExpressionError
from pipeline.kinds.from_yaml.value_types import ValueType
from pipeline.model.records import Record

_DIGITS = 50
_LARGEST = 100
"""Figures of more digits than that are unknown."""

Path = tuple[str, ...]
Rows = Sequence[Any]
"""The records by which names are looked up: a row, what it stands in, …, the whole input."""
Run = Callable[[Rows], Any]


class Scope(NamedTuple):
    """The classes of the records by which names are looked up, the innermost first, each with its path."""

    records: tuple[tuple[type[Record], Path], ...]

    def inside(self, record: type[Record], path: Path) -> Scope:
        """The scope of the rows of a table in this one."""
        return Scope(((record, path), *self.records))


class Part(NamedTuple):
    """A part of an expression, compiled: its type, how it is worked out, and where it stands in the data."""

    type: ValueType
    run: Run
    path: Path = ()


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression, compiled: `uses` are the paths of the fields that it reads, without numbers of rows."""

    text: str
    type: ValueType
    uses: frozenset[Path]
    _run: Run

    def value(self, *rows: Any) -> Any:
        """What it comes to for a row (and what that stands in, up to the whole input); `None` if unknown.

        Raises `Unsound` where it needs a value that was refused.
        """
        with localcontext() as exact:
            exact.prec, exact.Emax, exact.Emin = _DIGITS, _LARGEST, -_LARGEST
            try:
                return self._run(rows)
            except DecimalException:
                return None

    def holds(self, *rows: Any) -> bool:
        """Whether it is true, or unknown."""
        return self.value(*rows) is not False


class Compiling(Protocol):
    """What compiles the parts of an expression."""

    def part(self, node: ast.AST, /) -> Part:
        """A part of the expression. Raises `ExpressionError`."""

    def of_rows(self, table: Part, node: ast.AST, /) -> Part:
        """A part that is worked out for each row of a table."""

    def row(self) -> Part:
        """The number of the row that the expression is worked out for. Raises `ExpressionError`."""


def reader(n: int, name: str) -> Run:
    """Reads a field of the n-th record of those by which names are looked up."""
    return lambda rows: exact(getattr(rows[n], name))


def exact(value: Any) -> Any:
    """A whole number as a decimal, so that quotients are exact; other values as they are."""
    return Decimal(value) if type(value) is int else value


def shown(node: ast.AST) -> str:
    """A part of an expression as it is written."""
    try:
        return ast.unparse(node)
    except (ValueError, RecursionError, AttributeError):
        return type(node).__name__


def inner_type(kind: ValueType) -> ValueType:
    """What a list holds; any other type itself."""
    return kind.of or kind


def wrong_type(node: ast.AST, wanted: ValueType, found: ValueType) -> ExpressionError:
    """The error of a part that is of another type than it has to be."""
    return ExpressionError(
        partial(diagnose, "expression-type", shown=shown(node), wanted=wanted.said, found=found.said)
    )
