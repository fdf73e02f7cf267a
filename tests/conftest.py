"""Small whole inputs as the plain values that intake reads; each test gets its own to change."""

import gc
from copy import deepcopy

import pytest
from hypothesis import HealthCheck, settings

from pipeline.kinds.starting_wording import with_wording

settings.register_profile(
    "saraban", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("saraban")
"""No law depends on how busy the machine is, nor on the day's luck: a red run is a change's doing."""

STEP = {"type": "step", "thresholds": ["50", "60", "70", "80", "90"]}
LINEAR = {"type": "linear", "thresholds": ["60", "65", "70", "75", "80"]}
MILESTONE = {"type": "milestone"}
SIGNER = {"person": {"title": "นาย", "given": "มนู", "surname": "เลียวไพโรจน์"}, "position": "ปลัดกระทรวง"}


def project(id: str, weight: str, scale: dict, **more) -> dict:
    """A project of the plan with what the test does not care about filled in."""
    told = {"name": f"แผนงาน {id}", "goal": "เป้า", "rationale": "เหตุผล", "indicator": "ตัวชี้วัด"}
    told |= {"issues": [{"number": "1", "name": "ประเด็น"}], "steps": ["ก"], "levels": list("12345")}
    return {
        "id": id,
        "weight": weight,
        "scale": deepcopy(scale),
        "unit": "hr",
        "responsible": "กอง",
        **told,
        **more,
    }


def indicator(id: str, weight: str, **more) -> dict:
    """An indicator of the agreement; on the linear scale 60-80 unless told otherwise."""
    scored = {} if "parts" in more or "scale" in more else {"scale": deepcopy(LINEAR)}
    return {"id": id, "name": f"ตัวชี้วัด {id}", "weight": weight, **scored, **more}


@pytest.fixture
def plan_values() -> dict:
    """The nine projects of 2563 with their weights, dimensions and results (domain.md §2.8)."""
    dimensions = [
        [project("1", "10", MILESTONE), project("2", "10", MILESTONE)],
        [project("3", "10", STEP), project("4", "10", MILESTONE)],
        [
            project("5", "10", MILESTONE),
            project("6", "10", MILESTONE),
            project("7", "10", STEP, achievement="ratio"),
        ],
        [project("8", "10", MILESTONE)],
        [project("9", "20", MILESTONE)],
    ]
    results = [
        {"project": "1", "steps": "3"},
        {"project": "2", "steps": "5"},
        {"project": "3", "numerator": "23", "denominator": "23"},
        {"project": "4", "status": "in-progress"},
        {"project": "5", "steps": "4"},
        {"project": "6", "steps": "5"},
        {"project": "7", "numerator": "6", "denominator": "7"},
        {"project": "8", "status": "in-progress"},
        {"project": "9", "steps": "3"},
    ]
    group = {"order_number": "246/2561", "order_date": "1 มีนาคม 2561"}
    group |= {"chair": "ประธาน", "members": "คณะ", "secretary": "เลขา"}
    action = {
        "first_year": "2563",
        "last_year": "2565",
        "vision": "ก",
        "missions": ["ก"],
        "strategies": ["ก"],
    }
    values = {
        "kind": "hr-scorecard",
        "office": {"name": "สำนักงานปลัดกระทรวง"},
        "period": {"start": "1 ตุลาคม 2562", "end": "31 มีนาคม 2563"},
        "units": [{"id": "hr", "name": "กองบริหารทรัพยากรบุคคล"}],
        "reporter": "hr",
        "plan": {
            "name": "แผนกลยุทธ์",
            "short": "แผนฯ",
            "first_year": "2562",
            "last_year": "2564",
            "dimensions": [
                {"number": str(n), "name": f"มิติ {n}", "projects": projects}
                for n, projects in enumerate(dimensions, 1)
            ],
        },
        "results": results,
        "memo": {"agency": "กบค.", "to": "ปลัดกระทรวง", "proposer": deepcopy(SIGNER)},
        "report": {
            "action_plan": action,
            "quality_issues": [],
            "reviewed_first_year": "2559",
            "reviewed_last_year": "2561",
            "working_group": group,
            "approved": "1 มีนาคม 2562",
        },
    }
    return with_wording(values, "civil")


@pytest.fixture
def agreement_values() -> dict:
    """Two dimensions (70 + 30), three indicators, the last a composite of two parts."""
    parts = [
        {"id": "3.1", "name": "ย่อย 1", "weight": "0.25", "scale": deepcopy(LINEAR)},
        {"id": "3.2", "name": "ย่อย 2", "weight": "0.75", "scale": deepcopy(MILESTONE)},
    ]
    first = {"name": "กลุ่ม ก", "weight": "70", "indicators": [indicator("1", "52.5"), indicator("2", "17.5")]}
    second = {"name": "กลุ่ม ข", "weight": "30", "indicators": [indicator("3", "30", parts=parts)]}
    return {
        "kind": "agreement",
        "office": {"name": "สำนักงานปลัดกระทรวง"},
        "period": {"start": "1 ตุลาคม 2546", "end": "30 กันยายน 2547"},
        "agreement": {
            "receiver": deepcopy(SIGNER),
            "maker": deepcopy(SIGNER),
            "dimensions": [
                {"number": "1", "name": "ประสิทธิผล", "weight": "70", "groups": [first]},
                {"number": "2", "name": "คุณภาพ", "weight": "30", "groups": [second]},
            ],
        },
        "results": [
            {"indicator": "1", "value": "77"},
            {"indicator": "2", "value": "58"},
            {"indicator": "3.1", "value": "72.5"},
            {"indicator": "3.2", "steps": "4"},
        ],
    }


@pytest.fixture
def memo_values() -> dict:
    """A free memo of one paragraph."""
    head = {"agency": "กบค.", "to": "ปลัดกระทรวง", "proposer": deepcopy(SIGNER), "subject": "ขอเชิญประชุม"}
    return {"kind": "memo", "office": {"name": "สำนักงาน"}, "memo": head, "body": ["ด้วยจะมีการประชุม"]}


def pytest_collection_finish() -> None:
    """What was collected stays to the end: no later collection of garbage needs to look through it."""
    gc.freeze()
