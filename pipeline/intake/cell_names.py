"""Names of cells: `D7` is row 7, column 4; `A1:B3` an area. Both count from 1.

openpyxl has the same in `openpyxl.utils`, but to load it takes longer than to read a small workbook.
"""

from __future__ import annotations

import re

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")
_AREA = re.compile(r"\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,6})?(?::\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,6})?)?")
_LETTERS = 26


def column_letters(column: int) -> str:
    """`1` -> `A`, `27` -> `AA`."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def column_number(letters: str) -> int:
    """`A` -> 1, `aa` -> 27."""
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def cell_name(row: int, column: int) -> str:
    """`7, 4` -> `D7`."""
    return f"{column_letters(column)}{row}"


def row_and_column(name: str) -> tuple[int, int]:
    """`D7` -> `(7, 4)`. Raises `ValueError` for what names no cell."""
    found = _CELL.fullmatch(name)
    if found is None:
        raise ValueError(name)
    return int(found[2]), column_number(found[1])


def boundaries(name: str) -> tuple[int, int, int, int]:
    """`B2:C5` -> first row and column, then the last ones: `(2, 2, 5, 3)`; 0: not named (`A:C`).

    Raises `ValueError` for what names no area.
    """
    found = _AREA.fullmatch(name)
    if found is None or not (found[1] or found[2]):
        raise ValueError(name)
    left, top, right, bottom = found.groups()
    if ":" not in name:
        right, bottom = left, top
    if (left is None, top is None) != (right is None, bottom is None):
        raise ValueError(name)
    return int(top or 0), column_number(left or ""), int(bottom or 0), column_number(right or "")
