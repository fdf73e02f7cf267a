"""Reads a YAML file, or a folder of them, as one `Source`."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.decoding import decode
from pipeline.intake.opening import ordinary_bytes, unreadable
from pipeline.intake.source import Path as ValuePath
from pipeline.intake.source import Plain, Source
from pipeline.intake.yaml_reader import read_yaml

SUFFIXES = (".yaml", ".yml")
_PAPERS = (".docx", ".pdf", ".txt", ".md")
MAX_BYTES = 5_000_000

_Part = tuple[dict[str, Plain], dict[ValuePath, Location]]


def read(path: str | os.PathLike[str]) -> Source:
    """Reads a YAML file, or a folder whose YAML files are put together by their names.

    What stands under one name may be spread over files (`agreement:` of the parties in one, of the
    indicators in another); each value stands in one of them.
    Files of a folder are taken in the order of their names, hidden ones left out. Places name each
    file as it is found from where the user stands: the given path, and the file's name in it.
    What is wrong in some of the files goes along as the source's `faults`, so that the others are checked at
    once; raises `InputError` if none can be read.
    """
    name = os.fspath(path)
    parts: list[_Part] = []
    faults: list[Diagnostic] = []
    for file in _files(Path(name)):
        try:
            parts.append(_read_file(file))
        except InputError as error:
            faults += error.diagnostics
    source, repeated = _join_parts(name, parts)
    if not parts:
        raise InputError(faults)
    unread: frozenset[ValuePath] = frozenset({()}) if faults else frozenset()
    return replace(source, faults=(*faults, *repeated), unread=unread)


def _files(path: Path) -> list[Path]:
    """The files that make up the input; at least one."""
    try:
        if path.is_dir():
            found = [entry for entry in sorted(path.iterdir()) if _is_data(entry)]
            return found or _refuse(_no_files(path))
        if not path.exists():
            return _refuse(_diagnose_missing_input(path))
    except OSError as error:
        return _refuse(_unreadable(path, error))
    return [path] if path.suffix.lower() in SUFFIXES else _refuse(_unknown_type(path))


def _is_data(entry: Path) -> bool:
    return entry.suffix.lower() in SUFFIXES and not entry.name.startswith(".") and not entry.is_dir()


def _refuse(fault: Diagnostic) -> list[Path]:
    raise InputError([fault])


def _read_file(file: Path) -> _Part:
    try:
        if not file.exists():
            raise InputError([_diagnose_missing_input(file)])
        if file.stat().st_size > MAX_BYTES:
            raise InputError([_too_large(file)])
        data = ordinary_bytes(file)
    except OSError as error:
        raise InputError([_unreadable(file, error)]) from error
    return read_yaml(decode(data, str(file)), str(file))


def _join_parts(name: str, parts: list[_Part]) -> tuple[Source, list[Diagnostic]]:
    """All parts as one, and a fault for each value that two of them hold."""
    values: dict[str, Plain] = {}
    places: dict[ValuePath, Location] = {}
    repeated = []
    for part_values, part_places in parts:
        twice = _add(values, part_values, ())
        repeated += [_in_two_files(path[-1], part_places[path], places[path]) for path in twice]
        places = part_places | places
    if len(parts) != 1:
        places.pop((), None)
    return Source(name, values, places), repeated


def _add(values: dict[str, Plain], more: dict[str, Plain], path: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Adds `more` to `values`, entry by entry; returns the paths of what both hold."""
    twice = []
    for key, value in more.items():
        held = values.get(key)
        if key not in values:
            values[key] = value
        elif isinstance(held, dict) and isinstance(value, dict):
            twice += _add(held, value, (*path, key))
        else:
            twice.append((*path, key))
    return twice


def _diagnose_missing_input(path: Path) -> Diagnostic:
    return diagnose("not-found/input", Location(str(path)))


def _no_files(path: Path) -> Diagnostic:
    return diagnose("empty-folder", Location(str(path)))


def _unknown_type(path: Path) -> Diagnostic:
    place = Location(str(path))
    if not path.suffix:
        return diagnose("file-type/no-ending", place)
    if path.suffix.lower() in _PAPERS:
        return diagnose("file-type/paper", place, ending=path.suffix)
    return diagnose("file-type/other", place, ending=path.suffix)


def _too_large(path: Path) -> Diagnostic:
    limit = MAX_BYTES // 1_000_000
    return diagnose("too-large", Location(str(path)), limit=limit)


def _unreadable(path: Path, error: OSError) -> Diagnostic:
    return unreadable(path, error)


def _in_two_files(key: str, place: Location, first: Location) -> Diagnostic:
    return diagnose("duplicate-key/files", place, key=key, first=first)
