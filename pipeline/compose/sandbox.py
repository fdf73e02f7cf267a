"""The Jinja sandbox for templates: only what is allowed can be read and called; nothing else is there.

A template reads what `readable_attributes` names, calls what it was given, and works within the budget of its
rendering.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from functools import partial
from types import BuiltinMethodType, FunctionType, MethodType
from typing import Any, cast

from jinja2 import Template, Undefined, nodes, pass_context
from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace
from markupsafe import Markup

from pipeline.compose.budget import (
    CALL,
    CONTAINERS,
    FIGURES,
    budget,
    check_figure,
    count_items,
    text_of_value,
    weigh_value,
)
from pipeline.compose.jinja_filters import budget_replace, format_text, jinja_filters, jinja_tests
from pipeline.compose.measuring import MEASURES, add_measures
from pipeline.compose.readable_attributes import SUBSCRIPTED, reach
from pipeline.compose.refusals import Refusal, kind_of, not_reached, not_text
from pipeline.diagnostics import diagnose
from pipeline.model.masks import Mask

_CLASSES = (dict, Namespace, Cycler, Joiner)
_CALLED = frozenset({FunctionType, MethodType, BuiltinMethodType, LoopContext, BlockReference, Joiner})
_WIDE = frozenset({"center", "ljust", "rjust", "zfill"})
_TEXTS = frozenset({str, Markup, Mask})
_PRINTED = frozenset({int, *FIGURES})


class PaperTemplate(Template):
    """A template whose imports are made anew for each paper: nothing of one stays for the next."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        modules = budget().modules
        if self not in modules:
            self._module = None
            modules[self] = super()._get_default_module(ctx)
            self._module = None
        return cast(TemplateModule, modules[self])


@pass_context
def _print_value(_: Context, value: Any) -> Any:
    """A value as it goes into the paper: a text or a figure. Raises `Refusal` for anything else."""
    own = budget()
    own.steps_left -= 1
    kind = type(value)
    if kind in _TEXTS:
        own.letters_left -= len(value)
    elif kind not in _PRINTED and not isinstance(value, Undefined):
        raise not_text(value)
    if own.steps_left < 0 or own.letters_left < 0:
        own.over()
    return value


