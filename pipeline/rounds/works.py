"""A work that is handed out, or that answers are gathered into: read and checked, as far as it is filled."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.compose.facts import common_facts
from pipeline.compose.placeholders import fill
from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake import Source
from pipeline.kinds import Kind, Kinds, kind_of
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import check_input
from pipeline.model.office_input import HasMemoHead, HasPeriod, OfficeInput
from pipeline.model.people import Unit
from pipeline.model.soundness import Unsound, entries, is_refused
from pipeline.rounds.asked_rows import Asked, Field, RowId, asked_of, rows_by_id
from pipeline.thai.dates import date_range, parse_date
from pipeline.workbook.layout import Layout
from pipeline.workbook.levelled import with_levels


@dataclass(frozen=True, slots=True)
class WorkId:
    """Which work it is: the kind, the office and the period. The same file may bear another name."""

    kind: str
    office: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True)
class Work:
    """An input whose rows others fill in. `office_input` has stand-ins for what is not sound yet."""

    path: Path
    source: Source
    office_input: OfficeInput
    faults: tuple[Diagnostic, ...]
    known: Kinds

    @cached_property
    def kind(self) -> Kind:
        """Its kind."""
        return kind_of(self.office_input)

    @cached_property
    def layout(self) -> Layout:
        """The sheets of its workbook."""
        return with_levels(self.kind.layout, self.source.values)

    @cached_property
    def asked(self) -> Asked:
        """What it asks of others."""
        return asked_of(self.kind, self.office_input, self.layout)

    @cached_property
    def rows(self) -> dict[RowId, tuple[Field, dict[str, Any]]]:
        """Its rows that others fill in, each with its path."""
        return rows_by_id(self.asked, self.source.values)

    @cached_property
    def id(self) -> WorkId:
        """Which work it is."""
        told = self.office_input
        office = _asked_of(told, "office", "name")
        start, end = _asked_of(told, "period", "start"), _asked_of(told, "period", "end")
        return WorkId(told.kind, office, start, end)

    @property
    def title(self) -> str:
        """What it is called on the cover of a workbook that is handed out."""
        told = self.office_input
        try:
            period = told.period if isinstance(told, HasPeriod) else None
            days = "" if period is None or is_refused(period) else date_range(period.start, period.end)
        except Unsound:
            days = ""
        return " ".join(part for part in (self.kind.label.th, days) if part)

    @property
    def contact(self) -> str:
        """To whom answers go: the unit that reports, or the office, with its telephone."""
        told = self.office_input
        units: Any = getattr(told, "units", ())
        reporter = getattr(told, "reporter", "")
        named = next(
            (unit.name for _, unit in entries(units) if isinstance(unit, Unit) and unit.id == reporter),
            _asked_of(told, "office", "name"),
        )
        phone = _asked_of(told, "memo", "phone") if isinstance(told, HasMemoHead) else ""
        return f"{named} โทร. {phone}" if phone else named

    def printed(self, name: str) -> str:
        """A name as papers print it; of one that names what is not known here, without its braces."""
        try:
            return fill(name, common_facts(self.office_input), "short")
        except (InputError, Unsound):
            return name.replace("{", "").replace("}", "")

    @property
    def unowned(self) -> tuple[str, ...]:
        """The keys of rows in the lists that are handed out for which nobody is responsible."""
        owned = self.asked.by_key
        return tuple(key[0] for of, key in self.rows if (of, key[0]) not in owned)


def _asked_of(told: OfficeInput, *names: str) -> str:
    """A value inside an input as text; empty where it is not there or was refused."""
    here: Any = told
    try:
        for name in names:
            here = getattr(here, name, None)
            if here is None or is_refused(here):
                return ""
        return str(here)
    except Unsound:
        return ""


def open_work(path: Path, known: Kinds) -> Work:
    """Reads a work that others fill in. Its results may be empty or faulty; what says who is responsible must
    be sound.

    Raises `InputError`.
    """
    source = read(path, known)
    record, faults = check_input(source, known)
    work = Work(path, source, record, faults, known)
    standing = [fault for fault in faults if not _is_to_be_filled_in(fault, work)]
    if source.unread - {()} and standing:
        raise InputError(standing)
    if () in source.unread or not work.asked.rows:
        raise InputError(
            standing or [diagnose("nobody-responsible", Location(str(path)), kind=work.kind.label)]
        )
    return work


def _is_to_be_filled_in(fault: Diagnostic, work: Work) -> bool:
    """Whether a fault stands in a row that is handed out, or for want of such a row."""
    lists = {table.table.into for table in work.asked.tables}
    places = {
        place
        for path, place in work.source.places.items()
        if any(path[: len(into)] == into for into in lists)
    }
    return all(place in places for place in fault.locations)


def nested(into: tuple[str, ...], value: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """Plain values with another list at `into`; the values themselves stay as they are."""
    inner = values.get(into[0])
    if len(into) == 1:
        return {**values, into[0]: value}
    return {**values, into[0]: nested(into[1:], value, inner if isinstance(inner, dict) else {})}


def read_deadline(typed: str) -> datetime.date | None:
    """A date as people type it; `None` where none is typed. Raises `InputError`."""
    if not typed:
        return None
    day = parse_date(typed)
    if day is None:
        raise InputError([diagnose("deadline-date", None, typed=typed)])
    return day
