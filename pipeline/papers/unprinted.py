"""Remarks on filled fields that no paper prints, each at its cell or line."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.compose.unread import Unread, find_unread_fields
from pipeline.diagnostics import Diagnostic, Message, diagnose
from pipeline.intake import Source
from pipeline.model.fields import title_of

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.model.office_input import OfficeInput

EACH = 3
"""The same field is told at each place where it is filled in, if there are no more than these."""


def find_unprinted_fields(
    source: Source, office_input: OfficeInput, folder: Path | None = None
) -> tuple[Diagnostic, ...]:
    """A remark for each filled field that no paper of the input prints; `folder` holds own templates."""
    found = sorted(find_unread_fields(office_input, folder), key=_field)
    remarks = [one for _, several in groupby(found, _field) for one in _make_remarks(source, list(several))]
    return tuple(remarks)


def _field(one: Unread) -> tuple[str, str]:
    return one.record.__name__, one.name


def _make_remarks(source: Source, several: list[Unread]) -> Iterable[Diagnostic]:
    if len(several) <= EACH:
        return [_fault(source, one, Message("", "")) for one in several]
    more = len(several) - 1
    return [_fault(source, several[0], Message(f" (และอีก {more} แห่ง)", f" (and at {more} more places)"))]


def _fault(source: Source, one: Unread, more: Message) -> Diagnostic:
    title, key = title_of(one.record.model_fields[one.name]), one.path[-1]
    place = source.place(one.path)
    if key != one.name:
        return diagnose("not-printed/name", place, name=key)
    quoted = f"'{title}'"
    named = Message(quoted, quoted) if place.sheet else Message(f"'{key}' ({title})", f"'{key}'")
    return diagnose("not-printed", place, named=named, more=more)
