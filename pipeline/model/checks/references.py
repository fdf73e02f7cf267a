"""Names that must be known, and must stand once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.diagnostics import Diagnostic, Location, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.model.agreement import Agreement
from pipeline.model.checks.calling import called
from pipeline.model.checks.places import (
    At,
    agreement_dimensions,
    indicators,
    parts,
    plan_dimensions,
    projects,
)
from pipeline.model.indicators import Baseline
from pipeline.model.nearest import hint, hint_of
from pipeline.model.people import Unit
from pipeline.model.plan import Plan
from pipeline.model.soundness import entries, is_refused, sound

_UNIT = Message("หน่วยงานที่มีรหัส", "unit")
_DIMENSION = Message("มิติที่", "dimension")
_PROJECT = Message("แผนงาน/โครงการ", "project")
_INDICATOR = Message("ตัวชี้วัดที่", "indicator")
_YEAR = Message("ปีของผลงาน", "baseline year")

Named = tuple[ValuePath, str]


def plan_reference_faults(plan: Plan, units: tuple[Unit, ...], reporter: str, at: At) -> Iterator[Diagnostic]:
    """Units, dimensions and projects stand once each; a project's unit is known."""
    yield from sound(twice(_UNIT, ((("units", n, "id"), unit.id) for n, unit in entries(units)), at))
    dimensions = plan_dimensions(plan)
    yield from sound(twice(_DIMENSION, (((*path, "number"), each.number) for path, each in dimensions), at))
    yield from sound(twice(_PROJECT, (((*path, "id"), each.id) for path, each in projects(plan)), at))
    named: list[Named] = [(("reporter",), reporter)]
    named += [((*path, "unit"), project.unit) for path, project in projects(plan)]
    yield from sound(_units_known(units, named, at))


def agreement_reference_faults(agreement: Agreement, at: At) -> Iterator[Diagnostic]:
    """Dimensions and indicators stand once each; parts share the indicators' numbering."""
    dimensions = agreement_dimensions(agreement)
    yield from sound(twice(_DIMENSION, (((*path, "number"), each.number) for path, each in dimensions), at))
    ids = [((*path, "id"), indicator.id) for path, indicator in indicators(agreement)]
    ids += [((*path, "id"), part.id) for path, part in parts(agreement)]
    yield from sound(twice(_INDICATOR, ids, at))


def baseline_faults(agreement: Agreement, at: At) -> Iterator[Diagnostic]:
    """A baseline is of a year whose column is printed, and each year stands once."""
    held: list[tuple[ValuePath, tuple[Baseline, ...]]] = []
    named: dict[int, list[ValuePath]] = {}
    held += [(path, indicator.baselines) for path, indicator in indicators(agreement)]
    held += [(path, part.baselines) for path, part in parts(agreement)]
    listed = ((("agreement", "baseline_years", n), year) for n, year in entries(agreement.baseline_years))
    yield from sound(twice(_YEAR, listed, at))
    for path, baselines in held:
        years = [((*path, "baselines", n, "year"), each.year) for n, each in entries(baselines)]
        yield from sound(twice(_YEAR, years, at))
        for place, year in years:
            if not is_refused(year):
                named.setdefault(year, []).append(place)
    for year, paths in named.items():
        yield from sound(_unprinted(year, agreement, paths, at))


def _unprinted(year: int, agreement: Agreement, paths: list[ValuePath], at: At) -> Iterator[Diagnostic]:
    """A year without a column: one of the two is to change, so the remedy names the field that lists them.

    Named by several, it is told once, at that field: most likely the list lacks it.
    """
    known = list(agreement.baseline_years)
    if year in known:
        return
    places = [at(path) for path in paths]
    where = at(("agreement", "baseline_years"))
    field, listed = called(where, Agreement, "baseline_years"), ", ".join(map(str, known)) or "-"
    sheet = (
        Message(f" (แผ่นงาน '{where.sheet}')", f" (sheet '{where.sheet}')") if where.sheet else Message("", "")
    )
    yield diagnose(
        "unknown-name/year",
        where if len(places) > 1 else places[0],
        also=tuple(places) if len(places) > 1 else (),
        what=_YEAR,
        year=year,
        field=field,
        sheet=sheet,
        listed=listed,
    )


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
            yield from unknown(_UNIT, name, list(ids), paths, at)


def _misspelt(name: str, unused: str, places: int, place: Location) -> Diagnostic:
    """Several places name a unit that is not listed, and none the one listed that is nearly called so."""
    return diagnose("unknown-name/misspelt", place, unused=unused, places=places, name=name)


def twice(what: Message, named: Iterable[tuple[ValuePath, object]], at: At) -> Iterator[Diagnostic]:
    """A fault for each name that stood before."""
    first: dict[str, ValuePath] = {}
    for path, given in named:
        if is_refused(given):
            continue
        name = str(given)
        if name not in first:
            first[name] = path
            continue
        before = at(first[name])
        where = Message(before.text("th"), before.text("en"))
        if before.cell:
            where = Message(
                f"แผ่นงาน '{before.sheet}' ช่อง {before.cell}", f"sheet '{before.sheet}' cell {before.cell}"
            )
        yield diagnose("duplicate", at(path), what=what, name=name, where=where)


def unknown(
    what: Message, name: str, known: list[str], paths: list[ValuePath], at: At
) -> Iterator[Diagnostic]:
    """A fault if `name` is not among `known`, with the nearest that is; at all places that name it."""
    if name in known:
        return
    near = hint(name, known)
    listed = ", ".join(known) or "-"
    first, *also = (at(path) for path in paths)
    yield diagnose("unknown-name", first, also=also, what=what, name=name, listed=listed, near=near)
