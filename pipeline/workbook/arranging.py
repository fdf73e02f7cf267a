"""A workbook's cells -> the same values that YAML files give, each with its cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.sheets import Book, Sheet
from pipeline.intake.source import Path, Source
from pipeline.model.choices import choice_name, choice_value
from pipeline.workbook.cell_values import no_such_choice
from pipeline.workbook.gathered import Gathered
from pipeline.workbook.headers import find_header, fold_title
from pipeline.workbook.headings import LABEL, VALUE
from pipeline.workbook.keys import resolve
from pipeline.workbook.layout import AnySheet, Form, Layout, Table, held_by
from pipeline.workbook.matching import Matched, match
from pipeline.workbook.reading_forms import read_form
from pipeline.workbook.reading_prose import read_prose
from pipeline.workbook.reading_tables import read_table
from pipeline.workbook.shared_sheets import GENERAL

_KIND = "ชนิดของข้อมูล"
_LIKELY = 3
"""So many sheets of one kind tell that a workbook is of it."""


def arrange(book: Book, layouts: Mapping[str, Layout]) -> Source:
    """The data of a workbook, as far as it can be read; what is wrong goes along as the source's `faults`, so
    that it is told together with what the records say.

    Raises `InputError` for a workbook that is none of ours.
    """
    kind, of_kind = _kind_of(book, layouts)
    layout = layouts[kind]
    matching = match(layout, book)
    resolved = resolve(matching.matched)
    resolved.unread = {wanted.sheet for wanted in matching.unread}
    remarks = [*book.remarks, *matching.remarks]
    gathered = Gathered({"kind": kind}, faults=list(resolved.faults), remarks=remarks, resolved=resolved)
    for matched in matching.matched:
        read_sheet(matched, gathered)
    gathered.values["kind"] = kind
    told = {fault.location for fault in of_kind}
    of_sheets = [fault for fault in gathered.faults if fault.location not in told]
    for wanted in matching.unread:
        gathered.unread |= set(_paths_of(wanted, gathered))
    return Source(
        book.file,
        gathered.values,
        gathered.places,
        tuple(gathered.remarks),
        tuple(dict.fromkeys([*book.faults, *of_kind, *matching.faults, *of_sheets])),
        frozenset(gathered.unread),
        frozenset(gathered.adrift | resolved.adrift),
    )


def _paths_of(wanted: AnySheet, gathered: Gathered) -> Iterator[Path]:
    """Where the values of a sheet would stand."""
    if isinstance(wanted, Form):
        for section in wanted.sections:
            yield from (section.at[:end] for end in range(1, len(section.at) + 1))
            yield from ((*section.at, *column.path[:1]) for column in section.columns)
            yield from ((*section.at, *column.path) for column in section.columns)
        return
    parts = [wanted.into] if isinstance(wanted, Table) else [part.into for part in wanted.parts]
    for owner in held_by(wanted.owners, gathered.values):
        yield from ((*owner.path, *part) for part in parts)


def read_sheet(matched: Matched, gathered: Gathered) -> None:
    """Adds what one sheet holds."""
    if isinstance(matched.wanted, Form):
        read_form(matched.wanted, matched.sheet, matched.header, gathered)
    elif isinstance(matched.wanted, Table):
        read_table(matched.wanted, matched.sheet, matched.header, gathered)
    else:
        read_prose(matched.wanted, matched.sheet, matched.header, gathered)


def _kind_of(book: Book, layouts: Mapping[str, Layout]) -> tuple[str, list[Diagnostic]]:
    """The kind of input, as the general sheet says it; else what is wrong there, and the kind of most sheets.

    Raises `InputError` if the sheets are of none.
    """
    sheet = next((each for each in book.sheets if fold_title(each.name) == fold_title(GENERAL)), None)
    likely = max(layouts, key=lambda kind: _sheets_of(layouts[kind], book))
    header = find_header(sheet, (LABEL, VALUE)) if sheet else None
    for row, cells in sheet.rows.items() if sheet else ():
        labelled = [column for column, cell in cells.items() if fold_title(cell.text) == fold_title(_KIND)]
        if sheet is None or not labelled:
            continue
        at = (header.columns.get(VALUE) if header else None) or labelled[0] + 1
        typed = cells[at].text if at in cells else ""
        kind = choice_value(typed, tuple(layouts))
        if kind is not None:
            return kind, []
        if typed or _sheets_of(layouts[likely], book) >= _LIKELY:
            names = [choice_name(each) for each in layouts]
            return likely, [no_such_choice(_KIND, typed, names, sheet.place(row, at))]
    if _sheets_of(layouts[likely], book) < _LIKELY:
        raise InputError([_no_kind(book, sheet)])
    return likely, [_no_kind(book, sheet)] if sheet else []


def _sheets_of(layout: Layout, book: Book) -> int:
    """How many sheets have names of that layout."""
    names = {fold_title(sheet.name) for sheet in book.sheets}
    return len(names & {fold_title(each.sheet) for each in layout.sheets})


def _no_kind(book: Book, sheet: Sheet | None) -> Diagnostic:
    names = ", ".join(each.name for each in _first(book.sheets))
    return diagnose(
        "not-our-workbook",
        sheet.place(1, 1) if sheet else Location(book.file),
        kind=_KIND,
        general=GENERAL,
        names=names or "-",
    )


def _first(sheets: Iterable[Sheet]) -> list[Sheet]:
    return list(sheets)[:12]
