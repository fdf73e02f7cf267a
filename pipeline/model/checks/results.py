"""Each result belongs to one known project, indicator or part, once, and its figure fits the scale."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.faults import Fault, Words
from pipeline.model.checks.figures import figure_faults
from pipeline.model.checks.places import At, indicators, projects
from pipeline.model.checks.references import twice, unknown
from pipeline.model.indicators import Indicator, Result
from pipeline.model.inputs import AgreementInput, HrScorecardInput
from pipeline.model.plan import Plan
from pipeline.model.scales import LinearScale, StepScale

_PROJECT = Words("แผนงาน/โครงการ", "project")
_INDICATOR = Words("ตัวชี้วัดที่", "indicator")
_RESULT = Words("ผลของ", "a result of")


def plan_result_faults(office_input: HrScorecardInput, at: At) -> Iterator[Fault]:
    """The results of a plan's projects."""
    yield from _achievement_faults(office_input.plan, at)
    scales = {project.id: project.scale for project in office_input.plan.projects}
    named = [(("results", n, "project"), result.project) for n, result in enumerate(office_input.results)]
    yield from twice(_RESULT, named, at)
    for (path, name), result in zip(named, office_input.results, strict=True):
        yield from unknown(_PROJECT, name, list(scales), path, at)
        if name in scales:
            yield from figure_faults(name, result, scales[name], at(path))


def agreement_result_faults(office_input: AgreementInput, at: At) -> Iterator[Fault]:
    """The results of an agreement's indicators and parts."""
    scored = office_input.agreement.indicators
    composites = {indicator.id: indicator for indicator in scored if indicator.parts}
    scales = {indicator.id: indicator.scale for indicator in scored if indicator.scale}
    scales |= {part.id: part.scale for indicator in scored for part in indicator.parts}
    named = [(("results", n, "indicator"), result.indicator) for n, result in enumerate(office_input.results)]
    reported = {name for _, name in named}
    yield from twice(_RESULT, named, at)
    for (path, name), result in zip(named, office_input.results, strict=True):
        if name in composites:
            yield from _composite_faults(composites[name], result, reported, path, at)
        elif name in scales:
            yield from figure_faults(name, result, scales[name], at(path))
        else:
            known = [indicator.id for _, indicator in indicators(office_input.agreement)]
            known += [part.id for indicator in scored for part in indicator.parts]
            yield from unknown(_INDICATOR, name, known, path, at)


def _composite_faults(
    indicator: Indicator, result: Result, reported: set[str], path: tuple[str | int, ...], at: At
) -> Iterator[Fault]:
    """A composite has no figure of its own; a status at it holds for all its parts."""
    ids = [part.id for part in indicator.parts]
    listed = ", ".join(ids)
    if result.status == "measured":
        yield Fault(
            "composite-result",
            Words(
                f"ตัวชี้วัดที่ {indicator.id} คิดจากตัวชี้วัดย่อย จึงใส่ผลที่ตัวชี้วัดเองไม่ได้",
                f"indicator {indicator.id} is scored from its parts and takes no result of its own",
            ),
            Words(f"ใส่ผลของตัวชี้วัดย่อย: {listed}", f"give the results of its parts: {listed}"),
            at(path),
        )
    elif both := [id for id in ids if id in reported]:
        named = ", ".join(both)
        yield Fault(
            "composite-result",
            Words(
                f"ตัวชี้วัดที่ {indicator.id} มีสถานะ {result.status} ทั้งตัว แต่มีผลของตัวชี้วัดย่อย {named}",
                f"indicator {indicator.id} is {result.status} as a whole, yet its parts {named} have results",
            ),
            Words("เหลือไว้อย่างใดอย่างหนึ่ง", "keep the one or the other"),
            at(path),
        )


def _achievement_faults(plan: Plan, at: At) -> Iterator[Fault]:
    """A ratio is measured on linear and step scales only; a count of steps is no percentage."""
    for path, project in projects(plan):
        if project.achievement == "ratio" and not isinstance(project.scale, LinearScale | StepScale):
            yield Fault(
                "achievement-scale",
                Words(
                    f"สัดส่วนผลสำเร็จของ '{project.id}' เป็น ratio แต่เกณฑ์แบบ {project.scale.type} ไม่ได้วัดเป็นร้อยละ",
                    f"the achievement of '{project.id}' is a ratio, which a {project.scale.type} scale lacks",
                ),
                Words(
                    "ใช้ achievement: level หรือเปลี่ยนเกณฑ์เป็น linear หรือ step",
                    "use achievement: level, or a linear or step scale",
                ),
                at((*path, "achievement")),
            )
