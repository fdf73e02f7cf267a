"""Rows of prose -> paragraphs, lists and tables of the records that they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from pipeline.diagnostics import InputError, Location, diagnose
from pipeline.intake.sheets import Cell, Sheet
from pipeline.intake.source import Path
from pipeline.model.choices import choice_value
from pipeline.thai.digits import to_arabic
from pipeline.workbook.cell_values import no_such_choice, value_of
from pipeline.workbook.gathered import Gathered
from pipeline.workbook.headers import Header
from pipeline.workbook.headings import DEPTH, MORE, MORE_CELLS, PART, TEXT, TYPE, types_of
from pipeline.workbook.layout import ProsePart, ProseSheet, held_by, value_at
from pipeline.workbook.owners import OwnerFinder
from pipeline.workbook.prose import (
    HEADINGS,
    NO_CHAPTER,
    NO_PARAGRAPH,
    NO_TABLE,
    NUMBERED,
    OF_PICTURE,
    OF_TABLE,
    PARAGRAPH,
    PICTURE,
    SECOND_PICTURE,
    SECOND_TABLE,
    TOO_DEEP,
    WRONG_ORDER,
    MisplacedPiece,
    Piece,
    ProseReader,
    shorten_passage,
)
from pipeline.workbook.sheet_columns import Column

_WHY = {
    TOO_DEEP: partial(diagnose, "prose-order/too-deep"),
    NO_PARAGRAPH: partial(diagnose, "prose-order/no-paragraph"),
    NO_TABLE: partial(diagnose, "prose-order/no-table"),
    SECOND_TABLE: partial(diagnose, "prose-order/second-table"),
    SECOND_PICTURE: partial(diagnose, "prose-order/second-picture"),
    WRONG_ORDER: partial(diagnose, "prose-order/wrong-order"),
    NO_CHAPTER: partial(diagnose, "prose-order/no-chapter"),
}
_TEXT_COLUMN = Column((), TEXT, "")
_NO_TYPE = "no-type"
_BEGINNING = (*HEADINGS, PARAGRAPH)
"""Types of rows that need nothing above them."""


def _likely(depth: int | None) -> str:
    """The type that a row most likely is of, where its own is none."""
    return NUMBERED if depth and depth > 1 else PARAGRAPH


def read_prose(sheet_of: ProseSheet, sheet: Sheet, header: Header, gathered: Gathered) -> None:
    """Adds the rows below the header, each to its owner's field of prose."""
    reading = _Reading(sheet_of, sheet, header, gathered)
    for row in sorted(number for number in sheet.rows if number > header.row):
        reading.read(row)
    reading.finish()


def _text_of(cell: Cell) -> str:
    """What a cell of prose says, as a person sees it. Raises `InputError` where that is not certain."""
    if cell.stored == "boolean":
        return cell.text.upper()
    return cell.seen or str(value_of(cell, _TEXT_COLUMN))


