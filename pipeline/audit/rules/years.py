"""Family 5: fiscal years and the years of plans."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from pipeline.audit.dates import ranges_in
from pipeline.audit.findings import Match, Rule
from pipeline.audit.near import key, likeness
from pipeline.audit.text_blocks import Reading, Span
from pipeline.diagnostics import Message
from pipeline.thai.dates import ERA

_FISCAL = re.compile(
    r"(?P<every>ประจำ)?ปีงบประมาณ\s*(?:พ\.ศ\.\s*)?(?P<year>25\d\d)(?!\s*[-–—]\s*(?:พ\.ศ\.\s*)?25\d\d)(?!\d)"
)
_PLAN_YEARS = re.compile(
    r"(?P<name>แผน[ก-๎]{6,}[^\d]{0,70}?)\s*(?:พ\.ศ\.\s*)?(?P<first>25\d\d)\s*[-–—]\s*(?:พ\.ศ\.\s*)?(?P<last>25\d\d)"
)
_PLAN_NAME = re.compile(r"แผน[ก-๎]+")
_OTHER_YEAR = re.compile(
    r"เดิม|ปีก่อน|ที่ผ่านมา|ย้อนหลัง|เปรียบเทียบ|เทียบกับ|ทบทวน|ปีถัดไป|ปีต่อไป|ถัดไป|ล่วงหน้า|ผลงาน|ตั้งแต่|จนถึง|และ|ถึง|กับ"
)
_OLDER = re.compile(r"(?:ทบทวน|เดิมคือ|เดิมตาม)\s*$")
"""Before the name of a plan that was there before this one."""
_MAIN_SHARE = 0.8
_MOST_SLIPS = 2
_FISCAL_START = 10


def _main_year(reading: Reading) -> tuple[str, list[tuple[str, str, Span]]] | None:
    """The fiscal year that a paper is about, and every mention of one year."""
    found = [
        (match["year"], passage.plain[max(match.start() - 30, 0) : match.end() + 12], passage.span_of(match))
        for passage in reading.passages
        for match in _FISCAL.finditer(passage.plain)
    ]
    years = Counter(year for year, _, _ in found)
    if not years:
        return None
    main, many = years.most_common(1)[0]
    return (main, found) if many >= _MAIN_SHARE * len(found) and many >= 3 else None


def _other_fiscal_year(reading: Reading) -> Iterator[Match]:
    about = _main_year(reading)
    if about is None:
        return
    main, found = about
    others = Counter(year for year, _, _ in found if year != main)
    for year, around, spot in found:
        if year != main and others[year] <= _MOST_SLIPS and not _OTHER_YEAR.search(around):
            yield Match(
                spot,
                Message(
                    f"ที่นี่คือปีงบประมาณ {year} แต่ทั้งเอกสารว่าด้วยปีงบประมาณ {main}",
                    f"fiscal year {year} here; the paper is about {main}",
                ),
            )


def _period_of_other_year(reading: Reading) -> Iterator[Match]:
    """`ปีงบประมาณ พ.ศ. 2563 … (1 ตุลาคม 2561 - 31 มีนาคม 2562)`."""
    for passage in reading.passages:
        for said in ranges_in(passage):
            before = list(_FISCAL.finditer(passage.plain, max(said.spot.start - 90, 0), said.spot.start))
            if not before or not said.start or not said.end or (said.end - said.start).days < 28:
                continue
            year = said.end.year + ERA + (said.end.month >= _FISCAL_START)
            if str(year) != before[-1]["year"]:
                yield Match(
                    said.spot,
                    Message(
                        f"ช่วงนี้อยู่ในปีงบประมาณ {year} ไม่ใช่ {before[-1]['year']}",
                        f"these dates are of fiscal year {year}, not {before[-1]['year']}",
                    ),
                )


def _plan_years(reading: Reading) -> Iterator[Match]:
    """One plan with two spans of years."""
    plans: dict[str, dict[tuple[str, str], list[Span]]] = defaultdict(lambda: defaultdict(list))
    for passage in reading.passages:
        for match in _PLAN_YEARS.finditer(passage.plain):
            if _OLDER.search(passage.plain[max(match.start() - 12, 0) : match.start()]):
                continue
            last = list(_PLAN_NAME.finditer(match["name"]))[-1]
            name = key(last.group())
            known = next((one for one in plans if likeness(one, name) >= 0.9), name)
            plans[known][match["first"], match["last"]].append(passage.span_of(match))
    for spans in plans.values():
        usual = max(spans, key=lambda span: len(spans[span]))
        for span, spots in spans.items():
            if span == usual:
                continue
            yield Match(
                spots[0],
                Message(
                    f"แผนเดียวกันเป็น พ.ศ. {span[0]} - {span[1]} ที่นี่ แต่ {usual[0]} - {usual[1]} ที่อื่น "
                    f"(ถ้าเป็นแผนเดิม ให้บอกไว้)",
                    f"the plan spans {span[0]}-{span[1]} here and {usual[0]}-{usual[1]} elsewhere; say "
                    f"so if it is an older plan",
                ),
                (*spots[1:], spans[usual][0]),
            )


RULES = (
    Rule(
        "A0521",
        "warning",
        Message("ปีงบประมาณต่างจากทั้งเอกสาร", "A fiscal year other than the paper's"),
        Message(
            "ปีงบประมาณที่พบไม่เกินสองแห่ง เมื่ออย่างน้อยสี่ในห้าเป็นปีเดียวกัน ช่วงปีและข้อความที่เทียบกับปีอื่น (เดิม ที่ผ่านมา "
            "ผลงาน) ไม่นับ",
            "A fiscal year met once or twice where four in five are of one year; spans and comparisons "
            "(เดิม, ที่ผ่านมา, ผลงาน) are let be.",
        ),
        Message("ตรวจว่าพิมพ์ปีผิดหรือไม่", "see whether the year is a slip"),
        _other_fiscal_year,
    ),
    Rule(
        "A0522",
        "error",
        Message("ช่วงวันที่อยู่นอกปีงบประมาณ", "Dates outside the fiscal year named"),
        Message(
            "ช่วงวันที่ตั้งแต่ ๒๘ วัน ที่ตามหลังปีงบประมาณ: ปีงบประมาณเริ่ม ๑ ตุลาคมของปีก่อน",
            "A range of 28 days or more after a fiscal year; that begins on 1 October of the year before.",
        ),
        Message("แก้ปีงบประมาณหรือช่วงวันที่", "mend the fiscal year or the dates"),
        _period_of_other_year,
    ),
    Rule(
        "A0523",
        "warning",
        Message("แผนเดียวกันมีสองช่วงปี", "One plan with two spans of years"),
        Message(
            "ชื่อแผนเดียวกันตามด้วยช่วงปีที่ต่างกัน แผนที่นำมาทบทวนไม่นับ",
            "One plan's name before different spans of years; a plan that is reviewed (ทบทวน) is let be.",
        ),
        Message("แก้ช่วงปี หรือบอกว่าเป็นแผนฉบับเดิม", "mend the years, or say that it is the older plan"),
        _plan_years,
    ),
)
