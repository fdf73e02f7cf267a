"""Papers made up to version 0.2 from data without wording: their sentences stood in templates.

To hold such a paper against its data, or to make it anew, the data are taken with the wording that the
templates had then, which is that of the start for the first kind of office.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.intake import Source
from pipeline.intake.source import Plain
from pipeline.kinds import SHIPPED
from pipeline.kinds.office_kinds import office_kinds
from pipeline.kinds.starting_wording import is_former, with_wording
from pipeline.papers.build import prepare_source
from pipeline.papers.prepared import Prepared


def formerly_worded(values: Mapping[str, Plain]) -> dict[str, Plain] | None:
    """The data with that wording; `None` for data that are not of that time."""
    return with_wording(values, next(iter(office_kinds()))) if is_former(values) else None


def prepare_formerly(prepared: Prepared) -> Prepared | None:
    """The input with that wording, checked and scored; `None` for one that is not of that time."""
    values = formerly_worded(prepared.values)
    return None if values is None else prepare_source(Source(prepared.name, values), prepared.name, SHIPPED)