class _Reading:
    """The fields of prose that the sheet's rows go to."""

    def __init__(self, sheet_of: ProseSheet, sheet: Sheet, header: Header, gathered: Gathered) -> None:
        self.sheet_of, self.sheet, self.header, self.gathered = sheet_of, sheet, header, gathered
        self.finder = OwnerFinder(sheet_of, sheet, header, gathered)
        self.readers: dict[Path, ProseReader] = {}
        self.chapters: dict[Path, int] = {}
        self.refused: str | None = None
        """Why the row above was refused: what is wrong with the next for that reason follows from it."""

    def read(self, row: int) -> None:
        """Takes one row."""
        cells = self.sheet.rows[row]
        owner = self.finder.of(row)
        part, type = self._part(row), self._type(row)
        if owner is None or part is None:
            return
        into = (*owner, *part.into)
        if type is None:
            self.refused = _NO_TYPE
        try:
            texts = self._texts(cells)
            if type in HEADINGS:
                self._begin_chapter(into, type, texts, row)
            else:
                depth = self._depth(row)
                self._add(into, Piece(type or _likely(depth), depth, texts), row)
            self.refused = None if type in _BEGINNING else self.refused
        except InputError as error:
            self.gathered.faults += error.diagnostics
        except MisplacedPiece as error:
            self._refuse(error.why, self.place(row, DEPTH if error.why == TOO_DEEP else TYPE))

    def _refuse(self, why: str, place: Location) -> None:
        """Tells of a row that fits nowhere; of rows below that are refused with it, only where they are."""
        if self.refused is None:
            self.gathered.faults.append(_WHY[why](place))
        elif self.refused == why:
            told = self.gathered.faults[-1]
            self.gathered.faults[-1] = replace(told, also=(*told.also, place))
        self.refused = self.refused or why

    def _begin_chapter(self, into: Path, type: str, texts: tuple[str, ...], row: int) -> None:
        level = self._depth(row) if self.sheet_of.levelled else None
        number = self.chapters[into] = self.chapters.get(into, -1) + 1
        path = (*into, number)
        self.gathered.put(path, {})
        self.gathered.places[path] = self.gathered.places[*path, "title"] = self.place(row, TEXT)
        self.readers[*path, "prose"] = ProseReader()
        if texts[0]:
            self.gathered.put((*path, "title"), texts[0])
        if not self.sheet_of.levelled:
            return
        contents = texts[1] if len(texts) > 1 else ""
        said = {"level": str(level) if level and level > 1 else "", **HEADINGS[type], "contents": contents}
        titles = {"level": DEPTH, "contents": f"{MORE} 2"}
        for name in ("level", "numbered", "heading", "contents"):
            self.gathered.places[*path, name] = self.place(row, titles.get(name, TYPE))
            if said.get(name):
                self.gathered.put((*path, name), said[name])

    def _add(self, into: Path, piece: Piece, row: int) -> None:
        if self.sheet_of.chapters:
            if into not in self.chapters:
                raise MisplacedPiece(NO_CHAPTER)
            into = (*into, self.chapters[into], "prose")
        path = (*into, *self.readers.setdefault(into, ProseReader()).add(piece))
        self.gathered.places[path] = self.place(row, TEXT)
        if piece.type in OF_TABLE:
            for n in range(len(piece.cells)):
                self.gathered.places[*path, n] = self._cell_place(row, n)
        if piece.type == PICTURE:
            for n, name in enumerate(OF_PICTURE):
                self.gathered.places[*path, name] = self._cell_place(row, n)

    def _cell_place(self, row: int, n: int) -> Location:
        """The place of the text of a row (0), or of a further cell."""
        return self.place(row, TEXT if n == 0 else f"{MORE} {n + 1}")

    def finish(self) -> None:
        """Puts the prose into the data."""
        for into, reader in self.readers.items():
            if self.sheet_of.levelled and not reader.passages:
                continue
            self.gathered.put(into, [shorten_passage(passage) for passage in reader.passages])
        if not self.sheet_of.owners.tables and not self.sheet_of.optional:
            for part in self.sheet_of.parts:
                for owner in held_by(self.sheet_of.owners, self.gathered.values):
                    if value_at(owner.value, part.into) is None:
                        self.gathered.put(part.into, [])
                        self.gathered.places[part.into] = self.place(self.header.row + 1, TEXT)

    def _texts(self, cells: Mapping[int, Cell]) -> tuple[str, ...]:
        """The texts of the row, up to its last cell that is not empty."""
        titles = [TEXT, *(f"{MORE} {n}" for n in range(2, MORE_CELLS + 1))]
        found = [cells.get(self.header.columns.get(title, 0)) for title in titles]
        texts = [_text_of(cell) if cell and not cell.shared else "" for cell in found]
        while len(texts) > 1 and not texts[-1]:
            texts.pop()
        return tuple(texts)

    def _part(self, row: int) -> ProsePart | None:
        parts = self.sheet_of.parts
        if len(parts) == 1:
            return parts[0]
        titles = tuple(part.title for part in parts)
        chosen = self._choice(row, PART, titles)
        return parts[titles.index(chosen)] if chosen else None

    def _type(self, row: int) -> str | None:
        return self._choice(row, TYPE, types_of(self.sheet_of))

    def _choice(self, row: int, title: str, choices: tuple[str, ...]) -> str | None:
        cell = self.sheet.rows[row].get(self.header.columns[title])
        chosen = choice_value(cell.text, choices) if cell else None
        if chosen is None:
            typed = cell.text if cell else ""
            self.gathered.faults.append(no_such_choice(title, typed, list(choices), self.place(row, title)))
        return chosen

    def _depth(self, row: int) -> int | None:
        """The depth, `None` if it is left empty. Raises `InputError` for anything but a small number."""
        cell = self.sheet.rows[row].get(self.header.columns.get(DEPTH, 0))
        if cell is None:
            return None
        text = to_arabic(cell.text).strip()
        if text.isdecimal() and 1 <= int(text) <= 9:
            return int(text)
        raise InputError([diagnose("prose-depth", cell.place, depth=DEPTH, text=cell.text)])

    def place(self, row: int, title: str) -> Location:
        """The place of the row's cell in the column of that title."""
        return self.sheet.place(row, self.header.columns.get(title, 1))
