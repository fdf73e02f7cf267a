"""Pictures that units have otherwise than their base: their files lie beside the base, as its own do.

A passage is no entry that a path can name: what a unit has otherwise is a whole text with its pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from pipeline.batch.unit_rows import Row
from pipeline.diagnostics import Diagnostic, Location
from pipeline.intake import ValuePath
from pipeline.kinds.picture_files import PictureReading
from pipeline.papers.override_paths import steps_of
from pipeline.papers.overrides import Override


def with_pictures(rows: list[Row], base: Path) -> tuple[list[Row], tuple[Diagnostic, ...]]:
    """The rows with what stands in the pictures that they name, and what is wrong with these."""
    folder = base if base.is_dir() else base.parent
    made, faults = [], list[Diagnostic]()
    for row in rows:
        reading = PictureReading(folder)
        made.append(row._replace(overrides=tuple(_filled(row.overrides, reading))))
        faults += reading.faults
    return made, tuple(faults)


def _filled(overrides: tuple[Override, ...], reading: PictureReading) -> Iterator[Override]:
    for each in overrides:
        names = tuple(step for step in steps_of(each.path) if not step.startswith("["))
        own = names[-1:]
        value = reading.fill(each.value, own, partial(_place, each, len(own)))
        yield replace(each, value=value) if value is not each.value else each


def _place(override: Override, above: int, path: ValuePath) -> Location:
    """Where a value inside an override stands; its path has `above` steps that lead to the override."""
    return override.within.places.get(path[above:], override.place) if override.within else override.place
