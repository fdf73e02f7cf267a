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

from pipeline.compose.budget import FIGURES, budget, check_figure, count_items, text_of_value, weigh_value
from pipeline.compose.refusals import Refusal, not_text
from pipeline.compose.views import View
from pipeline.diagnostics import diagnose
from pipeline.model.masks import Mask

Function = Callable[..., Any]
Before = Callable[..., Any]
"""Looks at a filter's value and arguments; gives the value that the filter is to take."""

MOST_DECIMALS = 20

_FORMAT = re.compile(r"%(?:\(\w*\))?[-#0 +]*(?P<wide>\*|\d*)(?:\.(?P<fine>\*|\d*))?(?P<kind>.)", re.DOTALL)


def _guard_filter(function: Function, before: Before) -> Function:
    """The filter, which spends from the budget before it runs."""
    at = int(hasattr(function, "jinja_pass_arg"))

    @wraps(function)
    def call(*given: Any, **named: Any) -> Any:
        budget().steps(2)
        taken = before(given[at], *given[at + 1 :], **named)
        return function(*given[:at], taken, *given[at + 1 :], **named)

    return call


def keep_masks(function: Function) -> Function:
    """A filter over figures or days; a mask stays what it is, however it is to be printed."""

    @wraps(function)
    def call(value: Any, *given: Any, **named: Any) -> Any:
        return value if isinstance(value, Mask) else function(value, *given, **named)

    return call


def text(value: Any, *given: Any, **named: Any) -> Any:
    """A filter from text to text."""
    spend = budget().letters
    spend(2 * len(text_of_value(value)))
    for each in (*given, *named.values()):
        if isinstance(each, str):
            spend(len(each))
        elif not isinstance(each, int | float | None):
            raise not_text(each)
    return value


def _wide(value: Any, width: Any = 80) -> Any:
    budget().letters(max(0, int(width)))
    return text(value)


def _budget_indent(value: Any, width: Any = 4, *_: Any, **__: Any) -> Any:
    lines = text_of_value(value).count("\n") + 2
    budget().letters(lines * (len(width) if isinstance(width, str) else max(0, int(width))))
    return text(value)


