"""What an indicator is measured by, as one text: to tell whether a target was changed between two rounds."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pipeline.model.records import Record
from pipeline.model.soundness import is_refused

if TYPE_CHECKING:
    from pipeline.model.indicators import Scored

MEASURED_BY = ("scale", "targets", "target", "target_level")
"""The fields of an indicator, or of a project, that say what it is measured by."""


def criteria_of(scored: Scored) -> str:
    """`step 50 60 70 80 90`, `count จัดกิจกรรม 5 ครั้ง`: the same text for the same scale and target."""
    values = (getattr(scored, name, None) for name in MEASURED_BY)
    return " ".join(text for value in values for text in _texts(value))


def _texts(value: Any) -> Iterator[str]:
    if value is None or value == "" or is_refused(value):
        return
    if isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, Decimal):
        yield f"{value.normalize():f}"
    else:
        yield str(value)
