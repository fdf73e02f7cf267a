"""Titles typed into a name whose title has a field of its own, and titles typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from pipeline.diagnostics import Message
from pipeline.intake import ValuePath
from pipeline.model.doubts.doubt import Odd, doubt
from pipeline.model.people import Person
from pipeline.thai.titles import DOCTOR, MISTER, TITLE

if TYPE_CHECKING:
    from pipeline.model.doubts.walk import Walked

_ENGLISH = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.?)"
_NO_MARK = r"(?![\u0e30-\u0e3a\u0e45-\u0e4e])"
"""What follows a title begins a word: a vowel or tone above or behind the letters is of a longer one."""

_OTHERS = r"(?:หม่อมราชวงศ์|หม่อมหลวง|พระครู|พระมหา|ฯพณฯ)"
_ROW = re.compile(r"(?:นาย|นาง|สาว|เด็ก|ชาย|หญิง|ดร\.|ส\.)\s*(?:นาย|นาง|เด็ก|ดร\.|น\.ส\.)")
"""What any two titles in a row hold: looked for first, as it costs little."""

_SURNAME = r"(?:[ก-ฮ]{1,4}\.)+"


@cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"(?:{MISTER}|{TITLE}|{DOCTOR}|{_ENGLISH}|{_OTHERS}){_NO_MARK}", re.IGNORECASE)


@cache
def _doubled_title_pattern() -> re.Pattern[str]:
    """One title twice, or one of everybody right before another, where a name follows."""
    return re.compile(
        rf"(?<![ก-๎])(?:({MISTER}|ดร\.|น\.ส\.)\s*\1(?!สาว)|{MISTER}{MISTER}){_NO_MARK}(?=\s*[ก-ฮเ-ไ])"
    )


@doubt(
    "D0301",
    title=Message("คำนำหน้าอยู่ในชื่อ", "A title inside a name"),
    about=Message(
        "ชื่อที่ขึ้นต้นด้วยคำนำหน้านาม ยศ หรือตำแหน่งทางวิชาการ (นาย พ.ต.อ. ดร. ว่าที่ร้อยตรี) "
        "ทั้งที่คำนำหน้ามีช่องของตนเอง นามสกุลที่เป็นคำนำหน้าหรือคำย่อของยศ ชื่อที่มีนามสกุลต่อท้าย "
        "ชื่อที่พิมพ์รวมอยู่ในช่องคำนำหน้า และคำนำหน้าที่ซ้ำกัน",
        "A given name that begins with a title, rank or degree, which has a field of its own; a surname that "
        "is a title, or short for a rank; a given name with the surname behind it; a name typed "
        "into that field; a title typed twice.",
    ),
    ask=Message(
        "พิมพ์คำนำหน้า ชื่อ และนามสกุลในช่องของตน ครั้งเดียว", "keep each part of the name in its own field, once"
    ),
)
def title_in_name(walked: Walked) -> Iterator[Odd]:
    """Every person of the input, and every text in which a title stands twice."""
    people: list[ValuePath] = []
    for path, value in walked.values:
        if isinstance(value, Person):
            people.append(path)
            yield from _of_person(path, value)
        elif isinstance(value, str) and path[:-1] not in people and (found := _match_doubled_title(value)):
            end = value.find(" ", found.end())
            yield _make_odd(path, value[found.start() : end if end > 0 else None], found[0], "")


def _match_doubled_title(text: str) -> re.Match[str] | None:
    """Where two titles stand in a row."""
    return _doubled_title_pattern().search(text) if _ROW.search(text) else None


def _of_person(path: ValuePath, person: Person) -> Iterator[Odd]:
    given, surname, title = person.given.strip(), person.surname.strip(), person.title.strip()
    found = _title().match(given)
    if found and _goes_on(given[found.end() :], found[0]):
        yield _make_odd((*path, "given"), given, found[0], title)
    elif surname and given.endswith(f" {surname}"):
        twice = Message(f"ช่องชื่อมีนามสกุล '{surname}' อยู่ด้วย", f"the given name holds the surname '{surname}'")
        yield Odd((*path, "given"), given, twice)
    found = _title().match(surname)
    if found and (found[0] == surname or re.fullmatch(_SURNAME, found[0])):
        yield _make_odd((*path, "surname"), surname, found[0], title)
    if said := _of_title(title, given):
        yield Odd((*path, "title"), title, said)


def _goes_on(rest: str, title: str) -> bool:
    """Whether a name follows the title; a few given names are themselves ranks (พลเอก)."""
    return bool(rest.strip()) or "." in title


def _of_title(title: str, given: str) -> Message | None:
    """What is odd about a title field: a title twice, or a name after the title."""
    rest, seen = title, list[str]()
    while found := _title().match(rest):
        seen.append(found[0].replace(" ", ""))
        rest = rest[found.end() :].lstrip()
    misters = [each for each in seen if re.fullmatch(MISTER, each)]
    if len(set(seen)) < len(seen) or len(misters) > 1:
        return Message(f"คำนำหน้าซ้ำกัน: {title}", f"a title twice: {title}")
    if misters and len(rest) > 1 and rest[0] in _LETTERS:
        name = "เดียวกับช่องชื่อ" if rest.split()[0] == given else "ต่อท้าย"
        return Message(f"ช่องคำนำหน้ามีชื่อ{name}: {title}", f"the title's field holds a name: {title}")
    return None


_LETTERS = frozenset(chr(code) for code in (*range(0x0E01, 0x0E2F), *range(0x0E40, 0x0E45)))


def _make_odd(path: ValuePath, typed: str, title: str, own: str) -> Odd:
    beside = Message(f" ทั้งที่ช่องคำนำหน้าคือ '{own}'", f", beside the title '{own}'") if own else Message("", "")
    return Odd(
        path,
        typed,
        Message(
            f"'{typed}' มีคำนำหน้า '{title}'{beside.th}", f"'{typed}' holds the title '{title}'{beside.en}"
        ),
    )
