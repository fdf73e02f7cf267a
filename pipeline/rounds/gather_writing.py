"""What was gathered -> the work's own files, each value in its place and everything else as it was.

The new bytes are read back before anything is written, and the former ones are kept beside the work.
"""

from __future__ import annotations

import copy
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.diagnostics import Diagnostic, InputError, Location, OutputError, diagnose
from pipeline.intake.book_reader import read_book_apart
from pipeline.intake.decoding import decode
from pipeline.intake.opening import ordinary_bytes
from pipeline.intake.sandboxed import read_apart
from pipeline.intake.source import Path as ValuePath
from pipeline.intake.source import Plain
from pipeline.intake.yaml_edits import NotEdited, edited_yaml
from pipeline.kinds.registry import Layouts
from pipeline.output.delivery import unwritable
from pipeline.output.new_file import free_name, holds, write_new
from pipeline.output.real_paths import obstacles
from pipeline.output.temporary_files import written_beside
from pipeline.rounds.asked_rows import AskedTable, Comparing, RowId, put_field, rows_by_id
from pipeline.rounds.gather import Change, Gathered
from pipeline.rounds.works import Work
from pipeline.workbook import book_of
from pipeline.workbook.arranging import arrange
from pipeline.workbook.cell_edits import edited_workbook
from pipeline.workbook.layout import ProseSheet, value_at
from pipeline.workbook.placing import NoPlace, Placing

BACKUPS = "ก่อนรวบรวม"
"""The folder beside a work that keeps its files as they were."""

_BOM = b"\xef\xbb\xbf"


def merged_files(found: Gathered) -> dict[Path, bytes]:
    """The files of the work that change, with their new bytes; none where nothing does.

    Raises `InputError` where a value cannot be put in its place.
    """
    if not found.changes:
        return {}
    book = book_of(found.work.path)
    return {book: _merged_book(found, book)} if book is not None else _merged_yaml(found)


