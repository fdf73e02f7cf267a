"""The figure of one result: there is exactly one, and it is of the kind that its scale measures.

A scale measures a value or a ratio, or it counts in whole numbers, typed as `steps` or `value`. A ratio may
exceed its whole (8 of 7 planned) only where the scale has a level above ร้อยละ 100 for it; elsewhere the two
numbers are most likely swapped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from pipeline.diagnostics import Diagnostic, Location, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.model.checks.calling import and_, either, name_choice, name_field
from pipeline.model.checks.places import At
from pipeline.model.indicators import Measured, MeasuredBy
from pipeline.model.scales import Scale
from pipeline.model.schemes import Rules
from pipeline.model.soundness import Unsound, is_refused

_FORMS = {"value": ("value",), "numerator/denominator": ("numerator", "denominator"), "steps": ("steps",)}
_TOLD = {
    "value": "ผลที่วัดได้", "numerator": "ตัวตั้ง", "denominator": "ตัวหาร",
    "steps": "ขั้นตอนที่แล้วเสร็จ", "status": "สถานะ",
}  # fmt: skip
"""What the fields are called in Thai beside their names."""


@dataclass(frozen=True, slots=True)
class _Typed:
    """One result on its way through the checks: the id it is of, itself, and where its fields are."""

    whose: str
    result: Measured
    path: ValuePath
    at: At

    def place(self, name: str) -> Location:
        return self.at((*self.path, name))

    def name_field(self, name: str, *, told: bool = True) -> Message:
        return name_field(self.place(name), type(self.result), name, _TOLD[name] if told else "")

    def filled_fields(self) -> list[str]:
        """The fields of its figure that hold something."""
        return [name for form in _FORMS.values() for name in form if getattr(self.result, name) is not None]

    def fault(self, told: Callable[..., Diagnostic], *fields: str) -> Diagnostic:
        """The fault at the places of `fields`, each once."""
        first, *also = dict.fromkeys(self.place(name) for name in fields)
        return told(first, also=also)


def figure_faults(measured: MeasuredBy, at: At) -> Iterator[Diagnostic]:
    """All faults of the figure of one result."""
    result = measured.result
    typed = _Typed(measured.whose, result, measured.path, at)
    if any(is_refused(getattr(result, name)) for name in (*typed.filled_fields(), "status")):
        raise Unsound
    forms = [form for form, names in _FORMS.items() if set(names) & set(typed.filled_fields())]
    if result.status != "measured":
        yield from _with_status(typed)
    elif not forms and result.score is None:
        yield _no_figure(typed)
    elif not forms:
        return
    elif len(forms) > 1:
        yield _two_figures(typed)
    elif (result.numerator is None) != (result.denominator is None):
        yield _half_ratio(typed)
    else:
        yield from _unfit(typed, measured.scale, measured.rules)


def unscaled_figure_faults(whose: str, result: Measured, path: ValuePath, at: At) -> Iterator[Diagnostic]:
    """The faults of a figure that nothing is scored by: it may be left out, but contradicts nothing."""
    typed = _Typed(whose, result, path, at)
    if any(is_refused(getattr(result, name)) for name in (*typed.filled_fields(), "status")):
        raise Unsound
    forms = [form for form, names in _FORMS.items() if set(names) & set(typed.filled_fields())]
    if result.status != "measured":
        yield from _with_status(typed)
    elif len(forms) > 1:
        yield _two_figures(typed)
    elif (result.numerator is None) != (result.denominator is None):
        yield _half_ratio(typed)


def too_many_steps(whose: str, result: Measured, most: int, path: ValuePath, at: At) -> Iterator[Diagnostic]:
    """No more steps are done than there are."""
    if result.steps is not None and not is_refused(result.steps) and result.steps > most:
        yield _too_many_steps(_Typed(whose, result, path, at), result.steps, most, "steps")


def _list_filled_fields(typed: _Typed) -> Message:
    names = [typed.name_field(name, told=False) for name in typed.filled_fields()]
    return Message(", ".join(each.th for each in names), ", ".join(each.en for each in names))


def _with_status(typed: _Typed) -> Iterator[Diagnostic]:
    filled = typed.filled_fields()
    if filled:
        held, status = _list_filled_fields(typed), name_choice(typed.place("status"), typed.result.status)
        measured, field = name_choice(typed.place("status"), "measured"), typed.name_field("status")
        told = partial(
            diagnose,
            "figure-with-status",
            whose=typed.whose,
            held=held,
            status=status,
            field=field,
            measured=measured,
        )
        yield typed.fault(told, *filled, "status")


def _no_figure(typed: _Typed) -> Diagnostic:
    value, steps, status = typed.name_field("value"), typed.name_field("steps"), typed.name_field("status")
    ratio = and_(typed.name_field("numerator"), typed.name_field("denominator"))
    going = name_choice(typed.place("status"), "in-progress")
    told = partial(
        diagnose,
        "no-figure",
        whose=typed.whose,
        value=value,
        ratio=ratio,
        steps=steps,
        status=status,
        going=going,
    )
    return typed.fault(told, "value")


def _two_figures(typed: _Typed) -> Diagnostic:
    return typed.fault(
        partial(diagnose, "two-figures", whose=typed.whose, listed=_list_filled_fields(typed)),
        *typed.filled_fields(),
    )


def _half_ratio(typed: _Typed) -> Diagnostic:
    lacks = "numerator" if typed.result.numerator is None else "denominator"
    lacking, both = (
        typed.name_field(lacks),
        and_(typed.name_field("numerator"), typed.name_field("denominator")),
    )
    return typed.fault(partial(diagnose, "half-ratio", whose=typed.whose, lacking=lacking, both=both), lacks)


def _unfit(typed: _Typed, scale: Scale, rules: Rules) -> Iterator[Diagnostic]:
    result = typed.result
    if not scale.counts:
        if result.steps is not None:
            ratio = and_(typed.name_field("numerator"), typed.name_field("denominator"))
            asked = either(typed.name_field("value"), ratio)
            yield _does_not_fit(typed, str(result.steps), scale, asked, "steps")
        return
    asked = either(typed.name_field("steps"), typed.name_field("value"))
    counted = result.value if result.steps is None else result.steps
    field = "steps" if result.value is None else "value"
    if counted is None:
        both = f"{result.numerator}/{result.denominator}"
        yield _does_not_fit(typed, both, scale, asked, "numerator", "denominator")
    elif counted >= 0 and counted != int(counted) and not scale.takes_parts:
        yield _does_not_fit(typed, str(counted), scale, asked, field)
    elif (most := scale.most(rules)) is not None and counted > most:
        yield _too_many_steps(typed, int(counted), most, field)


def _does_not_fit(typed: _Typed, figure: str, scale: Scale, asked: Message, *fields: str) -> Diagnostic:
    kind, names = name_choice(typed.place(fields[0]), scale.type), and_(*map(typed.name_field, fields))
    if scale.counts:
        told = partial(
            diagnose,
            "unfit-result/whole",
            whose=typed.whose,
            names=names,
            figure=figure,
            kind=kind,
            asked=asked,
        )
    else:
        told = partial(
            diagnose, "unfit-result", whose=typed.whose, names=names, figure=figure, kind=kind, asked=asked
        )
    return typed.fault(told, *fields)


def _too_many_steps(typed: _Typed, counted: int, most: int, field: str) -> Diagnostic:
    return typed.fault(
        partial(diagnose, "too-many-steps", whose=typed.whose, counted=counted, most=most), field
    )
