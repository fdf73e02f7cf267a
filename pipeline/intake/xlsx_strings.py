"""The texts of a workbook: shared ones, ones that stand in their cell, and what is escaped in them.

A text may come in runs of different looks, which are put together; readings that stand above East Asian
letters (phonetic runs) are no part of it. What XML cannot hold is written `_xHHHH_`, a line end `_x000D_`.
"""

from __future__ import annotations

import re

from pipeline.intake.xlsx_walk import Budget, Walk
from pipeline.thai.repair import repair_text

LONGEST = 32_767
"""The letters that a cell of Excel can hold."""
LONGEST_STORED = LONGEST * len("_x000D_")
"""The same when each of them is escaped."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_ENDS = str.maketrans("\v\x85\u2028\u2029", "\n\n\n\n")


def plain_text(stored: str) -> str:
    """The text as its user sees it, mended as all text that comes in (`repair_text`), `\\n` at line ends."""
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), stored) if "_x" in stored else stored
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return repair_text(text.translate(_LINE_ENDS)).strip()


class RichText:
    """One text, put together from its runs. Elements are passed on from a walk."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._in_text = False
        self._phonetic = 0

    def start(self, name: str) -> None:
        """An element inside the text begins."""
        if name == "rPh":
            self._phonetic += 1
        self._in_text = name == "t" and not self._phonetic

    def end(self, name: str) -> None:
        """An element inside the text ends."""
        if name == "rPh":
            self._phonetic -= 1
        self._in_text = False

    def text(self, text: str) -> None:
        """A piece of text anywhere in it."""
        if self._in_text:
            self._pieces.append(text)

    def whole(self) -> str:
        """The text so far."""
        return "".join(self._pieces)


class SharedStrings(Walk):
    """The table of shared texts, each mended once however many cells share it."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self._stored: list[str] = []
        self._plain: dict[int, str] = {}
        self._rich: RichText | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        """See `Walk`."""
        if name == "si":
            self._rich = RichText()
        elif self._rich:
            self._rich.start(name)

    def end(self, name: str) -> None:
        """See `Walk`."""
        if self._rich is None:
            return
        if name == "si":
            self._stored.append(self._rich.whole())
            self._rich = None
        else:
            self._rich.end(name)

    def text(self, text: str) -> None:
        """See `Walk`."""
        if self._rich:
            self._rich.text(text)

    def stored_text(self, index: int) -> str:
        """The text as stored. Raises `IndexError` if there is none."""
        if index < 0:
            raise IndexError(index)
        return self._stored[index]

    def plain(self, index: int) -> str:
        """The text as its user sees it. Raises `IndexError` if there is none."""
        if index not in self._plain:
            self._plain[index] = plain_text(self.stored_text(index))
        return self._plain[index]
