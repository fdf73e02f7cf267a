"""Facts: each has one form, names facts of the same result, and can be worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError

from pipeline.diagnostics import Diagnostic, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.model.checks.calling import name_field
from pipeline.model.checks.places import At
from pipeline.model.checks.references import find_unknown_name
from pipeline.model.facts import PercentOfNothing, circle_in, evaluate_facts
from pipeline.model.passages import Fact
from pipeline.model.plan import ProjectResult
from pipeline.model.soundness import entries, is_refused, sound

_FACT = Message("ข้อเท็จจริง", "fact")


def fact_faults(results: tuple[ProjectResult, ...], at: At) -> Iterator[Diagnostic]:
    """Forms and names first; circles and percentages of 0 when those are right."""
    for n, result in entries(results):
        yield from sound(_of_one(result.facts, ("results", n, "facts"), at))


def _of_one(facts: Mapping[str, Fact], path: ValuePath, at: At) -> Iterator[Diagnostic]:
    found = [*sound(_form_faults(facts, path, at)), *sound(_name_faults(facts, path, at))]
    yield from found or _sense_faults(facts, path, at)


def _form_faults(facts: Mapping[str, Fact], path: ValuePath, at: At) -> Iterator[Diagnostic]:
    for name, fact in facts.items():
        if not is_refused(fact):
            yield from sound(_form_fault(name, fact, (*path, name), at))


def _form_fault(name: str, fact: Fact, path: ValuePath, at: At) -> Iterator[Diagnostic]:
    forms = {"value": fact.value is not None, "sum": bool(fact.sum), "percent": bool(fact.percent)}
    typed = [form for form, is_typed in forms.items() if is_typed]
    if len(typed) == 1 and len(fact.percent) in {0, 2}:
        return
    first, *also = dict.fromkeys(at((*path, form)) for form in typed or ["value"])
    if not first.in_table:
        yield diagnose("fact-form", first, also=also, name=name)
        return
    value, total, percent = (name_field(first, Fact, field) for field in ("value", "sum", "percent"))
    yield diagnose("fact-form/table", first, also=also, name=name, value=value, total=total, percent=percent)


def _name_faults(facts: Mapping[str, Fact], path: ValuePath, at: At) -> Iterator[Diagnostic]:
    for name, fact in facts.items():
        for form in ("sum", "percent"):
            if not is_refused(fact) and not is_refused(getattr(fact, form)):
                for named in getattr(fact, form):
                    yield from find_unknown_name(_FACT, named, list(facts), [(*path, name, form)], at)


def _sense_faults(facts: Mapping[str, Fact], path: ValuePath, at: At) -> Iterator[Diagnostic]:
    try:
        evaluate_facts(facts)
    except CycleError:
        circle = circle_in(facts)
        way = " → ".join(circle)
        yield diagnose("fact-circle", at((*path, circle[0])), way=way)
    except PercentOfNothing as error:
        whole = facts[error.name].percent[1]
        yield diagnose("fact-of-zero", at((*path, error.name)), fact=error.name, whole=whole)
