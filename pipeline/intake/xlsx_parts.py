"""Which part of a workbook's zip holds what: the sheets in order, the shared texts, the number formats.

Parts are found by the relations between them, as the format has it; names are compared without regard to
case and to the slash, as Excel does.
"""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

from pipeline.intake.xlsx_walk import Budget, Walk, is_true

WORKBOOK = "xl/workbook.xml"
"""Where the workbook stands when no relation says so."""

LONGEST_NAME = 255
"""Letters of a sheet's name; Excel has 31, others more."""


class SheetPart(NamedTuple):
    """A worksheet: its name, the part that holds its cells, and whether nobody sees it."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """Where everything stands that a value depends on; `""` for a part that the workbook does without."""

    sheets: tuple[SheetPart, ...]
    strings: str
    styles: str
    since_1904: bool


def folded_name(name: str) -> str:
    """A part's name as it is compared: `\\XL\\Workbook.xml` is `xl/workbook.xml`."""
    return posixpath.normpath("/" + unquote(name).replace("\\", "/")).lstrip("/").lower()


class Package:
    """The parts of a zip by their names."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._entries = {folded_name(entry.filename): entry for entry in archive.infolist()}

    def __contains__(self, part: str) -> bool:
        return part in self._entries

    def walk(self, part: str, walk: Walk) -> None:
        """Reads one part. Raises `KeyError` if the zip has none of that name."""
        with self._archive.open(self._entries[part]) as stream:
            walk.through(stream)

    def relations(self, part: str, budget: Budget) -> _Relations:
        """What the part refers to; nothing if it has no relations."""
        folder, name = posixpath.split(part)
        relations = _Relations(folder, budget)
        own = folded_name(f"{folder}/_rels/{name}.rels")
        if own in self:
            self.walk(own, relations)
        return relations


def workbook_part(package: Package, budget: Budget) -> str | None:
    """The part that lists the sheets; `None` if this is no workbook."""
    told = package.relations("", budget).of_kind("officedocument")
    return next((part for part in (told, WORKBOOK) if part in package), None)


def parts_of(workbook: str, package: Package, budget: Budget) -> Parts:
    """Where the parts of the workbook stand.

    Raises `LookupError` for one that is named and not there, `ValueError` for two sheets of one part.
    """
    walk = _WorkbookWalk(budget)
    package.walk(workbook, walk)
    relations = package.relations(workbook, budget)
    sheets: list[SheetPart] = []
    for name, key, state in walk.sheets:
        kind, part = relations.by_id[key]
        if kind != "worksheet":
            continue
        if part not in package:
            raise KeyError(part)
        if len(name) > LONGEST_NAME or any(part == other.part for other in sheets):
            raise ValueError(name[:LONGEST_NAME])
        sheets.append(SheetPart(name, part, state not in {"", "visible"}))
    return Parts(
        tuple(sheets), relations.of_kind("sharedstrings"), relations.of_kind("styles"), walk.since_1904
    )


class _Relations(Walk):
    """The relations of one part: kind and target by id."""

    def __init__(self, folder: str, budget: Budget) -> None:
        super().__init__(budget)
        self._folder = folder
        self.by_id: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `Walk`."""
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2].lower()
            target = attributes.get("Target", "").replace("\\", "/")
            part = folded_name(target if target.startswith("/") else f"{self._folder}/{target}")
            self.by_id[attributes.get("Id", "")] = (kind, part)

    def of_kind(self, wanted: str) -> str:
        """The first target of a kind, or `""`."""
        return next((part for kind, part in self.by_id.values() if kind == wanted), "")


class _WorkbookWalk(Walk):
    """The sheets as the workbook lists them: name, id of the relation, state."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.sheets: list[tuple[str, str, str]] = []
        self.since_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `Walk`."""
        if name == "sheet":
            key = next((value for at, value in attributes.items() if at.endswith("/relationships}id")), "")
            self.sheets.append((attributes.get("name", ""), key, attributes.get("state", "")))
        elif name == "workbookPr":
            self.since_1904 = is_true(attributes.get("date1904"))
