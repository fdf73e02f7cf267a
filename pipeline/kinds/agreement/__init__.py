"""A performance agreement of one fiscal year, its annexes and its score table.

Parties, dimensions, indicators on scales with targets, weights, baselines and, once known, results.
"""

from typing import TYPE_CHECKING

from pipeline.diagnostics import Message
from pipeline.kinds.kind import CodedKind

if TYPE_CHECKING:
    from pipeline.kinds.agreement import checks, facts, record, scoring, sheets, signers
    from pipeline.kinds.parts import Parts

    PARTS: Parts[record.AgreementInput] = Parts(record, checks, scoring, sheets, facts, signers)

KIND = CodedKind(
    name="agreement",
    package=__name__,
    purpose=Message(
        "คำรับรองการปฏิบัติราชการ เอกสารแนบท้าย และตารางคะแนน",
        "A performance agreement, its annexes and its score table",
    ),
    title="คำรับรองการปฏิบัติราชการและเอกสารประกอบ",
    label=Message("คำรับรองการปฏิบัติราชการ", "Performance agreement"),
    files={
        "office": (
            "kind",
            "digits",
            "office",
            "audit",
            "schemes",
            "tracks",
            "decides",
            "combine_tracks",
            "charts",
            "against_last",
            "period",
        ),
        "agreement": ("agreement",),
        "results": ("adjustments", "gates", "results", "results_are_example"),
        "last-round": ("last_round",),
    },
)
