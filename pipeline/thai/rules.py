"""House rules of line ends: one table, each rule with what it costs and where it comes from.

A rule's pattern has a group `at`; a line end after that group costs `penalty`. Numbers may be Thai or
Arabic digits. Sources: `domain.md` §4.1 and §1.5; docs/line-breaking.md explains the table.
"""

from __future__ import annotations

import re
from typing import NamedTuple

SPACE = 0
"""A line ends best at a space between phrases."""
WORD = 60
"""Between two ordinary words."""
SLASH = 150
"""After the stroke of แผนงาน/โครงการ."""
COMPOUND = 240
"""Inside a compound or after its prefix: การ|บริหาร, ทรัพยากร|บุคคล."""
CLINGING = 320
"""After a word that belongs to what follows: ที่ และ ของ ใน."""
OFFICIAL = 500
"""At a marked point inside a word of the lexicon: ปฏิบัติ|ราชการ."""
UNIT_NAME = 420
"""Inside the name of an office or unit: long, so that it yields before a line stands half empty."""
GLUE = 800
"""Yields only where nothing else fits."""
NAME = 900
"""Inside the name of a person."""

NO_START = frozenset(
    "ๆฯะาำๅ)]}”’»,.;:!?%…"
    + "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
"""No line starts with these: ๆ ฯ, vowels that follow, marks, closing punctuation."""
NO_END = frozenset("เแโใไ([{“‘«฿")
"""No line ends with these: vowels that lead, opening punctuation."""

_N = r"[0-9๐-๙]+(?:[.,:/][0-9๐-๙]+)*"
_S = r"[ \u00a0]+"
_MONTH = (
    r"(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\.)"
)
_TITLE = r"(?:นาย|นางสาว|นาง|น\.ส\.|ดร\.|ศาสตราจารย์|รองศาสตราจารย์|ผู้ช่วยศาสตราจารย์|ว่าที่ร้อยตรี|พลเอก|พันเอก|ร้อยเอก)"
_NUMBERED = (
    r"(?:วันที่|เลขที่|ครั้งที่|ฉบับที่|มิติที่|ประเด็นที่|ยุทธศาสตร์ที่|ตัวชี้วัดที่|ขั้นตอนที่|กลุ่มที่|แผนงานที่|หมวดที่|ที่|ข้อ|ระดับ|ร้อยละ"
    r"|ไตรมาส|ไตรมาสที่|รอบ|รุ่นที่|หมวด|มาตรา|เล่ม|ตอน|ชั้น|จำนวน|เวลา|โทร\.|โทรสาร|ต่อ|ปี|เดือน|ณ วันที่|บาท)"
)

_UNIT = (
    r"(?:ตำแหน่ง|อัตรา|หลักสูตร|กิจกรรม|ครั้ง|ราย|คน|ขั้นตอน|ระดับ|มิติ|เดือน|ปี|วัน|สัปดาห์|ประการ|ข้อ|ด้าน|กลุ่ม|ส่วน|จังหวัด|แห่ง|บาท|ล้าน|น\."
    r"|หน้า|แผ่น|ฉบับ|รายการ|โครงการ|แผนงาน|ตัวชี้วัด|คะแนน|%|ชั่วโมง|นาที|ประเด็น|องค์ประกอบ|หน่วยงาน|เรื่อง|ชุด|เครื่อง|เล่ม|รุ่น|ท่าน|รูป|คณะ)"
)


class Rule(NamedTuple):
    """A place where a line end costs more; `name` is for the documentation."""

    name: str
    penalty: int
    pattern: re.Pattern[str]


def _rule(name: str, penalty: int, pattern: str) -> Rule:
    return Rule(name, penalty, re.compile(pattern))


RULES: tuple[Rule, ...] = (
    _rule("พ.ศ. + year", GLUE, rf"(?:พ\.ศ\.|ค\.ศ\.)(?P<at>{_S})(?={_N})"),
    _rule("day + month", GLUE, rf"{_N}(?P<at>{_S})(?={_MONTH})"),
    _rule("month + year", GLUE, rf"{_MONTH}(?P<at>{_S})(?=(?:พ\.ศ\.)?{_N}|พ\.ศ\.)"),
    _rule("numbered word + number", GLUE, rf"{_NUMBERED}(?P<at>{_S})(?=[(]?{_N})"),
    _rule("number + unit", GLUE, rf"{_N}(?P<at>{_S})(?={_UNIT})"),
    _rule("name of a Latin word + number", GLUE, rf"[A-Za-z](?P<at>{_S})(?={_N})"),
    _rule("title + name", NAME, rf"{_TITLE}(?P<at>)(?=[ก-ฮเ-ไ])"),
    _rule("name + surname", NAME, rf"(?<![ก-๎]){_TITLE}[ก-๎]+(?P<at>{_S})(?=[ก-ฮเ-ไ])"),
    _rule("ที่ + document code + number", GLUE, rf"ที่(?P<at>{_S})(?=[ก-ฮ.]+{_S}?{_N})"),
    _rule("document code + number", GLUE, rf"(?<![ก-๎])[ก-ฮ]{{2}}(?P<at>{_S})(?={_N})"),
    _rule("circular number", GLUE, rf"/ว(?P<at>{_S})(?={_N})"),
    _rule("range, before the dash", GLUE, rf"(?:{_N}|[ก-๎.])(?P<at>{_S})(?=[-–]{_S}{_N})"),
    _rule("range, after the dash", COMPOUND, rf"[-–](?P<at>{_S})(?={_N})"),
    _rule("ratio", GLUE, rf"{_N}(?P<at>{_S})(?=:{_S}{_N})"),
    _rule("ratio, after the colon", GLUE, rf"{_N}{_S}:(?P<at>{_S})(?={_N})"),
    _rule("phrase before ดังนี้", CLINGING, rf"(?P<at>{_S})(?=(?:ดังนี้|ดังต่อไปนี้|เป็นต้น|นั้น)(?:\s|$))"),
    _rule(
        "สำนักงาน + abbreviation",
        GLUE,
        rf"(?:สำนักงาน|คณะกรรมการ|กระทรวง|เลขาธิการ|ระเบียบ)(?P<at>{_S})(?=(?:[ก-ฮ]\.)+)",
    ),
    _rule(
        "word + its office's short name",
        CLINGING,
        rf"(?:ใน|ของ|โดย|ให้|บุคลากร|ข้าราชการ|ผ่าน)(?P<at>{_S})(?=[ก-ฮ]{{2,5}}\.)",
    ),
)

CLINGS_TO_NEXT = re.compile(
    r"(?:ที่|และ|หรือ|ของ|ใน|โดย|เพื่อ|ให้|ว่า|กับ|แก่|แด่|จาก|ตาม|ด้วย|แห่ง|ต่อ|เป็น|ซึ่ง|อัน|คือ|ได้|จะ|ไม่|มี|ถึง|สู่|ณ|ทั้ง|แต่|เมื่อ)$"
)
"""Words that should not end a line: what they lead to follows."""

PREFIXES = re.compile(
    r"(?:การ|ความ|ผู้|นัก|ชาว|ผล|ข้อ|แผน|ระบบ|ด้าน|ฝ่าย|กลุ่ม|กอง|กรม|ดำเนิน|ปฏิบัติ|บริหาร|ทรัพยากร|กระทรวง|สำนักงาน|อุตสาหกรรม)$"
)
"""Words that begin a compound more often than not."""
