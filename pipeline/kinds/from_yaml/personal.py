"""Which fields of a kind are personal: those that say so, and what is worked out from them, scores too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.kinds.from_yaml.compiled import Path
from pipeline.kinds.from_yaml.compiling import fields_in
from pipeline.kinds.from_yaml.form import MadeField
from pipeline.kinds.from_yaml.kind_file import KindFile
from pipeline.kinds.from_yaml.scored_columns import FIGURES, INDICATORS, columns_of_criteria

_CHANGES: tuple[Path, ...] = (("adjustments",), ("gates",))
"""What changed scores from outside, with the reasons: fields of every scored input."""

_GIVEN = ("id", "weight", "scale")
"""What a row is given where no column holds it."""

_TOLD_OF_RESULTS = (*FIGURES, "note")
"""The columns that tell a result; of its status alone nobody reckons a score."""


def personal_fields(file: KindFile, made: Iterable[MadeField]) -> dict[Path, bool]:
    """Each field that is personal or expressly not, with what is in it; `made` in the order of working out.

    What is worked out from a personal value is personal, too, unless its field says `personal: false`. Where
    scores are personal (`are_scores_personal`), so is what they come from: results with their notes, and
    what changed the scores. Indicators that are personal as a whole are shown with their criteria, and
    without what they are called.
    """
    found = _said(file)
    for name in _scored(file):
        if found.get((name,)):
            spec = file.fields[name]
            criteria = {*_GIVEN, *columns_of_criteria(spec.fields, spec.scale)}
            found |= {(name, column): False for column in criteria}
    if are_scores_personal(file):
        results = ((name, column) for name in _scored(file) for column in _TOLD_OF_RESULTS)
        for path in (*results, *_CHANGES):
            found.setdefault(path, True)
    for each in made:
        path = (*each.owners, each.name)
        if path not in found and any(is_personal(use, found) for use in each.expression.uses):
            found[path] = True
    return found


def are_scores_personal(file: KindFile) -> bool:
    """Whether the scores and grades of a kind are: as its `scoring` says, or else where a figure of results
    that they are reckoned from is.
    """
    if file.scoring is None:
        return False
    if file.scoring.personal is not None:
        return file.scoring.personal
    said = _said(file)
    return any(
        is_personal((name, column), said)
        for name in _scored(file)
        for column in FIGURES
        if column in file.fields[name].fields
    )


def is_personal(path: Path, known: Mapping[Path, bool]) -> bool:
    """Whether a field is: by itself, or else by the nearest that it stands in."""
    return next((known[path[:n]] for n in range(len(path), 0, -1) if path[:n] in known), False)


def _said(file: KindFile) -> dict[Path, bool]:
    """What the file says of each field."""
    return {
        (*owners, name): spec.personal
        for owners, name, spec in fields_in(file.fields)
        if spec.personal is not None
    }


def _scored(file: KindFile) -> tuple[str, ...]:
    """The fields that hold indicators."""
    return tuple(name for name, spec in file.fields.items() if spec.type == INDICATORS)
