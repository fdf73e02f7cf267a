"""Whether a work may stand as the last round of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.diagnostics import InputError, Message, diagnose
from pipeline.kinds import kind_of
from pipeline.model.office_input import HasPeriod
from pipeline.thai.dates import date_range

if TYPE_CHECKING:
    from pipeline.papers.prepared import Prepared


def refuse_no_last_round(this: Prepared, last: Prepared, file: str) -> None:
    """Raises `InputError` for a `file` of another kind of work, or of a period that ends after this one's.

    Two that end on one day may be rounds of one document, such as an agreement told in halves.
    """
    ours, theirs = this.office_input, last.office_input
    if ours.kind == theirs.kind and not _ends_later(theirs, ours):
        return
    wanted, given = _called(this), _called(last)
    raise InputError([diagnose("not-an-earlier-round", file=file, given=given, wanted=wanted)])


def _ends_later(last: object, this: object) -> bool:
    return isinstance(last, HasPeriod) and isinstance(this, HasPeriod) and last.period.end > this.period.end


def _called(prepared: Prepared) -> Message:
    """`รายงานผลตามแผนทรัพยากรบุคคล 1 ตุลาคม 2562 - 31 มีนาคม 2563`."""
    told = prepared.office_input
    label = kind_of(told).label
    if not isinstance(told, HasPeriod):
        return label
    days = date_range(told.period.start, told.period.end)
    return Message(f"{label.th} {days}", f"{label.en} {days}")
