"""A performance agreement of one fiscal year, its annexes and its score table.

Parties, dimensions, indicators on scales with targets, weights, baselines and, once known, results.
"""

from typing import TYPE_CHECKING

from pipeline.diagnostics import Message
from pipeline.kinds.kind import Kind

if TYPE_CHECKING:
    from pipeline.kinds.agreement import checks, facts, record, scoring, sheets, signers
    from pipeline.kinds.parts import Parts

    PARTS: Parts[record.AgreementInput] = Parts(record, checks, scoring, sheets, facts, signers)

KIND = Kind(
    name="agreement",
    package=__name__,
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
            "period",
        ),
        "agreement": ("agreement",),
        "results": ("adjustments", "gates", "results", "results_are_example"),
    },
)
