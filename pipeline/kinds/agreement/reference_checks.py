"""Dimensions, indicators and years of an agreement: each stands once, and a baseline has its column."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.kinds.agreement.places import agreement_dimensions, indicators, parts
from pipeline.model.agreement import Agreement
from pipeline.model.checks.calling import name_field
from pipeline.model.checks.places import At
from pipeline.model.checks.references import find_repeated_names
from pipeline.model.indicators import Baseline
from pipeline.model.soundness import entries, is_refused, sound

_DIMENSION = Message("มิติที่", "dimension")
_INDICATOR = Message("ตัวชี้วัดที่", "indicator")
_YEAR = Message("ปีของผลงาน", "baseline year")


def agreement_reference_faults(agreement: Agreement, at: At) -> Iterator[Diagnostic]:
    """Dimensions and indicators stand once each; parts share the indicators' numbering."""
    dimensions = agreement_dimensions(agreement)
    yield from sound(
        find_repeated_names(_DIMENSION, (((*path, "number"), each.number) for path, each in dimensions), at)
    )
    ids = [((*path, "id"), indicator.id) for path, indicator in indicators(agreement)]
    ids += [((*path, "id"), part.id) for path, part in parts(agreement)]
    yield from sound(find_repeated_names(_INDICATOR, ids, at))


def baseline_faults(agreement: Agreement, at: At) -> Iterator[Diagnostic]:
    """A baseline is of a year whose column is printed, and each year stands once."""
    held: list[tuple[ValuePath, tuple[Baseline, ...]]] = []
    named: dict[int, list[ValuePath]] = {}
    held += [(path, indicator.baselines) for path, indicator in indicators(agreement)]
    held += [(path, part.baselines) for path, part in parts(agreement)]
    listed = ((("agreement", "baseline_years", n), year) for n, year in entries(agreement.baseline_years))
    yield from sound(find_repeated_names(_YEAR, listed, at))
    for path, baselines in held:
        years = [((*path, "baselines", n, "year"), each.year) for n, each in entries(baselines)]
        yield from sound(find_repeated_names(_YEAR, years, at))
        for place, year in years:
            if not is_refused(year):
                named.setdefault(year, []).append(place)
    for year, paths in named.items():
        yield from sound(_check_year_column(year, agreement, paths, at))


def _check_year_column(
    year: int, agreement: Agreement, paths: list[ValuePath], at: At
) -> Iterator[Diagnostic]:
    """A year without a column: one of the two is to change, so the remedy names the field that lists them.

    Named by several, it is told once, at that field: most likely the list lacks it.
    """
    known = list(agreement.baseline_years)
    if year in known:
        return
    places = [at(path) for path in paths]
    where = at(("agreement", "baseline_years"))
    field, listed = name_field(where, Agreement, "baseline_years"), ", ".join(map(str, known)) or "-"
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
