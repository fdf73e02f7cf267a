"""A diagnostic: location, message and help for one thing that a user can mend, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, assert_never

Lang = Literal["th", "en"]


class Message(NamedTuple):
    """One text in both languages that a user may read."""

    th: str
    en: str

    def text(self, lang: Lang) -> str:
        """The text in `lang`."""
        if lang == "th":
            return self.th
        if lang == "en":
            return self.en
        assert_never(lang)


@dataclass(frozen=True, slots=True)
class Location:
    """Where a value stands: a text file's line and column (from 1), or a worksheet's cell."""

    file: str
    line: int = 0
    column: int = 0
    sheet: str = ""
    cell: str = ""

    @property
    def in_table(self) -> bool:
        """Whether it is in a table that has titles for its columns, as people fill in: a workbook or CSV."""
        return bool(self.sheet) or self.file.casefold().endswith(".csv")

    def text(self, lang: Lang) -> str:
        """`plan.yaml:31:7`, or `book.xlsx แผ่นงาน 'แผน' ช่อง D7`; 0 leaves a part out."""
        if self.sheet:
            cell = Message(f" ช่อง {self.cell}", f" cell {self.cell}") if self.cell else Message("", "")
            words = Message(f"แผ่นงาน '{self.sheet}'{cell.th}", f"sheet '{self.sheet}'{cell.en}")
            return f"{self.file} {words.text(lang)}"
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])


def one_of(names: Sequence[str]) -> Message:
    """`'แผน' หรือ 'ผล'`: names that any one of would do."""
    quoted = [f"'{name}'" for name in names]
    return Message(" หรือ ".join(quoted), " or ".join(quoted))


def locations_text(places: Sequence[Location], lang: Lang) -> str:
    """`book.xlsx แผ่นงาน 'แผน' ช่อง D7, D8`: what the places share is said once."""
    said = ""
    before: Location | None = None
    for place in places:
        if before is None:
            said = place.text(lang)
        elif (place.file, place.sheet) != (before.file, before.sheet) or not place.sheet:
            said += f", {place.text(lang)}"
        else:
            said += f", {place.cell}"
        before = place
    return said


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to mend. `code` is stable and short (`weight-sum`), for programs and tests.

    `also` are further places that the same thing is about, such as the other weights of a sum.
    """

    code: str
    message: Message
    help: Message
    location: Location | None = None
    also: tuple[Location, ...] = ()

    @property
    def locations(self) -> tuple[Location, ...]:
        """All places, the one to look at first in front."""
        return (self.location, *self.also) if self.location else self.also

    def text(self, lang: Lang) -> str:
        """The fault in one or two lines: places and what is wrong, then the remedy."""
        where = f"{locations_text(self.locations, lang)}: " if self.locations else ""
        return f"{where}{self.message.text(lang)}\n    → {self.help.text(lang)}"
