"""The hidden note in a workbook that was handed out: which work, to whom, and what stood in each field.

It comes back inside the answer, from whoever had it in between: it is read within bounds, and gives nobody
a row that the work does not give him.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from pipeline.intake.sheets import Book
from pipeline.intake.source import Plain
from pipeline.rounds.asked_rows import Field, RowId
from pipeline.rounds.works import WorkId
from pipeline.workbook.handed_out import NOTE

VERSION = 1
_LONGEST = 5_000_000
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class HandedNote:
    """What was handed out: to whom (`who` is the id), of which work, and each field as it stood then."""

    work: WorkId
    who: str
    name: str
    deadline: str = ""
    rows: Mapping[RowId, Mapping[Field, Plain]] = field(default_factory=dict)

    def text(self) -> str:
        """The note as it is kept in a sheet."""
        rows = [
            [
                of,
                list(key),
                [[list(path), value] for path, value in fields.items() if value not in (None, "", [], {})],
            ]
            for (of, key), fields in self.rows.items()
        ]
        told = {"saraban": VERSION, "work": asdict(self.work), "who": self.who, "name": self.name}
        return json.dumps({**told, "deadline": self.deadline, "rows": rows}, ensure_ascii=False)


def read_note(book: Book) -> HandedNote | None:
    """The note of a workbook; `None` for one that was not handed out, or whose note was spoilt."""
    sheet = next((each for each in book.sheets if each.name == NOTE), None)
    if sheet is None:
        return None
    pieces = [cells[1].text for _, cells in sorted(sheet.rows.items()) if 1 in cells]
    text = "".join(pieces)
    if len(text) > _LONGEST:
        return None
    try:
        return _note(json.loads(text))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _note(told: Any) -> HandedNote:
    if told["saraban"] != VERSION:
        raise ValueError(told["saraban"])
    work = WorkId(**{name: _text(told["work"][name]) for name in ("kind", "office", "start", "end")})
    rows: dict[RowId, dict[Field, Plain]] = {}
    for of, key, fields in told["rows"]:
        row = rows.setdefault((_text(of), tuple(map(_text, key))), {})
        for path, value in fields:
            row[tuple(_step(step) for step in path)] = _plain(value)
    return HandedNote(work, _text(told["who"]), _text(told["name"]), _text(told["deadline"]), rows)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _step(value: Any) -> str | int:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TypeError(value)
    return value


def _plain(value: Any, depth: int = 0) -> Plain:
    if depth > _DEEPEST:
        raise ValueError(depth)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list):
        return [_plain(each, depth + 1) for each in value]
    if isinstance(value, dict):
        return {_text(name): _plain(each, depth + 1) for name, each in value.items()}
    raise TypeError(value)
