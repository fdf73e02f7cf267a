"""Names that must be known, and must stand once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.faults import Fault, Words
from pipeline.intake import ValuePath
from pipeline.model.agreement import Agreement
from pipeline.model.checks.places import (
    At,
    agreement_dimensions,
    indicators,
    parts,
    plan_dimensions,
    projects,
)
from pipeline.model.indicators import Baseline
from pipeline.model.inputs import HrScorecardInput
from pipeline.model.nearest import hint


def plan_reference_faults(office_input: HrScorecardInput, at: At) -> Iterator[Fault]:
    """Units, dimensions and projects stand once each; a project's unit is known."""
    plan, units = office_input.plan, office_input.units
    yield from twice(_UNIT, [(("units", n, "id"), unit.id) for n, unit in enumerate(units)], at)
    numbers = [((*path, "number"), str(dimension.number)) for path, dimension in plan_dimensions(plan)]
    yield from twice(_DIMENSION, numbers, at)
    yield from twice(_PROJECT, [((*path, "id"), project.id) for path, project in projects(plan)], at)
    known = [unit.id for unit in units]
    yield from unknown(_UNIT, office_input.reporter, known, ("reporter",), at)
    for path, project in projects(plan):
        yield from unknown(_UNIT, project.unit, known, (*path, "unit"), at)


def agreement_reference_faults(agreement: Agreement, at: At) -> Iterator[Fault]:
    """Dimensions and indicators stand once each; parts share the indicators' numbering."""
    numbers = [((*path, "number"), str(d.number)) for path, d in agreement_dimensions(agreement)]
    yield from twice(_DIMENSION, numbers, at)
    ids = [((*path, "id"), indicator.id) for path, indicator in indicators(agreement)]
    ids += [((*path, "id"), part.id) for path, part in parts(agreement)]
    yield from twice(_INDICATOR, ids, at)


def baseline_faults(agreement: Agreement, at: At) -> Iterator[Fault]:
    """A baseline is of a year whose column is printed, and each year stands once."""
    held: list[tuple[ValuePath, tuple[Baseline, ...]]] = []
    held += [(path, indicator.baselines) for path, indicator in indicators(agreement)]
    held += [(path, part.baselines) for path, part in parts(agreement)]
    known = [str(year) for year in agreement.baseline_years]
    listed = [(("agreement", "baseline_years", n), year) for n, year in enumerate(known)]
    yield from twice(_YEAR, listed, at)
    for path, baselines in held:
        years = [((*path, "baselines", n, "year"), str(b.year)) for n, b in enumerate(baselines)]
        yield from twice(_YEAR, years, at)
        for place, year in years:
            yield from unknown(_YEAR, year, known, place, at)


_UNIT = Words("หน่วยงาน (units)", "unit")
_DIMENSION = Words("มิติที่", "dimension")
_PROJECT = Words("แผนงาน/โครงการ", "project")
_INDICATOR = Words("ตัวชี้วัดที่", "indicator")
_YEAR = Words("ปีของผลงาน (baseline_years)", "baseline year")


def twice(what: Words, named: Iterable[tuple[ValuePath, str]], at: At) -> Iterator[Fault]:
    """A fault for each name that stood before."""
    first: dict[str, ValuePath] = {}
    for path, name in named:
        if name not in first:
            first[name] = path
            continue
        before = at(first[name])
        yield Fault(
            "duplicate",
            Words(
                f"{what.th} '{name}' ซ้ำกับที่ {before.said('th')}",
                f"{what.en} '{name}' again, as at {before.said('en')}",
            ),
            Words("แก้หรือลบรายการที่ซ้ำ", "mend or delete one of the two"),
            at(path),
        )


def unknown(what: Words, name: str, known: list[str], path: ValuePath, at: At) -> Iterator[Fault]:
    """A fault if `name` is not among `known`, with the nearest that is."""
    if name in known:
        return
    near = hint(name, known)
    listed = ", ".join(known) or "-"
    yield Fault(
        "unknown-name",
        Words(f"ไม่มี{what.th} '{name}'", f"no {what.en} '{name}'"),
        Words(f"ที่มีอยู่: {listed}{near.th}", f"known: {listed}{near.en}"),
        at(path),
    )
