"""Merges what units sent back into the work, three ways: what was handed out, what stands now, the answer.

What a unit did not touch stays as the work has it now. What it changed is taken where the work still has what
was handed out; where the work, or another answer of the unit, has another value, both are told and nothing is
written until somebody decides. A value that a unit takes away is decided by a person, too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.source import Plain
from pipeline.kinds.responsible import OwnedRow, Responsible
from pipeline.rounds.answer_checks import changed_fields, check_answer
from pipeline.rounds.answers import Answer, At, read_answer
from pipeline.rounds.asked_rows import Comparing, is_filled, key_text
from pipeline.rounds.works import Work

State = Literal["answered", "unchanged", "missing"]
Why = Literal["answers", "work", "cleared", "formula"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that an answer has for a field."""

    answer: Answer
    value: Plain


@dataclass(frozen=True, slots=True)
class Change:
    """A value that is taken into the work; `before` is what stands there."""

    at: At
    before: Plain
    value: Plain
    answer: Answer


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that a person decides: two answers differ, the work was changed meanwhile, a value was taken
    away, or the work has a formula there.
    """

    at: At
    why: Why
    handed: Plain
    now: Plain
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class UnitState:
    """What came back from one unit. `open` are its rows that have nothing in them yet, after merging."""

    who: Responsible
    state: State
    answers: tuple[Answer, ...]
    rows: tuple[OwnedRow, ...]
    open: tuple[OwnedRow, ...]


@dataclass
class Gathered:
    """All that gathering found. `refused` are files of which nothing was taken, `doubts` what is asked about
    in those that were.
    """

    work: Work
    answers: list[Answer] = field(default_factory=list)
    units: tuple[UnitState, ...] = ()
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    refused: list[Diagnostic] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)
    doubts: dict[Path, tuple[Diagnostic, ...]] = field(default_factory=dict)

    @property
    def faults(self) -> list[Diagnostic]:
        """What is wrong in the answers' own cells."""
        return [fault for answer in self.answers for fault in answer.faults]

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to decide or to mend."""
        return not (self.conflicts or self.faults or self.refused)


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the officer has decided: files whose values are taken where there is a choice, or that the work's
    own values stay.
    """

    take: Collection[Path] = ()
    keep: bool = False


def gather(
    work: Work,
    files: Sequence[Path],
    decisions: Decisions = Decisions(),
    has_formula: Callable[[Location], bool] = lambda _: False,
) -> Gathered:
    """Reads the files and merges them; nothing is written here. `has_formula` tells of a cell of the work.

    What is wrong with a file is told in what is returned.
    """
    found = Gathered(work)
    comparing = Comparing(work.kind)
    for file in files:
        try:
            answer = read_answer(file, work)
        except InputError as error:
            found.refused += error.diagnostics
            continue
        found.doubts[file] = check_answer(answer, work, comparing)
        found.answers.append(answer)
    merging = _Merging(found, comparing, decisions, has_formula)
    merging.merge()
    _forget_mended(found, comparing)
    found.units = tuple(_states(found, comparing))
    return found


