"""Families 1 and 4: levels and percentages. Said twice they agree; worked out they are right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from pipeline.audit.counts import NUMBER, PERCENT, CountSaid, counts_in, percent_of, value
from pipeline.audit.findings import Hit, Rule, Spot
from pipeline.audit.lists import lists_of
from pipeline.audit.near import key, likeness, near_pairs
from pipeline.audit.reading import Passage, Reading
from pipeline.audit.sections import claims, result_rows, section_row
from pipeline.faults import Words

PER_LEVEL = 20
"""ร้อยละ of one level on a scale of five."""

_MILESTONE = re.compile(r"ระดับความสำเร็จ")
_STEPS = re.compile(r"(?:ตามแผน\S*|ดำเนินการ\S*|แล้วเสร็จ)\s*(?:จำนวน\s*)?([1-5])\s*ขั้นตอน")
_CLAIMED = re.compile(rf"(?:คิดเป็น|หรือเท่ากับ|เท่ากับ)\s*(?:ร้อยละ\s*(?P<said>{NUMBER})|(?P<signed>{NUMBER})\s*%)")
_OF = re.compile(
    rf"({NUMBER})\s*[ก-๎]{{0,12}}\s*จาก\s*(?:ทั้งหมด\s*|จำนวน\s*|ทั้งสิ้น\s*|ที่[ก-๎]{{0,20}}\s*)*({NUMBER})"
)
_SCALE = re.compile(r"ระดับ\s*[1-5]")
_LEVEL_SAID = re.compile(r"(?:ถึง|(?P<at>อยู่ใน|อยู่ที่))\s*ระดับ(?:ที่)?\s*(?P<level>[1-5])(?![\d.])")
_SECTION = 40
"""A conclusion stands within so many passages of what it concludes."""

_LEAST_SUBJECT = 12
_WINDOW = 260


def _level_is_percent(reading: Reading) -> Iterator[Hit]:
    for claim in claims(reading):
        if claim.level is not None and claim.percent != claim.level * PER_LEVEL:
            yield _unlike(claim.spot, claim.level, claim.percent)
    rows = [row for row in result_rows(reading) if row.level is not None and row.percent is not None]
    fitting = [row for row in rows if row.percent == (row.level or 0) * PER_LEVEL]
    for row in rows if len(fitting) * 2 >= len(rows) else []:
        if row not in fitting and row.spot and row.level and row.percent is not None:
            yield _unlike(row.spot, row.level, row.percent)


def _unlike(spot: Spot, level: int, percent: Decimal) -> Hit:
    right = level * PER_LEVEL
    return Hit(
        spot,
        Words(
            f"ระดับ {level} ของ 5 ระดับเท่ากับร้อยละ {right} แต่พิมพ์ร้อยละ {percent}",
            f"level {level} of 5 is {right} %, printed is {percent} %",
        ),
    )


def _table_against_section(reading: Reading) -> Iterator[Hit]:
    rows = result_rows(reading)
    for claim in claims(reading):
        row = section_row(reading, claim, rows)
        if row is None or row.spot is None:
            continue
        other_percent = row.percent is not None and row.percent != claim.percent
        other_level = None not in (row.level, claim.level) and row.level != claim.level
        if other_percent or other_level:
            table = _result_words(row.level, row.percent)
            text = _result_words(claim.level, claim.percent)
            yield Hit(
                row.spot,
                Words(
                    f"ตารางพิมพ์{table.th} แต่ผลของเรื่องเดียวกันในเนื้อความคือ{text.th}",
                    f"the table says {table.en}, the text on it says {text.en}",
                ),
                (claim.spot,),
            )


def _result_words(level: int | None, percent: Decimal | None) -> Words:
    th = [f"ระดับ {level}" if level else "", f"ร้อยละ {percent}" if percent is not None else ""]
    en = [f"level {level}" if level else "", f"{percent} %" if percent is not None else ""]
    return Words(" ".join(filter(None, th)), ", ".join(filter(None, en)))


def _steps_against_percent(reading: Reading) -> Iterator[Hit]:
    for row in result_rows(reading):
        if row.percent is None or row.spot is None:
            continue
        if not any(_MILESTONE.match(name.text) for name in row.names):
            continue
        for cell in row.row.cells:
            for passage in cell:
                match = _STEPS.search(passage.plain)
                if match and int(match[1]) * PER_LEVEL != row.percent:
                    yield Hit(
                        passage.found(match),
                        Words(
                            f"แล้วเสร็จ {match[1]} จาก 5 ขั้นตอนเท่ากับร้อยละ {int(match[1]) * PER_LEVEL} "
                            f"แต่ช่องผลพิมพ์ร้อยละ {row.percent}",
                            f"{match[1]} of 5 steps are {int(match[1]) * PER_LEVEL} %, the row says {row.percent} %",
                        ),
                        (row.spot,),
                    )


def _two_counts(reading: Reading) -> Iterator[Hit]:
    said = [
        one
        for passage in reading.passages
        for one in counts_in(passage)
        if len(one.specific) >= _LEAST_SUBJECT and not _SCALE.search(_before(one))
    ]
    keys = [key(one.subject) for one in said]
    siblings = _siblings(reading)
    for low, high in _same_subject(keys):
        one, other = said[low], said[high]
        if one.number == other.number or one.unit.removesuffix("กำลัง") != other.unit.removesuffix("กำลัง"):
            continue
        if reading.one_table(one.spot.passage, other.spot.passage):
            continue
        if _of_one_list(one.spot, other.spot, siblings) or likeness(one.specific, other.specific) < 0.8:
            continue
        yield Hit(
            one.spot,
            Words(
                f"“{one.subject[-40:]} {one.number} {one.unit}” แต่อีกแห่งคือ {other.number} {other.unit}",
                f"{one.number} {one.unit} here, {other.number} elsewhere, of the same thing",
            ),
            (other.spot,),
        )


def _same_subject(keys: list[str]) -> Iterator[tuple[int, int]]:
    yield from near_pairs(keys, 0.75)
    seen: dict[str, int] = {}
    for n, text in enumerate(keys):
        if text in seen:
            yield seen[text], n
        seen.setdefault(text, n)


def _before(said: CountSaid) -> str:
    return said.spot.passage.plain[max(said.spot.start - 120, 0) : said.spot.start]


Siblings = dict[int, list[tuple[int, int, int]]]


def _siblings(reading: Reading) -> Siblings:
    """For each passage number the lists that its stretches belong to: list, start, end."""
    found: Siblings = {}
    for n, each in enumerate(lists_of(reading)):
        for item in each.items:
            found.setdefault(item.spot.passage.number, []).append((n, item.spot.start, item.spot.end))
    return found


def _of_one_list(one: Spot, other: Spot, siblings: Siblings) -> bool:
    """Whether two stretches stand in entries of one list, or in one passage."""
    return one.passage is other.passage or bool(_lists_at(one, siblings) & _lists_at(other, siblings))


def _lists_at(spot: Spot, siblings: Siblings) -> set[int]:
    return {n for n, start, end in siblings.get(spot.passage.number, []) if start <= spot.start < end}


def _wrong_percent(reading: Reading) -> Iterator[Hit]:
    """`20 หลักสูตร … แล้ว 14 หลักสูตร คิดเป็นร้อยละ 75`."""
    for passage in reading.passages:
        start = 0
        for match in _CLAIMED.finditer(passage.plain):
            pairs = _fractions(passage, max(start, match.start() - _WINDOW), match.start())
            percent = percent_of(match)
            start = match.end()
            if pairs and not any(_gives(part, whole, percent) for part, whole in pairs):
                part, whole = pairs[-1]
                right = _rounded(part * 100 / whole)
                yield Hit(
                    passage.found(match),
                    Words(
                        f"{part} จาก {whole} เท่ากับร้อยละ {right} ไม่ใช่ {percent}",
                        f"{part} of {whole} is {right} %, not {percent} %",
                    ),
                )
    yield from _wrong_row_percent(reading)


def _wrong_row_percent(reading: Reading) -> Iterator[Hit]:
    """A row that tells how many of how many, and its percentage."""
    for row in result_rows(reading):
        if row.percent is None or row.spot is None or any(_MILESTONE.match(n.text) for n in row.names):
            continue
        pairs = [
            pair
            for cell in row.row.cells
            for passage in cell
            for pair in _fractions(passage, 0, len(passage.plain))
        ]
        if pairs and not any(_gives(part, whole, row.percent) for part, whole in pairs):
            part, whole = pairs[-1]
            yield Hit(
                row.spot,
                Words(
                    f"{part} จาก {whole} เท่ากับร้อยละ {_rounded(part * 100 / whole)} ไม่ใช่ {row.percent}",
                    f"{part} of {whole} is {_rounded(part * 100 / whole)} %, not {row.percent} %",
                ),
            )


def _fractions(passage: Passage, start: int, end: int) -> list[tuple[Decimal, Decimal]]:
    """The parts and wholes that a stretch names: `14 จาก 20`, or two counts of one unit, whole first or last."""
    said = [(value(m[1]), value(m[2])) for m in _OF.finditer(passage.plain, start, end)]
    if said:
        return [(part, whole) for part, whole in said if whole > 0 and part <= whole]
    counts = list(counts_in(passage, start, end))
    return [
        (min(one.number, other.number), max(one.number, other.number))
        for n, one in enumerate(counts)
        for other in counts[n + 1 :]
        if one.unit == other.unit and max(one.number, other.number) > 0
    ]


def _gives(part: Decimal, whole: Decimal, percent: Decimal) -> bool:
    """Whether the fraction is the percentage, to the decimals that it is said with (half up, or cut off)."""
    exponent = percent.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    exact = part * 100 / whole
    return exact.quantize(step, ROUND_HALF_UP) == percent or 0 <= exact - percent < step


def _rounded(percent: Decimal) -> Decimal:
    return percent.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize() + 0


def _two_levels(reading: Reading) -> Iterator[Hit]:
    """`ถึงระดับ 4 ดังนี้` before `ผลการดำเนินการอยู่ในระดับ 3` in one section."""
    announced: tuple[int, Spot] | None = None
    for passage in reading.flow:
        if passage.level or passage.bold or (announced and _far(announced[1].passage, passage)):
            announced = None
        for match in _LEVEL_SAID.finditer(passage.plain):
            level, spot = int(match["level"]), passage.found(match)
            if match["at"] and announced and announced[0] != level:
                yield Hit(
                    spot,
                    Words(
                        f"สรุปว่าอยู่ในระดับ {level} แต่ข้างต้นบอกว่าถึงระดับ {announced[0]}",
                        f"concluded is level {level}, above it says level {announced[0]}",
                    ),
                    (announced[1],),
                )
            announced = None if match["at"] else (level, spot)


def _far(one: Passage, other: Passage) -> bool:
    return one.source != other.source or other.number - one.number > _SECTION


RULES = (
    Rule(
        "A0101",
        "warning",
        Words("ระดับกับร้อยละไม่ตรงกัน", "A level and a percentage that differ"),
        Words(
            "“ระดับ n … หรือคิดเป็นร้อยละ p” บนเกณฑ์ ๕ ระดับ: p ควรเป็น n × ๒๐ ถ้าร้อยละเป็นค่าที่วัดได้จริง "
            "ให้บอกไว้ในหมายเหตุ แล้วยอมรับข้อนี้",
            "`ระดับ n … หรือคิดเป็นร้อยละ p` on a scale of five: p is n × 20. Where the percentage is the measured ratio, "
            "say so in a note and accept the finding.",
        ),
        Words("แก้ระดับหรือร้อยละ หรือบอกวิธีคิดร้อยละ", "mend one of them, or say how the percentage is reached"),
        _level_is_percent,
    ),
    Rule(
        "A0102",
        "error",
        Words("ร้อยละในตารางไม่ตรงกับเนื้อความ", "A table's percentage that its section contradicts"),
        Words(
            "แถวของตารางผล เทียบกับ “ระดับ n … คิดเป็นร้อยละ p” ในหัวข้อที่มีชื่อเดียวกัน",
            "A row of a results table against `ระดับ n … คิดเป็นร้อยละ p` in the section under the same name.",
        ),
        Words("ใช้ผลเดียวกันทั้งสองแห่ง", "give one result in both places"),
        _table_against_section,
    ),
    Rule(
        "A0103",
        "error",
        Words("จำนวนขั้นตอนไม่ตรงกับร้อยละ", "Steps done that do not give the percentage"),
        Words(
            "แถวของตัวชี้วัด “ระดับความสำเร็จ…” ที่บอกว่าแล้วเสร็จ n ขั้นตอน (เกณฑ์ ๕ ระดับ) เทียบกับร้อยละในแถวเดียวกัน",
            "A row of a ระดับความสำเร็จ indicator that says n steps are done, against the row's percentage (five levels).",
        ),
        Words("แก้ร้อยละหรือจำนวนขั้นตอน", "mend the percentage or the steps"),
        _steps_against_percent,
    ),
    Rule(
        "A0104",
        "error",
        Words("เรื่องเดียวกันนับได้ไม่เท่ากัน", "One thing counted twice, differently"),
        Words(
            "จำนวนของหน่วยเดียวกันที่ตามหลังถ้อยคำเกือบเหมือนกันในคนละที่ (ไม่เทียบข้อในรายการหรือตารางเดียวกัน และเกณฑ์ของระดับ)",
            "Counts of one unit after nearly the same words in two places; entries of one list or table, and the "
            "definitions of levels, are not compared.",
        ),
        Words("ตรวจกับหลักฐาน แล้วใช้จำนวนเดียวกัน", "look it up, and give one number"),
        _two_counts,
    ),
    Rule(
        "A0105",
        "error",
        Words("ระดับที่สรุปไม่ตรงกับข้างต้น", "A level that the section itself contradicts"),
        Words(
            "“ถึงระดับ n ดังนี้” กับ “อยู่ในระดับ n” ในหัวข้อเดียวกัน",
            "`ถึงระดับ n` and `อยู่ในระดับ n` in one section.",
        ),
        Words("ใช้ระดับเดียวกัน", "give one level"),
        _two_levels,
    ),
    Rule(
        "A0401",
        "error",
        Words("ร้อยละคิดผิด", "A percentage worked out wrong"),
        Words(
            "“ก จาก ข … คิดเป็นร้อยละ p” หรือจำนวนสองจำนวนของหน่วยเดียวกันก่อนร้อยละ และแถวตารางที่ไม่ใช่ “ระดับความสำเร็จ…”",
            "`a จาก b … คิดเป็นร้อยละ p`, or two counts of one unit before it; and rows of tables, but for ระดับความสำเร็จ.",
        ),
        Words("คิดร้อยละใหม่จากตัวตั้งและตัวหาร", "work the percentage out again"),
        _wrong_percent,
    ),
)

__all__ = ["PERCENT", "RULES"]
