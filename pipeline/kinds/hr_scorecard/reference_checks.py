"""Units, dimensions and projects of a plan: each stands once, and a unit that is named is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.diagnostics import Diagnostic, Location, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.kinds.hr_scorecard.places import plan_dimensions, projects
from pipeline.model.checks.places import At
from pipeline.model.checks.references import find_repeated_names, find_unknown_name
from pipeline.model.nearest import hint_of
from pipeline.model.people import Unit
from pipeline.model.plan import Plan
from pipeline.model.soundness import entries, is_refused, sound

_UNIT = Message("หน่วยงานที่มีรหัส", "unit")
_DIMENSION = Message("มิติที่", "dimension")
_PROJECT = Message("แผนงาน/โครงการ", "project")

Named = tuple[ValuePath, str]


def plan_reference_faults(plan: Plan, units: tuple[Unit, ...], reporter: str, at: At) -> Iterator[Diagnostic]:
    """Units, dimensions and projects stand once each; a project's unit is known."""
    yield from sound(
        find_repeated_names(_UNIT, ((("units", n, "id"), unit.id) for n, unit in entries(units)), at)
    )
    dimensions = plan_dimensions(plan)
    yield from sound(
        find_repeated_names(_DIMENSION, (((*path, "number"), each.number) for path, each in dimensions), at)
    )
    yield from sound(
        find_repeated_names(_PROJECT, (((*path, "id"), each.id) for path, each in projects(plan)), at)
    )
    named: list[Named] = [(("reporter",), reporter)]
    named += [((*path, "unit"), project.unit) for path, project in projects(plan)]
    yield from sound(_units_known(units, named, at))


def _units_known(units: tuple[Unit, ...], named: Iterable[Named], at: At) -> Iterator[Diagnostic]:
    """A fault for each id of a unit that is not known, once for all places that name it."""
    places: dict[str, list[ValuePath]] = {}
    for path, name in named:
        if not is_refused(name):
            places.setdefault(name, []).append(path)
    ids = {unit.id: ("units", n, "id") for n, unit in enumerate(units)}
    for name, paths in places.items():
        unused = hint_of(name, [id for id in ids if id not in places])
        if name not in ids and unused and len(paths) > 1:
            yield _misspelt(name, unused, len(paths), at(ids[unused]))
        else:
            yield from find_unknown_name(_UNIT, name, list(ids), paths, at)


def _misspelt(name: str, unused: str, places: int, place: Location) -> Diagnostic:
    """Several places name a unit that is not listed, and none the one listed that is nearly called so."""
    return diagnose("unknown-name/misspelt", place, unused=unused, places=places, name=name)
