"""What is wrong with an expression; its place is known to whoever compiles it."""

from __future__ import annotations

from pipeline.diagnostics import Unplaced


class ExpressionError(Exception):
    """An expression that cannot be worked out; `told` waits for its place."""

    def __init__(self, told: Unplaced) -> None:
        super().__init__(told)
        self.told = told