@dataclass
class _Merging:
    """The fields of all answers, one after another."""

    found: Gathered
    comparing: Comparing
    decisions: Decisions
    has_formula: Callable[[Location], bool]
    old: set[Path] = field(default_factory=set)

    def merge(self) -> None:
        """Sorts every field that an answer changes into changes and conflicts."""
        offers: dict[At, list[Offer]] = {}
        for answer in self.found.answers:
            for at in changed_fields(answer, self.found.work, self.comparing):
                if at not in answer.held:
                    offers.setdefault(at, []).append(Offer(answer, answer.fields[at]))
        for at, several in offers.items():
            self._settle(at, several)
        self._tell_old(offers)

    def _settle(self, at: At, offers: list[Offer]) -> None:
        now = self._now(at)
        values = {self._normal(at, offer.value) for offer in offers}
        present, handed = self._normal(at, now), offers[0].answer.handed(at)
        if present in values and (len(values) == 1 or present != self._normal(at, handed)):
            return
        chosen = [offer for offer in offers if offer.answer.file in self.decisions.take]
        if len({self._normal(at, offer.value) for offer in chosen}) == 1:
            self._take(at, now, chosen[0])
            return
        if self.decisions.keep:
            return
        why: Why | None = None
        if len(values) > 1:
            why = "answers"
        elif not offers[0].value:
            why = "cleared"
        elif all(present != self._normal(at, offer.answer.handed(at)) for offer in offers):
            why = "work"
        if why is None:
            self._take(at, now, offers[0])
        else:
            self.found.conflicts.append(Conflict(at, why, handed, now, tuple(offers)))

    def _take(self, at: At, now: Plain, offer: Offer) -> None:
        work = self.found.work
        if at[0] in work.rows and self.has_formula(work.source.place((*work.rows[at[0]][0], *at[1]))):
            handed = offer.answer.handed(at)
            self.found.conflicts.append(Conflict(at, "formula", handed, now, (offer,)))
            return
        kept = self.comparing.as_kept(work.asked.table(at[0][0]).table.into, at[1], offer.value)
        self.found.changes.append(Change(at, now, kept, offer.answer))

    def _tell_old(self, offers: dict[At, list[Offer]]) -> None:
        """Answers that were given on an older hand-out: the work was changed since in their rows."""
        taken = {at: {self._normal(at, each.value) for each in several} for at, several in offers.items()}
        for answer in self.found.answers:
            later = [
                at
                for at in answer.fields
                if self._normal(at, self._now(at))
                not in {self._normal(at, answer.handed(at)), *taken.get(at, ())}
            ]
            if later:
                named = ", ".join(
                    dict.fromkeys(self.found.work.asked.table(at[0][0]).title(at[1]) for at in later)
                )
                self.found.remarks.append(
                    diagnose(
                        "answer-old-hand-out", Location(str(answer.file)), name=answer.who.name, fields=named
                    )
                )

    def _now(self, at: At) -> Plain:
        work = self.found.work
        if at[0] not in work.rows:
            return None
        return work.asked.table(at[0][0]).fields(work.rows[at[0]][1]).get(at[1])

    def _normal(self, at: At, value: Plain) -> str:
        return self.comparing.normal(self.found.work.asked.table(at[0][0]).table.into, at[1], value)


def _forget_mended(found: Gathered, comparing: Comparing) -> None:
    """Takes away faults of one file at fields that a later file of the same unit has mended."""
    for answer in found.answers:
        mended = {
            answer.place(at)
            for at in answer.held
            for other in found.answers
            if other is not answer and other.who == answer.who and at in other.fields and at not in other.held
            if not comparing.same(
                found.work.asked.table(at[0][0]).table.into, at[1], other.fields[at], other.handed(at)
            )
        }
        answer.faults = [fault for fault in answer.faults if fault.location not in mended]


def _states(found: Gathered, comparing: Comparing) -> Iterator[UnitState]:
    work = found.work
    taken = {(change.at[0][0], change.at[0][1][0]) for change in found.changes if change.value}
    filled = {
        (of, key[0]) for (of, key), (_, row) in work.rows.items() if is_filled(work.asked.table(of), row)
    } | taken
    for who in work.asked.people.values():
        own = tuple(answer for answer in found.answers if answer.who == who)
        rows = tuple(
            row
            for row in work.asked.rows
            if row.who == who and (row.whole or (".".join(row.into), key_text(row.key)) in filled)
        )
        answered = any(changed_fields(answer, work, comparing) for answer in own)
        state: State = "answered" if answered else "unchanged" if own else "missing"
        still = tuple(row for row in rows if (".".join(row.into), key_text(row.key)) not in filled)
        yield UnitState(who, state, own, rows, still)


__all__ = ["Change", "Conflict", "Decisions", "Gathered", "Offer", "State", "UnitState", "Why", "gather"]
