"""What a table of units may head its columns by: titles of sheets and words of reports.

Each name (`ตัวชี้วัดที่ 5 เป้าหมาย`) comes with the path that it stands for, and with the column of the base's
workbook that says how its values are typed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.batch.differences import FIELDS, LISTS, headers_of
from pipeline.diagnostics import InputError, Location
from pipeline.intake import ValuePath
from pipeline.intake.source import Plain
from pipeline.kinds import Kinds
from pipeline.model.shipped_schemes import shipped_names
from pipeline.papers.override_paths import MAY_GROW, find, identity_of
from pipeline.papers.shifting import SHIFT, can_shift
from pipeline.thai.digits import to_arabic
from pipeline.workbook.layout import EVERY_ROUND, Form, Held, Layout, Section, Table, rows_of, value_at
from pipeline.workbook.levelled import with_levels
from pipeline.workbook.sheet_columns import Column

TARGET_TITLE, SHIFT_TITLE = "เป้าหมาย", "เลื่อนเกณฑ์ทั้งชุด"
SHORTEST = 5
"""A title of fewer letters (`ที่`) means too much by itself: it names a value with its section alone."""

_OFFICE = ("office",)
"""What differs from unit to unit in every kind, although it is filled in once."""

_CALLED: Mapping[ValuePath, tuple[str, ...]] = {("office", "name"): ("ชื่อหน่วยงาน", "ชื่อส่วนราชการ", "ชื่อสำนักงาน")}
"""What tables of units call a value besides."""

_RESULT_WORDS: Mapping[ValuePath, tuple[str, ...]] = {("value",): ("ผล", "ผลการดำเนินงาน", "ค่า")}
_SIGNS = re.compile(r"[\s*()\[\]{}:,;–—\-/\"'“”‘’\u200b-\u200f\u2060\ufeff]|\.(?!\d)|(?<!\d)\.")
_ORDINAL = re.compile(r"ที่(?=\d)")
_ASIDE = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, slots=True)
class ColumnName:
    """A value of the base that units may have otherwise.

    `title` heads its column, `others` are what it may be called besides (folded). `value` is the base's text,
    `sheet` where the base's workbook has it. `usual` says that a new table of units has its column; `key` is
    that of the entry whose value it is.
    """

    title: str
    path: str
    column: Column
    sheet: str
    value: str = ""
    others: tuple[str, ...] = ()
    usual: bool = False
    key: str = ""


class ColumnNames:
    """The names of all values of one base."""

    def __init__(self, values: dict[str, Plain], known: Kinds) -> None:
        kind = known.of(str(values.get("kind")).strip())
        self.layout: Layout = with_levels(kind.layout, values, shipped_names())
        self._values = values
        self._known = known

    @cached_property
    def all(self) -> tuple[ColumnName, ...]:
        """Every name, in the order of the sheets."""
        return (*self._of_forms(), *self._of_tables())

    @cached_property
    def by_path(self) -> Mapping[str, ColumnName]:
        """The names by their paths."""
        return {each.path: each for each in self.all}

    @cached_property
    def _paths(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for each in self.all:
            for called in (fold_header(each.title), *each.others):
                found.setdefault(called, set()).add(each.path)
        for words, path in headers_of(self._values, self._known):
            found.setdefault(fold_header(words), set()).add(path)
        return found

    def paths_of(self, header: str) -> set[str]:
        """The paths of the values that are called so; several where the name means several."""
        return self._paths.get(fold_header(header), set())

    def _of_forms(self) -> Iterator[ColumnName]:
        forms = [sheet for sheet in self.layout.sheets if isinstance(sheet, Form)]
        lines = {
            (*part.at, *column.path): (form, part, column)
            for form in reversed(forms)
            for part in reversed(form.sections)
            for column in reversed(part.columns)
            if len(column.choices) != 1
        }
        titles = Counter(fold_header(column.title) for _, _, column in lines.values())
        for form, part, column in reversed(lines.values()):
            yield self._line(form, part, column, alone=titles[fold_header(column.title)] == 1)

    def _line(self, form: Form, part: Section, column: Column, *, alone: bool) -> ColumnName:
        value = _text(value_at(self._values, (*part.at, *column.path)))
        alone = alone and len(column.title) >= SHORTEST and not _is_of_a_person(part)
        title = column.title if alone else f"{part.title} {column.title}"
        called = [
            f"{part.title} {column.title}",
            f"{column.title} {part.title}",
            f"{column.title}ของ{part.title}",
        ]
        called += [column.title, f"{form.sheet} {column.title}"] if alone else []
        called += _CALLED.get((*part.at, *column.path), ())
        is_likely = form.group == EVERY_ROUND or part.at == _OFFICE
        usual = is_likely and bool(value) and column.kind in ("text", "number")
        usual = usual and not column.entries and "{" not in value
        return ColumnName(
            title, path_text((*part.at, *column.path)), column, form.sheet, value, _folded(called), usual
        )

    def _of_tables(self) -> Iterator[ColumnName]:
        for sheet in self.layout.sheets:
            if isinstance(sheet, Table) and sheet.key and sheet.shape == "records":
                yield from self._of_table(sheet)

    def _of_table(self, table: Table) -> Iterator[ColumnName]:
        words = list(_words_of_entry(table))
        spelled = self._spelled(table)
        rows = [row for row in rows_of(table, self._values) if row.key and isinstance(row.value, dict)]
        for row in (*rows, *self._missing(table, rows)):
            path = self._path_of(row)
            key = to_arabic(str(row.value.get(table.key) or "")).strip()
            entry = [f"{word} {key}" for word in words]
            if path and key:
                track = self._track(table, row, rows)
                for name in self._of_row(table, row, path, entry, spelled):
                    yield replace(_of_track(name, *track), key=key)

    def _of_row(
        self, table: Table, row: Held, path: str, entry: list[str], spelled: Mapping[str, list[str]]
    ) -> Iterator[ColumnName]:
        scale = row.value.get("scale")
        if isinstance(scale, dict):
            yield from self._target(table, row, path, entry)
        for column in table.columns:
            if column.path == (table.key,) or column.level > self.layout.levels.most:
                continue
            value = _text(value_at(row.value, column.path))
            if column.seldom and not value:
                continue
            usual = bool(value) and table.group == EVERY_ROUND and column.kind == "number" and bool(table.of)
            called = _combined(entry, spelled[column.title])
            title = f"{entry[0]} {self.layout.levels.titled(column)}"
            yield ColumnName(
                title, f"{path}.{path_text(column.path)}", column, table.sheet, value, called, usual
            )

    def _target(self, table: Table, row: Held, path: str, entry: list[str]) -> Iterator[ColumnName]:
        """The target, where no field is called so, and the shift of all thresholds with it."""
        try:
            at = find(f"{path}.target", self._values, Location(""), self._known).path
        except InputError:
            return
        if at[-1] == "target":
            return
        column = Column(at[len(row.path) :], TARGET_TITLE, "ค่าเป้าหมาย: เกณฑ์ของระดับเป้าหมาย", "number")
        readable = f"{path}.{path_text(column.path)}"
        called = _combined(entry, [TARGET_TITLE, "ค่าเป้าหมาย"])
        value = _text(value_at(self._values, at))
        yield ColumnName(
            f"{entry[0]} {TARGET_TITLE}",
            readable,
            column,
            table.sheet,
            value,
            called,
            at[-1] != "target_level",
        )
        if can_shift(row.value):
            column = Column((SHIFT,), SHIFT_TITLE, _ABOUT_SHIFT)
            called = _combined(entry, [SHIFT_TITLE, "เลื่อนเกณฑ์", "เลื่อนทั้งชุด", "เลื่อนเกณฑ์ทุกระดับ"])
            yield ColumnName(f"{entry[0]} {SHIFT_TITLE}", f"{path}.{SHIFT}", column, table.sheet, "", called)

    def _missing(self, table: Table, rows: Iterable[Held]) -> Iterator[Held]:
        """Results that the base has not, of what may have one."""
        if table.into != (MAY_GROW,):
            return
        there = {row.key[-1] for row in rows}
        for of in table.of:
            for held in rows_of(of, self._values):
                if held.key and held.key[-1] not in there:
                    yield Held((MAY_GROW, -1), held.key, {table.key: held.key[-1]})

    def _path_of(self, row: Held) -> str:
        """The shortest path that leads to the entry; empty if none does."""
        if row.path[-1] == -1:
            return f"{MAY_GROW}[{next(iter(row.value.values()))}]"
        steps: list[str] = []
        here: Plain = self._values
        for step in row.path:
            if isinstance(step, int) and isinstance(here, list):
                here = here[step]
                name = identity_of(here) if isinstance(here, dict) else None
                steps[-1] += f"[{here[name] if name and isinstance(here, dict) else step + 1}]"
            elif isinstance(here, dict):
                here = here.get(str(step))
                steps.append(str(step))
        texts = (".".join(steps[start:]) for start in range(len(steps) - 1, -1, -1))
        return next((text for text in texts if self._leads_to(text, row.path)), "")

    def _leads_to(self, text: str, path: ValuePath) -> bool:
        try:
            return find(text, self._values, Location(""), self._known).path == path
        except InputError:
            return False

    def _track(self, table: Table, row: Held, rows: Iterable[Held]) -> tuple[str, bool]:
        """Whose result it is, or of which round, in words; and whether there are others of the same key."""
        typed = str(row.value.get(table.beside) or "").strip() if table.beside else ""
        tracks = self._values.get("tracks")
        named = (each for each in (tracks if isinstance(tracks, list) else ()) if isinstance(each, dict))
        name = next((str(each.get("name")) for each in named if each.get("id") == typed), typed)
        own = row.value.get(table.key)
        return name, sum(each.value.get(table.key) == own for each in rows) > 1

    def _spelled(self, table: Table) -> Mapping[str, list[str]]:
        """What each column of a table may be called, by its title."""
        names = {column.title: [column.title, _ASIDE.sub("", column.title)] for column in table.columns}
        for called, title in self.layout.levels.spelled(table.columns).items():
            names.setdefault(title, []).append(called)
        for column in table.columns:
            if len(column.path) == 1:
                short = FIELDS.get(str(column.path[0]), "")
                names[column.title] += [short, *_RESULT_WORDS.get(column.path, ())]
        return names


_ABOUT_SHIFT = "ใช่ = เลื่อนเกณฑ์ทุกระดับเท่ากับที่เป้าหมายของแถวนี้เปลี่ยน หรือจำนวนที่เลื่อน เช่น +2 หรือ -2 (เว้นว่าง = ไม่เลื่อน)"


def fold_header(text: str) -> str:
    """A header without what people type differently: spaces, signs, the kind of digits, `ที่` of a number."""
    return _ORDINAL.sub("", _SIGNS.sub("", to_arabic(text))).casefold()


def _of_track(name: ColumnName, track: str, among_others: bool) -> ColumnName:
    """The name of a result with whose it is (`รอบ 6 เดือน`), which is needed where there are several."""
    if not track:
        return name
    called = tuple(f"{each}{fold_header(track)}" for each in (fold_header(name.title), *name.others))
    return replace(
        name,
        title=f"{name.title} {track}" if among_others else name.title,
        others=called if among_others else (*name.others, *called),
    )


def _is_of_a_person(part: Section) -> bool:
    """Whether a section of a form names a person: `ตำแหน่ง` alone does not say whose."""
    return any(column.path[-1:] == ("surname",) for column in part.columns)


def path_text(path: ValuePath) -> str:
    """`office.name`, `scale.thresholds[3]`: plain values of a list are named by their place from 1."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _words_of_entry(table: Table) -> Iterator[str]:
    """What an entry may be called before its key: as reports call it, and as what it is the result of."""
    for each in table.of:
        yield from _words_of_entry(each)
    name = table.into[-1]
    word = LISTS.get(name) or table.key_titles[-1]
    yield word
    if name == "indicators":
        yield from ("ตัวชี้วัด", "KPI")
    yield from word.split("/") if "/" in word else ()


def _combined(entry: Iterable[str], fields: Iterable[str]) -> tuple[str, ...]:
    """Entry and field in either order, folded."""
    fields = [field for field in dict.fromkeys(fields) if field]
    return _folded(
        text for one in entry for field in fields for text in (f"{one} {field}", *_in_reverse(field, one))
    )


def _in_reverse(field: str, of: str) -> tuple[str, str]:
    return f"{field} {of}", f"{field}ของ{of}"


def _folded(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold_header(text) for text in texts if text))


def _text(value: Plain) -> str:
    return value if isinstance(value, str) else ", ".join(map(str, value)) if isinstance(value, list) else ""
