"""Reading of records that is not to count as printing them.

Facts are worked out before anybody knows which of them a text names. What a fact is made of counts as printed
where its name stands in a text (`FactName.reads`), and not because it was worked out.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")

_quiet: ContextVar[bool] = ContextVar("quiet", default=False)


def reads_quietly(function: Callable[Given, Made]) -> Callable[Given, Made]:
    """Marks a function whose reading of records is not to be noted."""

    @wraps(function)
    def call(*given: Given.args, **named: Given.kwargs) -> Made:
        token = _quiet.set(True)
        try:
            return function(*given, **named)
        finally:
            _quiet.reset(token)

    return call


def is_quiet() -> bool:
    """Whether reading is not to be noted now."""
    return _quiet.get()
