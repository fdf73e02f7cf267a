"""What an answer, laid over the work, gets wrong: each fault at the unit's own cell, as `check` tells it."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pipeline.diagnostics import Diagnostic, Location
from pipeline.intake import Source
from pipeline.kinds.loading import check_input
from pipeline.model.doubts.asking import settle_doubts
from pipeline.rounds.answers import Answer, At
from pipeline.rounds.asked_rows import AskedTable, Comparing, Field, put_field
from pipeline.rounds.works import Work


def check_answer(answer: Answer, work: Work, comparing: Comparing) -> tuple[Diagnostic, ...]:
    """Puts the faults into the answer, with the fields that cannot be taken for them; what is doubtful in it
    is returned. A value that is taken away is not looked at: a person decides on that.
    """
    changed = [at for at in changed_fields(answer, work, comparing) if answer.fields[at]]
    if not changed:
        return ()
    told = {fault.location for fault in answer.faults}
    _hold(answer, changed, answer.faults)
    laid = lay_over(work, answer, [at for at in changed if at not in answer.held])
    record, faults = check_input(laid, work.known)
    own = [fault for fault in faults if _is_in(answer, fault) and fault.location not in told]
    answer.faults += own
    _hold(answer, changed, own)
    if faults:
        laid = lay_over(work, answer, [at for at in changed if at not in answer.held])
        record, faults = check_input(laid, work.known)
    if faults:
        return ()
    doubts = settle_doubts(record, laid).doubts
    return tuple(
        doubt.as_fault() for doubt in doubts if not doubt.accepted and _is_in(answer, doubt.as_fault())
    )


def changed_fields(answer: Answer, work: Work, comparing: Comparing) -> list[At]:
    """The fields that differ from what was handed out."""
    return [
        at
        for at, value in answer.fields.items()
        if not comparing.same(work.asked.table(at[0][0]).table.into, at[1], value, answer.handed(at))
    ]


def lay_over(work: Work, answer: Answer, changed: Iterable[At]) -> Source:
    """The work with what the answer changes, each value with its place in the answer."""
    values: dict[str, Any] = copy.deepcopy(dict(work.source.values))
    places = dict(work.source.places)
    changes = set(changed)
    for row, path in answer.paths.items():
        table = work.asked.table(row[0])
        own = [at for at in answer.fields if at[0] == row]
        base = work.rows[row][0] if row in work.rows else _add_row(values, table, answer, path)
        here: Any = values
        for step in base:
            here = here[step]
        places[base] = answer.source.place(path)
        for at in own:
            if at in changes:
                put_field(here, at[1], answer.fields[at])
                _move_places(places, answer, (*base, *at[1]), (*path, *at[1]))
            elif not answer.fields[at]:
                places[*base, *at[1]] = answer.place(at)
    return replace(work.source, values=values, places=places, faults=(), remarks=())


def _add_row(values: dict[str, Any], table: AskedTable, answer: Answer, path: Field) -> Field:
    """A row that the work has not yet, with its keys."""
    into = table.table.into
    here: Any = values
    for name in into[:-1]:
        here = here.setdefault(name, {})
    entries = here.get(into[-1])
    if not isinstance(entries, list):
        entries = here[into[-1]] = []
    typed: Any = answer.source.values
    for step in path:
        typed = typed[step]
    entries.append({key: typed[key] for key in table.key_fields if key in typed})
    return (*into, len(entries) - 1)


def _move_places(places: dict[Field, Location], answer: Answer, base: Field, path: Field) -> None:
    for known in [each for each in places if each[: len(base)] == base]:
        del places[known]
    places[base] = answer.source.place(path)
    for known, place in answer.source.places.items():
        if known[: len(path)] == path:
            places[*base, *known[len(path) :]] = place


def _is_in(answer: Answer, fault: Diagnostic) -> bool:
    return fault.location is not None and fault.location.file == str(answer.file)


def _hold(answer: Answer, changed: Iterable[At], faults: Iterable[Diagnostic]) -> None:
    """Marks the fields that faults are about. One of a whole row holds all figures of the row back."""
    wrong = {place for fault in faults for place in fault.locations}
    rows = {row for row, path in answer.paths.items() if answer.source.places.get(path) in wrong}
    for at in changed:
        row, path = at
        whole = (*answer.paths[row], *path)
        own = {place for known, place in answer.source.places.items() if known[: len(whole)] == whole}
        if own & wrong or (row in rows and len(path) == 1 and isinstance(answer.fields[at], str)):
            answer.held.add(at)
