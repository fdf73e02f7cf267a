"""What is wrong with an expression; its place is known to who wrote it into a kind."""

from __future__ import annotations

from typing import Any, LiteralString

from pipeline.diagnostics import Unplaced, diagnose


class ExpressionError(Exception):
    """An expression that cannot be worked out; `told` waits for its place."""

    def __init__(self, told: Unplaced) -> None:
        super().__init__(told)
        self.told = told


def refuse(key: LiteralString, /, **values: Any) -> ExpressionError:
    """The error for an entry of the catalogue."""
    return ExpressionError(lambda place: diagnose(key, place, **values))
