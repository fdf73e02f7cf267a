"""The table of places that cost more: between two words that a line had better not part.

Numbers may be Thai or Arabic digits. Sources: `domain.md` §4.1 and §1.5; docs/line-breaking.md explains it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.thai.costs import (
    CLINGING,
    CLOSING_WORD,
    DATE_YEAR,
    FIRM,
    INSIDE_WORD,
    LABEL,
    LAST_RESORT,
    NAME,
    NO_BREAK,
    OFFICIAL,
    RELUCTANT,
)
from pipeline.thai.patterns import compile_pattern
from pipeline.thai.terms import (
    ABBREVIATION,
    AMOUNT_GOES_ON,
    ENDING,
    LEADS_ON,
    MEASURED,
    MONTH,
    NOT_NUMBERED,
    NUMBER,
    NUMBERED,
    OFFICES,
    PLACES,
    SPACES,
    SPELLED,
    SPELLED_SIGNS,
    UNIT,
    YEAR,
)
from pipeline.thai.titles import RANK_SIGNS, TITLE


class Rule(NamedTuple):
    """A line end after the group `at` costs `penalty`; a group `word`, if any, must be whole words.

    The rule can hold only in a text with one of its `signs`, if it has any, and with a digit if it is
    `of_numbers`: a quick look that spares most searches.
    """

    name: str
    penalty: int
    expression: str
    signs: tuple[str, ...] = ()
    of_numbers: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled."""
        return compile_pattern(self.expression)


def _rule(name: str, penalty: int, expression: str, *signs: str) -> Rule:
    return Rule(name, penalty, expression, signs)


def _of_number(name: str, penalty: int, expression: str, *signs: str) -> Rule:
    return Rule(name, penalty, expression, signs, of_numbers=True)


_N, _S = NUMBER, SPACES
_DASH = "[-–—]"
_FEW = "[0-9๐-๙]{1,2}"
_COUNT = (
    r"[0-9๐-๙](?<![0-9๐-๙.,/].)(?<!(?<!พื้น)ที่ .)(?<!ข้อ .)(?<!มาตรา .)"
    r"(?!(?:(?<=๒)[๔-๖][๐-๙]{2}|(?<=2)[4-6][0-9]{2})(?![0-9๐-๙.,])|[0-9๐-๙]*/)"
    r"[0-9๐-๙]*(?:[.,:/][0-9๐-๙]+)*"
)
"""A number that counts: no year of the Buddhist era, no ordinal, no number of a document."""


def _after(left: str) -> str:
    """The spaces after `left`, a pattern of one width, written so that a search leaps from space to space."""
    return rf"(?P<at>[ \u00a0](?<={left}[ \u00a0])[ \u00a0]*)"


_AFTER_THAI, _AFTER_DIGIT, _AFTER_LATIN = _after("[ก-๎]"), _after("[0-9๐-๙]"), _after("[A-Za-z]")
_AFTER_LETTERS = _after(r"[ก-ฮ]\.[ก-ฮ]\.")
_AFTER_WORD, _AFTER_ANY = _after("[ก-๎)]"), _after("[0-9๐-๙ก-๎A-Za-z.)]")
_BEGINS = r"(?:^|(?<=[ \u00a0(]))"

