"""Schemes in files of an office's own: `schemes/NAME.yaml` beside the input, as the shipped ones are
written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.diagnostics import Diagnostic, InputError, Location
from pipeline.intake import Source, ValuePath
from pipeline.intake import read as read_yaml_source
from pipeline.intake.source import Plain

FOLDER = "schemes"
"""The folder of them, beside the input or in its folder."""

_NAMING = re.compile(r"scheme|like|[a-z0-9_]+_scheme")
"""The fields that name a scheme."""


def with_scheme_files(source: Source, path: Path) -> Source:
    """The source with each scheme that it names and that has a file, as if it were typed among its own.

    A file's name without its ending is the scheme's id. What is wrong in a file goes along with the other
    faults.
    """
    folder = (path if path.is_dir() else path.parent) / FOLDER
    files = {file.stem: file for file in sorted(folder.glob("*.yaml")) if not file.name.startswith(".")}
    if not files:
        return source
    listed = source.values.get("schemes")
    schemes: list[Plain] = list(listed) if isinstance(listed, list) else []
    places, faults = dict(source.places), list[Diagnostic]()
    taken = {str(each.get("id")) for each in schemes if isinstance(each, dict)}
    waiting = [name for name in _named(source.values) if name in files]
    while waiting:
        name = waiting.pop()
        if name in taken:
            continue
        taken.add(name)
        try:
            read = read_yaml_source(files[name])
        except InputError as error:
            faults += error.diagnostics
            continue
        places |= _moved(read, ("schemes", len(schemes)), files[name])
        schemes.append({**read.values, "id": name})
        waiting += [other for other in _named(read.values) if other in files]
    values = {**source.values, "schemes": schemes} if schemes else source.values
    return replace(source, values=values, places=places, faults=(*source.faults, *faults))


def _named(values: Plain) -> Iterator[str]:
    """The names of schemes, wherever they stand."""
    if isinstance(values, list):
        for each in values:
            yield from _named(each)
    elif isinstance(values, dict):
        for key, value in values.items():
            if _NAMING.fullmatch(key) and isinstance(value, str):
                yield value.strip()
            else:
                yield from _named(value)


def _moved(read: Source, to: ValuePath, file: Path) -> dict[ValuePath, Location]:
    """The places in a file, of the values as they stand among the others."""
    moved = {(*to, *path): place for path, place in read.places.items()}
    return {to: Location(str(file)), **moved}
