"""What makes a paper besides its data: program, templates, fonts and the libraries that set it.

The same data and the same of these give the same bytes; each is told apart by a digest or a version.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from pipeline import __version__
from pipeline.render.dating import file_date
from pipeline.resources import resource
from pipeline.typeset.fonts import FACES

SETTING_LIBRARIES = ("thaibreak", "uharfbuzz")
"""The libraries that say where lines end and which glyphs stand in them."""
_DIGITS = 16
"""Digests are told by so many hexadecimal digits."""
_SHARED = ("shared", "styles", "assets")


@dataclass(frozen=True, slots=True)
class MadeWith:
    """`templates` and `fonts` are digests, `libraries` versions, `date` what the file bears (UTC)."""

    version: str
    templates: str
    fonts: str
    libraries: str
    date: str


def made_with(template: str, folder: Path | None) -> MadeWith:
    """What this program makes a paper of that template with; `folder` is the office's own templates."""
    return MadeWith(
        __version__,
        templates_digest(template, folder),
        fonts_digest(),
        _libraries(),
        f"{file_date():%Y-%m-%dT%H:%M:%SZ}",
    )


def templates_digest(template: str, folder: Path | None) -> str:
    """The digest of the templates, styles, pictures and words that a paper may use, an office's own too."""
    ours = resource("templates")
    rooms = [(name, ours / name) for name in (Path(template).parts[0], *_SHARED)]
    rooms += [("own", folder)] if folder else []
    files = [file for name, room in rooms for file in _files(room, name)]
    lexicon = ours / "lexicon.txt"
    return _digest((_File.of("lexicon.txt", lexicon, lexicon.stat()), *files))


class _File(NamedTuple):
    """A file by its name among the templates, where it stands, and what changes when it is written again."""

    name: str
    path: str
    modified: int
    size: int

    @classmethod
    def of(cls, name: str, path: str | Path, state: os.stat_result) -> _File:
        return cls(name, str(path), state.st_mtime_ns, state.st_size)


def _files(folder: str | Path, name: str) -> Iterator[_File]:
    """The files of a folder and those below it, in the order of their names; hidden ones left out."""
    with os.scandir(folder) as entries:
        found = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda e: e.name)
    for entry in found:
        if not entry.is_dir():
            yield _File.of(f"{name}/{entry.name}", entry.path, entry.stat())
        elif entry.name != "__pycache__":
            yield from _files(entry.path, f"{name}/{entry.name}")


@lru_cache(maxsize=32)
def _digest(files: tuple[_File, ...]) -> str:
    return _sum((file.name, file.path) for file in files)


@lru_cache(maxsize=1)
def fonts_digest() -> str:
    """The digest of all font files."""
    return _sum((face.file, str(resource("fonts", face.file))) for face in FACES.values())


@lru_cache(maxsize=1)
def _libraries() -> str:
    return ", ".join(f"{name} {version(name)}" for name in SETTING_LIBRARIES)


def _sum(files: Iterable[tuple[str, str]]) -> str:
    """One digest of the names and contents of files."""
    made = hashlib.sha256()
    for name, path in files:
        made.update(name.encode() + b"\0" + hashlib.sha256(Path(path).read_bytes()).digest())
    return made.hexdigest()[:_DIGITS]
