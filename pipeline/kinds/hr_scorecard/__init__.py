"""A round of an HR plan: the memo that reports it and the report behind it.

Dimensions, projects with weights and steps or with budgets alone, the results of the round, and the wording
of the memo and of the report's chapters.
"""

from typing import TYPE_CHECKING

from pipeline.diagnostics import Message
from pipeline.kinds.kind import CodedKind

if TYPE_CHECKING:
    from pipeline.kinds.hr_scorecard import checks, facts, record, scoring, sheets, signers
    from pipeline.kinds.parts import Parts

    PARTS: Parts[record.HrScorecardInput] = Parts(record, checks, scoring, sheets, facts, signers)

KIND = CodedKind(
    name="hr-scorecard",
    package=__name__,
    purpose=Message(
        "รายงานผลตามแผนทรัพยากรบุคคลรายรอบ และบันทึกเสนอรายงาน",
        "The report on an HR plan in one round, and the memo that presents it",
    ),
    title="รายงานผลตามแผนทรัพยากรบุคคลประจำรอบ",
    label=Message("รายงานผลตามแผนทรัพยากรบุคคล", "HR plan report"),
    old_labels=("รายงาน HR Scorecard",),
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
            "units",
            "reporter",
        ),
        "memo": ("memo", "body"),
        "plan": ("plan",),
        "results": (
            "adjustments",
            "gates",
            "results",
        ),
        "report": ("report", "headings", "chapters"),
        "last-round": ("last_round",),
    },
)
