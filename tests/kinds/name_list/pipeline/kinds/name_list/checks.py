"""What a list of people may contradict: the marks of its memo, and a name that stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, Message
from pipeline.intake import Source
from pipeline.kinds.name_list.record import NameListInput
from pipeline.model.checks.marks import mark_faults
from pipeline.model.checks.references import find_repeated_names
from pipeline.model.soundness import entries, sound

_MEMBER = Message("ผู้มีรายชื่อ", "member")


def faults(office_input: NameListInput, source: Source) -> Iterator[Diagnostic]:
    """All faults of a list whose values are valid one by one."""
    yield from sound(mark_faults(office_input.memo, source.place))
    named = ((("members", n, "person"), each.person.full_name) for n, each in entries(office_input.members))
    yield from sound(find_repeated_names(_MEMBER, named, source.place))
