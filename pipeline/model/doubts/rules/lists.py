"""Prose that announces what follows (ดังนี้) with nothing after it, and entries that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.diagnostics import Message
from pipeline.model.doubts.doubt import Odd, doubt
from pipeline.model.doubts.walk import fill_names
from pipeline.model.passages import FreeTable, Passage
from pipeline.model.records import FollowedBy

if TYPE_CHECKING:
    from pipeline.intake import ValuePath
    from pipeline.model.doubts.walk import Walked

_ANNOUNCES = r"(?:ดังนี้|ดังต่อไปนี้|ดังรายละเอียดต่อไปนี้|ดังรายการต่อไปนี้|ต่อไปนี้)"
_OPENS = r"(?:(?:แบ่ง|แยก|จำแนก|จัด)(?:ออก)?(?:เป็น|ได้เป็น|ตาม)|ประกอบ(?:ไป)?ด้วย|ได้แก่|กล่าวคือ)"
"""Message that open a list in a paragraph; a name or phrase may end in them and go on where it is printed."""

_END = r'[\s:：.\-–—)\]”"]*$'
_AT_THE_END = re.compile(_ANNOUNCES + _END)
_OPEN_AT_THE_END = re.compile(rf"(?:{_ANNOUNCES}|{_OPENS}){_END}")
_CLOSING = r"จึง(?:ขอ)?(?:เรียน|เสนอ|กราบเรียน|รายงาน|นำเรียน)"
_BEFORE_CLOSING = re.compile(rf"{_ANNOUNCES}\s*[:：]?\s+(?={_CLOSING})")
_CLOSES = re.compile(rf"\s*(?:{_CLOSING}|ขอแสดงความนับถือ)")
_NUMBERED = ("numbered", "clauses")
_QUOTED = 30
"""So many letters before the announcement are quoted, at most, from the beginning of a word on."""


@doubt(
    "D0401",
    title=Message("เกริ่นไว้ (ดังนี้ แบ่งเป็น) แต่ไม่มีอะไรตามมา", "Announced, and nothing follows"),
    about=Message(
        "ข้อความที่ลงท้าย “ดังนี้” “ดังต่อไปนี้” หรือย่อหน้าที่ลงท้าย “แบ่งเป็น” “ประกอบด้วย” “ได้แก่” "
        "โดยไม่มีรายการ ตาราง หรือย่อหน้าอื่นตามมา นอกจากคำลงท้าย (จึงเรียนมา…) "
        "หรือเป็นข้อหนึ่งของรายการมีเลขที่ไม่มีข้อย่อย",
        "A text that ends in ดังนี้ or ดังต่อไปนี้, or a paragraph in แบ่งเป็น, ประกอบด้วย or ได้แก่, "
        "with no list, table or other paragraph after it but "
        "the closing words; "
        "or an entry of a numbered list without entries of its own.",
    ),
    ask=Message("เติมรายการ หรือตัดคำนั้น", "add what follows, or leave the words out"),
)
def nothing_follows(walked: Walked) -> Iterator[Odd]:
    """Passages, and single texts, that announce and end."""
    elsewhere = {path for path, value in walked.values if isinstance(value, FreeTable)}
    for path, passages, facts in walked.paragraphs:
        for n, passage in enumerate(passages):
            here = (*path, n)
            elsewhere.add(here)
            text = fill_names(passage.text, facts)
            follows = (
                _holds_more(passage)
                or _goes_on(passages[n + 1 :], of_list=path[-1] in _NUMBERED)
                or (n == len(passages) - 1 and _another_field_follows(walked, path))
            )
            if found := _match_announcement(text, _OPEN_AT_THE_END, follows=follows):
                yield _make_odd((*here, "text"), text, found)
    for path, value in walked.values:
        found = _match_announcement(value, _AT_THE_END, follows=False) if isinstance(value, str) else None
        if (
            found
            and not _another_field_follows(walked, path)
            and not (any(path[:end] in elsewhere for end in range(len(path))))
        ):
            yield _make_odd(path, value, found)


@doubt(
    "D0403",
    title=Message("ข้อที่ไม่มีข้อความ ตารางที่ไม่มีแถว", "An entry that says nothing, a table without rows"),
    about=Message(
        "ข้อของรายการ มีเลขหรือนำด้วยขีด ที่ไม่มีข้อความ: พิมพ์เพียงเลขหรือขีด และนับรวมใน {count} และตารางที่มีเพียงหัวตาราง",
        "An entry of a list, numbered or a bullet, without a text: its mark is printed alone, and {count} "
        "counts it; and a table that has only its header.",
    ),
    ask=Message("เติมให้ครบ หรือลบออก", "fill it in, or delete it"),
)
def empty_entry(walked: Walked) -> Iterator[Odd]:
    """Entries and tables; a paragraph without a text prints nothing, and what was announced is of D0401."""
    empty = list(_find_empty_lists(walked))
    announced = {odd.path[:-1] for odd in nothing_follows(walked)} if empty else set()
    yield from (odd for holder, odd in empty if holder not in announced)


def _find_empty_lists(walked: Walked) -> Iterator[tuple[ValuePath, Odd]]:
    """Each with the path of the passage that holds it."""
    for path, passages, _ in walked.paragraphs:
        for n, passage in enumerate(passages):
            here = (*path, n)
            if path[-1] in (*_NUMBERED, "bullets") and not passage.text.strip():
                said = Message(f"ข้อที่ {n + 1} ของรายการไม่มีข้อความ", f"entry {n + 1} of the list says nothing")
                yield path[:-1], Odd(here, f"ข้อที่ {n + 1}", said)
            if passage.table and not passage.table.rows:
                title = " ".join(passage.table.headings)
                said = Message(f"ตาราง “{title}” ไม่มีแถว", f"the table “{title}” has no rows")
                yield here, Odd((*here, "table"), title, said)


def _another_field_follows(walked: Walked, path: ValuePath) -> bool:
    """Whether a field at the top of the input is followed on paper by another, which is filled in."""
    if len(path) != 1:
        return False
    field = type(walked.office_input).model_fields[str(path[0])]
    marks = (mark for mark in field.metadata if isinstance(mark, FollowedBy))
    return any(getattr(walked.office_input, mark.field) not in (None, "", ()) for mark in marks)


def _match_announcement(text: str, ending: re.Pattern[str], *, follows: bool) -> re.Match[str] | None:
    """Where a text announces what does not come."""
    if "นี้" not in text and (follows or ending is _AT_THE_END):
        return None
    return _BEFORE_CLOSING.search(text) or (None if follows else ending.search(text))


def _holds_more(passage: Passage) -> bool:
    return any(_says_something(entry) for entry in passage.entries) or bool(
        passage.table and passage.table.rows
    )


def _goes_on(after: Sequence[Passage], *, of_list: bool) -> bool:
    """Whether a paragraph follows that may be what was announced; the next entry of a list is not."""
    said = next((passage for passage in after if _says_something(passage)), None)
    return said is not None and not of_list and not _CLOSES.match(said.text)


def _says_something(passage: Passage) -> bool:
    return bool(passage.text.strip()) or _holds_more(passage)


def _make_odd(path: ValuePath, text: str, found: re.Match[str]) -> Odd:
    before = text[: found.start()]
    cut = before.find(" ", max(len(before) - _QUOTED - 1, 0)) + 1 if len(before) > _QUOTED else 0
    quote = text[cut : found.end()].strip()
    return Odd(path, quote, Message(f"ไม่มีอะไรตามหลัง “{quote}”", f"nothing follows “{quote}”"))
