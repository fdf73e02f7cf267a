"""Jinja's own filters and tests, those that a paper has use for, each within the budget of the rendering.

A filter that makes text takes only text and figures, and spends the letters of what it makes before it is
made. A filter over a list spends a step for each item. What makes other formats (`tojson`, `xmlattr`,
`urlize`), chance (`random`) or a dump (`pprint`) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial, wraps
from typing import Any

from jinja2 import filters, pass_environment, pass_eval_context, tests
from jinja2.environment import Environment
from jinja2.nodes import EvalContext

from pipeline.compose.budget import FIGURES, budget, counted, said, weighed, whole
from pipeline.compose.refusals import Refusal, not_text
from pipeline.compose.views import View
from pipeline.diagnostics import diagnose

Function = Callable[..., Any]
Before = Callable[..., Any]
"""Looks at a filter's value and arguments; gives the value that the filter is to take."""

MOST_DECIMALS = 20

_FORMAT = re.compile(r"%(?:\(\w*\))?[-#0 +]*(?P<wide>\*|\d*)(?:\.(?P<fine>\*|\d*))?(?P<kind>.)", re.DOTALL)


def _guarded(function: Function, before: Before) -> Function:
    """The filter behind its guard."""
    at = int(hasattr(function, "jinja_pass_arg"))

    @wraps(function)
    def call(*given: Any, **named: Any) -> Any:
        budget().steps(2)
        taken = before(given[at], *given[at + 1 :], **named)
        return function(*given[:at], taken, *given[at + 1 :], **named)

    return call


def text(value: Any, *given: Any, **named: Any) -> Any:
    """A filter from text to text."""
    spend = budget().letters
    spend(2 * len(said(value)))
    for each in (*given, *named.values()):
        if isinstance(each, str):
            spend(len(each))
        elif not isinstance(each, int | float | None):
            raise not_text(each)
    return value


def _wide(value: Any, width: Any = 80) -> Any:
    budget().letters(max(0, int(width)))
    return text(value)


def _indented(value: Any, width: Any = 4, *_: Any, **__: Any) -> Any:
    lines = said(value).count("\n") + 2
    budget().letters(lines * (len(width) if isinstance(width, str) else max(0, int(width))))
    return text(value)