def _concatenate_parts(parts: Iterable[str]) -> str:
    """The parts of a macro's text, or of the whole paper, which come one by one."""
    if isinstance(parts, list):
        budget().letters(sum(map(len, parts)))
        return "".join(parts)
    own, known = budget(), []
    for part in parts:
        try:
            own.markup(len(part))
        except Exception as over:
            parts.throw(over)  # type: ignore[attr-defined]  # at the line that is printed
        known.append(part)
    return "".join(known)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, narrowed to what papers need. Compiling works out nothing of what a template says."""

    template_class = PaperTemplate
    concat = staticmethod(_concatenate_parts)
    intercepted_binops = frozenset({"//", "%", "+", "*", "-", "/", "**"})

    def __init__(self, **settings: Any) -> None:
        super().__init__(
            undefined=StrictUndefined, autoescape=True, optimized=False, finalize=_print_value, **settings
        )
        self.filters = cast(Any, {**jinja_filters(), **MEASURES})
        self.tests = cast(Any, jinja_tests())
        del self.globals["lipsum"]

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        return super()._generate(add_measures(source, name, filename), name, filename, defer_init)

    def get_template(self, *given: Any, **named: Any) -> Template:
        """A template, also one that is included or imported: a call like others."""
        budget().steps(CALL)
        return super().get_template(*given, **named)

    def is_safe_attribute(self, obj: Any, attr: str, _: Any = None) -> bool:
        """Whether a template may read the attribute."""
        return attr in _reach(obj)

    def attribute(self, obj: Any, name: str) -> Any:
        """`obj|attr(name)`: what is within reach."""
        if name in _reach(obj):
            try:
                return getattr(obj, name)
            except AttributeError:
                pass
        return self._missing(obj, name)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute`: what is within reach, or what a mapping holds under that name."""
        kind: type = type(obj)
        if attribute in reach(kind):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        elif kind in SUBSCRIPTED:
            try:
                return obj[attribute]
            except (TypeError, LookupError):
                pass
        return self._missing(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`obj[argument]`, or the attribute of that name."""
        if type(obj) in SUBSCRIPTED:
            try:
                return obj[weigh_value(argument)]
            except (TypeError, LookupError):
                pass
        return (
            self.attribute(obj, str(argument))
            if isinstance(argument, str)
            else self._missing(obj, text_of_value(argument))
        )

    def _missing(self, obj: Any, name: str) -> Undefined:
        """What stands for a name that is not there: an error as soon as it is used."""
        if isinstance(obj, Undefined):
            obj._fail_with_undefined_error()
        known = _reach(obj)
        names = known if isinstance(known, frozenset) else ()
        own = [each for each in obj if isinstance(each, str)] if isinstance(obj, dict) else []
        refusal = not_reached(obj, name, (*names, *own))
        return self.undefined(name=name, exc=cast(Any, lambda _: refusal))

    def call(self, context: Context, called: Any, /, *args: Any, **named: Any) -> Any:
        """A call: of a macro, of what the template was given, of what is within reach of a value."""
        own = budget()
        own.steps_left -= CALL
        if own.steps_left < 0:
            own.over()
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        kind = type(called)
        if kind is Macro:
            return called(context.eval_ctx, *args, **named)
        if isinstance(called, Undefined):
            called._fail_with_undefined_error()
        if kind not in _CALLED and not any(called is each for each in _CLASSES):
            raise Refusal(partial(diagnose, "template-reach/call", kind=kind_of(called)))
        for each in (*args, *named.values()):
            if type(each) is dict and called is dict:
                own.steps(1 + len(each) // CALL)
            elif type(each) in CONTAINERS:
                weigh_value(each)
        if kind is LoopContext:
            args = (count_items(args[0]), *args[1:]) if args else args
        elif isinstance(getattr(called, "__self__", None), str):
            _text_method(called, args)
        return called(*args, **named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`left operator right`, of which the size is known before it is made."""
        if operator == "%" and isinstance(left, str) and not isinstance(left, Mask):
            return format_text(left, right)
        if isinstance(left, Mask) or isinstance(right, Mask):
            return super().call_binop(context, operator, left, right)
        if operator == "**":
            _power(left, right)
        elif operator == "*":
            _budget_repetition(left, right)
            _budget_repetition(right, left)
        elif operator == "+" and not isinstance(left, FIGURES):
            _budget_addition(left, right)
        return check_figure(super().call_binop(context, operator, left, right))


def _reach(value: Any) -> Container[str]:
    kind: type = type(value)
    return reach(kind)


def _text_method(method: Callable[..., Any], args: tuple[Any, ...]) -> None:
    """Spends the letters of what a method of a text makes."""
    held: str = method.__self__  # type: ignore[attr-defined]
    spend = budget().letters
    spend(len(held))
    if method.__name__ in _WIDE:
        spend(max(0, int(args[0])) if args else 0)
    elif method.__name__ == "replace" and len(args) > 1:
        budget_replace(held, *args[:2])
    elif method.__name__ == "join" and args:
        found = count_items(args[0] if isinstance(args[0], CONTAINERS) else ())
        spend(sum(len(text_of_value(each)) for each in found) + len(held) * len(found))


def _power(base: Any, exponent: Any) -> None:
    """Refuses a power before it is worked out."""
    if isinstance(base, int) and isinstance(exponent, int) and exponent > 0:
        budget().letters(base.bit_length() * exponent // 64)
        check_figure(1 << min(base.bit_length() * exponent, 1 << 20))


def _budget_repetition(value: Any, times: Any) -> None:
    if isinstance(times, int) and not isinstance(value, FIGURES):
        many = max(0, times) * (len(value) if isinstance(value, str | list | tuple) else 0)
        (budget().letters if isinstance(value, str) else budget().steps)(many)


def _budget_addition(left: Any, right: Any) -> None:
    both = [each for each in (left, right) if isinstance(each, str | list | tuple)]
    (budget().letters if isinstance(left, str) else budget().steps)(sum(map(len, both)))
