"""The papers below a folder, each with the record inside, its edition and its signature.

Folders are walked once, links not followed; what is no paper of ours, or broken, is told and passed over.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.diagnostics import Diagnostic, InputError, Location, SarabanError, diagnose
from pipeline.output.editions import SIGNED_ENDING, is_signed_electronically, paper_name
from pipeline.output.ledger import LEDGER_NAME, Ledger, read_ledger
from pipeline.output.ledger_signatures import Edition, SignatureRow
from pipeline.papers.record import PaperRecord
from pipeline.papers.rerender import read_held_paper
from pipeline.rounds.scans import is_scan_name
from pipeline.rounds.standing_papers import folders_with_ledger

MOST_FILES = 20_000
"""A year of 200 units with a paper in each of four rounds has 1,600 files."""

DEEPEST = 12
"""Folders below folders: an office's years, rounds and units take five."""


NOT_OURS = "no-record"
"""The code of a file without our data: folders of offices hold many."""


@dataclass(frozen=True, slots=True)
class FoundPaper:
    """A paper: `name` is its path from the folder that was asked for, without an ending; `unit` the id of a
    batch's unit, `""` for others. `signed` is what is noted, `electronically` an electronic signature.
    `grade` is the band of its score as a batch's ledger keeps it. `known`: a ledger knows the file.
    """

    name: str
    record: PaperRecord
    edition: Edition
    latest: bool
    signed: SignatureRow | None
    electronically: bool
    unit: str = ""
    grade: str = ""
    known: bool = True

    @property
    def says_what(self) -> tuple[str, str, int]:
        """The same for copies of one paper."""
        return self.record.paper, self.record.data_version, self.record.edition

    @property
    def is_signed(self) -> bool:
        """Whether it is signed, on paper or electronically."""
        return self.signed is not None or self.electronically


@dataclass(frozen=True, slots=True)
class Found:
    """The papers of a folder, what could not be read, and how many files are no papers of ours."""

    papers: tuple[FoundPaper, ...]
    troubles: tuple[Diagnostic, ...]
    foreign: int


def find_year_papers(folder: Path) -> Found:
    """All papers below a folder, by name. Raises `InputError`: no such folder, too many files."""
    if not folder.is_dir():
        raise InputError([diagnose("missing/history", Location(str(folder)))])
    asked = folder.resolve()
    papers: list[FoundPaper] = []
    troubles: list[Diagnostic] = []
    shelves: dict[Path, _Shelf] = {}
    for above, name, path in _find_files(asked):
        for each in above:
            if each not in shelves:
                shelves[each] = _Shelf(each, troubles)
        knowing = next((each for each in above if shelves[each].knows(name)), next(iter(above), None))
        shelf = shelves[knowing] if knowing else _Shelf(asked, troubles)
        if paper := shelf.read(asked, name, path):
            papers.append(paper)
    foreign = sum(fault.code == NOT_OURS for fault in troubles)
    told = (fault for fault in troubles if fault.code != NOT_OURS)
    return Found(tuple(_without_copies(papers)), tuple(told), foreign)


def _without_copies(papers: list[FoundPaper]) -> Iterator[FoundPaper]:
    """Without files that no ledger knows and that are copies of papers that one does."""
    known = {each.says_what for each in papers if each.known}
    for each in sorted(papers, key=lambda each: each.name):
        if each.known or each.says_what not in known:
            yield each


def _find_files(folder: Path) -> Iterator[tuple[tuple[Path, ...], Path, Path]]:
    """Each paper below a folder: the folders above it that have a ledger (nearest first), its path without
    an ending, and its file, a PDF before its DOCX.
    """
    found: dict[Path, tuple[tuple[Path, ...], Path]] = {}
    for count, (above, path) in enumerate(_walk(folder, tuple(folders_with_ledger(folder)), 0), 1):
        if count > MOST_FILES:
            raise InputError([diagnose("history-size", Location(str(folder)), limit=MOST_FILES)])
        name = paper_name(path.name)
        if name is None or is_scan_name(name) or path.name.startswith((".", "~$")):
            continue
        key = path.with_name(name)
        if key not in found or (path.suffix == ".pdf" and not path.name.endswith(SIGNED_ENDING)):
            found[key] = above, path
    for key, (above, path) in found.items():
        yield above, key, path


def _walk(folder: Path, above: tuple[Path, ...], depth: int) -> Iterator[tuple[tuple[Path, ...], Path]]:
    """Every file with the folders above it that have a ledger."""
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return
    if folder not in above and any(entry.name == LEDGER_NAME for entry in inside):
        above = folder, *above
    for entry in inside:
        if entry.is_symlink():
            continue
        if entry.is_file(follow_symlinks=False):
            yield above, Path(entry.path)
        elif depth < DEEPEST and not entry.name.startswith("."):
            yield from _walk(Path(entry.path), above, depth + 1)


class _Shelf:
    """The papers of one output folder, or those of none."""

    def __init__(self, folder: Path, troubles: list[Diagnostic]) -> None:
        self._folder = folder
        self._troubles = troubles
        self._signatures: dict[str, SignatureRow] = {}
        self._editions: dict[str, tuple[Edition, bool]] = {}
        self._facts: dict[str, tuple[str, str]] = {}
        self._known: frozenset[str] = frozenset()
        try:
            with read_ledger(folder) as ledger:
                self._take(ledger)
        except SarabanError as refused:
            troubles += refused.diagnostics

    def _take(self, ledger: Ledger) -> None:
        self._signatures = ledger.signatures.all()
        self._known = frozenset(paper_name(path) or "" for path in ledger.paths())
        for several in ledger.signatures.editions().values():
            for each in several:
                self._editions[each.name] = each, each is several[-1]
        inputs = ledger.documents.inputs()
        for row in ledger.documents.all().values():
            made_from = inputs.get(row.input_key)
            score: dict[str, Any] = (made_from.facts.get("score") if made_from else None) or {}
            self._facts[row.name] = str(row.facts.get("unit", "")), str(score.get("grade", ""))

    def knows(self, key: Path) -> bool:
        """Whether the ledger knows the paper at a path without an ending."""
        return key.relative_to(self._folder).as_posix() in self._known

    def read(self, asked: Path, key: Path, path: Path) -> FoundPaper | None:
        """The paper; `None` with the reason among the troubles where it is none of ours or broken."""
        try:
            record = read_held_paper(path).record
        except SarabanError as refused:
            self._troubles += refused.diagnostics
            return None
        name = key.relative_to(self._folder).as_posix()
        edition, latest = self._editions.get(name, (Edition(name, name, record.edition), True))
        signed = self._signatures.get(name)
        electronically = path.name.endswith(SIGNED_ENDING) or is_signed_electronically(self._folder, name)
        unit, grade = self._facts.get(name, ("", ""))
        told = key.relative_to(asked).as_posix()
        known = name in self._known
        return FoundPaper(told, record, edition, latest, signed, electronically, unit, grade, known)
