"""Alignment of the columns of an officer's own table: text left, counts centred, amounts right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.thai.digits import to_arabic

_COUNT = re.compile(r"\d+%?")
_AMOUNT = re.compile(r"[-+]?\d{1,3}(,\d{3})*(\.\d+)?%?|[-+]?\d+(\.\d+)?%?")
_NOTHING = frozenset({"", "-", "–"})


def column_looks(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The paragraph style of each column's cells: `""` (the table's own) for text, `cell-center` for
    counts (`40`, `๘๐%`), `cell-right` where an amount has decimals or thousands (`18,500.00`).

    Cells that say nothing (`-`) go with their column; one that says nothing at all is text.
    """
    return tuple(_look([text.strip() for text in column]) for column in zip(*rows, strict=True))


def _look(column: Sequence[str]) -> str:
    figures = [to_arabic(text) for text in column if text not in _NOTHING]
    if not figures or not all(map(_AMOUNT.fullmatch, figures)):
        return ""
    return "cell-center" if all(map(_COUNT.fullmatch, figures)) else "cell-right"
