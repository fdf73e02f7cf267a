"""Family 6: persons. One spelling, one title, one position for each."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import get_args

from pipeline.audit.findings import Match, Rule
from pipeline.audit.near import likeness
from pipeline.audit.people import PersonSaid, people_in
from pipeline.audit.text_blocks import Reading, Span, TextBlock
from pipeline.diagnostics import Message
from pipeline.model.people import Acting

_ALIKE_GIVEN = 0.72
_ALIKE_SURNAME = 0.82
_MALE = {"นาย"}
_FEMALE = {"นาง", "นางสาว", "น.ส."}
_POSITION = re.compile(
    r"\s*((?:ปลัด|อธิบดี|รัฐมนตรี|ผู้ว่าราชการ|ผู้อำนวยการ|ผู้ช่วย|รอง|หัวหน้า|เลขาธิการ|เลขานุการ|นายก|ประธาน|คณบดี|อธิการบดี)[ก-๎]{2,60})\s*$"
)


_ACTING = "|".join(sorted(get_args(Acting), key=len, reverse=True))
_RANK = re.compile(rf"(?:{_ACTING}|รักษาการ|รอง|ผู้ช่วย)*")


def _variants(people: tuple[PersonSaid, ...]) -> list[list[PersonSaid]]:
    """The persons of a paper, each with everything that seems to name that person."""
    groups: list[list[PersonSaid]] = []
    for person in people:
        home = next((group for group in groups if any(_one_person(person, other) for other in group)), None)
        if home is None:
            groups.append([person])
        else:
            home.append(person)
    return groups


def _one_person(one: PersonSaid, other: PersonSaid) -> bool:
    if one.surname == other.surname:
        alike = likeness(one.given, other.given) >= _ALIKE_GIVEN
        return alike or not one.title or not other.title
    if len(one.surname) < 5 or likeness(one.surname, other.surname) < _ALIKE_SURNAME:
        return False
    longer_name = len(one.surname) >= 8 and likeness(one.surname, other.surname) >= 0.9
    return longer_name or likeness(one.given, other.given) >= _ALIKE_GIVEN


def _spellings(reading: Reading) -> Iterator[Match]:
    for group in _variants(people_in(reading)):
        names = Counter((person.given, person.surname) for person in group)
        if len(names) < 2:
            continue
        first = next(person for person in group if (person.given, person.surname) == _usual(names, group))
        told: set[tuple[str, str]] = {(first.given, first.surname)}
        for person in group:
            if (person.given, person.surname) in told:
                continue
            told.add((person.given, person.surname))
            yield Match(
                person.spot,
                Message(
                    f"“{person.name}” คล้าย “{first.name}” น่าจะเป็นคนเดียวกัน",
                    f"“{person.name}” is nearly “{first.name}”; they seem to be one person",
                ),
                (first.spot,),
            )


def _usual(names: Counter[tuple[str, str]], group: list[PersonSaid]) -> tuple[str, str]:
    most = max(names.values())
    return next(
        (person.given, person.surname) for person in group if names[person.given, person.surname] == most
    )


def _titles(reading: Reading) -> Iterator[Match]:
    for group in _variants(people_in(reading)):
        titled = [person for person in group if person.title]
        if not titled:
            continue
        first = titled[0]
        for person in titled[1:]:
            if person.title != first.title and _contradict(first.title, person.title):
                yield Match(
                    person.spot,
                    Message(
                        f"ใช้คำนำหน้า “{person.title}” ที่นี่ แต่ “{first.title}” ใน “{first.name}”",
                        f"titled {person.title} here and {first.title} in “{first.name}”",
                    ),
                    (first.spot,),
                )
                break


def _contradict(one: str, other: str) -> bool:
    """Whether one person cannot bear both: นาย and นาง; or นาง and นางสาว."""
    sexes = [title in _MALE for title in (one, other)]
    known = one in _MALE | _FEMALE and other in _MALE | _FEMALE
    return known and (sexes[0] != sexes[1] or {one, other} == {"นาง", "นางสาว"})


def _positions(reading: Reading) -> Iterator[Match]:
    """The line under a signer's name is nearly, not wholly, a position named elsewhere."""
    known: dict[str, list[Span]] = defaultdict(list)
    for passage in reading.flow:
        if match := _POSITION.fullmatch(passage.plain):
            known[match[1]].append(passage.spot())
    for person, below in _under_names(reading):
        said = below.plain.strip()
        for position, spots in known.items():
            if (
                said != position
                and len(said) >= 10
                and _rank(said) == _rank(position)
                and likeness(said, position) >= 0.85
            ):
                yield Match(
                    below.spot(),
                    Message(
                        f"ตำแหน่ง “{said}” คล้าย “{position}”", f"the position “{said}” is nearly “{position}”"
                    ),
                    (person.spot, *spots),
                )
                break


def _rank(position: str) -> str:
    """`รอง` of `รองปลัด…`: a deputy's post is another than that of whom they stand for."""
    return match[0] if (match := _RANK.match(position)) else ""


def _under_names(reading: Reading) -> Iterator[tuple[PersonSaid, TextBlock]]:
    for person in people_in(reading):
        number = person.spot.passage.number + 1
        alone = len(person.spot.passage.plain.strip()) <= len(person.name) + 6
        if alone and number < len(reading.passages):
            yield person, reading.passages[number]


RULES = (
    Rule(
        "A0601",
        "error",
        Message("ชื่อคนเดียวกันสะกดต่างกัน", "One person's name in two spellings"),
        Message(
            "ชื่อและชื่อสกุลที่มีคำนำหน้าซึ่งเกือบเหมือนกัน และชื่อสกุลเดียวกันที่ไม่มีคำนำหน้า คนชื่อสกุลเดียวกันแต่ชื่อต่างกันชัดเจนไม่ถือว่าผิด",
            "Names with titles that are nearly the same, and a known surname without a title. "
            "Different persons of one surname "
            "are let be.",
        ),
        Message("ตรวจชื่อกับทะเบียนประวัติ แล้วใช้ตัวสะกดเดียว", "look the name up, and spell it one way"),
        _spellings,
    ),
    Rule(
        "A0602",
        "error",
        Message("คำนำหน้าชื่อของคนเดียวกันต่างกัน", "One person with two titles"),
        Message(
            "นาย กับ นาง หรือนางสาว ของคนเดียวกัน ยศและตำแหน่งทางวิชาการไม่นับ",
            "นาย and นาง or นางสาว of one person; ranks and academic titles do not count.",
        ),
        Message("ตรวจคำนำหน้ากับทะเบียนประวัติ", "look the title up"),
        _titles,
    ),
    Rule(
        "A0603",
        "warning",
        Message("ตำแหน่งใต้ชื่อสะกดไม่เหมือนที่อื่น", "A signer's position spelt unlike elsewhere"),
        Message(
            "บรรทัดใต้ชื่อผู้ลงนาม เทียบกับตำแหน่งที่ยืนบรรทัดเดียวในเอกสาร",
            "The line under a signer's name against positions that stand on lines of their own.",
        ),
        Message("แก้ชื่อตำแหน่ง", "mend the position"),
        _positions,
    ),
)
