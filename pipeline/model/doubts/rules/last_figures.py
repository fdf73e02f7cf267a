"""Figures held against the last round: results that fall, targets that change, work that is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.diagnostics import Message
from pipeline.model.criteria import criteria_of
from pipeline.model.doubts.doubt import Odd, doubt
from pipeline.model.doubts.figures import figure_of
from pipeline.thai.promises import last_month_in

if TYPE_CHECKING:
    from pipeline.model.doubts.against import Against
    from pipeline.model.doubts.walk import Walked
    from pipeline.model.indicators import Scored
    from pipeline.model.round_values import RoundValue

_SUMS_UP = re.compile(r"(?<!ไม่)สะสม")
_RATE = re.compile(r"ร้อยละ|อัตรา|สัดส่วน|เฉลี่ย|พึงพอใจ|ดัชนี|คะแนน|ระดับ")
_OF_ITS_ROUND = re.compile(r"ในรอบ|เฉพาะรอบ|ไม่สะสม|รายไตรมาส|ต่อไตรมาส|ของไตรมาส|ต่อเดือน|คงเหลือ|ค้าง|ว่าง|ขาด")
_COUNTED = re.compile(r"จำนวน|คน|ราย|ครั้ง|เรื่อง|กิจกรรม|หลักสูตร|รุ่น|ฉบับ|แห่ง|โครงการ|ชุด|คู่มือ|บาท|สาขา|ตำแหน่ง|อัตรา\b")
_STEPWISE = frozenset({"milestone", "count", "table"})
"""Types of scale on which what is done adds up."""
_ALWAYS_GROW = frozenset({"steps", "spent"})
"""Fields of a result that only grow within a year."""

_ASKED_OF_PEOPLE = re.compile(r"พึงพอใจ|ความเห็น|ผู้ตอบ|แบบสอบถาม|แบบสำรวจ")
_UNITS = r"(?:คน|ราย|ครั้ง|หลักสูตร|รุ่น|แห่ง|เรื่อง|กิจกรรม|โครงการ|ฉบับ|ชุด|ท่าน)"
_LEFT = re.compile(r"ไม่|เหลือ|ค้าง|ขาด|ว่าง|ผู้ตอบ|พึงพอใจ")


@doubt(
    "D1001",
    title=Message("ผลสะสมลดจากรอบก่อน", "A result that adds up and fell"),
    about=Message(
        "ขั้นตอนที่แล้วเสร็จ จำนวนที่นับสะสม งบประมาณที่ใช้ และจำนวนในข้อความที่ตามด้วยคน ครั้ง รุ่น ฯลฯ ที่น้อยกว่ารอบก่อน "
        "เมื่อทั้งสองรอบเริ่มวันเดียวกัน ร้อยละ อัตรา ค่าเฉลี่ย และผลที่คิดเฉพาะรอบ ลดได้ ไม่ถามถึง "
        "และปีใหม่นับใหม่ทั้งหมด",
        "Steps done, counted results, money spent and counts in texts that are less than last round's, where "
        "both rounds begin on one day. Rates, averages and results of a round by itself may fall; in a new "
        "year all begins anew.",
    ),
    ask=Message("ตรวจตัวเลขกับรอบก่อน", "look the figure up beside last round's"),
)
def falling_results(walked: Walked) -> Iterator[Odd]:
    """Each figure that is less than the last round's and adds up."""
    held = walked.against
    if held is None or not held.grows:
        return
    for value in held.now:
        if value.part != "result" or held.is_past(value):
            continue
        last = held.last_of(value)
        this, before = figure_of(value.value), figure_of(last.value if last else "")
        if last is None or this is None or before is None or this >= before or not _adds_up(value, held):
            continue
        whose = held.whose(value.owner)
        yield Odd(
            value.path,
            f"{whose} {value.title} {this:f}",
            Message(
                f"{value.title}ของ '{whose}' ลดจาก {before:f} ในรอบก่อนเหลือ {this:f}",
                f"{value.title} of '{whose}' fell from {before:f} last round to {this:f}",
            ),
        )


def _adds_up(value: RoundValue, held: Against) -> bool:
    """Whether a figure can only grow within the year."""
    if value.name == "facts":
        return _is_count_of_people_or_things(value, held)
    found = held.scored.get(held.whose(value.owner))
    scored = found[1] if found else None
    if value.name in _ALWAYS_GROW:
        return True
    if value.name == "value":
        return scored is not None and _is_counted(scored)
    return value.name == "numerator" and scored is not None and _is_part_of_the_same(value, scored, held)