RULES: tuple[Rule, ...] = (
    _of_number(
        "พ.ศ. + year", FIRM, rf"(?:พ\.ศ\.|ค\.ศ\.|พุทธศักราช|คริสต์ศักราช)(?P<at>{_S})(?={_N})", "ศ.", "ศักราช"
    ),
    _rule("ปี + พ.ศ.", FIRM, rf"(?P<word>ปี)(?P<at>{_S})(?=พ\.ศ\.)", "พ.ศ."),
    _rule("name + พ.ศ.", CLINGING, rf"{_AFTER_WORD}(?=พ\.ศ\.)", "พ.ศ."),
    _of_number("day + month", NO_BREAK, rf"{_AFTER_DIGIT}(?={MONTH})"),
    _rule("month + year", DATE_YEAR, rf"{MONTH}(?P<at>{_S})(?=(?:พ\.ศ\.)?{_N}|พ\.ศ\.|พุทธศักราช)"),
    _of_number("numbered word + number", FIRM, rf"(?P<word>{NUMBERED})(?P<at>{_S})(?={_N})"),
    _of_number("amount word + number", NO_BREAK, rf"(?P<word>{MEASURED})(?P<at>{_S})(?={_N})"),
    _of_number("ที่ + number", FIRM, rf"ที่(?P<at>{_S})(?=[(]?{_N})", "ที่"),
    _of_number("word + ที่ or ละ + number", NO_BREAK, rf"[ก-๎](?P<at>)(?=(?P<word>ที่|ละ){_S}{_N})", "ที่", "ละ"),
    _rule("ระดับ + letters", FIRM, rf"(?P<word>ระดับ|ประเภท|กลุ่ม|เกรด)(?P<at>{_S})(?=[A-Z]{{1,3}}\b)"),
    _of_number("telephone + number", FIRM, rf"โทร(?:สาร)?\.(?P<at>{_S})(?={_N})", "โทร"),
    _of_number("number + unit", FIRM, rf"{_COUNT}(?P<at>{_S})(?=(?P<word>{UNIT}))"),
    _of_number(
        "number + what it counts",
        LAST_RESORT,
        rf"[ \u00a0](?<=[ก-๎ๆ].){NOT_NUMBERED}(?![0-9๐-๙]{{5}}(?![0-9๐-๙.,/]))"
        rf"{_COUNT}(?P<at>{_S})(?!{LEADS_ON})(?=[ก-๎])",
    ),
    _of_number("groups of one number", NAME, rf"{_AFTER_DIGIT}(?={_N})"),
    _rule("time + น.", FIRM, rf"{_AFTER_DIGIT}(?=น\.)", "น."),
    _rule("heading number + its text", LABEL, rf"^[(]?(?:{_FEW}(?:\.{_FEW})*|[ก-ฮ])[.)]?(?P<at>{_S})"),
    _rule("list number + its text", LABEL, rf"{_BEGINS}[(]?(?:{_FEW}[.)]|[ก-ฮ][)])(?P<at>{_S})", ")", "."),
    _of_number(
        "ข้อ + bracketed number", FIRM, rf"(?:ข้อ|วรรค|มาตรา {_N}|ข้อ {_N})(?P<at>{_S})(?=[(]{_FEW}[)])", "("
    ),
    _rule("list dash + its text", LABEL, rf"^[-–•●▪☐*](?P<at>{_S})", "-", "–", "•", "●", "▪", "☐", "*"),
    _of_number("Latin word + number", FIRM, rf"{_AFTER_LATIN}(?={_N})"),
    _of_number("name + version", FIRM, rf"{_AFTER_THAI}(?=[0-9๐-๙][.][0๐](?![0-9๐-๙]))", ".0", ".๐"),
    _rule("word + letter that numbers it", FIRM, rf"{_AFTER_THAI}(?!ณ)(?=[ก-ฮ](?:[ \u00a0),]|$))"),
    _of_number(
        "word + ที่ + document code",
        NO_BREAK,
        rf"[ก-๎](?P<at>)(?=(?P<word>ที่){_S}(?:[ก-ฮ]{{1,3}}\.)+{_S}?{_N})",
        ".",
    ),
    _of_number("ที่ + document code", FIRM, rf"(?P<word>ที่)(?P<at>{_S})(?=[ก-ฮ.]+{_S}?{_N}[(/])", "/", "("),
    _of_number(
        "document code + number",
        FIRM,
        rf"(?<![ก-๎])(?:[ก-ฮ]{{2}}|(?:[ก-ฮ]+\.)+)(?P<at>{_S})(?={_N}[(/.])",
        "/",
        "(",
        ".",
    ),
    _of_number("abbreviation + number", FIRM, rf"{_AFTER_LETTERS}(?={_N})", "."),
    _rule("figures of an amount in words", OFFICIAL, AMOUNT_GOES_ON, "พัน", "หมื่น", "แสน", "ล้าน", "บาท"),
    _of_number("number + circular number", NO_BREAK, rf"{_N}/(?P<at>)(?=[วร]{_S}{_N})", "/"),
    _of_number("province + postcode", FIRM, rf"(?P<at>{_S})(?=[0-9๐-๙]{{5}}(?![0-9๐-๙.,/]))"),
    _of_number("word + number", RELUCTANT, rf"{_AFTER_THAI}(?={_N}(?![0-9๐-๙]*[.)][ \u00a0]|[)]))"),
    _rule("เท่า ๆ + กัน", FIRM, rf"ๆ(?P<at>{_S})(?=กัน(?:[ \u00a0]|$))", "ๆ"),
    _rule(
        "rank + name",
        LABEL,
        rf"{_BEGINS}(?<!ว่าที่ )(?!ว่าที่){TITLE}(?P<at>{_S})(?=[ก-๎])",
        ".",
        *RANK_SIGNS,
    ),
    _rule("ว่าที่ + rank", LABEL, rf"(?P<word>ว่าที่)(?P<at>{_S})(?=[ก-ฮ]{{1,2}}\.|ร้อย|พัน)", "ว่าที่"),
    _rule(
        "e-mail + address",
        LAST_RESORT,
        rf"(?:อีเมล|อีเมล์|[Ee]-?mail|เว็บไซต์|ไปรษณีย์อิเล็กทรอนิกส์)(?: ?:)?(?P<at>{_S})(?=[A-Za-z0-9._-]+[@.:])",
        "@",
        ".",
        ":",
    ),
    _of_number("circular number", FIRM, rf"[/(][วร](?P<at>{_S})(?={_N})", "/", "("),
    _rule("range, before the dash", FIRM, rf"{_AFTER_ANY}(?={_DASH}{_S}\S)", "-", "–", "—"),
    _of_number("range, after the dash", CLINGING, rf"{_S}{_DASH}(?P<at>{_S})(?={_N})", "-", "–", "—"),
    _of_number(
        "range of days",
        NO_BREAK,
        rf"[0-9๐-๙](?:(?<=^.)|(?<=[ \u00a0(].))[0-9๐-๙]{{0,2}}{_S}{_DASH}(?P<at>{_S})(?={_N})",
        "-",
        "–",
        "—",
    ),
    _of_number("range of years", NO_BREAK, rf"{YEAR}{_S}{_DASH}(?P<at>{_S})(?={YEAR})", "-", "–", "—"),
    _of_number("Latin word, dash, number", FIRM, rf"[A-Za-z]{_S}{_DASH}(?P<at>{_S})(?={_N})", "-", "–", "—"),
    _of_number("ratio, before the colon", FIRM, rf"{_AFTER_DIGIT}(?=:{_S}{_N})", ":"),
    _of_number("ratio, after the colon", FIRM, rf"{_N}{_S}:(?P<at>{_S})(?={_N})", ":"),
    _rule("ณ + place or day", FIRM, rf"ณ(?:(?<=^ณ)|(?<=[ \u00a0(]ณ))(?P<at>{_S})", "ณ"),
    _rule("จังหวัด + name", INSIDE_WORD, rf"{PLACES}(?P<at>)(?=[ก-๎]{{2,12}}(?![ก-๎]))"),
    _rule(
        "phrase + ดังนี้", CLINGING, rf"(?P<at>{_S})(?=(?:ดังนี้|ดังต่อไปนี้|เป็นต้น|นั้น)(?:\s|$))", "ดัง", "เป็นต้น", "นั้น"
    ),
    _rule(
        "paragraph + its last word",
        CLOSING_WORD,
        rf"(?P<at>{_S}?)(?=(?P<word>{ENDING})$)",
    ),
    _rule("verb + แล้ว", CLOSING_WORD, r"[ก-๎](?P<at>)(?=(?P<word>แล้ว)(?:[ \u00a0]|$))", "แล้ว"),
    _rule("number in words + unit", FIRM, rf"{SPELLED}(?P<at>)(?=(?P<word>{UNIT}))", *SPELLED_SIGNS),
    _rule("office + abbreviation", FIRM, rf"{OFFICES}(?P<at>{_S})(?={ABBREVIATION})", "."),
    _rule("abbreviation + its office", CLINGING, rf"{_AFTER_LETTERS}(?=กระทรวง|กรม|จังหวัด)", "."),
    _rule(
        "บริษัท + name",
        FIRM,
        rf"(?P<word>บริษัท|ห้างหุ้นส่วนจำกัด|มูลนิธิ|สมาคม|โรงแรม|ธนาคาร)(?P<at>{_S})",
        "บริษัท",
        "ห้าง",
        "มูลนิธิ",
        "สมาคม",
        "โรงแรม",
        "ธนาคาร",
    ),
    _rule("name + จำกัด", FIRM, rf"{_AFTER_WORD}(?=จำกัด(?:[ \u00a0)]|$))", "จำกัด"),
    _rule("จำกัด + (มหาชน)", FIRM, rf"จำกัด(?P<at>{_S})(?=\(มหาชน\))", "(มหาชน)"),
)
