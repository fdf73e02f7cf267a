"""Diagnostics for missing, repeated and unknown keys of tables."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pipeline.diagnostics import Diagnostic, Location, Message, diagnose, one_of
from pipeline.model.nearest import hint
from pipeline.workbook.key_rows import Row
from pipeline.workbook.layout import Names

MOST_CELLS, MOST_LISTED = 4, 12


def diagnose_repeated_key(row: Row, first: Row, key: Names, naming: Sequence[Row]) -> Diagnostic:
    """A key that stands twice, while another that is named stands nowhere."""
    typed, meant, where = _join_key(row.key), _join_key(key), _list_rows(naming)
    return diagnose(
        "duplicate/another-meant",
        row.place,
        title=row.titles[-1],
        typed=typed,
        cell=first.place.cell,
        meant=meant,
        where=where,
    )


def diagnose_empty_key(row: Row, key: Names, naming: Sequence[Row]) -> Diagnostic:
    """A row without a key, while one that is named stands nowhere."""
    meant, where = _join_key(key), _list_rows(naming)
    return diagnose("missing/key", row.place, title=row.titles[-1], meant=meant, where=where)


def misspelt(row: Row, key: Names, naming: Sequence[Row]) -> Diagnostic:
    """A key that nothing names, while the others name one that is nearly it."""
    typed, meant, where = _join_key(row.key), _join_key(key), _list_rows(naming)
    return diagnose(
        "unknown-name/row", row.place, title=row.titles[-1], typed=typed, meant=meant, where=where
    )


def missing_row(sheet: str, key: Names, naming: Sequence[Row], place: Location) -> Diagnostic:
    """A row that others name and that is not there; told where it would go."""
    meant, where = _join_key(key), _list_rows(naming)
    return diagnose("missing-row", place, sheet=sheet, meant=meant, where=where)


def diagnose_unknown_key(
    key: Names, naming: Sequence[Row], sheets: Sequence[str], known: Sequence[str]
) -> Diagnostic:
    """A key that no table has, at all rows that name it."""
    typed, title = _join_key(key), _join_key(naming[0].titles)
    near, listed = hint(typed, list(known)), ", ".join(known[:MOST_LISTED]) or "-"
    first, *also = (row.place for row in naming)
    return diagnose(
        "unknown-name/sheet",
        first,
        also=also,
        title=title,
        typed=typed,
        sheets=one_of(sheets),
        listed=listed,
        near=near,
    )


def _list_rows(naming: Sequence[Row]) -> Message:
    """`แผ่นงาน 'ขั้นตอน' ช่อง A4, A5`: the rows that name a key, sheet by sheet."""
    th, en = [], []
    for sheet, rows in groupby(naming, key=lambda row: row.place.sheet):
        cells = [row.place.cell for row in rows]
        more = len(cells) - MOST_CELLS
        listed = ", ".join(cells[:MOST_CELLS])
        th.append(f"แผ่นงาน '{sheet}' ช่อง {listed}" + (f" และอีก {more} ช่อง" if more > 0 else ""))
        en.append(f"sheet '{sheet}' cell {listed}" + (f" and {more} more" if more > 0 else ""))
    return Message(" และ".join(th) + " ", " and ".join(en))


def _join_key(parts: Names) -> str:
    return " / ".join(part for part in parts if part)