def _words(scored: Scored) -> str:
    said = (getattr(scored, name, "") for name in ("name", "indicator", "unit", "target"))
    return " ".join(text for text in said if isinstance(text, str))


def _is_counted(scored: Scored) -> bool:
    words = _words(scored)
    if _SUMS_UP.search(words):
        return True
    if _RATE.search(words) or _OF_ITS_ROUND.search(words):
        return False
    return bool(_COUNTED.search(words)) or getattr(scored.scale, "type", "") in _STEPWISE


def _is_part_of_the_same(value: RoundValue, scored: Scored, held: Against) -> bool:
    """Whether a numerator is counted out of what it was counted out of last round."""
    words = _words(scored)
    if _SUMS_UP.search(words):
        return True
    if _OF_ITS_ROUND.search(words) or _ASKED_OF_PEOPLE.search(words):
        return False
    whole = held.before.get(f"{value.written.rpartition('.')[0]}.denominator")
    return whole is not None and figure_of(whole.value) == getattr(
        held.record(value.owner), "denominator", None
    )


def _is_count_of_people_or_things(value: RoundValue, held: Against) -> bool:
    """Whether texts of the row print a fact as a count of what was done."""
    name = re.escape(str(value.path[-1]))
    said = re.compile(rf"(.{{0,30}})\{{\s*{name}\s*\}}\s*{_UNITS}")
    texts = (each.value for each in held.by_owner.get(value.owner, ()) if each.is_text)
    found = [match for text in texts for match in said.finditer(text)]
    return bool(found) and not any(_LEFT.search(match[1]) for match in found)


@doubt(
    "D1002",
    title=Message("เกณฑ์หรือเป้าหมายเปลี่ยนระหว่างปี", "A scale or target changed in mid-year"),
    about=Message(
        "เกณฑ์ เป้าหมาย หรือระดับที่เป็นเป้าหมาย ที่ต่างจากรอบก่อนของปีเดียวกัน",
        "A scale, a target or its level that differs from last round's of the same year.",
    ),
    ask=Message("ตรวจว่ามีมติให้เปลี่ยน", "see that the change was decided"),
)
def changed_targets(walked: Walked) -> Iterator[Odd]:
    """Each indicator that is measured by something else."""
    held = walked.against
    if held is None or not held.is_same_year:
        return
    for whose, (path, scored) in held.scored.items():
        last = held.scores.get(whose)
        this = criteria_of(scored)
        if last is not None and last.criteria and last.criteria != this:
            at = _changed_field(scored, last.criteria)
            yield Odd(
                (*path, at),
                f"{whose} {this}",
                Message(
                    f"เกณฑ์หรือเป้าหมายของ '{whose}' เปลี่ยนจาก {last.criteria} เป็น {this}",
                    f"'{whose}' was measured by {last.criteria}, and now by {this}",
                ),
            )


def _changed_field(scored: Scored, last: str) -> str:
    """The field that is told: the target in words, where that is not what it was, else the scale."""
    target = getattr(scored, "target", "")
    if isinstance(target, str) and target and not last.endswith(target):
        return "target"
    return "scale"


@doubt(
    "D1003",
    title=Message("น้ำหนักเปลี่ยนระหว่างปี", "A weight changed in mid-year"),
    about=Message(
        "น้ำหนักที่ต่างจากรอบก่อนของปีเดียวกัน", "A weight that differs from last round's of the same year."
    ),
    ask=Message("ตรวจว่ามีมติให้เปลี่ยน", "see that the change was decided"),
)
def changed_weights(walked: Walked) -> Iterator[Odd]:
    """Each indicator with another weight."""
    held = walked.against
    if held is None or not held.is_same_year:
        return
    for whose, (path, scored) in held.scored.items():
        last = held.scores.get(whose)
        if last is None or last.weight is None or scored.weight is None or last.weight == scored.weight:
            continue
        yield Odd(
            (*path, "weight"),
            f"{whose} {scored.weight:f}",
            Message(
                f"น้ำหนักของ '{whose}' เปลี่ยนจาก {last.weight:f} เป็น {scored.weight:f}",
                f"the weight of '{whose}' was {last.weight:f}, and is {scored.weight:f}",
            ),
        )


