"""Two rounds of the seed office, each as one file."""

from pathlib import Path

_FOLDER = Path(__file__).parents[2] / "input" / "hr-scorecard-2563"
PLAN = "".join(path.read_text("utf-8") for path in sorted(_FOLDER.glob("*.yaml")))
"""The second quarter, as it was reported."""
_END, _STEPS = "end: 31 มีนาคม 2563", "- project: career-path\n    steps: 3"


def first_quarter() -> bytes:
    """The round before: one step of the first project was done, not three."""
    assert PLAN.count(_END) == 1 == PLAN.count(_STEPS)
    earlier = PLAN.replace(_END, "end: 31 ธันวาคม 2562").replace(_STEPS, _STEPS.replace("3", "1"))
    return earlier.encode()
