"""A remark where an input words no sentences of its own, and papers say neutral ones."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.intake import Source
from pipeline.model.fields import title_of
from pipeline.model.office_input import OfficeInput

_WORDED = ("body", "chapters")
"""Fields that hold the sentences of papers; one that need not be filled in has neutral ones."""


def find_neutral_wording(source: Source, office_input: OfficeInput) -> Iterator[Diagnostic]:
    """A remark for each part that the office has not worded."""
    fields = type(office_input).model_fields
    for name in _WORDED:
        if name in fields and not getattr(office_input, name):
            yield diagnose("neutral-wording", source.place((name,)), part=title_of(fields[name]))
