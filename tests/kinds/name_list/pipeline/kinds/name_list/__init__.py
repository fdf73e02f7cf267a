"""A memo with a list of people: a committee, the participants of a training."""

from typing import TYPE_CHECKING

from pipeline.diagnostics import Message
from pipeline.kinds.kind import CodedKind

if TYPE_CHECKING:
    from pipeline.kinds.name_list import checks, facts, record, scoring, sheets, signers
    from pipeline.kinds.parts import Parts

    PARTS: Parts[record.NameListInput] = Parts(record, checks, scoring, sheets, facts, signers)

KIND = CodedKind(
    name="name-list",
    package=__name__,
    purpose=Message("บันทึกแจ้งรายชื่อบุคคล", "A memo that tells a list of people"),
    title="บันทึกข้อความแจ้งรายชื่อ",
    label=Message("บันทึกแจ้งรายชื่อ", "List of names"),
    files={"letter": ("kind", "digits", "office", "audit", "memo"), "people": ("members",)},
)
