"""What makes a paper besides its data: program, templates, fonts and the libraries that set it.

The same data and the same of these give the same bytes; each is told apart by a digest or a version.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline import __version__
from pipeline.diagnostics import TemplateError
from pipeline.intake.opening import ordinary_bytes, unreadable
from pipeline.papers.code_digest import library_version
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


@lru_cache(maxsize=32)
def templates_digest(template: str, folder: Path | None) -> str:
    """The digest of the templates, styles, pictures and words that a paper may use, an office's own too.

    Taken once, as they are read: both are done anew when they were changed (`papers.caches`).
    """
    ours = resource("templates")
    own_kind = Path(template).parts[0]
    rooms = [(own_kind, ours / own_kind)] if own_kind in _folders_of(ours) else []
    rooms += [(name, ours / name) for name in _SHARED]
    rooms += [("own", folder)] if folder else []
    files = [file for name, room in rooms for file in _files(room, name)]
    return _sum([("lexicon.txt", str(ours / "lexicon.txt")), *files])


def _folders_of(folder: Path) -> frozenset[str]:
    """The names of the folders in a folder: a template of another name is an office's own, or nobody's."""
    return frozenset(each.name for each in folder.iterdir() if each.is_dir())


def _files(folder: str | Path, name: str) -> Iterator[tuple[str, str]]:
    """The files of a folder and those below it, in the order of their names; hidden ones left out."""
    try:
        with os.scandir(folder) as entries:
            found = sorted((each for each in entries if not each.name.startswith(".")), key=lambda e: e.name)
        folders = {entry.name for entry in found if entry.is_dir()}
    except OSError as error:
        raise TemplateError([unreadable(Path(error.filename or folder), error)]) from error
    for entry in found:
        if entry.name not in folders:
            yield f"{name}/{entry.name}", entry.path
        elif entry.name != "__pycache__":
            yield from _files(entry.path, f"{name}/{entry.name}")


@lru_cache(maxsize=1)
def fonts_digest() -> str:
    """The digest of all font files."""
    return _sum((face.file, str(resource("fonts", face.file))) for face in FACES.values())


@lru_cache(maxsize=1)
def _libraries() -> str:
    return ", ".join(f"{name} {library_version(name)}" for name in SETTING_LIBRARIES)


def _sum(files: Iterable[tuple[str, str]]) -> str:
    """One digest of the names and contents of files."""
    made = hashlib.sha256()
    for name, path in files:
        try:
            data = ordinary_bytes(Path(path))
        except OSError as error:
            raise TemplateError([unreadable(Path(path), error)]) from error
        made.update(name.encode("utf-8", "surrogateescape") + b"\0" + hashlib.sha256(data).digest())
    return made.hexdigest()[:_DIGITS]
