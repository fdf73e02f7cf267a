"""Wording for data that have none: that of the start for one kind of office.

Up to version 0.2 the sentences of an HR plan's memo and report stood in templates, and data of that time hold
none; `is_former` knows them.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from typing import Any

from pipeline.intake.source import Plain
from pipeline.kinds import SHIPPED
from pipeline.kinds.starting import start_values

_FORMER = ("action_plan", "quality_issues", "reviewed_first_year", "working_group", "approved")
"""What every report had to say then."""

_ANNOUNCED = " ดังนี้"
_HEAD = re.compile(r"\{(?:ตำแหน่งย่อ)?หัวหน้า(?:ส่วนราชการ|หน่วยงาน)\}")
_ASSISTANTS = "{ผู้ช่วยเลขานุการ} เป็นผู้ช่วยเลขานุการ "


def is_former(values: Mapping[str, Any]) -> bool:
    """Whether an input is of the time when the sentences stood in templates."""
    report = values.get("report")
    return (
        values.get("kind") == "hr-scorecard"
        and isinstance(report, dict)
        and all(name in report for name in _FORMER)
        and not any(values.get(name) for name in ("body", "chapters", "headings"))
    )


def with_wording(values: Mapping[str, Plain], office: str) -> dict[str, Plain]:
    """The data with the wording of that kind of office for each part that they do not word themselves;
    without the blocks that they have nothing for.
    """
    made: dict[str, Any] = copy.deepcopy(dict(values))
    start = copy.deepcopy(start_values(SHIPPED.of(str(made["kind"])), office))
    made.setdefault("memo", {})
    if not made["memo"].get("subject"):
        made["memo"]["subject"] = start["memo"]["subject"]
    report = made.setdefault("report", {})
    if not report.get("cover"):
        report["cover"] = start["report"]["cover"]
    for name in ("body", "headings", "chapters"):
        if not made.get(name):
            made[name] = _fitting(_with_head(start[name], made), made)
    return made


def _with_head(wording: Any, values: Mapping[str, Any]) -> Any:
    """The wording with a common word for the head of an office that does not name one."""
    if values["office"].get("head"):
        return wording
    if isinstance(wording, str):
        return _HEAD.sub("หัวหน้าส่วนราชการ", wording)
    if isinstance(wording, list):
        return [_with_head(each, values) for each in wording]
    return {name: _with_head(each, values) for name, each in wording.items()}


def _fitting(wording: Any, values: Mapping[str, Any]) -> Any:
    """The wording without what the data cannot fill."""
    if not isinstance(wording, list):
        return wording
    lacking = _lacking(values)
    for chapter in wording:
        if isinstance(chapter, dict) and "prose" in chapter:
            chapter["prose"] = _without(chapter["prose"], lacking, values)
    kept = [each for each in wording if not (isinstance(each, dict) and each.get("prose") == [])]
    return _without(kept, lacking, values) if all(isinstance(each, str) for each in kept) else kept


def _without(prose: list[Any], lacking: frozenset[str], values: Mapping[str, Any]) -> list[Any]:
    made: list[Any] = []
    for passage in prose:
        if isinstance(passage, str) and passage in lacking:
            if made and isinstance(made[-1], str):
                made[-1] = made[-1].removesuffix(_ANNOUNCED)
            continue
        is_shortened = isinstance(passage, str) and not _has_assistants(values)
        made.append(passage.replace(_ASSISTANTS, "") if is_shortened else passage)
    return made


def _lacking(values: Mapping[str, Any]) -> frozenset[str]:
    """The blocks that there is nothing for."""
    report = values.get("report") or {}
    action = report.get("action_plan") or {}
    held = {
        "{ตาราง PMQA}": report.get("quality_issues"),
        "{รายการ PMQA}": report.get("quality_issues"),
        "{พันธกิจ}": action.get("missions"),
        "{ประเด็นยุทธศาสตร์}": action.get("strategies"),
    }
    return frozenset(name for name, value in held.items() if not value)


def _has_assistants(values: Mapping[str, Any]) -> bool:
    group = (values.get("report") or {}).get("working_group") or {}
    return bool(group.get("assistant_post") or group.get("assistant"))
