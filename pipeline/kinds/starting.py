"""The data that an office begins with: the example of a kind, and the same example under another scheme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.intake import read
from pipeline.kinds.kind import Kind
from pipeline.kinds.office_kinds import NO_SCORES, office_kinds
from pipeline.model.scheme_rules import Schemes
from pipeline.model.schemes import Rules

Values = dict[str, Any]

_PROSE = "ดำเนินการแล้ว ได้ผล {value}"
"""What stands in place of a text that speaks of steps."""


def has_offices(kind: Kind) -> bool:
    """Whether a kind of input has starts by kind of office."""
    return any((kind.start / office).is_dir() for office in office_kinds())


def start_files(kind: Kind, office: str = "") -> dict[str, bytes]:
    """The commented files of the example, those of the kind of office in place of the usual ones."""
    return {name: file.read_bytes() for name, file in _start_of(kind, office).items()}


def _start_of(kind: Kind, office: str) -> dict[str, Path]:
    found = {file.name: file for file in sorted(kind.start.glob("*.yaml"))}
    own = kind.start / office
    if office and own.is_dir():
        found |= {file.name: file for file in sorted(own.glob("*.yaml"))}
    return found


def start_values(kind: Kind, office: str = "") -> Values:
    """The example of that kind, as plain values. Raises `InputError` where it has none."""
    if not office:
        return dict(read(kind.start).values)
    return {
        name: value for file in _start_of(kind, office).values() for name, value in read(file).values.items()
    }


def takes_schemes(kind: Kind) -> bool:
    """Whether its example can be made for another scheme: what is scored stands in dimensions."""
    return any(isinstance(each, dict) and "dimensions" in each for each in start_values(kind).values())


def start_under(kind: Kind, scheme: str, office: str = "") -> Values:
    """The example with scales, levels and results that fit a shipped scheme, or without scores (`NO_SCORES`).

    Raises `ValueError` for a kind without scores.
    """
    values = start_values(kind, office)
    if scheme == NO_SCORES:
        return _unscored(values)
    rules = Schemes().rules(scheme)
    whole = next((each for each in values.values() if isinstance(each, dict) and "dimensions" in each), None)
    if whole is None:
        raise ValueError(f"{kind.name} has no scores")
    whole.pop("unmeasured", None)
    whole["scheme"] = scheme
    results = {result.get("indicator") or result.get("project"): result for result in values["results"]}
    if rules.combine != "weighted":
        _remove_weights(whole["dimensions"])
    for scored in _scored(whole["dimensions"]):
        _refit(scored, results.get(scored["id"], {}), rules)
    return values


def _unscored(values: Values) -> Values:
    """The example without scales, levels and weights, with budgets, times and targets in their place."""
    whole = values["plan"]
    whole.pop("unmeasured", None)
    projects = [project for dimension in whole["dimensions"] for project in dimension["projects"]]
    results = {result["project"]: result for result in values["results"]}
    for n, project in enumerate(projects):
        for name in ("scale", "levels", "weight", "achievement"):
            project.pop(name, None)
        target, budget, spent, time = _BUDGETS[n % len(_BUDGETS)]
        project |= {"target": target, "budget": budget, "time": time}
        result = results[project["id"]]
        if result.get("status", "measured") == "measured":
            result["spent"] = spent
    for prose in (values["body"], *(chapter.get("prose", []) for chapter in values["chapters"])):
        prose[:] = [passage for passage in prose if not _speaks_of_levels(passage)]
    for chapter in values["chapters"]:
        chapter["title"] = chapter["title"].replace("{ชื่อสรุปคะแนน}", "ผลการดำเนินการ")
    return values


def _speaks_of_levels(passage: Any) -> bool:
    text = passage if isinstance(passage, str) else passage.get("text", "")
    return any(name in text for name in ("{หมายเหตุสัดส่วน}", "{จำนวนระดับ}"))


_BUDGETS = (
    ("มีเส้นทางความก้าวหน้าครบทุกสายงาน", "50000", "32500", "ต.ค. 2567 - ก.ย. 2568"),
    ("จัดฝึกอบรม 7 หลักสูตร", "240000", "198750", "ต.ค. 2567 - มี.ค. 2568"),
    ("จัดกิจกรรม 5 ครั้ง", "80000", "0", "เม.ย. - ก.ย. 2568"),
)
"""What the example's projects aim at, were given and spent (baht), and when they are done."""


def _scored(here: Any) -> Iterator[Values]:
    """What has a scale of its own, to any depth."""
    if isinstance(here, dict):
        if "scale" in here:
            yield here
        here = list(here.values())
    for each in here if isinstance(here, list) else ():
        yield from _scored(each)


def _remove_weights(here: Any) -> None:
    if isinstance(here, dict):
        here.pop("weight", None)
        here = list(here.values())
    for each in here if isinstance(here, list) else ():
        _remove_weights(each)


def _refit(scored: Values, result: Values, rules: Rules) -> None:
    """Changes a scale, what the levels are said to be, and the result, to what the scheme can score."""
    scale, count = scored["scale"], len(rules.levels)
    kept = _kept(count, counted="thresholds" not in scale)
    if "levels" in scored:
        scored["levels"] = [_nth(scored["levels"], n) for n in kept]
    thresholds = [_nth(scale["thresholds"], n) for n in kept] if "thresholds" in scale else []
    if rules.points:
        scored["scale"] = {"type": "points", "expected": f"{rules.full:f}"}
        _measure(result, f"{rules.full:f}")
    elif count > 1:
        scored["scale"] = scale | ({"thresholds": thresholds} if thresholds else {})
        if "steps" in result:
            result["steps"] = str(min(int(result["steps"]), count))
    elif rules.combine == "sum":
        scored["scale"] = {"type": "marks"}
        _measure(result, f"{rules.full:f}")
    else:
        scored["scale"] = {"type": "limit", "at_least": thresholds[-1] if thresholds else "3"}
        if not thresholds:
            _measure(result, "4")


def _measure(result: Values, figure: str) -> None:
    """Puts a figure in place of one that was measured otherwise; what has no result stays without."""
    if result.get("status", "measured") == "measured" and result:
        for name in ("steps", "numerator", "denominator"):
            result.pop(name, None)
        result["value"] = figure
        result |= {name: [_PROSE] for name in ("memo", "done") if name in result}


def _kept(count: int, *, counted: bool) -> list[int]:
    """Which of five levels stand for `count`: of counted things the first, else from first to last."""
    if counted or count > _FIVE:
        return list(range(count))
    if count == 1:
        return [_FIVE - 1]
    return [round(n * (_FIVE - 1) / (count - 1)) for n in range(count)]


_FIVE = 5
"""Levels of the examples."""


def _nth(texts: list[str], n: int) -> str:
    """The text of a level; of one more than the example has, the last and how far beyond it."""
    return texts[n] if n < len(texts) else f"{texts[-1]} +{n + 1 - len(texts)}"
