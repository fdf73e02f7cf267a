"""Which sheet of a workbook is which of the layout; sheets that were renamed, swapped or lost are told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.diagnostics import Diagnostic, Location, Message, diagnose
from pipeline.intake.sheets import Book, Sheet
from pipeline.model.nearest import hint
from pipeline.workbook.headers import Header, find_header, fold_title
from pipeline.workbook.headings import MORE, headings_of
from pipeline.workbook.last_columns import OF_LAST
from pipeline.workbook.layout import AnySheet, Form, Layout, ProseSheet, Table
from pipeline.workbook.own_sheets import NOT_DATA
from pipeline.workbook.sheet_columns import Column


@dataclass(frozen=True, slots=True)
class Matched:
    """A sheet of the layout, the sheet that holds it, and its header row."""

    wanted: AnySheet
    sheet: Sheet
    header: Header


@dataclass(slots=True)
class Matching:
    """What was found, and what was wrong with it."""

    matched: list[Matched] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)
    unread: list[AnySheet] = field(default_factory=list)
    """Sheets of the layout that are missing, or that cannot be read for want of their main columns."""


def match(layout: Layout, book: Book) -> Matching:
    """Pairs the sheets of `layout` with those of `book`, by their names."""
    by_name = {fold_title(sheet.name): sheet for sheet in book.sheets}
    matching = Matching()
    for wanted in layout.in_reading_order:
        sheet = by_name.pop(fold_title(wanted.sheet), None)
        if sheet is not None:
            _look_at(wanted, sheet, layout, matching)
        elif not wanted.optional:
            renamed = _find_renamed_sheet(wanted, book, layout)
            matching.faults.append(_diagnose_missing_sheet(wanted, book, layout, renamed))
            if renamed is None:
                matching.unread.append(wanted)
            else:
                by_name.pop(fold_title(renamed.name), None)
                _look_at(wanted, renamed, layout, matching)
    _report_unread_sheets([sheet for name, sheet in by_name.items() if sheet.name not in NOT_DATA], matching)
    return matching


def match_one(wanted: AnySheet, sheet: Sheet, layout: Layout) -> Matching:
    """The same for one sheet that is known to be `wanted`."""
    matching = Matching()
    _look_at(wanted, sheet, layout, matching)
    return matching


def _look_at(wanted: AnySheet, sheet: Sheet, layout: Layout, matching: Matching) -> None:
    """Takes the sheet if its header is there; else says what is missing."""
    headings = headings_of(wanted)
    header = find_header(sheet, layout.levels.spelled(headings))
    if header is None:
        if sheet.rows or isinstance(wanted, Form) or not wanted.optional:
            matching.faults.append(_no_header(wanted, sheet, layout))
            matching.unread.append(wanted)
        return
    absent = [
        column.title
        for column in headings
        if column.title not in header.columns and (column.seldom or layout.levels.is_expected(column))
    ]
    required = [column.title for column in headings if _is_required(column, layout)]
    missing = [title for title in required if title in absent]
    if len(missing) > 1 and len(missing) == len(required):
        matching.faults.append(_no_header(wanted, sheet, layout))
        matching.unread.append(wanted)
        return
    strange = list(_strange_columns(wanted, sheet, header, layout))
    if missing:
        matching.faults.append(_missing_columns(Matched(wanted, sheet, header), missing, strange, layout))
    if len(missing) != 1 or len(strange) != 1:
        matching.faults += strange
    if not _needed(wanted, layout) <= header.columns.keys():
        matching.unread.append(wanted)
        return
    unsure = frozenset(absent if strange else missing)
    matching.matched.append(Matched(wanted, sheet, replace(header, unsure=unsure)))


def _is_required(column: Column, layout: Layout) -> bool:
    return column.required and layout.levels.is_expected(column)


def _needed(wanted: AnySheet, layout: Layout) -> set[str]:
    """The titles without which no row of the sheet can be read."""
    if isinstance(wanted, Table):
        return {*wanted.owners.titles, *(wanted.key_titles if wanted.key else ())}
    return {column.title for column in headings_of(wanted) if _is_required(column, layout)}


def _report_unread_sheets(sheets: Sequence[Sheet], matching: Matching) -> None:
    """Sheets that the layout does not name: told of, for nothing in them is printed."""
    for sheet in sheets:
        if sheet.rows:
            matching.remarks.append(diagnose("unread-sheet", sheet.place(1, 1), sheet=sheet.name))


def _find_matching_sheet(sheet: Sheet, layout: Layout) -> AnySheet | None:
    """The sheet of the layout whose header this one has, if it has all of it that is required."""
    fitting = [
        (len(found.columns), wanted) for wanted in layout.sheets if (found := _fits(sheet, wanted, layout))
    ]
    return max(fitting, key=lambda each: each[0])[1] if fitting else None


def _fits(sheet: Sheet, wanted: AnySheet, layout: Layout) -> Header | None:
    headings = headings_of(wanted)
    header = find_header(sheet, layout.levels.spelled(headings))
    needed = {column.title for column in headings if _is_required(column, layout)}
    return header if header and needed <= header.columns.keys() else None


def _strangers(book: Book, layout: Layout) -> list[Sheet]:
    """Sheets that the layout does not name."""
    known = {fold_title(each.sheet) for each in layout.sheets} | {fold_title(name) for name in NOT_DATA}
    return [sheet for sheet in book.sheets if fold_title(sheet.name) not in known]


def _find_renamed_sheet(wanted: AnySheet, book: Book, layout: Layout) -> Sheet | None:
    """A sheet of another name that has the columns of `wanted`."""
    return next(
        (sheet for sheet in _strangers(book, layout) if _find_matching_sheet(sheet, layout) is wanted), None
    )


def _diagnose_missing_sheet(
    wanted: AnySheet, book: Book, layout: Layout, renamed: Sheet | None
) -> Diagnostic:
    if renamed is not None:
        place = Location(book.file, sheet=renamed.name)
        return diagnose("missing-sheet/renamed", place, sheet=wanted.sheet, other=renamed.name)
    near = hint(wanted.sheet, [sheet.name for sheet in _strangers(book, layout)])
    place = Location(book.file, sheet=wanted.sheet)
    return diagnose("missing-sheet", place, sheet=wanted.sheet, near=near)


def _no_header(wanted: AnySheet, sheet: Sheet, layout: Layout) -> Diagnostic:
    needed = ", ".join(column.title for column in headings_of(wanted) if _is_required(column, layout))
    swapped = _hint_swapped_sheets(sheet, wanted, layout)
    return diagnose("missing-header", sheet.place(1, 1), sheet=sheet.name, swapped=swapped, needed=needed)


def _missing_columns(
    found: Matched, missing: list[str], strange: list[Diagnostic], layout: Layout
) -> Diagnostic:
    """Columns that the header row lacks: told at the one that has no title, or another, if there is one."""
    wanted, sheet, header = found.wanted, found.sheet, found.header
    swapped, listed = (
        _hint_swapped_sheets(sheet, wanted, layout),
        ", ".join(f"'{title}'" for title in missing),
    )
    near = [hint(title, list(header.unknown.values())) for title in missing[:3]]
    return diagnose(
        "missing-column",
        strange[0].location if len(strange) == len(missing) == 1 else sheet.place(header.row, 1),
        listed=listed,
        swapped=swapped,
        row=header.row,
        near=Message("".join(each.th for each in near), "".join(each.en for each in near)),
    )


def _hint_swapped_sheets(sheet: Sheet, wanted: AnySheet, layout: Layout) -> Message:
    """A hint that the columns are those of another sheet."""
    other = _find_matching_sheet(sheet, layout)
    own = find_header(sheet, layout.levels.spelled(headings_of(wanted)))
    fits = _fits(sheet, other, layout) if other else None
    if other is None or fits is None or other is wanted or (own and len(own.columns) >= len(fits.columns)):
        return Message("", "")
    return Message(
        f" (หัวคอลัมน์เป็นของแผ่นงาน '{other.sheet}': สลับแผ่นงานหรือไม่)",
        f" (its columns are those of sheet '{other.sheet}': were the sheets swapped?)",
    )


def _strange_columns(wanted: AnySheet, sheet: Sheet, header: Header, layout: Layout) -> Iterator[Diagnostic]:
    """Columns with data that have no known title, or the title of another column."""
    below = sorted(row for row in sheet.rows if row > header.row)
    used = {column: row for row in reversed(below) for column in sheet.rows[row]}
    titles = [column.title for column in headings_of(wanted)]
    expected = [column.title for column in headings_of(wanted) if layout.levels.is_expected(column)]
    for column, title in header.repeated.items():
        if column in used:
            yield diagnose("duplicate-column", sheet.place(header.row, column), title=title)
    known = {*header.columns.values(), *header.repeated}
    lost = [title for title in expected if title not in header.columns and not _is_one_more(title, wanted)]
    for column in sorted(used.keys() - known):
        title, at = header.unknown.get(column, ""), sheet.place(header.row, column)
        if fold_title(title).startswith(fold_title(OF_LAST)):
            continue
        near = hint(title, titles)
        if not title:
            yield _diagnose_untitled_column(at, at if lost else sheet.place(used[column], column))
            continue
        yield diagnose("unknown-column/title", at, title=title, near=near)


def _is_one_more(title: str, wanted: AnySheet) -> bool:
    """Whether it is the title of a further cell of a table in prose, of which a sheet has few."""
    return isinstance(wanted, ProseSheet) and title.startswith(f"{MORE} ")


def _diagnose_untitled_column(header: Location, place: Location) -> Diagnostic:
    """Data in a column without a title: at its header if a known title is lost, else at the first of them."""
    return diagnose("unknown-column", place, cell=header.cell)
