"""A free memo: what an office sends besides its reports.

Head, marks, signers and prose; nothing is scored. It loads no records of plans and agreements.
"""

from typing import TYPE_CHECKING

from pipeline.diagnostics import Message
from pipeline.kinds.kind import CodedKind

if TYPE_CHECKING:
    from pipeline.kinds.memo import checks, facts, record, scoring, sheets, signers
    from pipeline.kinds.parts import Parts

    PARTS: Parts[record.MemoInput] = Parts(record, checks, scoring, sheets, facts, signers)

KIND = CodedKind(
    name="memo",
    package=__name__,
    purpose=Message(
        "บันทึกข้อความ พร้อมเครื่องหมาย ผู้ลงนาม และสิ่งที่ส่งมาด้วย", "A memo with its marks, signers and enclosures"
    ),
    title="บันทึกข้อความทั่วไป",
    label=Message("บันทึกข้อความ", "Memo"),
    files={
        "memo": ("kind", "digits", "office", "audit", "memo", "body"),
        "last-round": ("last_round",),
    },
)
