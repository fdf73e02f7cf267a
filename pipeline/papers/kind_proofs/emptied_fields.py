"""Templates that fail where a field is empty: each that may be empty is emptied, and the papers made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from pipeline.diagnostics import Diagnostic, Location, Message, TemplateError, diagnose
from pipeline.intake import ValuePath
from pipeline.kinds.from_yaml.compiling import place_of
from pipeline.kinds.from_yaml.form import Form, FormInput, MadeField, rows_at
from pipeline.papers.kind_proofs.start_data import (
    StartData,
    optional_fields,
    required_alone,
    without_field,
)

At = Callable[[ValuePath], Location]

_MAY_BE_UNKNOWN = re.compile(
    r"/(?!\s*[\d.]*[1-9])|\b(?:lookup|least|most|mean|service|round_up|round_down|add_days|after|value)\s*\("
)
"""What an expression may not come to anything by, though all that it needs is filled in; a quotient of a
figure that is written out and not 0 always does.
"""
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
"""A text in an expression: a `/` in it divides nothing."""


def emptied_faults(start: StartData, at: At) -> Iterator[Diagnostic]:
    """A fault for each place of a template that an empty field breaks; `at` gives places in `kind.yaml`."""
    told: set[tuple[Location | None, Message]] = set()
    found = [*_of_fields(start, at), *_of_made(start, at), *_of_all(start)]
    for fault, inner in found:
        if (inner.location, inner.message) not in told:
            told.add((inner.location, inner.message))
            yield fault


Told = Iterator[tuple[Diagnostic, Diagnostic]]
"""What is told, and the fault of the template that it tells of."""


def _of_fields(start: StartData, at: At) -> Told:
    for path, spec in optional_fields(start.kind.form.file.fields):
        emptied = without_field(start.values, path)
        if emptied != start.values:
            for inner in _template_faults(start, emptied):
                place = at(place_of(path[:-1], path[-1]))
                yield _told("kind-empty-field", inner, spec.title, place), inner


def _of_made(start: StartData, at: At) -> Told:
    form = start.kind.form
    unknown = _may_be_unknown(form)
    for made in form.made:
        if (*made.owners, made.name) not in unknown:
            continue
        for inner in _template_faults(start, start.values, partial(_forget, made)):
            place = at(place_of(made.owners, made.name))
            yield _told("kind-empty-field/made", inner, made.spec.title, place), inner


def _of_all(start: StartData) -> Told:
    for inner in _template_faults(start, required_alone(start.kind, start.values)):
        yield _told("kind-empty-field/all", inner), inner


def _template_faults(
    start: StartData, values: dict[str, object], change: Callable[[FormInput], None] | None = None
) -> tuple[Diagnostic, ...]:
    refused = start.refusal(values, change)
    return refused.diagnostics if isinstance(refused, TemplateError) else ()


def _told(key: str, inner: Diagnostic, title: str = "", place: Location | None = None) -> Diagnostic:
    also = [place] if place else []
    where, message, remedy = inner.location, inner.message, inner.help
    if key == "kind-empty-field":
        return diagnose("kind-empty-field", where, also=also, title=title, message=message, remedy=remedy)
    if key == "kind-empty-field/made":
        return diagnose(
            "kind-empty-field/made", where, also=also, title=title, message=message, remedy=remedy
        )
    return diagnose("kind-empty-field/all", where, message=message, remedy=remedy)


def may_come_to_nothing(expression: str) -> bool:
    """Whether an expression may be unknown though all that it needs is filled in."""
    return _MAY_BE_UNKNOWN.search(_QUOTED.sub("", expression)) is not None


def _may_be_unknown(form: Form) -> set[tuple[str, ...]]:
    """The fields that are worked out and may come to nothing, or need one that may."""
    found: set[tuple[str, ...]] = set()
    for made in form.made:
        if may_come_to_nothing(made.expression.text) or made.expression.uses & found:
            found.add((*made.owners, made.name))
    return found


def _forget(made: MadeField, record: FormInput) -> None:
    """Leaves a value empty that was worked out."""
    for row in rows_at(record, made.owners):
        vars(row.within[0])[made.name] = None
