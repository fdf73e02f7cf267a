"""A workbook that came back: whose it is, what stands in its fields now, and what in it cannot be taken.

It is known by the note inside, not by its name. Of a sheet, or a row, that is gone nothing is read: that is
no answer, and empties nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.book_reader import read_book_apart
from pipeline.intake.sheets import Book, Cell, Sheet
from pipeline.intake.source import Plain, Source
from pipeline.kinds.responsible import Responsible
from pipeline.rounds.asked_rows import AskedTable, Field, RowId, key_text
from pipeline.rounds.hand_out import NAME
from pipeline.rounds.handed_note import HandedNote, read_note
from pipeline.rounds.works import Work, WorkId
from pipeline.workbook.arranging import read_sheet
from pipeline.workbook.gathered import Gathered
from pipeline.workbook.handed_out import COVER, NOTE
from pipeline.workbook.headers import Header, find_header, fold_title
from pipeline.workbook.headings import DEPTH, PART, TYPE, headings_of
from pipeline.workbook.last_columns import OF_LAST
from pipeline.workbook.layout import ProseSheet, Table, rows_of
from pipeline.workbook.matching import Matched
from pipeline.workbook.own_sheets import NOT_DATA
from pipeline.workbook.owners import key_in
from pipeline.workbook.prose import PARAGRAPH
from pipeline.workbook.rows import rows_below

At = tuple[RowId, Field]
"""A field of a row."""


@dataclass
class Answer:
    """What came back from one unit. `fields` are those of its own rows that could be read, `held` those of
    them that cannot be taken as they are.
    """

    file: Path
    note: HandedNote
    who: Responsible
    fields: dict[At, Plain] = field(default_factory=dict)
    source: Source = field(default_factory=lambda: Source("", {}))
    paths: dict[RowId, Field] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)
    held: set[At] = field(default_factory=set)

    def place(self, at: At) -> Location:
        """Where a field stands in the file."""
        row, path = at
        return self.source.place((*self.paths[row], *path)) if row in self.paths else Location(str(self.file))

    def handed(self, at: At) -> Plain:
        """What stood there when it was handed out."""
        return self.note.rows.get(at[0], {}).get(at[1])


def read_answer(path: Path, work: Work) -> Answer:
    """Reads what came back in one file.

    Raises `InputError` for a file that cannot be opened, that was not handed out, or that is of another work.
    """
    book = read_book_apart(path)
    note = read_note(book)
    if note is None:
        raise InputError([diagnose("answer-not-handed-out", Location(str(path)))])
    if note.work != work.id:
        raise InputError([_other_work(path, note.work, work.id)])
    who = work.asked.people.get(note.who)
    if who is None:
        raise InputError([diagnose("answer-nobody", Location(str(path)), name=note.name)])
    answer = Answer(path, note, who)
    for table in work.asked.tables:
        _read_table(table, book, answer, work)
    answer.remarks += _unread_sheets(book, work)
    return answer


def _other_work(path: Path, theirs: WorkId, ours: WorkId) -> Diagnostic:
    if (theirs.kind, theirs.office) == (ours.kind, ours.office):
        days = [f"{each.start} - {each.end}" for each in (theirs, ours)]
        return diagnose("answer-other-work/period", Location(str(path)), theirs=days[0], ours=days[1])
    return diagnose("answer-other-work", Location(str(path)), theirs=theirs.office, ours=ours.office)


def _read_table(table: AskedTable, book: Book, answer: Answer, work: Work) -> None:
    own = {key_text(row.key) for row in work.asked.of(answer.who.id, table)}
    gathered = Gathered()
    reading = _Reading(table, answer, work, own, gathered)
    read = [sheet for sheet in (table.reduced, *table.below) if reading.read(sheet, book)]
    if table.reduced not in read:
        answer.faults += gathered.faults
        return
    told = [fault for fault in book.faults if fault.location and fault.location in reading.cells]
    answer.faults += [*told, *gathered.faults]
    answer.source = Source(
        str(answer.file),
        {**answer.source.values, **gathered.values},
        {**answer.source.places, **gathered.places},
    )
    _take_fields(table, read, answer, reading)


def _take_fields(
    table: AskedTable, read: list[Table | ProseSheet], answer: Answer, reading: _Reading
) -> None:
    titles = {sheet.sheet for sheet in read}
    for held in rows_of(table.table, answer.source.values):
        row: RowId = (table.list_name, tuple(map(key_text, held.key)))
        if held.path in reading.stand_ins or not isinstance(held.value, dict):
            continue
        answer.paths[row] = held.path
        now = table.fields(held.value)
        for name in {**answer.note.rows.get(row, {}), **now}:
            if table.sheet_of(name) in titles:
                answer.fields[row, name] = now.get(name)
    missing = [key for of, key in answer.note.rows if of == table.list_name and (of, key) not in answer.paths]
    for key in missing:
        if key[0] in reading.own:
            place = Location(str(answer.file), sheet=table.table.sheet)
            answer.remarks.append(diagnose("answer-row-gone", place, key=" ".join(key)))


@dataclass
class _Reading:
    """The sheets of one table on their way from an answer into plain values."""

    table: AskedTable
    answer: Answer
    work: Work
    own: set[str]
    gathered: Gathered
    cells: set[Location] = field(default_factory=set)
    """The cells of rows and columns that are read."""

    stand_ins: set[Field] = field(default_factory=set)
    """The paths of rows that only their texts tell of."""

    def read(self, wanted: Table | ProseSheet, book: Book) -> bool:
        """Reads one sheet; whether it is there and has its header."""
        sheet = self._find(wanted, book)
        header = find_header(sheet, self._spelled(wanted)) if sheet else None
        keys = self._key_titles(wanted)
        if sheet is None or header is None or not set(keys) <= header.columns.keys():
            place = Location(str(self.answer.file), sheet=sheet.name if sheet else wanted.sheet)
            self.answer.faults.append(diagnose("answer-sheet-gone", place, sheet=wanted.sheet))
            return False
        self._tell_own_columns(sheet, header)
        kept = dict(self._own_rows(wanted, sheet, header, keys))
        head = {number: cells for number, cells in sheet.rows.items() if number <= header.row}
        columns = header.columns.values()
        self.cells |= {sheet.place(row, column) for row in kept for column in columns}
        read_sheet(Matched(wanted, replace(sheet, rows={**head, **kept}), header), self.gathered)
        if wanted == self.table.reduced:
            self._add_stand_ins()
        return True

    def _find(self, wanted: Table | ProseSheet, book: Book) -> Sheet | None:
        """The sheet of that name, or one with another name and most of its titles."""
        named = next(
            (each for each in book.sheets if fold_title(each.name) == fold_title(wanted.sheet)), None
        )
        if named is not None:
            return named
        taken = {fold_title(each.sheet) for each in self.work.layout.sheets} | {COVER, NOTE, *NOT_DATA}
        keys = set(self._key_titles(wanted))
        for sheet in book.sheets:
            header = find_header(sheet, self._spelled(wanted))
            if fold_title(sheet.name) not in taken and header and keys < header.columns.keys():
                return sheet
        return None

    def _spelled(self, wanted: Table | ProseSheet) -> dict[str, str]:
        return dict(self.work.layout.levels.spelled(headings_of(wanted)))

    def _key_titles(self, wanted: Table | ProseSheet) -> tuple[str, ...]:
        """The titles without which no row can be read."""
        if wanted == self.table.reduced:
            return (self.table.key_column.title,)
        if isinstance(wanted, ProseSheet):
            return (*wanted.owners.titles, *((PART,) if len(wanted.parts) > 1 else ()), TYPE)
        named = (wanted.columns[0].title,) if wanted.shape in {"named", "texts"} else ()
        return (*wanted.owners.titles, *named)

    def _own_rows(
        self, wanted: Table | ProseSheet, sheet: Sheet, header: Header, keys: tuple[str, ...]
    ) -> Iterator[tuple[int, dict[int, Cell]]]:
        """The rows that the unit may fill in; of others that hold anything a fault, once for each key."""
        told: dict[str, int] = {}
        seen: dict[tuple[str, ...], int] = {}
        for number in rows_below(sheet, header):
            cells = dict(sheet.rows[number])
            filled = self._filled(wanted, cells, header)
            key = key_in(cells, header, keys[:1])[0]
            if key not in self.own:
                if filled and key not in told:
                    place = sheet.place(number, header.columns[keys[0]] if key else min(filled))
                    self.answer.faults.append(self._of_others(key, place))
                    told[key] = number
                continue
            if wanted == self.table.reduced:
                whole = self._row_key(cells, header)
                if whole in seen:
                    place = sheet.place(number, header.columns[keys[0]])
                    self.answer.faults.append(diagnose("answer-row-twice", place, key=key, first=seen[whole]))
                    continue
                seen[whole] = number
            elif not filled:
                continue
            if isinstance(wanted, ProseSheet) and header.columns[TYPE] not in cells:
                cells[header.columns[TYPE]] = Cell(PARAGRAPH, sheet.place(number, header.columns[TYPE]))
            yield number, cells

    def _row_key(self, cells: dict[int, Cell], header: Header) -> tuple[str, ...]:
        beside = self.table.beside_column.title if self.table.beside_column else ""
        return key_in(cells, header, (self.table.key_column.title,), beside)

    def _filled(self, wanted: Table | ProseSheet, cells: dict[int, Cell], header: Header) -> set[int]:
        """The columns in which something was typed, beside the keys and what was laid ready."""
        frame = {*self._key_titles(wanted), DEPTH}
        if self.table.beside_column and wanted == self.table.reduced:
            frame.add(self.table.beside_column.title)
        if isinstance(wanted, Table):
            frame.add(wanted.owners.beside)
            if wanted.shape in {"named", "texts"} and not wanted.columns[1:]:
                frame.discard(wanted.columns[0].title)
        else:
            frame.add(wanted.owners.beside)
        open_columns = {column for title, column in header.columns.items() if title not in frame}
        return open_columns & cells.keys()

    def _of_others(self, key: str, place: Location) -> Diagnostic:
        """The fault of a row that is not the unit's own."""
        name = self.answer.who.name
        if not key:
            return diagnose("answer-no-key", place, title=self.table.key_column.title)
        owner = self.work.asked.owner(self.table.list_name, key)
        if owner is None:
            return diagnose("answer-unknown-row", place, key=key, listed=", ".join(sorted(self.own)))
        return diagnose("answer-row-of-others", place, key=key, owner=owner.name, name=name)

    def _tell_own_columns(self, sheet: Sheet, header: Header) -> None:
        """Columns that the unit has added: not read, and told of."""
        about = {title for row in self.work.asked.rows for title, _ in row.about}
        below = {column for row, cells in sheet.rows.items() if row > header.row for column in cells}
        for column, title in header.unknown.items():
            is_frame = title in {NAME, *about} or title.startswith(OF_LAST)
            if column in below and not is_frame:
                place = sheet.place(header.row, column)
                self.answer.remarks.append(diagnose("answer-own-column", place, title=title))

    def _add_stand_ins(self) -> None:
        """A row for each text whose own row is gone, so that the texts are read."""
        into = self.table.table.into
        have = {key_text(str(held.key[0])) for held in rows_of(self.table.table, self.gathered.values)}
        count = len(have)
        for key in sorted(self.own - have):
            path: Field = (*into, count)
            self.gathered.put(path, {self.table.table.key: key})
            self.stand_ins.add(path)
            count += 1


def _unread_sheets(book: Book, work: Work) -> Iterator[Diagnostic]:
    """Sheets that the unit has added: not read, and told of."""
    known = {fold_title(each.sheet) for each in work.layout.sheets}
    known |= {fold_title(name) for name in (COVER, NOTE, *NOT_DATA)}
    for sheet in book.sheets:
        if sheet.rows and fold_title(sheet.name) not in known:
            yield diagnose("answer-own-sheet", sheet.place(1, 1), sheet=sheet.name)
