"""A free memo: what an office sends besides its reports.

Head, marks, signers and prose; nothing is scored. It loads no records of plans and agreements.
"""

from pipeline.diagnostics import Message
from pipeline.kinds.kind import Kind

KIND = Kind(
    name="memo",
    package=__name__,
    title="บันทึกข้อความทั่วไป",
    label=Message("บันทึกข้อความ", "Memo"),
    files={"memo": ("kind", "digits", "office", "audit", "memo", "body")},
)
