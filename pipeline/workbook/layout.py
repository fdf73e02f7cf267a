"""What a workbook is made of: forms, tables and prose sheets, each tied to its place in the data.

A layout (`sheets.py` of a kind) is a list of these. `filling` walks it from the data to the cells,
`arranging` from the cells to the data; neither knows a single field by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.workbook.levels import Levels
from pipeline.workbook.sheet_columns import Column

NAMED = "ชื่อ"
"""The title of the column that names an entry of named values."""

Names = tuple[str, ...]
Group = str
"""Which tab colour a sheet has: what is filled in every round, or set up once."""

EVERY_ROUND: Group = "กรอกทุกรอบ"
ONCE: Group = "กรอกครั้งเดียว"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a form: one record, a line for each of its columns."""

    title: str
    at: Names
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A sheet of lines `name, value, hint`. A `seldom` one is written where the data fill in any of them."""

    sheet: str
    about: str
    group: Group
    sections: tuple[Section, ...]
    optional: bool = False
    seldom: bool = False


@dataclass(frozen=True, slots=True)
class Owners:
    """The records that the rows of a sheet belong to; the first columns of a row name the owner.

    `tables` are where such records stand (an indicator, or a part of one); without them the rows
    belong to the input itself. `titles` are the titles of the columns that name the owner. `beside` is that
    of one more column, which is filled in where an owner's key has one more part.
    """

    tables: tuple[Table, ...] = ()
    titles: Names = ()
    beside: str = ""

    def cells_of(self, key: Names) -> Names:
        """The key in its columns."""
        return (*key, "") if self.beside and len(key) == len(self.titles) else key


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with a row for each entry of the list at `into`, inside the owner's record.

    `key` is the field by which other sheets name a row (`""`: by its number under the owner, in a
    column called `numbered`). `inner_key` says that the key is unique below its owner only, `beside` is the
    field that tells rows of one key apart where it is filled in (results of several judges). `of` are the
    tables whose rows the key names (a result is of a project). `nested` says that an entry may hold such
    entries itself: a row may belong to another row of the table.
    `shape` is `records`, `texts` (a row is one text) or `named` (entries by name, as in `facts`).
    A `seldom` table is written where it has rows.
    """

    sheet: str
    about: str
    group: Group
    into: Names
    columns: tuple[Column, ...]
    owners: Owners = field(default_factory=Owners)
    key: str = ""
    numbered: str = ""
    inner_key: bool = False
    shape: str = "records"
    optional: bool = False
    of: tuple[Table, ...] = ()
    beside: str = ""
    nested: bool = False
    seldom: bool = False

    @property
    def key_titles(self) -> Names:
        """The titles of the columns by which other sheets name a row of this one."""
        own = self.numbered or next(column.title for column in self.columns if column.path == (self.key,))
        return (*self.owners.titles, own) if self.inner_key else (own,)

    @property
    def beside_title(self) -> str:
        """The title of the column that tells rows of one key apart; empty if there is none."""
        return next((column.title for column in self.columns if column.path == (self.beside,)), "")


@dataclass(frozen=True, slots=True)
class ProsePart:
    """One field of prose in the owner's record, and what it is called in the sheet."""

    into: Names
    title: str


@dataclass(frozen=True, slots=True)
class ProseSheet:
    """A sheet of paragraphs, lists and tables, one piece a row.

    With several `parts`, a column says which part a row belongs to. `chapters` says that the prose
    stands in titled chapters, each begun by a row of the type `หัวข้อ`; `levelled`, that those have levels,
    numbers and names in the contents. `clauses` says that entries may be paragraphs (`ข้อย่อหน้า`).
    """

    sheet: str
    about: str
    group: Group
    parts: tuple[ProsePart, ...]
    owners: Owners = field(default_factory=Owners)
    chapters: bool = False
    levelled: bool = False
    clauses: bool = False
    optional: bool = False


AnySheet = Form | Table | ProseSheet


@dataclass(frozen=True, slots=True)
class Layout:
    """All sheets of one kind of input, in the order in which they are filled in.

    `title` is what the kind is called in the workbook, `old_titles` what those of earlier versions call it,
    `levels` are those of the schemes of one input.
    `schemes` are those that hold where a field of the input names none, by the field (empty: always).
    """

    kind: str
    title: str
    sheets: tuple[AnySheet, ...]
    levels: Levels = field(default_factory=Levels)
    schemes: tuple[tuple[str, str], ...] = ()
    old_titles: Names = ()

    @property
    def in_reading_order(self) -> tuple[AnySheet, ...]:
        """Owners before what belongs to them."""
        return tuple(sorted(self.sheets, key=_depth))


def _depth(sheet: AnySheet) -> int:
    owners = () if isinstance(sheet, Form) else sheet.owners.tables
    return 1 + max((_depth(owner) for owner in owners), default=0)


@dataclass(frozen=True, slots=True)
class Held:
    """A record in the data: its path, the key by which sheets name it, and the key of what it belongs to."""

    path: tuple[str | int, ...]
    key: Names
    value: Any
    owner: Names = ()


def held_by(owners: Owners, values: Mapping[str, Any]) -> Iterator[Held]:
    """The records that `owners` speaks of, in the data's order; the input itself if it is of none."""
    if not owners.tables:
        yield Held((), (), values)
    for table in owners.tables:
        yield from rows_of(table, values)


def rows_of(table: Table, values: Mapping[str, Any]) -> Iterator[Held]:
    """The entries of `table` in the data, each with the key by which other sheets name it.

    For named values, `value` is the pair of name and value.
    """
    for owner in held_by(table.owners, values):
        yield from entries_of(table, owner)


def entries_of(table: Table, owner: Held) -> Iterator[Held]:
    """The entries of `table` that belong to `owner`, and those inside of them."""
    entries = value_at(owner.value, table.into)
    path = (*owner.path, *table.into)
    if isinstance(entries, dict):
        yield from (
            Held((*path, name), owner.key, (name, entry), owner.key) for name, entry in entries.items()
        )
        return
    for n, entry in enumerate(entries or ()):
        held = Held((*path, n), _key(table, owner, n, entry), entry, owner.key)
        yield held
        if table.nested:
            yield from entries_of(table, held)


def _key(table: Table, owner: Held, n: int, entry: Any) -> Names:
    named = table.key and isinstance(entry, dict)
    own = str(entry.get(table.key) or "").strip() if named else str(n + 1)
    beside = str(entry.get(table.beside) or "").strip() if table.beside and isinstance(entry, dict) else ""
    return (*(owner.key if table.inner_key else ()), own, *((beside,) if beside else ()))


def value_at(value: Any, path: tuple[str | int, ...]) -> Any:
    """What stands at `path` in plain values; `None` if nothing does."""
    for step in path:
        if isinstance(value, dict):
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value
