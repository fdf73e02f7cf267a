"""What an input of a kind made from YAML may contradict, beside its own checks: rows named twice, names of
no row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pipeline.diagnostics import Diagnostic, Location, diagnose
from pipeline.intake import Source, ValuePath
from pipeline.kinds.from_yaml.compiling import fields_in
from pipeline.kinds.from_yaml.field_types import TYPES
from pipeline.kinds.from_yaml.form import FormInput, rows_at
from pipeline.kinds.from_yaml.scored_checks import scored_form_faults
from pipeline.kinds.from_yaml.scored_form import ScoredFormInput
from pipeline.model.checks.calendar import period_faults
from pipeline.model.checks.letters import letter_faults
from pipeline.model.checks.marks import mark_faults
from pipeline.model.nearest import hint
from pipeline.model.soundness import is_refused, sound
from pipeline.thai.digits import to_arabic

At = Callable[[ValuePath], Location]


def faults(office_input: FormInput, source: Source) -> Iterator[Diagnostic]:
    """Each check by itself: what one cannot tell for want of a sound value, another may."""
    at = source.place
    yield from sound(_rows_named_twice(office_input, at))
    yield from sound(_names_of_no_row(office_input, at))
    yield from sound(_of_shared_records(office_input, at))
    if isinstance(office_input, ScoredFormInput):
        yield from scored_form_faults(office_input, source)
    yield from office_input.form.faults(office_input, at)


def _rows_named_twice(office_input: FormInput, at: At) -> Iterator[Diagnostic]:
    for owners, name, spec in fields_in(office_input.form.file.fields):
        if not spec.key:
            continue
        for whole in rows_at(office_input, owners):
            seen: dict[str, ValuePath] = {}
            for row in rows_at(whole.within[0], (name,)):
                value, path = getattr(row.within[0], spec.key), (*whole.path, *row.path, spec.key)
                if is_refused(value) or value in ("", None):
                    continue
                first = seen.setdefault(_folded(value), path)
                if first != path:
                    title = spec.fields[spec.key].title
                    yield diagnose(
                        "row-named-twice", at(path), also=[at(first)], title=title, value=str(value)
                    )


def _names_of_no_row(office_input: FormInput, at: At) -> Iterator[Diagnostic]:
    fields = office_input.form.file.fields
    for owners, name, spec in fields_in(fields):
        if not spec.refers:
            continue
        table = fields[spec.refers]
        known = [str(getattr(row.within[0], table.key)) for row in rows_at(office_input, (spec.refers,))]
        folded = {_folded(each) for each in known}
        for row in rows_at(office_input, owners):
            value = getattr(row.within[0], name)
            if value and _folded(value) not in folded:
                nearest = hint(str(value), known)
                sheet = table.sheet or table.title
                yield diagnose(
                    "no-such-row", at((*row.path, name)), value=str(value), sheet=sheet, nearest=nearest
                )


def _of_shared_records(office_input: FormInput, at: At) -> Iterator[Diagnostic]:
    """The checks that a period and the head of a memo have in every kind."""
    for name, spec in office_input.form.file.fields.items():
        for check in _SHARED.get(spec.type, ()):
            value = getattr(office_input, name)
            if value is not None:
                yield from sound(check(value, at))


def _folded(value: object) -> str:
    return "".join(to_arabic(str(value)).split()).casefold()


_SHARED: Mapping[str, tuple[Callable[..., Iterator[Diagnostic]], ...]] = {
    "period": (period_faults,),
    "memo": (mark_faults, letter_faults),
}
"""The checks of records that several kinds share, by the type of field that holds them."""

assert _SHARED.keys() <= TYPES.keys()
