"""Work limits of template rendering: counted, not timed, so that the answer is always the same.

Steps are iterations, calls and printed values; letters are those of every text that is made on the way;
the markup has a bound of its own. The bounds grow with what the input says, which is measured only when
the ordinary ones are reached. A budget belongs to one rendering.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from functools import partial
from typing import Any

from jinja2 import Undefined
from markupsafe import Markup

from pipeline.compose.refusals import Refusal, not_text
from pipeline.compose.views import View
from pipeline.diagnostics import diagnose

STEPS, STEPS_A_LETTER = 600_000, 2
LETTERS, LETTERS_A_LETTER = 12_000_000, 60
MARKUP, MARKUP_A_LETTER = 2_000_000, 20
"""What every template may use, and what each letter of the input adds."""

CALL = 5
"""The steps of a call."""
COMPARING = 200
"""The steps of comparing two records."""
SHORT = 256
"""Texts up to this length are compared for nothing."""
BITS = 4_096
"""A whole number has at most so many binary digits."""

_STEPS_OVER = partial(diagnose, "template-budget/steps")
_LETTERS_OVER = partial(diagnose, "template-budget/letters")
_MARKUP_OVER = partial(diagnose, "template-budget/markup")

CONTAINERS = (list, tuple, dict)
FIGURES = (int, float, Decimal)


class Budget:
    """What is left. `size` tells how many letters the input has, when that is asked."""

    def __init__(self, size: Callable[[], int] = lambda: 0) -> None:
        self.steps_left, self.letters_left, self.markup_left = STEPS, LETTERS, MARKUP
        self.modules: dict[Any, Any] = {}
        self._size = size
        self._grown = False

    def steps(self, many: int) -> None:
        """Spends steps. Raises `Refusal` when none is left."""
        self.steps_left -= many
        if self.steps_left < 0:
            self.over()

    def letters(self, many: int) -> None:
        """Spends letters. Raises `Refusal` when none is left."""
        self.letters_left -= many
        if self.letters_left < 0:
            self.over()

    def markup(self, many: int) -> None:
        """Spends letters of the paper itself. Raises `Refusal` when none is left."""
        self.markup_left -= many
        if self.markup_left < 0:
            self.over()

    def over(self) -> None:
        """Something is used up: it grows once, as the input has it, then it is refused."""
        if not self._grown:
            self._grow()
        for left, told in (
            (self.steps_left, _STEPS_OVER),
            (self.letters_left, _LETTERS_OVER),
            (self.markup_left, _MARKUP_OVER),
        ):
            if left < 0:
                raise Refusal(told)

    def _grow(self) -> None:
        self._grown = True
        size = self._size()
        self.steps_left += size * STEPS_A_LETTER
        self.letters_left += size * LETTERS_A_LETTER
        self.markup_left += size * MARKUP_A_LETTER


_CURRENT: ContextVar[Budget] = ContextVar("budget")
budget = _CURRENT.get
"""The budget of the rendering that is under way."""


@contextmanager
def spend_from(own: Budget) -> Iterator[Budget]:
    """Has all that happens inside spend of `own`."""
    token = _CURRENT.set(own)
    try:
        yield own
    finally:
        _CURRENT.reset(token)


def text_of_value(value: Any) -> str:
    """A value as text: a text or a figure. Raises `Refusal` for what no paper can print."""
    if isinstance(value, str):
        return value
    if isinstance(value, FIGURES) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, Undefined):
        return str(value)
    raise not_text(value)


def join_texts(parts: Iterable[str]) -> str:
    """The parts as one text, whose letters are spent before it is made."""
    known = parts if isinstance(parts, list) else list(parts)
    budget().letters(sum(map(len, known)))
    return "".join(known)


def count_items(items: Any) -> Any:
    """What a loop goes over, each item a step: at once where it is known how many there are."""
    try:
        many = len(items)
    except TypeError:
        return _each(items) if not isinstance(items, Undefined) else items
    budget().steps(many)
    return items


def _each(items: Iterable[Any]) -> Iterator[Any]:
    spend = budget().steps
    for item in items:
        spend(1)
        yield item


def weigh_value(value: Any) -> Any:
    """A value that is to be compared: long texts and lists cost what they hold, however deep."""
    kind = type(value)
    if kind is str or kind is Markup:
        if len(value) > SHORT:
            budget().letters(len(value))
    elif kind in CONTAINERS:
        _weigh(value)
    elif isinstance(value, View):
        budget().steps(COMPARING)
    return value


def _weigh(container: Any) -> None:
    waiting = [container]
    spend = budget().steps
    while waiting:
        one = waiting.pop()
        spend(1 + len(one))
        inner = [*one.keys(), *one.values()] if isinstance(one, dict) else one
        for each in inner:
            if isinstance(each, CONTAINERS):
                waiting.append(each)
            else:
                weigh_value(each)


def check_figure(figure: Any) -> Any:
    """A figure that is not too large to be printed. Raises `Refusal` for others."""
    large = figure.bit_length() > BITS if isinstance(figure, int) else False
    if isinstance(figure, Decimal):
        large = figure.is_finite() and abs(figure.adjusted()) > BITS // 4
    if large:
        raise Refusal(partial(diagnose, "template-budget/number"))
    return figure