def _wrapped(value: Any, width: Any = 79, *given: Any, **named: Any) -> Any:
    length = len(said(value))
    string = next((each for each in (*given, *named.values()) if isinstance(each, str)), "\n")
    budget().letters((length + 1) * (len(string) + 1) // max(1, min(int(width), length)) + length)
    return _slowly(value)


def replaced(value: Any, old: Any, new: Any, *_: Any, **__: Any) -> Any:
    """A text in which something is to be replaced."""
    times = said(value).count(said(old))
    budget().letters(times * len(said(new)))
    return text(value, old)


def items(value: Any, *_: Any, **__: Any) -> Any:
    """A filter over a list."""
    return counted(value)


def compared(value: Any, *_: Any, **__: Any) -> Any:
    """A filter that compares the items of a list, or the same field of each record in it."""
    found = list(counted(value))
    budget().steps(3 * len(found))
    for each in found:
        if not isinstance(each, View):
            weighed(each)
    return found


def _reversed(value: Any) -> Any:
    return text(value) if isinstance(value, str) else counted(value)


def _stripped(value: Any) -> Any:
    budget().letters(len(value) * said(value).count("<"))
    return text(value)


def _slowly(value: Any, *given: Any, **named: Any) -> Any:
    """A text filter that looks at each letter for long."""
    budget().letters(9 * len(said(value)))
    return text(value, *given, **named)


def _dict_compared(value: Any, *_: Any, **__: Any) -> Any:
    return weighed(value)


def _filled_up(value: Any, many: Any, *_: Any, **__: Any) -> Any:
    budget().steps(max(0, int(many)))
    return counted(value)


def _figure(value: Any, *given: Any, **named: Any) -> Any:
    for each in (*given, *named.values()):
        if isinstance(each, int) and abs(each) > MOST_DECIMALS:
            raise Refusal(partial(diagnose, "template-reach/decimals", limit=MOST_DECIMALS))
    return _measured(value)


def _measured(value: Any, *_: Any, **__: Any) -> Any:
    if isinstance(value, str):
        budget().letters(len(value))
    return whole(value)


def _as_it_is(value: Any, *_: Any, **__: Any) -> Any:
    return value


def _number(value: Any, *_: Any, **__: Any) -> Any:
    """What a test of divisibility takes: of a text `%` would be formatting."""
    if not isinstance(value, FIGURES):
        raise Refusal(partial(diagnose, "template-reach/divisible"))
    return value


def _both(value: Any, *given: Any, **_: Any) -> Any:
    for each in given:
        weighed(each)
    return weighed(value)


@pass_environment
def _attr(environment: Any, value: Any, name: Any) -> Any:
    """`value|attr(name)`: an attribute within reach, and no entry of a mapping."""
    return environment.attribute(value, said(name))


@pass_eval_context
def _join(context: EvalContext, value: Any, d: str = "", attribute: str | int | None = None) -> str:
    """Jinja's `join`, of texts and figures."""
    found = list(counted(value))
    if attribute is not None:
        found = list(map(filters.make_attrgetter(context.environment, attribute), found))
    length = sum(len(said(each)) for each in found) + len(said(d)) * len(found)
    budget().letters(length)
    made: str = filters.do_join(context, found, d)
    return made


@pass_environment
def _sum(environment: Environment, value: Any, attribute: str | int | None = None, start: Any = 0) -> Any:
    """Jinja's `sum`, of numbers alone."""
    found = list(counted(value))
    if attribute is not None:
        found = list(map(filters.make_attrgetter(environment, attribute), found))
    if not all(isinstance(each, FIGURES) for each in (*found, start)):
        raise Refusal(partial(diagnose, "template-reach/sum"))
    return whole(sum(found, start))


def formatted(pattern: Any, values: Any) -> str:
    """`"%.1f" % 2.5`, with fields of bounded width and values that can be printed."""
    length = 0
    for found in _FORMAT.finditer(said(pattern)):
        sizes = [size for size in (found["wide"], found["fine"]) if size]
        if found["kind"] not in "sdiufFgGeExXoc%" or any(size == "*" or len(size) > 3 for size in sizes):
            raise Refusal(partial(diagnose, "template-reach/format", format=found[0]))
        length += sum(map(int, sizes))
    given = values.values() if isinstance(values, Mapping) else values
    given = given if isinstance(given, tuple) else tuple(given) if isinstance(values, Mapping) else (given,)
    budget().letters(length + len(pattern) + sum(len(said(whole(each))) for each in given))
    return pattern % values  # type: ignore[no-any-return]


def _format(value: str, *given: Any, **named: Any) -> str:
    return formatted(value, named or given)


_TEXT = ("capitalize", "e", "escape", "forceescape", "lower", "safe", "string", "trim", "truncate", "upper")
_ITEMS = ("items", "list", "map", "reject", "rejectattr", "select", "selectattr")
_COMPARING = ("groupby", "max", "min", "sort", "unique")
_OTHERS: dict[str, Before] = {
    "abs": _measured, "batch": _filled_up, "center": _wide, "count": _as_it_is,
    "d": _as_it_is, "default": _as_it_is, "dictsort": _dict_compared, "first": _as_it_is, "float": _measured,
    "indent": _indented, "int": _measured, "last": _as_it_is, "length": _as_it_is, "replace": replaced,
    "reverse": _reversed, "round": _figure, "slice": _filled_up, "striptags": _stripped, "title": _slowly,
    "wordcount": _slowly, "wordwrap": _wrapped,
}  # fmt: skip
_OURS: dict[str, Function] = {"attr": _attr, "format": _format, "join": _join, "sum": _sum}
_COMPARISONS = frozenset({
    "==", "!=", "<", "<=", ">", ">=", "eq", "equalto", "ne", "gt", "greaterthan", "ge", "lt", "lessthan",
    "le", "in", "sameas",
})  # fmt: skip
_OF_NUMBERS = frozenset({"even", "odd", "divisibleby"})
_OF_TEXT = frozenset({"lower", "upper"})


def jinja_filters() -> dict[str, Function]:
    """The filters of Jinja that templates may use, by name."""
    known = filters.FILTERS
    guards: dict[str, Before] = {**dict.fromkeys(_TEXT, text), **dict.fromkeys(_ITEMS, items)}
    guards |= {**dict.fromkeys(_COMPARING, compared), **_OTHERS}
    return {name: _guarded(known[name], guard) for name, guard in guards.items()} | _OURS


def jinja_tests() -> dict[str, Function]:
    """The tests of Jinja (`is …`), all of them."""
    guards = dict.fromkeys(_COMPARISONS, _both) | dict.fromkeys(_OF_NUMBERS, _number)
    guards |= dict.fromkeys(_OF_TEXT, text)
    known: dict[str, Any] = dict(tests.TESTS)
    return known | {name: _guarded(known[name], guard) for name, guard in guards.items()}
