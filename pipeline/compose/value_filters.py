"""Filters that say a value as papers print it, and what they do where there is none.

What is not filled in, or cannot be worked out, is empty: a template says what stands there then
(`{{ per_head|money("-") }}`), or is refused at its line.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from pipeline.compose.refusals import Refusal, kind_of
from pipeline.diagnostics import diagnose

Say = Callable[[Any], str]

_NOT_SAID = (TypeError, ValueError, AttributeError, ArithmeticError)
"""What Python raises of a value of another kind."""


def value_filter(name: str, say: Say) -> Callable[..., str]:
    """The filter called `name`: `say`, and after it in brackets what is printed of an empty value.

    Raises `Refusal` for an empty value of which nothing is said, and for one of another kind.
    """

    def print_value(value: Any, empty: str | None = None) -> str:
        if value is None:
            if empty is None:
                raise Refusal(partial(diagnose, "template-print/empty", filter=name))
            return empty
        try:
            return say(value)
        except _NOT_SAID as error:
            raise Refusal(
                partial(diagnose, "template-print/filter", filter=name, kind=kind_of(value))
            ) from error

    return print_value
