"""A workbook's cells -> the same values that YAML files give, each with its cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.sheets import Book, Sheet
from pipeline.intake.source import Path, Plain, Source
from pipeline.model.choices import choice_value
from pipeline.model.shipped_schemes import shipped_names
from pipeline.workbook.cell_values import no_such_choice
from pipeline.workbook.gathered import Gathered
from pipeline.workbook.headers import as_typed, find_header, fold_title
from pipeline.workbook.headings import LABEL, VALUE
from pipeline.workbook.keys import resolve
from pipeline.workbook.layout import AnySheet, Form, Layout, Table, held_by
from pipeline.workbook.levelled import tells_schemes, with_levels
from pipeline.workbook.matching import Matched, match, match_one
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
    kind, settled, of_kind = _kind_of(book, layouts)
    layout = with_levels(layouts[kind], _of_schemes(layouts[kind], book), shipped_names())
    matching = match(layout, book)
    resolved = resolve(matching.matched)
    resolved.unread = {wanted.sheet for wanted in matching.unread}
    remarks = [*book.remarks, *matching.remarks]
    gathered = Gathered({"kind": kind}, faults=list(resolved.faults), remarks=remarks, resolved=resolved)
    for matched in matching.matched:
        read_sheet(matched, gathered)
    gathered.values["kind"] = kind
    of_sheets = [fault for fault in gathered.faults if fault.location not in settled]
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


def _of_schemes(layout: Layout, book: Book) -> dict[str, Plain]:
    """What the workbook says of schemes, which the headers of other sheets follow."""
    by_name = {fold_title(sheet.name): sheet for sheet in book.sheets}
    found = Gathered()
    for wanted in layout.in_reading_order:
        sheet = by_name.get(fold_title(wanted.sheet))
        if sheet is not None and tells_schemes(wanted):
            for matched in match_one(wanted, sheet, layout).matched:
                read_sheet(matched, found)
    return found.values


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


def _kind_of(book: Book, layouts: Mapping[str, Layout]) -> tuple[str, set[Location | None], list[Diagnostic]]:
    """The kind of input, as the general sheet says it, or else of most sheets; the places of which nothing
    more is to be said, and what is wrong there.

    Raises `InputError` if the sheets are of none, or of several kinds alike.
    """
    sheet = next((each for each in book.sheets if fold_title(each.name) == fold_title(GENERAL)), None)
    named = _kind_typed(sheet) if sheet else None
    typed, place = named or ("", Location(book.file))
    kind = choice_value(typed, layouts, lambda kind: layouts[kind].title) or _kind_called_once(typed, layouts)
    if kind is not None:
        return kind, {place}, []
    likely = _most_like(book, layouts)
    if len(likely) != 1 and not typed:
        raise InputError([_several(likely, layouts, place) if likely else _no_kind(book, sheet)])
    if named is None:
        faults = [_no_kind(book, sheet)] if sheet else []
        return likely[0], {fault.location for fault in faults}, faults
    fault = no_such_choice(_KIND, typed, [each.title for each in layouts.values()], place)
    if len(likely) != 1:
        raise InputError([fault])
    return likely[0], {place}, [fault]


def _kind_typed(sheet: Sheet) -> tuple[str, Location] | None:
    """What the general sheet says the kind is, and where; `None` without a line for it."""
    header = find_header(sheet, as_typed(LABEL, VALUE))
    for row, cells in sheet.rows.items():
        labelled = [column for column, cell in cells.items() if fold_title(cell.text) == fold_title(_KIND)]
        if labelled:
            at = (header.columns.get(VALUE) if header else None) or labelled[0] + 1
            return cells[at].text if at in cells else "", sheet.place(row, at)
    return None


def _kind_called_once(typed: str, layouts: Mapping[str, Layout]) -> str | None:
    """The kind that workbooks of an earlier version call `typed`."""
    once = {title: kind for kind, layout in layouts.items() for title in layout.old_titles}
    title = choice_value(typed, once)
    return None if title is None else once[title]


def _most_like(book: Book, layouts: Mapping[str, Layout]) -> list[str]:
    """The kinds whose sheets are most of the book's, if they are enough to tell; several that are alike."""
    counts = {kind: _sheets_of(layout, book) for kind, layout in layouts.items()}
    most = max(counts.values())
    return [kind for kind, count in counts.items() if count == most >= _LIKELY]


def _sheets_of(layout: Layout, book: Book) -> int:
    """How many sheets have names of that layout."""
    names = {fold_title(sheet.name) for sheet in book.sheets}
    return len(names & {fold_title(each.sheet) for each in layout.sheets})


def _several(likely: list[str], layouts: Mapping[str, Layout], place: Location) -> Diagnostic:
    choices = ", ".join(layouts[kind].title for kind in likely)
    return diagnose("several-kinds/table", place, field=_KIND, choices=choices)


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
