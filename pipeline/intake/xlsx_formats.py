"""The number formats of a workbook: of all that its style part holds, the one thing that a value depends on.

Read by ourselves, so that nothing else in that part (an empty fill, a style without a name, an attribute
of another program) can stop a workbook.
"""

from __future__ import annotations

import re
from typing import Literal

from openpyxl.styles.numbers import BUILTIN_FORMATS

from pipeline.intake.xlsx_walk import Budget, Walk

GENERAL = "General"
LONGEST = 255
"""The letters that a format of Excel can have."""

_DAY = "d/m/yyyy"
_THAI = {
    59: "t0", 60: "t0.00", 61: "t#,##0", 62: "t#,##0.00", 67: "t0%", 68: "t0.00%",
    69: "t# ?/?", 70: "t# ??/??", 71: _DAY, 72: "d-mmm-yy", 73: "d-mmm", 74: "mmm-yy", 75: "h:mm",
    76: "h:mm:ss", 77: "d/m/yyyy h:mm", 78: "mm:ss", 79: "[h]:mm:ss", 80: "mm:ss.0", 81: "d/m/bb",
}  # fmt: skip
"""What Excel in Thai means by these numbers without writing it down: dates, times, percents, Thai digits."""

_EAST_ASIAN = dict.fromkeys((*range(27, 32), 36, *range(50, 55), 57, 58), _DAY) | dict.fromkeys(
    (*range(32, 36), 55, 56), "h:mm"
)
_BUILT_IN: dict[int, str] = {**_EAST_ASIAN, **BUILTIN_FORMATS, **_THAI}

_NO_CODE = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[(?!(?:h+|m+|s+|ช+|น+|ท+)\])[^\]]*\]|General', re.IGNORECASE)
"""What a format shows as it stands, its colours, conditions and languages; lengths of time stay."""

_ELAPSED = re.compile(r"\[(?:h+|m+|s+|ช+|น+|ท+)\]", re.IGNORECASE)
_SECONDS = re.compile(r"([sท])\.0+", re.IGNORECASE)
_THAI_MOMENT = re.compile(r"[วดปชนท/\-:., ]*[วดปชนท][วดปชนท/\-:., ]*")
_LATIN_MOMENT = re.compile(r"[dmyhsb]", re.IGNORECASE)
_FIGURES = re.compile(r"[0#?]")
_TIME = re.compile(r"[hsชทน]", re.IGNORECASE)
_BUDDHIST = re.compile(r"\[\$-[0-9A-F]?[Dd]?0?7[0-9A-F]{4,6}\]|\[~buddhist\]|\bb{2,4}\b", re.IGNORECASE)
"""Formats whose years are พ.ศ.: a calendar of type 7 (Thai) in the locale code, or `bbbb`."""

Shown = Literal["number", "percent", "moment", "elapsed"]


class NumberFormats(Walk):
    """The format of each style of cells, in the order of the style part."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self._codes: dict[str, str] = {}
        self._of_cells: list[str] = []
        self._inside = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `Walk`."""
        if name in {"numFmts", "cellXfs"}:
            self._inside = name
        elif name == "numFmt" and self._inside == "numFmts":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", GENERAL)
        elif name == "xf" and self._inside == "cellXfs":
            self._of_cells.append(attributes.get("numFmtId", "0"))

    def end(self, name: str) -> None:
        """See `Walk`."""
        if name == self._inside:
            self._inside = ""

    @property
    def codes(self) -> list[str]:
        """The format of each style of cells, in order; `General` where there is none."""
        return [self.of(str(style)) or GENERAL for style in range(len(self._of_cells))]

    @property
    def unwritten(self) -> dict[str, str]:
        """The formats by number that are used without being written down, and that few programs know."""
        used = {number for number in self._of_cells if number.isdecimal() and number not in self._codes}
        known = _EAST_ASIAN | _THAI
        return {number: known[int(number)] for number in sorted(used) if int(number) in known}

    def of(self, style: str) -> str | None:
        """The format of the cells that bear the style's number; `None` if the workbook has no such style."""
        if style in {"", "0"} and not self._of_cells:
            return GENERAL
        if not (style or "0").isdecimal() or int(style or "0") >= len(self._of_cells):
            return None
        number = self._of_cells[int(style or "0")]
        built_in = _BUILT_IN.get(int(number), GENERAL) if number.isdecimal() else GENERAL
        code = self._codes.get(number, built_in)
        return code if len(code) <= LONGEST else None


def first_section(number_format: str) -> str:
    """What a format does to a number that is not negative, without what it only adds to it."""
    return _NO_CODE.sub("", number_format).partition(";")[0]


def shown_as(number_format: str) -> Shown:
    """What a person sees in a cell of this format that holds a number."""
    section = first_section(number_format)
    if "%" in section:
        return "percent"
    if _ELAPSED.search(section):
        return "elapsed"
    plain = _SECONDS.sub(r"\1", section)
    if _THAI_MOMENT.fullmatch(plain):
        return "moment"
    return "moment" if _LATIN_MOMENT.search(plain) and not _FIGURES.search(plain) else "number"


def shows_time(number_format: str) -> bool:
    """Whether a format of dates shows the time of day too."""
    return _TIME.search(first_section(number_format)) is not None


def is_buddhist(number_format: str) -> bool:
    """Whether the years that a format shows are พ.ศ."""
    return _BUDDHIST.search(number_format) is not None
