"""A quarter of an HR Scorecard plan: the memo that reports it and the report behind it.

Dimensions, projects with weights and steps, the results of the round, and the report's chapters.
"""

from pipeline.diagnostics import Message
from pipeline.kinds.kind import Kind

KIND = Kind(
    name="hr-scorecard",
    package=__name__,
    title="รายงานผลตามแผนกลยุทธ์ HR Scorecard ประจำรอบ",
    label=Message("HR Scorecard", "HR Scorecard"),
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
            "period",
            "units",
            "reporter",
        ),
        "memo": ("memo",),
        "plan": ("plan",),
        "results": (
            "adjustments",
            "gates",
            "results",
        ),
        "report": ("report",),
    },
)