def _budget_wordwrap(value: Any, width: Any = 79, *given: Any, **named: Any) -> Any:
    length = len(text_of_value(value))
    string = next((each for each in (*given, *named.values()) if isinstance(each, str)), "\n")
    budget().letters((length + 1) * (len(string) + 1) // max(1, min(int(width), length)) + length)
    return _slowly(value)


def budget_replace(value: Any, old: Any, new: Any, *_: Any, **__: Any) -> Any:
    """A text in which something is to be replaced."""
    times = text_of_value(value).count(text_of_value(old))
    budget().letters(times * len(text_of_value(new)))
    return text(value, old)


def items(value: Any, *_: Any, **__: Any) -> Any:
    """A filter over a list."""
    return count_items(value)


def budget_comparison(value: Any, *_: Any, **__: Any) -> Any:
    """A filter that compares the items of a list, or the same field of each record in it."""
    found = list(count_items(value))
    budget().steps(3 * len(found))
    for each in found:
        if not isinstance(each, View):
            weigh_value(each)
    return found


def _budget_reverse(value: Any) -> Any:
    return text(value) if isinstance(value, str) else count_items(value)


def _budget_striptags(value: Any) -> Any:
    budget().letters(len(value) * text_of_value(value).count("<"))
    return text(value)


def _slowly(value: Any, *given: Any, **named: Any) -> Any:
    """A text filter that looks at each letter for long."""
    budget().letters(9 * len(text_of_value(value)))
    return text(value, *given, **named)


def _budget_dictsort(value: Any, *_: Any, **__: Any) -> Any:
    return weigh_value(value)


def _filled_up(value: Any, many: Any, *_: Any, **__: Any) -> Any:
    budget().steps(max(0, int(many)))
    return count_items(value)


def _figure(value: Any, *given: Any, **named: Any) -> Any:
    for each in (*given, *named.values()):
        if isinstance(each, int) and abs(each) > MOST_DECIMALS:
            raise Refusal(partial(diagnose, "template-reach/decimals", limit=MOST_DECIMALS))
    return _budget_length(value)


def _budget_length(value: Any, *_: Any, **__: Any) -> Any:
    if isinstance(value, str):
        budget().letters(len(value))
    return check_figure(value)


def _as_it_is(value: Any, *_: Any, **__: Any) -> Any:
    return value


def _number(value: Any, *_: Any, **__: Any) -> Any:
    """What a test of divisibility takes: of a text `%` would be formatting. A mask answers as its value."""
    value = value.truth if isinstance(value, Mask) else value
    if not isinstance(value, FIGURES):
        raise Refusal(partial(diagnose, "template-reach/divisible"))
    return value


def _both(value: Any, *given: Any, **_: Any) -> Any:
    for each in given:
        weigh_value(each)
    return weigh_value(value)


@pass_environment
def _attr(environment: Any, value: Any, name: Any) -> Any:
    """`value|attr(name)`: an attribute within reach, and no entry of a mapping."""
    return environment.attribute(value, text_of_value(name))


@pass_eval_context
def _join(context: EvalContext, value: Any, d: str = "", attribute: str | int | None = None) -> str:
    """Jinja's `join`, of texts and figures."""
    found = list(count_items(value))
    if attribute is not None:
        found = list(map(filters.make_attrgetter(context.environment, attribute), found))
    length = sum(len(text_of_value(each)) for each in found) + len(text_of_value(d)) * len(found)
    budget().letters(length)
    made: str = filters.do_join(context, found, d)
    return made


@pass_environment
def _sum(environment: Environment, value: Any, attribute: str | int | None = None, start: Any = 0) -> Any:
    """Jinja's `sum`, of numbers alone."""
    found = list(count_items(value))
    if attribute is not None:
        found = list(map(filters.make_attrgetter(environment, attribute), found))
    if not all(isinstance(each, (*FIGURES, Mask)) for each in (*found, start)):
        raise Refusal(partial(diagnose, "template-reach/sum"))
    return check_figure(sum(found, start))


def format_text(pattern: Any, values: Any) -> str:
    """`"%.1f" % 2.5`, with fields of bounded width and values that can be printed."""
    length = 0
    for found in _FORMAT.finditer(text_of_value(pattern)):
        sizes = [size for size in (found["wide"], found["fine"]) if size]
        if found["kind"] not in "sdiufFgGeExXoc%" or any(size == "*" or len(size) > 3 for size in sizes):
            raise Refusal(partial(diagnose, "template-reach/format", format=found[0]))
        length += sum(map(int, sizes))
    given = values.values() if isinstance(values, Mapping) else values
    given = given if isinstance(given, tuple) else tuple(given) if isinstance(values, Mapping) else (given,)
    budget().letters(length + len(pattern) + sum(len(text_of_value(check_figure(each))) for each in given))
    if any(isinstance(each, Mask) for each in given):
        pattern = _FORMAT.sub(_of_text, pattern)
    return pattern % values  # type: ignore[no-any-return]


def _of_text(found: re.Match[str]) -> str:
    """A field of a pattern as one for texts: masks are no figures."""
    return found[0] if found["kind"] in "%s" else f"{found[0].partition('.')[0].rstrip(found['kind'])}s"


def _format(value: str, *given: Any, **named: Any) -> str:
    return format_text(value, named or given)


_TEXT = ("capitalize", "e", "escape", "forceescape", "lower", "safe", "string", "trim", "truncate", "upper")
_ITEMS = ("items", "list", "map", "reject", "rejectattr", "select", "selectattr")
_COMPARING = ("groupby", "max", "min", "sort", "unique")
_OTHERS: dict[str, Before] = {
    "abs": _budget_length, "batch": _filled_up, "center": _wide, "count": _as_it_is, "d": _as_it_is,
    "default": _as_it_is, "dictsort": _budget_dictsort, "first": _as_it_is, "float": _budget_length,
    "indent": _budget_indent, "int": _budget_length, "last": _as_it_is, "length": _as_it_is,
    "replace": budget_replace, "reverse": _budget_reverse, "round": _figure, "slice": _filled_up,
    "striptags": _budget_striptags, "title": _slowly, "wordcount": _slowly, "wordwrap": _budget_wordwrap,
}  # fmt: skip
_OURS: dict[str, Function] = {"attr": _attr, "format": _format, "join": _join, "sum": _sum}
_COMPARISONS = frozenset({
    "==", "!=", "<", "<=", ">", ">=", "eq", "equalto", "ne", "gt", "greaterthan", "ge", "lt", "lessthan",
    "le", "in", "sameas",
})  # fmt: skip
_OF_FIGURES = ("abs", "float", "int", "round")
_OF_NUMBERS = frozenset({"even", "odd", "divisibleby"})
_OF_TYPES = frozenset({"boolean", "float", "integer", "number", "string"})
_OF_TEXT = frozenset({"lower", "upper"})


def jinja_filters() -> dict[str, Function]:
    """The filters of Jinja that templates may use, by name."""
    known = filters.FILTERS
    guards: dict[str, Before] = {**dict.fromkeys(_TEXT, text), **dict.fromkeys(_ITEMS, items)}
    guards |= {**dict.fromkeys(_COMPARING, budget_comparison), **_OTHERS}
    own = {name: _guard_filter(known[name], guard) for name, guard in guards.items()} | _OURS
    return own | {name: keep_masks(own[name]) for name in _OF_FIGURES}


def jinja_tests() -> dict[str, Function]:
    """The tests of Jinja (`is …`), all of them."""
    guards = dict.fromkeys(_COMPARISONS, _both) | dict.fromkeys(_OF_NUMBERS, _number)
    guards |= dict.fromkeys(_OF_TEXT, text)
    known: dict[str, Any] = dict(tests.TESTS)
    known |= {name: _of_value(known[name]) for name in _OF_TYPES}
    return known | {name: _guard_filter(known[name], guard) for name, guard in guards.items()}


def _of_value(test: Function) -> Function:
    """A test of what a value is; a mask is what its value is."""

    @wraps(test)
    def call(value: Any) -> Any:
        return test(value.truth if isinstance(value, Mask) else value)

    return call
