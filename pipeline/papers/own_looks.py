"""Finds files of an office's templates folder that nothing uses: a slip in a name would be silent.

What is looked for is worked out from what is: the papers of all kinds, what their templates include, their
style sheets with those that they extend, and the pictures that they name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import get_close_matches
from filecmp import cmp
from itertools import islice
from pathlib import Path, PurePosixPath

from pipeline.compose.own_templates import Reach, names_as_much, reach_of
from pipeline.compose.papers import Paper, all_papers
from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.document.sheets import sheets_below
from pipeline.kinds import SHIPPED, Kinds
from pipeline.kinds.registry import KIND_FILE
from pipeline.resources import resource
from pipeline.thai import lexicon

MOST_FILES = 2_000
"""So many files of a folder are looked at: one of more is no folder of templates."""
EACH = 5
"""So many are told by name."""

ALIKE = 0.8
"""A slip of the keyboard leaves names at least so much alike."""

_LEFT_BY_PROGRAMS = frozenset({"thumbs.db", "desktop.ini"})
_PICTURE_KINDS = (".svg", ".png")


def unused_looks(folder: Path) -> tuple[Diagnostic, ...]:
    """A remark for each file that nothing looks for, and one for a folder of which nothing is used.

    Nothing while a kind of the folder is faulty: what that uses cannot be told.
    """
    files = list(islice(_files(folder), MOST_FILES))
    kinds = Kinds(folder)
    try:
        if files and _are_surely_used(files, kinds, folder):
            return ()
        papers = all_papers(kinds)
    except InputError:
        return ()
    reach = reach_of(folder, papers)
    known = _looked_for(reach, folder, papers) | _of_kinds(kinds, folder)
    unused = [
        file
        for file in files
        if file not in known and not _is_open(file, reach) and not _is_shipped(file, folder)
    ]
    told = [_diagnose_unused_file(file, known) for file in unused[:EACH]]
    if len(unused) > EACH:
        told.append(_more(len(unused) - EACH, folder))
    return (*([_nothing(folder)] if len(unused) == len(files) else []), *told)


def _are_surely_used(files: list[str], kinds: Kinds, folder: Path) -> bool:
    """Whether each file belongs to a kind of the office's own, or stands in place of one of ours and names
    what that does.

    That needs none of the shipped kinds, whose templates and style sheets take longer to read than a paper
    to make; all of ours are used (a test holds it). Raises `InputError` for a faulty kind.
    """
    own = kinds.own_names()
    if {*own} & {*SHIPPED.names()}:
        return False
    papers = tuple(paper for name in own for paper in kinds.of(name).papers)
    reach = reach_of(folder, papers)
    known = _looked_for(reach, folder, papers) | _of_kinds(kinds, folder)
    return all(file in known or _is_ours_anew(file, folder) for file in files)


def _is_ours_anew(file: str, folder: Path) -> bool:
    """Whether a file stands in place of one that our papers are made with, and names what that does."""
    path = PurePosixPath(file)
    if len(path.parts) != 2 or not resource("templates", file).is_file():
        return False
    if path.parent.name == "styles":
        return sheets_below(path.stem, folder)[:2] == sheets_below(path.stem, None)[:2]
    if path.parent.name == "assets":
        return path.suffix in _PICTURE_KINDS
    return file.endswith(".xml.j2") and names_as_much(file, folder)


def _looked_for(reach: Reach, folder: Path, papers: tuple[Paper, ...]) -> frozenset[str]:
    """The names, in the folder, of all that is looked for."""
    styles = {name for paper in papers for name in sheets_below(paper.style, folder)}
    return reach.templates | {
        lexicon.FILE,
        *(f"styles/{name}.yaml" for name in styles),
        *(f"assets/{name}{kind}" for name in reach.pictures for kind in _PICTURE_KINDS),
    }


def _of_kinds(kinds: Kinds, folder: Path) -> frozenset[str]:
    """The files that describe an office's own kinds: `kind.yaml`, and the data that one begins with."""
    own = [kinds.of(name) for name in kinds.own_names()]
    files = [
        *(kind.origin / KIND_FILE for kind in own),
        *(f for kind in own for f in kind.start.glob("*.yaml")),
    ]
    return frozenset(file.relative_to(folder).as_posix() for file in files)


def _is_shipped(file: str, folder: Path) -> bool:
    """Whether a file is ours as it came, copied with others: nobody changed it, and nothing is lost by it."""
    ours, theirs = resource("templates", file), folder / file
    if not ours.is_file() or ours.stat().st_size != theirs.stat().st_size:
        return False
    return cmp(ours, theirs, shallow=False)


def _is_open(file: str, reach: Reach) -> bool:
    """Whether a file may be used by a name that only the making of a paper tells."""
    if file.startswith("assets/"):
        return reach.pictures_open and file.endswith(_PICTURE_KINDS)
    return reach.templates_open and not file.startswith("styles/")


def _files(folder: Path) -> Iterator[str]:
    """The files below a folder by their names in it, without what is hidden or left by a program."""
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__pycache__")))
        for name in sorted(names):
            if not name.startswith((".", "~$")) and name.lower() not in _LEFT_BY_PROGRAMS:
                yield (Path(above) / name).relative_to(folder).as_posix()


def _diagnose_unused_file(file: str, known: frozenset[str]) -> Diagnostic:
    near = _guess_name(file, known)
    if near:
        return diagnose("templates-unused/unused", Location(file), near=near)
    return diagnose("templates-unused", Location(file))


def _guess_name(file: str, known: frozenset[str]) -> str:
    """The name that most likely was meant: the same one in another place, or nearly the same."""
    alike = [one for one in sorted(known) if PurePosixPath(one).name == PurePosixPath(file).name.lower()]
    near = get_close_matches(file, alike or sorted(known), n=1, cutoff=0.0 if alike else ALIKE)
    return next(iter(near), "")


def _more(many: int, folder: Path) -> Diagnostic:
    return diagnose("templates-unused/more", Location(str(folder)), many=many)


def _nothing(folder: Path) -> Diagnostic:
    return diagnose("templates-none", Location(str(folder)))
