"""Families 1 and 4: levels and percentages. Said twice they agree; worked out they are right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.audit.findings import Match, Rule
from pipeline.audit.near import key
from pipeline.audit.sections import (
    CLAIM,
    LONGEST_NAME,
    SAME,
    Claim,
    ResultRow,
    Sections,
    claims,
    coverage_of_name,
    result_rows,
)
from pipeline.audit.text_blocks import Reading, Span, TextBlock
from pipeline.diagnostics import Message

PER_LEVEL = 20
"""ร้อยละ of one level on a scale of five."""

_MILESTONE = re.compile(r"ระดับความสำเร็จ")
_STEPS = re.compile(r"(?:ตามแผน\S*|ดำเนินการ\S*|แล้วเสร็จ)\s*(?:จำนวน\s*)?([1-5])\s*ขั้นตอน")
_LEVEL_SAID = re.compile(r"(?:ถึง|(?P<at>อยู่ใน|อยู่ที่))\s*ระดับ(?:ที่)?\s*(?P<level>[1-5])(?![\d.])")
_EXCEPTED = re.compile(
    r"(?:เว้นแต่|ยกเว้น)(?P<names>[^.]{0,600}?)ซึ่ง(?:คิด)?(?:เป็น|จาก)ร้อยละ(?:ของผล)?ที่(?:ทำ|วัด)ได้"
)
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
_SECTION = 40
"""A conclusion stands within so many passages of what it concludes."""


def _level_is_percent(reading: Reading) -> Iterator[Match]:
    every = result_rows(reading)
    measured = _measured_ratios(reading)
    for claim in claims(reading):
        unlike = claim.level is not None and claim.percent != claim.level * PER_LEVEL
        if unlike and claim.level is not None and not _is_under(claim, measured, reading):
            yield _unlike(claim.spot, claim.level, claim.percent)
    rows = [row for row in every if row.level is not None and row.percent is not None]
    rows = [row for row in rows if not _is_named(row, measured)]
    fitting = [row for row in rows if row.percent == (row.level or 0) * PER_LEVEL]
    for row in rows if len(fitting) * 2 >= len(rows) else []:
        if row not in fitting and row.spot and row.level and row.percent is not None:
            yield _unlike(row.spot, row.level, row.percent)


def _measured_ratios(reading: Reading) -> list[str]:
    """The keys of what a note excepts, because its percentage is the ratio that was measured."""
    return [
        key(name[1])
        for passage in reading.flow
        for match in _EXCEPTED.finditer(passage.plain)
        for name in _QUOTED.finditer(match["names"])
    ]


def _is_named(row: ResultRow, names: list[str]) -> bool:
    return any(_is_one_of(name.passage, names) for name in row.names)


def _is_under(claim: Claim, names: list[str], reading: Reading) -> bool:
    """Whether one of the names stands before the claim, after the claim before it."""
    for number in range(claim.spot.passage.number - 1, -1, -1) if names else ():
        passage = reading.passages[number]
        if passage.in_table:
            continue
        if CLAIM.search(passage.plain):
            return False
        if _is_one_of(passage, names):
            return True
    return False


def _is_one_of(passage: TextBlock, names: list[str]) -> bool:
    own = key(passage.body) if len(passage.text) <= LONGEST_NAME else ""
    return any(own == name or coverage_of_name(own, name) >= SAME for name in names)


def _unlike(spot: Span, level: int, percent: Decimal) -> Match:
    right = level * PER_LEVEL
    return Match(
        spot,
        Message(
            f"ระดับ {level} ของ 5 ระดับเท่ากับร้อยละ {right} แต่พิมพ์ร้อยละ {percent}",
            f"level {level} of 5 is {right} %, printed is {percent} %",
        ),
    )


def _table_against_section(reading: Reading) -> Iterator[Match]:
    sections = Sections(reading, result_rows(reading))
    for claim in claims(reading):
        row = sections.row_of(claim)
        if row is None or row.spot is None:
            continue
        other_percent = row.percent is not None and row.percent != claim.percent
        other_level = None not in (row.level, claim.level) and row.level != claim.level
        if other_percent or other_level:
            table = _result_words(row.level, row.percent)
            text = _result_words(claim.level, claim.percent)
            yield Match(
                row.spot,
                Message(
                    f"ตารางพิมพ์{table.th} แต่ผลของเรื่องเดียวกันในเนื้อความคือ{text.th}",
                    f"the table says {table.en}, the text on it says {text.en}",
                ),
                (claim.spot,),
            )


def _result_words(level: int | None, percent: Decimal | None) -> Message:
    th = [f"ระดับ {level}" if level else "", f"ร้อยละ {percent}" if percent is not None else ""]
    en = [f"level {level}" if level else "", f"{percent} %" if percent is not None else ""]
    return Message(" ".join(filter(None, th)), ", ".join(filter(None, en)))


def _steps_against_percent(reading: Reading) -> Iterator[Match]:
    for row in result_rows(reading):
        if row.percent is None or row.spot is None:
            continue
        if not any(_MILESTONE.match(name.text) for name in row.names):
            continue
        for cell in row.row.cells:
            for passage in cell:
                match = _STEPS.search(passage.plain)
                if match and int(match[1]) * PER_LEVEL != row.percent:
                    yield Match(
                        passage.span_of(match),
                        Message(
                            f"แล้วเสร็จ {match[1]} จาก 5 ขั้นตอนเท่ากับร้อยละ {int(match[1]) * PER_LEVEL} "
                            f"แต่ช่องผลพิมพ์ร้อยละ {row.percent}",
                            f"{match[1]} of 5 steps are {int(match[1]) * PER_LEVEL} %, the row says "
                            f"{row.percent} %",
                        ),
                        (row.spot,),
                    )


def _two_levels(reading: Reading) -> Iterator[Match]:
    """`ถึงระดับ 4 ดังนี้` before `ผลการดำเนินการอยู่ในระดับ 3` in one section."""
    announced: tuple[int, Span] | None = None
    for passage in reading.flow:
        if passage.level or passage.bold or (announced and _far(announced[1].passage, passage)):
            announced = None
        for match in _LEVEL_SAID.finditer(passage.plain):
            level, spot = int(match["level"]), passage.span_of(match)
            if match["at"] and announced and announced[0] != level:
                yield Match(
                    spot,
                    Message(
                        f"สรุปว่าอยู่ในระดับ {level} แต่ข้างต้นบอกว่าถึงระดับ {announced[0]}",
                        f"concluded is level {level}, above it says level {announced[0]}",
                    ),
                    (announced[1],),
                )
            announced = None if match["at"] else (level, spot)


def _far(one: TextBlock, other: TextBlock) -> bool:
    return one.source != other.source or other.number - one.number > _SECTION


RULES = (
    Rule(
        "A0101",
        "warning",
        Message("ระดับกับร้อยละไม่ตรงกัน", "A level and a percentage that differ"),
        Message(
            "“ระดับ n … หรือคิดเป็นร้อยละ p” บนเกณฑ์ ๕ ระดับ: p ควรเป็น n × ๒๐ ถ้าร้อยละเป็นค่าที่วัดได้จริง "
            "ให้บอกไว้ในหมายเหตุ: เว้นแต่ “ชื่อ” ซึ่งเป็นร้อยละของผลที่ทำได้จริง",
            "`ระดับ n … หรือคิดเป็นร้อยละ p` on a scale of five: p is n × 20. Where the percentage is the "
            "measured ratio, a note says so by name: เว้นแต่ “name” ซึ่งเป็นร้อยละของผลที่ทำได้จริง.",
        ),
        Message("แก้ระดับหรือร้อยละ หรือบอกวิธีคิดร้อยละ", "mend one of them, or say how the percentage is reached"),
        _level_is_percent,
    ),
    Rule(
        "A0102",
        "error",
        Message("ร้อยละในตารางไม่ตรงกับเนื้อความ", "A table's percentage that its section contradicts"),
        Message(
            "แถวของตารางผล เทียบกับ “ระดับ n … คิดเป็นร้อยละ p” ในหัวข้อที่มีชื่อเดียวกัน",
            "A row of a results table against `ระดับ n … คิดเป็นร้อยละ p` in the section under the same name.",
        ),
        Message("ใช้ผลเดียวกันทั้งสองแห่ง", "give one result in both places"),
        _table_against_section,
    ),
    Rule(
        "A0103",
        "error",
        Message("จำนวนขั้นตอนไม่ตรงกับร้อยละ", "Steps done that do not give the percentage"),
        Message(
            "แถวของตัวชี้วัด “ระดับความสำเร็จ…” ที่บอกว่าแล้วเสร็จ n ขั้นตอน (เกณฑ์ ๕ ระดับ) เทียบกับร้อยละในแถวเดียวกัน",
            "A row of a ระดับความสำเร็จ indicator that says n steps are done, against the row's "
            "percentage (five levels).",
        ),
        Message("แก้ร้อยละหรือจำนวนขั้นตอน", "mend the percentage or the steps"),
        _steps_against_percent,
    ),
    Rule(
        "A0105",
        "error",
        Message("ระดับที่สรุปไม่ตรงกับข้างต้น", "A level that the section itself contradicts"),
        Message(
            "“ถึงระดับ n ดังนี้” กับ “อยู่ในระดับ n” ในหัวข้อเดียวกัน",
            "`ถึงระดับ n` and `อยู่ในระดับ n` in one section.",
        ),
        Message("ใช้ระดับเดียวกัน", "give one level"),
        _two_levels,
    ),
)
