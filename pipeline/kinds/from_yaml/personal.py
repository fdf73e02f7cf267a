"""Which fields of a kind are personal: those that say so, and what is worked out from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.kinds.from_yaml.compiled import Path
from pipeline.kinds.from_yaml.compiling import fields_in
from pipeline.kinds.from_yaml.form import MadeField
from pipeline.kinds.from_yaml.kind_file import KindFile


def personal_fields(file: KindFile, made: Iterable[MadeField]) -> dict[Path, bool]:
    """Each field that is personal or expressly not, with what is in it; `made` in the order of working out.

    What is worked out from a personal value is personal, too, unless its field says `personal: false`.
    """
    found = {
        (*owners, name): spec.personal
        for owners, name, spec in fields_in(file.fields)
        if spec.personal is not None
    }
    for each in made:
        path = (*each.owners, each.name)
        if path not in found and any(is_personal(use, found) for use in each.expression.uses):
            found[path] = True
    return found


def is_personal(path: Path, known: Mapping[Path, bool]) -> bool:
    """Whether a field is: by itself, or else by the nearest that it stands in."""
    return next((known[path[:n]] for n in range(len(path), 0, -1) if path[:n] in known), False)
