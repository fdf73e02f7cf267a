"""House rules of line ends: one table of places that cost more, and one of stretches that hold together.

Numbers may be Thai or Arabic digits. Sources: `domain.md` §4.1 and §1.5; docs/line-breaking.md explains
both tables.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.thai.costs import (
    CLINGING,
    FIRM,
    GLUE,
    INSIDE_WORD,
    LABEL,
    LAST_RESORT,
    NAME,
    OFFICIAL,
    RELUCTANT,
)
from pipeline.thai.terms import (
    ABBREVIATION,
    AMOUNT_GOES_ON,
    DOCTOR,
    FULL_NAME,
    LEADS_ON,
    MEASURED,
    MONTH,
    NUMBER,
    NUMBERED,
    OFFICES,
    PERSON,
    PLACES,
    SPACES,
    SPELLED_AMOUNT,
    TITLE,
    UNIT,
    WEEKDAY,
    YEAR,
)

NO_START = frozenset(
    "ๆฯะาำๅ)]}”’»,.;:!?%…"
    + "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
"""No line starts with these: ๆ ฯ, vowels that follow, marks, closing punctuation."""
NO_END = frozenset("เแโใไ([{“‘«฿")
"""No line ends with these: vowels that lead, opening punctuation."""


class Rule(NamedTuple):
    """A line end after the group `at` costs `penalty`; a group `word`, if any, must be whole words."""

    name: str
    penalty: int
    pattern: re.Pattern[str]


class Hold(NamedTuple):
    """Inside the group `held` a line end costs `penalty` after a space; elsewhere `within`, or is banned."""

    name: str
    penalty: int
    within: int | None
    pattern: re.Pattern[str]


def _rule(name: str, penalty: int, pattern: str) -> Rule:
    return Rule(name, penalty, re.compile(pattern))


_N, _S = NUMBER, SPACES
_DASH = "[-–—]"
_FEW = "[0-9๐-๙]{1,2}"
_COUNT = (
    r"(?<![0-9๐-๙.,/])(?<!(?<!พื้น)ที่ )(?<!ข้อ )(?<!มาตรา )"
    rf"(?!(?:๒[๔-๖][๐-๙]{{2}}|2[4-6][0-9]{{2}})(?![0-9๐-๙.,])|[0-9๐-๙]+/){_N}"
)
"""A number that counts: no year of the Buddhist era, no ordinal, no number of a document."""
_BEGINS = r"(?:^|(?<=[ \u00a0(]))"

RULES: tuple[Rule, ...] = (
    _rule("พ.ศ. + year", FIRM, rf"(?:พ\.ศ\.|ค\.ศ\.|พุทธศักราช|คริสต์ศักราช)(?P<at>{_S})(?={_N})"),
    _rule("ปี + พ.ศ.", FIRM, rf"(?P<word>ปี)(?P<at>{_S})(?=พ\.ศ\.)"),
    _rule("name + พ.ศ.", CLINGING, rf"[ก-๎)](?P<at>{_S})(?=พ\.ศ\.)"),
    _rule("day + month", GLUE, rf"{_N}(?P<at>{_S})(?={MONTH})"),
    _rule("month + year", GLUE, rf"{MONTH}(?P<at>{_S})(?=(?:พ\.ศ\.)?{_N}|พ\.ศ\.|พุทธศักราช)"),
    _rule("numbered word + number", FIRM, rf"(?P<word>{NUMBERED})(?P<at>{_S})(?={_N})"),
    _rule("amount word + number", GLUE, rf"(?P<word>{MEASURED})(?P<at>{_S})(?={_N})"),
    _rule("ที่ + number", FIRM, rf"ที่(?P<at>{_S})(?=[(]?{_N})"),
    _rule("word + ที่ or ละ + number", GLUE, rf"[ก-๎](?P<at>)(?=(?P<word>ที่|ละ){_S}{_N})"),
    _rule("ระดับ + letters", FIRM, rf"(?P<word>ระดับ|ประเภท|กลุ่ม|เกรด)(?P<at>{_S})(?=[A-Z]{{1,3}}\b)"),
    _rule("telephone + number", FIRM, rf"โทร(?:สาร)?\.(?P<at>{_S})(?={_N})"),
    _rule("number + unit", FIRM, rf"{_COUNT}(?P<at>{_S})(?=(?P<word>{UNIT}))"),
    _rule(
        "number + what it counts",
        LAST_RESORT,
        rf"(?:{NUMBERED}|ที่|[/(][วร]){_S}{_N}|{_S}[0-9๐-๙]{{5}}(?![0-9๐-๙.,/])"
        rf"|[ก-๎ๆ]{_S}{_COUNT}(?P<at>{_S})(?!{LEADS_ON})(?=[ก-๎])",
    ),
    _rule("groups of one number", NAME, rf"[0-9๐-๙](?P<at>[ \u00a0])(?={_N})"),
    _rule("time + น.", FIRM, rf"{_N}(?P<at>{_S})(?=น\.)"),
    _rule("heading number + its text", LABEL, rf"^[(]?(?:{_FEW}(?:\.{_FEW})*|[ก-ฮ])[.)]?(?P<at>{_S})"),
    _rule("list number + its text", LABEL, rf"{_BEGINS}[(]?(?:{_FEW}[.)]|[ก-ฮ][)])(?P<at>{_S})"),
    _rule("ข้อ + bracketed number", FIRM, rf"(?:ข้อ|วรรค|มาตรา {_N}|ข้อ {_N})(?P<at>{_S})(?=[(]{_FEW}[)])"),
    _rule("list dash + its text", LABEL, rf"^[-–•●▪☐*](?P<at>{_S})"),
    _rule("Latin word + number", FIRM, rf"[A-Za-z](?P<at>{_S})(?={_N})"),
    _rule("name + version", FIRM, rf"[ก-๎](?P<at>{_S})(?=[0-9๐-๙][.][0๐](?![0-9๐-๙]))"),
    _rule("word + letter that numbers it", FIRM, rf"[ก-๎](?P<at>{_S})(?=[ก-ฮ](?:[ \u00a0),]|$))"),
    _rule("word + ที่ + document code", GLUE, rf"[ก-๎](?P<at>)(?=(?P<word>ที่){_S}(?:[ก-ฮ]{{1,3}}\.)+{_S}?{_N})"),
    _rule("ที่ + document code", FIRM, rf"(?P<word>ที่)(?P<at>{_S})(?=[ก-ฮ.]+{_S}?{_N}[(/])"),
    _rule("document code + number", FIRM, rf"(?<![ก-๎])(?:[ก-ฮ]{{2}}|(?:[ก-ฮ]+\.)+)(?P<at>{_S})(?={_N}[(/.])"),
    _rule("abbreviation + number", FIRM, rf"(?:[ก-ฮ]\.){{2,}}(?P<at>{_S})(?={_N})"),
    _rule("figures of an amount in words", OFFICIAL, AMOUNT_GOES_ON),
    _rule("number + circular number", GLUE, rf"{_N}/(?P<at>)(?=[วร]{_S}{_N})"),
    _rule("province + postcode", FIRM, rf"(?P<at>{_S})(?=[0-9๐-๙]{{5}}(?![0-9๐-๙.,/]))"),
    _rule("word + number", RELUCTANT, rf"[ก-๎ๆ](?P<at>{_S})(?={_N}(?![0-9๐-๙]*[.)][ \u00a0]|[)]))"),
    _rule("เท่า ๆ + กัน", FIRM, rf"ๆ(?P<at>{_S})(?=กัน(?:[ \u00a0]|$))"),
    _rule("rank + name", LABEL, rf"{_BEGINS}(?<!ว่าที่ )(?!ว่าที่){TITLE}(?P<at>{_S})(?=[ก-๎])"),
    _rule("ว่าที่ + rank", LABEL, rf"(?P<word>ว่าที่)(?P<at>{_S})(?=[ก-ฮ]{{1,2}}\.|ร้อย|พัน)"),
    _rule(
        "e-mail + address",
        LAST_RESORT,
        rf"(?:อีเมล|อีเมล์|[Ee]-?mail|เว็บไซต์|ไปรษณีย์อิเล็กทรอนิกส์)(?: ?:)?(?P<at>{_S})(?=[A-Za-z0-9._-]+[@.:])",
    ),
    _rule("circular number", FIRM, rf"[/(][วร](?P<at>{_S})(?={_N})"),
    _rule("range, before the dash", FIRM, rf"[0-9๐-๙ก-๎A-Za-z.)](?P<at>{_S})(?={_DASH}{_S}\S)"),
    _rule("range, after the dash", CLINGING, rf"{_S}{_DASH}(?P<at>{_S})(?={_N})"),
    _rule("range of days", GLUE, rf"{_BEGINS}[0-9๐-๙]{{1,3}}{_S}{_DASH}(?P<at>{_S})(?={_N})"),
    _rule("range of years", GLUE, rf"{YEAR}{_S}{_DASH}(?P<at>{_S})(?={YEAR})"),
    _rule("Latin word, dash, number", FIRM, rf"[A-Za-z]{_S}{_DASH}(?P<at>{_S})(?={_N})"),
    _rule("ratio, before the colon", FIRM, rf"{_N}(?P<at>{_S})(?=:{_S}{_N})"),
    _rule("ratio, after the colon", FIRM, rf"{_N}{_S}:(?P<at>{_S})(?={_N})"),
    _rule("ณ + place or day", FIRM, rf"{_BEGINS}ณ(?P<at>{_S})"),
    _rule("จังหวัด + name", INSIDE_WORD, rf"{PLACES}(?P<at>)(?=[ก-๎]{{2,12}}(?![ก-๎]))"),
    _rule("phrase + ดังนี้", CLINGING, rf"(?P<at>{_S})(?=(?:ดังนี้|ดังต่อไปนี้|เป็นต้น|นั้น)(?:\s|$))"),
    _rule("office + abbreviation", FIRM, rf"{OFFICES}(?P<at>{_S})(?={ABBREVIATION})"),
    _rule("abbreviation + its office", CLINGING, rf"(?:[ก-ฮ]\.){{2,}}(?P<at>{_S})(?=กระทรวง|กรม|จังหวัด)"),
    _rule("บริษัท + name", FIRM, rf"(?P<word>บริษัท|ห้างหุ้นส่วนจำกัด|มูลนิธิ|สมาคม|โรงแรม|ธนาคาร)(?P<at>{_S})"),
    _rule("name + จำกัด", FIRM, rf"[ก-๎)](?P<at>{_S})(?=จำกัด(?:[ \u00a0)]|$))"),
    _rule("จำกัด + (มหาชน)", FIRM, rf"จำกัด(?P<at>{_S})(?=\(มหาชน\))"),
)

HOLDS: tuple[Hold, ...] = (
    Hold("title + name + surname", NAME, None, re.compile(rf"(?P<held>{PERSON})")),
    Hold("doctor + name", NAME, None, re.compile(rf"{DOCTOR}(?P<held>{FULL_NAME})")),
    Hold("name of a company", FIRM, INSIDE_WORD, re.compile(rf"(?P<held>บริษัท{_S}[^0-9๐-๙\n]{{2,40}}?จำกัด)")),
    Hold("weekday", FIRM, FIRM, re.compile(rf"(?P<held>{WEEKDAY})")),
    Hold("amount in words", FIRM, None, re.compile(rf"(?<![0-9๐-๙] )(?P<held>{SPELLED_AMOUNT})")),
    Hold("name of a place", NAME, INSIDE_WORD, re.compile(rf"{PLACES}(?P<held>[ก-๎]{{2,12}})(?![ก-๎])")),
)
