"""Papers as they stand in an output folder: the folder whose ledger knows a file, and the paper it is of."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.output.editions import ENDINGS, latest_edition, paper_name
from pipeline.output.ledger import LEDGER_NAME, Ledger, read_ledger
from pipeline.output.ledger_signatures import Edition
from pipeline.rounds.scans import is_scan_name


class StandingPaper(NamedTuple):
    """A paper of an output folder: `name` is its path there without an ending; `place` is where it was asked
    for.
    """

    folder: Path
    name: str
    place: Location


def find_papers(path: Path, place: Location) -> tuple[StandingPaper, ...]:
    """The paper that a file is of, or all papers below a folder, each once. Raises `InputError`."""
    if not os.path.lexists(path):
        raise InputError([diagnose("missing/paper", place, path=path)])
    folder = output_folder(path)
    if folder is None or path.is_symlink():
        raise InputError([not_ours(place, path)])
    inside = path.resolve().relative_to(folder).as_posix()
    if path.is_dir():
        names = _names_below(folder, "" if inside == "." else f"{inside}/")
        if not names:
            raise InputError([not_ours(place, path)])
        return tuple(StandingPaper(folder, name, place) for name in names)
    name = paper_name(inside)
    if name is None or is_scan_name(name):
        raise InputError([not_ours(place, path)])
    return (StandingPaper(folder, name, place),)


def output_folder(path: Path) -> Path | None:
    """The nearest folder at or above `path` that has a ledger; of several the one that knows the file."""
    folders = folders_with_ledger(path)
    if len(folders) > 1 and path.is_file():
        for folder in folders:
            with read_ledger(folder) as ledger:
                if ledger.knows(path.resolve().relative_to(folder).as_posix()):
                    return folder
    return next(iter(folders), None)


def folders_with_ledger(path: Path) -> list[Path]:
    """The folders at or above `path` that have a ledger, the nearest first."""
    resolved = path.resolve()
    return [each for each in (resolved, *resolved.parents) if (each / LEDGER_NAME).is_file()]


def papers_in(ledger: Ledger, folder: Path) -> dict[str, None]:
    """The names of all papers in a folder that the ledger knows and that stand there, the latest editions."""
    known = dict.fromkeys(
        name
        for path in ledger.paths()
        if path.endswith(ENDINGS)
        and (name := paper_name(path)) is not None
        and not is_scan_name(name)
        and (folder / path).is_file()
    )
    superseded = {each.name for editions in ledger.signatures.editions().values() for each in editions[:-1]}
    return {name: None for name in known if name not in superseded}


def _names_below(folder: Path, inside: str) -> list[str]:
    with read_ledger(folder) as ledger:
        return [name for name in papers_in(ledger, folder) if name.startswith(inside)]


def later_edition(path: Path) -> Edition | None:
    """The edition that counts now, where a file is of an earlier one; `None` for any other file."""
    folder = output_folder(path) if path.is_file() else None
    if folder is None:
        return None
    name = paper_name(path.resolve().relative_to(folder).as_posix())
    if name is None:
        return None
    with read_ledger(folder) as ledger:
        latest = latest_edition(ledger, ledger.signatures.edition(name).paper)
    return latest if latest.name != name else None


def by_folder(papers: Iterable[StandingPaper]) -> Iterator[tuple[Path, list[StandingPaper]]]:
    """The papers by the folder that they stand in."""
    found: dict[Path, list[StandingPaper]] = {}
    for each in papers:
        found.setdefault(each.folder, []).append(each)
    yield from found.items()


def not_ours(place: Location, path: Path | str) -> Diagnostic:
    """The fault of a file that no ledger knows."""
    return diagnose("signed-not-ours", place, path=path)