def write_merged(files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Keeps a copy of each file as it is, then writes it; where the copies are. A file that already holds its
    bytes is left alone.

    Raises `OutputError`; `InputError` for a work that is open in a spreadsheet program.
    """
    changing = {path: data for path, data in files.items() if not holds(path, data)}
    if faults := [fault for path in changing for fault in _in_the_way(path)]:
        raise OutputError(faults)
    kept: list[Path] = []
    for path in changing:
        try:
            former = path.read_bytes()
        except OSError as error:
            raise OutputError([unwritable(error, path.parent)]) from error
        copy_of = path.parent / BACKUPS / path.name
        target = copy_of if holds(copy_of, former) else free_name(copy_of)
        write_new(target, former)
        kept.append(target)
    for path, data in changing.items():
        try:
            with written_beside(path, data) as temporary:
                os.replace(temporary, path)
        except OSError as error:
            raise OutputError([unwritable(error, path.parent)]) from error
    return tuple(kept)


def _in_the_way(path: Path) -> Iterator[Diagnostic]:
    yield from obstacles(path, path.parent)
    for lock in (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#")):
        if lock.exists():
            yield diagnose("gather-open", Location(str(path)), lock=lock.name)


def _merged_yaml(found: Gathered) -> dict[Path, bytes]:
    work = found.work
    by_file: dict[str, list[tuple[ValuePath, Plain]]] = {}
    for path, value in _edits(found):
        file = _file_of(work, path)
        by_file.setdefault(file, []).append((path, value))
    merged: dict[Path, bytes] = {}
    for file, edits in by_file.items():
        if not file.lower().endswith((".yaml", ".yml")):
            raise InputError([diagnose("gather-csv", Location(file))])
        data = ordinary_bytes(Path(file))
        text = decode(data, file)
        try:
            edited = edited_yaml(text, edits, file)
        except NotEdited as error:
            raise InputError([diagnose("gather-not-written", Location(file))]) from error
        lines = edited.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in text else edited
        merged[Path(file)] = (_BOM if data.startswith(_BOM) else b"") + lines.encode()
    return merged


def _file_of(work: Work, path: ValuePath) -> str:
    """The file that holds a value, or the list or record that it goes into."""
    for end in range(len(path), 0, -1):
        if path[:end] in work.source.places:
            return work.source.places[path[:end]].file
    first = next(iter(work.source.places.values()))
    files = {place.file for place in work.source.places.values()}
    return first.file if len(files) == 1 else next(iter(sorted(files)))


def _edits(found: Gathered) -> Iterator[tuple[ValuePath, Plain]]:
    """The values to put, each at its path; those of a row that the work has not yet together."""
    work = found.work
    new: dict[RowId, dict[str, Any]] = {}
    for change in found.changes:
        row = work.rows.get(change.at[0])
        if row is not None:
            yield (*row[0], *change.at[1]), change.value
        else:
            entry = new.setdefault(change.at[0], _new_row(work, change.at[0]))
            put_field(entry, change.at[1], change.value)
    counts: dict[str, int] = {}
    for (of, _), entry in new.items():
        table = work.asked.table(of)
        held = value_at(dict(work.source.values), table.table.into)
        number = counts[of] = counts.get(of, len(held) if isinstance(held, list) else 0)
        counts[of] += 1
        yield (*table.table.into, number), entry


def _new_row(work: Work, row: RowId) -> dict[str, Any]:
    table = work.asked.table(row[0])
    return dict(zip(table.key_fields, row[1], strict=False))


def _merged_book(found: Gathered, book: Path) -> bytes:
    work = found.work
    placing = Placing(work.layout, read_book_apart(book), work.source)
    try:
        for change in found.changes:
            _place(change, work, placing)
        data: bytes = read_apart(book, edited_workbook, ordinary_bytes(book), placing.edits)
    except (NoPlace, KeyError) as error:
        raise InputError([diagnose("gather-not-written", Location(str(book)))]) from error
    if not _reads_back(data, found, book):
        raise InputError([diagnose("gather-not-written", Location(str(book)))])
    return data


def _place(change: Change, work: Work, placing: Placing) -> None:
    (of, key), field = change.at
    table = work.asked.table(of)
    row = work.rows.get(change.at[0])
    path = row[0] if row is not None else None
    column = next((each for each in table.table.columns if each.path == field), None)
    if column is not None:
        placing.put_cell(table.table, path, key, column, change.value)
        return
    at = path or (*table.table.into, -1)
    sheet = next(each for each in table.below if _holds(each, field))
    if path is None:
        placing.put_cell(table.table, None, key, table.key_column, key[0])
    if isinstance(sheet, ProseSheet):
        part = next(part for part in sheet.parts if part.into == field)
        placing.put_prose(sheet, key, at, part, change.value)
    elif sheet.shape == "named":
        placing.put_named(sheet, key, (*at, *field), str(field[-1]), change.value)
    else:
        raise NoPlace(sheet.sheet)


def _holds(sheet: Any, field: ValuePath) -> bool:
    if isinstance(sheet, ProseSheet):
        return any(part.into == field for part in sheet.parts)
    return bool(sheet.into == field[: len(sheet.into)])


def _reads_back(data: bytes, found: Gathered, book: Path) -> bool:
    """Whether the new workbook says what the former one did, and the changes."""
    work = found.work
    layouts = Layouts(work.known)
    expected: dict[str, Any] = copy.deepcopy(dict(arrange(read_book_apart(book), layouts).values))
    with tempfile.TemporaryDirectory() as folder:
        again = Path(folder) / book.name
        again.write_bytes(data)
        values = dict(arrange(read_book_apart(again), layouts).values)
    rows = rows_by_id(work.asked, expected)
    for change in found.changes:
        of = change.at[0][0]
        if change.at[0] not in rows:
            entries = _entries(expected, work.asked.table(of))
            entries.append(_new_row(work, change.at[0]))
            rows = rows_by_id(work.asked, expected)
        put_field(rows[change.at[0]][1], change.at[1], change.value)
    return _all_alike(work, expected, values)


def _entries(values: dict[str, Any], table: AskedTable) -> list[Any]:
    held: Any = values
    for step in table.table.into[:-1]:
        held = held.setdefault(step, {})
    entries: list[Any] = held.setdefault(table.table.into[-1], [])
    return entries


def _all_alike(work: Work, expected: dict[str, Any], values: dict[str, Any]) -> bool:
    comparing = Comparing(work.kind)
    wanted, found = rows_by_id(work.asked, expected), rows_by_id(work.asked, values)
    if wanted.keys() != found.keys():
        return False
    for row, (_, entry) in wanted.items():
        table = work.asked.table(row[0])
        one, other = table.fields(entry), table.fields(found[row][1])
        for field in one.keys() | other.keys():
            if not comparing.same(table.table.into, field, one.get(field), other.get(field)):
                return False
    tops = {table.table.into[0] for table in work.asked.tables}
    return all(expected.get(name) == values.get(name) for name in (expected.keys() | values.keys()) - tops)
