"""The columns of a table of units: which are of the data, and which are the office's own.

An office keeps telephone numbers and dates of dispatch beside what the papers need. Such a column is told
once and not read. A header that is nearly one of the data is no such column: it stays, and is refused where
it stands when a unit fills it in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from pipeline.batch.differences import LISTS, headers_of, words_of
from pipeline.batch.unit_rows import ID, REMARK, Column, Row
from pipeline.diagnostics import Diagnostic, InputError, diagnose
from pipeline.intake.source import Plain
from pipeline.kinds import Kinds
from pipeline.papers.override_paths import find
from pipeline.papers.overrides import Override
from pipeline.thai.digits import to_arabic

_ALIKE = 0.75
_PATH = re.compile(r"[A-Za-z_]\s*[.\[]|[\[\]{}]")
"""What a typed path has and a word of an office's own has not."""

_OF_AN_ENTRY = re.compile(
    "|".join(re.escape(word.removesuffix("ที่")) for word in LISTS.values()) + r"|kpi\b", re.IGNORECASE
)


def without_own_columns(
    rows: Iterable[Row], columns: Iterable[Column], base: dict[str, Plain], known_kinds: Kinds
) -> tuple[list[Row], tuple[Diagnostic, ...]]:
    """The rows without what stands in an office's own columns, and a remark on each of these.

    A header that names a value in words, such as `ตัวชี้วัดที่ 5 เป้าหมาย`, stands for its path.
    """
    known = _Known(base, known_kinds)
    paths = {column.name: path for column in columns if (path := known.path_of(column.name))}
    own = [column for column in columns if column.name not in paths and known.is_own(column)]
    names = {column.name for column in own}
    kept = [
        (id, tuple(_with_path(each, paths) for each in overrides if each.path not in names), place)
        for id, overrides, place in rows
    ]
    return kept, tuple(_not_read(column) for column in own)


def _with_path(override: Override, paths: Mapping[str, str]) -> Override:
    return replace(override, path=paths.get(override.path, override.path))


class _Known:
    """What a header may be called for the data of one base."""

    def __init__(self, base: dict[str, Plain], kinds: Kinds) -> None:
        self._kinds = kinds
        self._base = base
        self._fields = sorted({ID, REMARK, *_fields(base)})
        self._words = sorted({end for words in words_of(base, kinds) for end in _ends(words)})
        self._headers: dict[str, set[str]] = {}
        for words, path in headers_of(base, kinds):
            self._headers.setdefault(_fold_words(words), set()).add(path)

    def path_of(self, header: str) -> str | None:
        """The path of the one value of an entry that is called so in words, or `None`."""
        if header.isascii():
            return None
        found = self._headers.get(_fold_words(header), set())
        return next(iter(found)) if len(found) == 1 else None

    def is_own(self, column: Column) -> bool:
        """Whether the column is neither of the data nor nearly so."""
        try:
            find(column.name, self._base, column.place, self._kinds)
        except InputError as error:
            codes = {fault.code for fault in error.diagnostics}
            return codes <= {"path", "unknown-key"} and not self._is_near(column.name)
        return False

    def _is_near(self, header: str) -> bool:
        plain = to_arabic(header)
        if _PATH.search(header) or (_OF_AN_ENTRY.search(plain) and re.search(r"\d", plain)):
            return True
        choices = self._fields if header.isascii() else self._words
        typed = header.casefold() if header.isascii() else plain
        return bool(get_close_matches(typed, choices, n=1, cutoff=_ALIKE))


def _fold_words(words: str) -> str:
    """Words in Arabic digits, without white space."""
    return "".join(to_arabic(words).split()).casefold()


def _ends(words: str) -> Iterator[str]:
    """`คำรับรอง ผู้ทำคำรับรอง ตำแหน่ง`, `ผู้ทำคำรับรอง ตำแหน่ง`: what a person may call the value by."""
    parts = words.split(" ")
    return (" ".join(parts[n:]) for n in range(max(1, len(parts) - 1)))


def _fields(values: Plain) -> Iterator[str]:
    """The names of all fields, at any depth."""
    if isinstance(values, dict):
        for name, value in values.items():
            yield name
            yield from _fields(value)
    elif isinstance(values, list):
        for value in values:
            yield from _fields(value)


def _not_read(column: Column) -> Diagnostic:
    return diagnose("own-column", column.place, column=column.name)