@doubt(
    "D1004",
    title=Message("งานของรอบก่อนหายไป", "Work of the last round is gone"),
    about=Message(
        "โครงการหรือตัวชี้วัดของรอบก่อนในปีเดียวกัน ที่ไม่มีในรอบนี้และไม่มีข้อความใดบอกว่ายกเลิก",
        "A project or indicator of the last round of the same year that this round has not, with no word of "
        "its being given up.",
    ),
    ask=Message("ใส่คืน หรือใส่สถานะ ยกเลิก พร้อมเหตุผล", "put it back, or report it as cancelled with the reason"),
)
def vanished_work(walked: Walked) -> Iterator[Odd]:
    """Each id that is no more."""
    held = walked.against
    if held is None or not held.is_same_year or not held.scored:
        return
    names = {scored.name for _, scored in held.scored.values()}
    places = [path for path, _ in held.scored.values()]
    where = next((path[: path.index(0)] for path in places if 0 in path), ())
    for whose, last in held.scores.items():
        if whose in held.scored or last.name in names or _is_told_of(last.name, walked):
            continue
        shown = f"{whose} {last.name}".strip()
        yield Odd(where, shown, Message(f"ไม่มี {shown} ซึ่งมีในรอบก่อน", f"{shown} of the last round is not here"))


def _is_told_of(name: str, walked: Walked) -> bool:
    """Whether a text says that work of that name was given up."""
    texts = (value for _, value in walked.values if isinstance(value, str) and "ยกเลิก" in value)
    return bool(name) and any(name in text for text in texts)


@doubt(
    "D1005",
    title=Message("ผลของรอบก่อนเปลี่ยนไป", "A result of an earlier round was changed"),
    about=Message(
        "ผลของรอบก่อนที่อยู่ข้างรอบนี้ในเอกสารเดียวกัน และต่างจากที่เคยรายงาน",
        "A result of an earlier round that stands beside this one, and differs from what was reported.",
    ),
    ask=Message("ตรวจกับเอกสารของรอบก่อน", "look it up in the paper of that round"),
)
def changed_past(walked: Walked) -> Iterator[Odd]:
    """Each figure of an earlier round that differs."""
    held = walked.against
    if held is None:
        return
    for value in held.now:
        last = held.before.get(value.written)
        if last is None or value.part != "result" or not held.is_past(value):
            continue
        this, before = figure_of(value.value), figure_of(last.value)
        if this is not None and before is not None and this != before:
            whose = held.whose(value.owner)
            yield Odd(
                value.path,
                f"{whose} {value.title} {this:f}",
                Message(
                    f"{value.title}ของ '{whose}' ในรอบก่อนเคยเป็น {before:f} แต่ที่นี่เป็น {this:f}",
                    f"{value.title} of '{whose}' was {before:f} in that round, and is {this:f} here",
                ),
            )


@doubt(
    "D1013",
    title=Message("เกณฑ์ น้ำหนัก หรือเวลายังเป็นของปีก่อน", "Targets, weights or times are still last year's"),
    about=Message(
        "ปีใหม่ที่เกณฑ์ เป้าหมาย และน้ำหนักทุกตัวเหมือนปีก่อน ถามครั้งเดียว และระยะเวลาดำเนินการที่สิ้นสุดก่อนวันแรกของรอบ",
        "A new year in which every scale, target and weight is last year's, asked once; and a project's time "
        "that is over before the round begins.",
    ),
    ask=Message("ตรวจกับแผนของปีนี้", "look it up in this year's plan"),
)
def last_years_plan(walked: Walked) -> Iterator[Odd]:
    """The plan as a whole, and each time that is over."""
    held = walked.against
    if held is None or held.period is None or held.last.period is None or held.is_same_year:
        return
    both = [(held.scores[whose], each) for whose, (_, each) in held.scored.items() if whose in held.scores]
    if both and all(last.weight == each.weight and last.criteria == criteria_of(each) for last, each in both):
        path = next(path for path, _ in held.scored.values())
        yield Odd(
            path[:1],
            held.period.year_text,
            Message(
                f"เกณฑ์ เป้าหมาย และน้ำหนักทั้ง {len(both)} ตัวเหมือนปีก่อนทุกค่า",
                f"all {len(both)} scales, targets and weights are those of the year before",
            ),
        )
    for path, scored in held.scored.values():
        time = getattr(scored, "time", "")
        ends = last_month_in(time) if isinstance(time, str) else None
        if ends is not None and ends < held.period.start:
            said = Message(f"ระยะเวลา {time} สิ้นสุดก่อนรอบนี้", f"{time} is over before this round")
            yield Odd((*path, "time"), time, said)
