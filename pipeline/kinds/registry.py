"""The kinds of input that are known for a job: those of the program, and those in an office's folder of
templates.

A kind written in Python is a subpackage of `kinds` that defines `KIND`, named as the kind, `_` for `-`. A
kind that is data is a folder with a `kind.yaml`, ours in `templates/`, an office's in its own; of two that
are called the same the office's counts.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.diagnostics import InputError, Location, diagnose
from pipeline.kinds.kind import Kind
from pipeline.kinds.unknown import unknown_kind
from pipeline.resources import resource

if TYPE_CHECKING:
    from pipeline.workbook.layout import Layout

_PACKAGE = "pipeline.kinds"
KIND_FILE = "kind.yaml"
_MAKER = "from_yaml"
"""The subpackage that is no kind: it makes kinds from files."""

_KEPT = 64


class Kinds:
    """The kinds that are known where an office's own templates are in `folder`."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder

    def names(self) -> tuple[str, ...]:
        """The names of all kinds, by the alphabet; no kind is loaded for that."""
        return tuple(sorted({*_in_python(), *self._folders()}))

    def own_names(self) -> tuple[str, ...]:
        """The names of the kinds of the office's folder, by the alphabet."""
        return tuple(sorted(dict(_folders_in(self.folder)))) if self.folder else ()

    def of(self, name: str) -> Kind:
        """The kind of that name. Raises `InputError` for one that is not known, or whose file is faulty."""
        if name in _in_python():
            kind: Kind = import_module(f"{_PACKAGE}.{name.replace('-', '_')}").KIND
            return kind
        found = self._folders().get(name)
        if found is None:
            raise unknown_kind(name, self.names())
        return _from_file(name, found)

    def every(self) -> tuple[Kind, ...]:
        """All kinds, by the alphabet of their names. Raises `InputError` for a faulty file."""
        return tuple(self.of(name) for name in self.names())

    def sound(self) -> tuple[Kind, ...]:
        """All kinds but those of which the file is faulty, by the alphabet."""
        found: list[Kind] = []
        for name in self.names():
            with suppress(InputError):
                found.append(self.of(name))
        return tuple(found)

    def _folders(self) -> dict[str, Path]:
        """The folders of kinds that are data, by their names."""
        ours = dict(_folders_in(resource("templates")))
        own = dict(_folders_in(self.folder)) if self.folder else {}
        return {**ours, **own}


def _in_python() -> tuple[str, ...]:
    """The names of the kinds that are packages."""
    return _packages_in(tuple(import_module(_PACKAGE).__path__))


@lru_cache(maxsize=8)
def _packages_in(folders: tuple[str, ...]) -> tuple[str, ...]:
    found = (module.name for module in pkgutil.iter_modules(folders) if module.ispkg)
    return tuple(name.replace("_", "-") for name in found if name != _MAKER)


def _folders_in(templates: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(templates.glob(f"*/{KIND_FILE}")):
        yield file.parent.name, file.parent


def _from_file(name: str, folder: Path) -> Kind:
    """The kind that a folder describes. Raises `InputError`."""
    from pipeline.kinds.from_yaml.reading import kind_bytes  # noqa: PLC0415

    file = folder / KIND_FILE
    if name in _in_python():
        raise InputError([diagnose("kind-taken", Location(str(file)), name=name)])
    return _made(name, folder, kind_bytes(file))


@lru_cache(maxsize=_KEPT)
def _made(name: str, folder: Path, data: bytes) -> Kind:
    """A kind by all that makes it: the same bytes give the same kind."""
    from pipeline.kinds.from_yaml.form_kind import form_kind  # noqa: PLC0415
    from pipeline.kinds.from_yaml.reading import read_form  # noqa: PLC0415

    return form_kind(name, read_form(name, str(folder / KIND_FILE), data), folder)


class Layouts(Mapping[str, "Layout"]):
    """The layout of each kind's workbook by the kind's name, made when it is looked up.

    Faulty kinds are none of them: they keep nobody from the workbooks of another.
    """

    def __init__(self, known: Kinds) -> None:
        self._known = known

    def __getitem__(self, name: str) -> Layout:
        if name not in self._known.names():
            raise KeyError(name)
        return self._known.of(name).layout

    def __iter__(self) -> Iterator[str]:
        return (kind.name for kind in self._known.sound())

    def __len__(self) -> int:
        return len(self._known.sound())


__all__ = ["KIND_FILE", "Kinds", "Layouts"]
