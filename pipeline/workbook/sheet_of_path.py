"""On which sheet of a workbook a value of the data stands."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.intake import ValuePath
from pipeline.workbook.layout import Form, Layout, Names, Owners, Table


def sheet_of(layout: Layout, path: ValuePath) -> str:
    """The name of the sheet; empty for a value that no sheet holds."""
    names = tuple(step for step in path if isinstance(step, str))
    found = [(len(at), sheet) for sheet, at in _places(layout) if names[: len(at)] == at]
    return max(found, key=lambda each: each[0])[1] if found else ""


def _places(layout: Layout) -> Iterator[tuple[str, Names]]:
    """Each sheet with the fields that it holds, or that hold its rows, from the top of the data."""
    for sheet in layout.sheets:
        if isinstance(sheet, Form):
            for section in sheet.sections:
                columns = (column.path for column in section.columns)
                yield from ((sheet.sheet, (*section.at, *_names(path))) for path in columns)
            continue
        into = (sheet.into,) if isinstance(sheet, Table) else tuple(part.into for part in sheet.parts)
        for owner in _owners(sheet.owners):
            yield from ((sheet.sheet, (*owner, *names)) for names in into)


def _owners(owners: Owners) -> Iterator[Names]:
    """Where the records stand that rows belong to."""
    if not owners.tables:
        yield ()
    for table in owners.tables:
        yield from ((*above, *table.into) for above in _owners(table.owners))


def _names(path: ValuePath) -> Names:
    return tuple(step for step in path if isinstance(step, str))
