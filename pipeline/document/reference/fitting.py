"""Fits tables and tab leaders to the text area after the margins changed."""

from __future__ import annotations

from pipeline.document.lengths import Cm
from pipeline.document.style import PageStyle, ParagraphStyle, StyleSheet, TableStyle

CLOSE = Cm(0.05)
"""What ends so near the right margin counts as ending there, cm."""


def fit_to_pages(sheet: StyleSheet, before: StyleSheet) -> StyleSheet:
    """The sheet with its tables and tab stops fitted to its pages; `before` is the sheet on its own pages."""
    scales = _scales(sheet, before)
    if not scales:
        return sheet
    tables = {key: _table(table, scales) for key, table in sheet.tables.items()}
    paragraphs = {
        key: _move_right_stops(style, scales) if style.tabs == before.paragraphs[key].tabs else style
        for key, style in sheet.paragraphs.items()
    }
    return sheet.model_copy(update={"tables": tables, "paragraphs": paragraphs})


def _scales(sheet: StyleSheet, before: StyleSheet) -> dict[Cm, Cm]:
    """The measures that have changed, each with its new length, the narrowest first; cm."""
    pairs = [(before.pages[key], page) for key, page in sheet.pages.items()]
    return dict(sorted((_measures(old, new)) for old, new in pairs if old.measure != new.measure))


def _measures(old: PageStyle, new: PageStyle) -> tuple[Cm, Cm]:
    return old.measure, new.measure


def _table(table: TableStyle, scales: dict[Cm, Cm]) -> TableStyle:
    """The table, scaled with the narrowest measure that it fits into."""
    whole = table.indent + table.width
    old = next((measure for measure in scales if whole <= measure + CLOSE), None)
    if old is None:
        return table
    scale = scales[old] / old
    columns = tuple(one.model_copy(update={"width": one.width * scale}) for one in table.columns)
    return table.model_copy(update={"columns": columns, "indent": table.indent * scale})


def _move_right_stops(style: ParagraphStyle, scales: dict[Cm, Cm]) -> ParagraphStyle:
    """The style, its stops at the right margin moved there."""
    moved = {old: new for old, new in scales.items() for stop in style.tabs if abs(stop.at - old) < CLOSE}
    stops = tuple(
        stop.model_copy(
            update={"at": next((moved[old] for old in moved if abs(stop.at - old) < CLOSE), stop.at)}
        )
        for stop in style.tabs
    )
    return style.model_copy(update={"tabs": stops}) if moved else style
