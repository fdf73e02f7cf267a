"""Plain values -> a checked record of their kind, or every fault in them at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake import Source
from pipeline.kinds.kind import Kind
from pipeline.kinds.registry import Kinds
from pipeline.model.loading import quote_typed, validate_parts
from pipeline.model.nearest import hint, hint_of
from pipeline.model.office_input import OfficeInput

_LIKELY = 2
"""So many fields of a kind tell that it is meant."""


class Checked(NamedTuple):
    """What an input gives: its record, as far as its values are sound, and all that is wrong with it."""

    record: OfficeInput
    faults: tuple[Diagnostic, ...]


def load(source: Source, known: Kinds) -> OfficeInput:
    """The input, of one of the `known` kinds, as records. Raises `InputError` with all that is wrong, each
    with its place.
    """
    office_input, faults = check_input(source, known)
    if faults:
        raise InputError(faults)
    return office_input


def check_input(source: Source, known: Kinds) -> Checked:
    """The input with every fault of reading, of single values, and of values that contradict one another.

    What was refused stands in the record as `soundness.REFUSED`; checks that need it say nothing. Raises
    `InputError` for values of which not even the kind can be told.
    """
    kind, faults = _kind(source, known)
    if faults or "kind" not in source.values:
        source = replace(source, values={**source.values, "kind": kind.name})
    record, of_values = validate_parts(source, kind.record)
    faults = [*source.faults, *faults, *of_values]
    if faults:
        record.work_out()
    return Checked(record, tuple(dict.fromkeys([*faults, *_not_told(kind.faults(record, source), faults)])))


def _not_told(found: Iterable[Diagnostic], told: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Of two faults at one cell of a workbook only the first, which explains the other."""
    cells = {fault.location for fault in told}
    yield from (
        fault
        for fault in found
        if fault.location not in cells or not (fault.location and fault.location.cell)
    )


def _kind(source: Source, known: Kinds) -> tuple[Kind, list[Diagnostic]]:
    """The kind of input; where it is not named as it should, why, and the kind that most fields are of.

    Raises `InputError` for a name that is near to none, if too few fields tell, or if several kinds have as
    many of them.
    """
    typed = source.values.get("kind")
    if isinstance(typed, str) and typed.strip() in known.names():
        return known.of(typed.strip()), []
    is_foreign = isinstance(typed, str) and not hint_of(typed, list(known.names()))
    likely = [] if is_foreign else _most_like(source, known)
    if len(likely) > 1 and typed is None:
        choices = ", ".join(kind.name for kind in likely)
        raise InputError([*source.faults, diagnose("several-kinds", _top(source), choices=choices)])
    fault = _no_kind(source, typed, known.names())
    if len(likely) != 1:
        raise InputError([*source.faults, fault])
    return likely[0], [] if typed is None and () in source.unread else [fault]


def _most_like(source: Source, known: Kinds) -> list[Kind]:
    """The kinds of which most fields are there, if they are enough to tell; of several that have as many,
    those that lack none of the fields that they must have, if there are such.
    """
    typed, every = source.values.keys() | {"kind"}, known.sound()
    counts = {kind.name: len(typed & kind.record.model_fields.keys()) - 1 for kind in every}
    most = max(counts.values())
    likely = [kind for kind in every if counts[kind.name] == most >= _LIKELY]
    whole = [kind for kind in likely if not _lacking(kind, typed)]
    return whole or likely


def _lacking(kind: Kind, typed: AbstractSet[str]) -> list[str]:
    """The fields at the top that a kind must have, and that are not there."""
    fields = kind.record.model_fields.items()
    return [name for name, field in fields if field.is_required() and name not in typed]


def _top(source: Source) -> Location:
    """Where the input begins."""
    return source.places.get((), Location(source.name))


def _no_kind(source: Source, typed: object, names: Sequence[str]) -> Diagnostic:
    choices, place = ", ".join(names), source.place(("kind",))
    if typed is None:
        return diagnose("missing/kind", place, choices=choices)
    shown, nearest = quote_typed(typed), hint(str(typed), list(names))
    return diagnose("unknown-kind", place, shown=shown, choices=choices, nearest=nearest)
