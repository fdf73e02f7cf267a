"""The persons that a paper names: title, given name, surname."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.audit.near import likeness
from pipeline.audit.text_blocks import Reading, Span

_TITLES = (
    "นางสาว", "นาง", "นาย", "น.ส.", "ดร.", "ศาสตราจารย์", "รองศาสตราจารย์", "ผู้ช่วยศาสตราจารย์", "ศ.ดร.",
    "ผศ.ดร.", "รศ.ดร.",
    "ผศ.", "รศ.", "นายแพทย์", "แพทย์หญิง", "ทันตแพทย์", "ทันตแพทย์หญิง", "สัตวแพทย์", "สัตวแพทย์หญิง", "เภสัชกร",
    "เภสัชกรหญิง", "นพ.", "พญ.", "ทพ.", "ทพญ.", "ภก.", "ภญ.", "พลตำรวจเอก", "พลตำรวจโท", "พลตำรวจตรี",
    "พันตำรวจเอก", "พันตำรวจโท", "พันตำรวจตรี", "ร้อยตำรวจเอก", "ร้อยตำรวจโท", "ร้อยตำรวจตรี", "ดาบตำรวจ",
    "ร.ต.อ.", "ร.ต.ท.", "ร.ต.ต.",
    "ด.ต.", "จ.ส.อ.", "พล.อ.", "พล.ท.", "พล.ต.", "พ.อ.", "พ.ท.", "พ.ต.", "ร.อ.", "ร.ท.", "ร.ต.", "พลเรือเอก",
    "พลอากาศเอก",
    "นาวาเอก", "นาวาโท", "นาวาตรี", "ว่าที่พันตรี", "ว่าที่ร้อยเอก", "ว่าที่ร้อยโท", "หม่อมหลวง", "หม่อมราชวงศ์",
    "ว่าที่ร้อยตรีหญิง", "ว่าที่ร้อยตรี", "ว่าที่ ร.ต.", "พล.ต.อ.", "พล.ต.ท.", "พล.ต.ต.", "พลเอก", "พลโท", "พลตรี",
    "พ.ต.อ.", "พ.ต.ท.", "พ.ต.ต.",
    "พันเอก", "พันโท", "พันตรี", "ร้อยเอก", "ร้อยโท", "ร้อยตรี", "ม.ล.", "ม.ร.ว.",
)  # fmt: skip
_TITLE = "|".join(re.escape(title) for title in sorted(_TITLES, key=len, reverse=True))
_NOT_NAMES = (
    "กรัฐมนตรี", "กเทศมนตรี", "กอบจ", "กองค์การ", "กสมาคม", "กสภา", "กเหล่า", "ทะเบียน", "จ้าง", "อำเภอ",
    "แพทย์", "ช่าง", "ทหาร",
    "ตำรวจ", "ประกัน", "หน้า", "ตรวจ", "พราน", "ท้าย", "ก ",
    "ชำนาญการ", "ชำนาญงาน", "เชี่ยวชาญ", "ทรงคุณวุฒิ", "ปฏิบัติการ", "ปฏิบัติงาน", "สาธารณสุข", "ประจำ",
)  # fmt: skip
"""What follows in words for posts, no names: นายกรัฐมนตรี, นายทะเบียน, เภสัชกรชำนาญการ."""

_LONG_SURNAME = 5
_ALIKE = 0.5

_PERSON = re.compile(
    rf"(?:(?<![ก-๎])|(?<=และ)|(?<=ของ)|(?<=โดย)|(?<=กับ)|(?<=แก่)|(?<=ให้)|(?<=คือ)|(?<=ได้แก่)|(?<=ระหว่าง))"
    rf"(?P<title>{_TITLE})\s?(?P<given>[ก-๎]{{2,16}})\s+(?P<surname>[ก-๎]{{3,24}})(?![ก-๎])"
)


@dataclass(frozen=True)
class PersonSaid:
    """A person as named in one place; `title` is `""` where only a known surname was met."""

    spot: Span
    title: str
    given: str
    surname: str

    @property
    def name(self) -> str:
        """Title and name."""
        return f"{self.title}{self.given} {self.surname}"


def people_in(reading: Reading) -> tuple[PersonSaid, ...]:
    """Everybody named with a title, in order, and whoever bears a known surname without one."""
    titled = [
        PersonSaid(passage.span_of(match), match["title"], match["given"], match["surname"])
        for passage in reading.passages
        for match in _PERSON.finditer(passage.plain)
        if not match["given"].startswith(_NOT_NAMES)
    ]
    found = [*titled, *_find_untitled_people(reading, titled)]
    return tuple(sorted(found, key=lambda person: (person.spot.passage.number, person.spot.start)))


def _find_untitled_people(reading: Reading, titled: list[PersonSaid]) -> Iterator[PersonSaid]:
    """Names without a title, of a known surname and a given name like one of its bearers'."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for person in titled:
        if len(person.surname) >= _LONG_SURNAME:
            bearers[person.surname].add(person.given)
    if not bearers:
        return
    surnames = "|".join(map(re.escape, sorted(bearers)))
    known = re.compile(rf"(?<![ก-๎])(?P<given>[ก-๎]{{2,16}})\s+(?P<surname>{surnames})(?![ก-๎])")
    taken = {(person.spot.passage.number, person.spot.end) for person in titled}
    for passage in reading.passages:
        for match in known.finditer(passage.plain):
            alike = any(likeness(match["given"], given) >= _ALIKE for given in bearers[match["surname"]])
            if alike and (passage.number, match.end()) not in taken:
                yield PersonSaid(passage.span_of(match), "", match["given"], match["surname"])
