"""Texts held against the last round: unchanged, of another round, with the former name of a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.diagnostics import Message
from pipeline.model.doubts.doubt import Odd, doubt
from pipeline.model.doubts.figures import figure_of
from pipeline.model.last_round import OUTCOME
from pipeline.model.office_input import HasMemoHead
from pipeline.model.period import Period
from pipeline.thai.dates import MONTHS, SHORT_MONTHS, long_date
from pipeline.thai.digits import to_arabic

if TYPE_CHECKING:
    from pipeline.intake import ValuePath
    from pipeline.model.doubts.against import Against
    from pipeline.model.doubts.walk import Walked
    from pipeline.model.round_values import RoundValue

_NAME = re.compile(r"\{([^{}]+)\}")
_OF_THE_OFFICE = frozenset(
    {
        "office", "ส่วนราชการ", "หน่วยงาน", "office_short", "ชื่อย่อส่วนราชการ", "ชื่อย่อหน่วยงาน", "ministry",
        "กระทรวง", "plan_steps", "ขั้นตอนตามแผน",
    }
)  # fmt: skip
"""Names in braces that print the same in every round."""

_MONTH = re.compile("|".join(map(re.escape, (*MONTHS, *SHORT_MONTHS))))
_EVENT = re.compile(r"เมื่อ(?:วัน)?ที่?\s*\d{1,2}")
_FIGURE = re.compile(r"\d[\d,.]*")
_FULL = 100
_LONG = 12
_QUOTED = 60


@doubt(
    "D1006",
    title=Message("ข้อความเหมือนรอบก่อนทุกคำ", "Texts word for word last round's"),
    about=Message(
        "ข้อความของผล หมายเหตุ ปัญหา และข้อเสนอแนะ ที่เหมือนรอบก่อนทุกคำ ถามครั้งเดียวต่อโครงการหรือตัวชี้วัด "
        "ข้อความที่พิมพ์ตัวเลขใหม่ด้วย {ชื่อ} งานที่ยกเลิก งานที่ครบแล้วทั้งสองรอบ และข้อความที่ใส่ ยังใช้ได้ ไม่ถาม "
        "ข้อความอื่นถามเมื่อมีตัวเลขหรือชื่อเดือน",
        "Texts of a result, notes, problems and suggestions that are word for word last round's, asked once "
        "for a project or indicator. Not asked: texts that print a new figure by {name}, work given up, work "
        "done in full in both rounds, and texts ticked as still right. Other texts are asked about where "
        "they hold figures or months.",
    ),
    ask=Message(
        "เขียนใหม่ หรือใส่ ใช่ ในช่อง ยังใช้ได้ ของแผ่นงาน ค่ารอบก่อน",
        "write it anew, or tick it as still right in the sheet ค่ารอบก่อน (`still`)",
    ),
)
def unchanged_texts(walked: Walked) -> Iterator[Odd]:
    """One doubt for each row, at its first text that nobody changed."""
    held = walked.against
    if held is None:
        return
    for owner, values in held.by_owner.items():
        if _is_settled(owner, held):
            continue
        same = [each for each in values if _is_unchanged(each, held)]
        if not same:
            continue
        whose = held.whose(owner) if owner else ""
        fields = ", ".join(dict.fromkeys(each.title for each in same))
        of = Message(f"ของ '{whose}'", f" of '{whose}'") if whose else Message("", "")
        yield Odd(
            same[0].path,
            str(same[0].value),
            Message(
                f"ข้อความ{of.th} {len(same)} แห่ง ({fields}) เหมือนรอบก่อนทุกคำ",
                f"{len(same)} texts{of.en} ({fields}) are word for word last round's",
            ),
        )


def _is_settled(owner: ValuePath, held: Against) -> bool:
    """Whether a row is of work given up, or was done in full last round: there is nothing new to tell."""
    record = held.record(owner)
    if getattr(record, "status", "") == "cancelled":
        return True
    last = held.scores.get(held.whose(owner)) if held.grows else None
    done = last is not None and last.percent is not None and last.percent >= _FULL
    return done and not _has_new_figures(owner, held)


def _has_new_figures(owner: ValuePath, held: Against) -> bool:
    figures = [each for each in held.by_owner[owner] if each.part == "result" and not each.is_text]
    return any(
        (last := held.last_of(each)) is None or not _is_alike(last.value, each.value) for each in figures
    )


def _is_alike(typed: str, value: object) -> bool:
    one, other = figure_of(typed), figure_of(value)
    return typed.strip() == str(value).strip() if one is None or other is None else one == other


def _is_unchanged(value: RoundValue, held: Against) -> bool:
    """Whether a text stood in the same field last round and nobody said that it is still right."""
    if not value.is_text or held.is_past(value) or value.value.startswith(OUTCOME):
        return False
    text = value.value
    known = [each for each in held.last_texts(value.owner) if _folded(each.value) == _folded(text)]
    if not known or any(each.still for each in known) or _prints_anew(text, value.owner, held):
        return False
    if _is_of_a_result(value, held):
        return len(text) >= _LONG
    return bool(_FIGURE.search(to_arabic(text)) or _MONTH.search(text))


def _is_of_a_result(value: RoundValue, held: Against) -> bool:
    return bool(value.owner) and any(
        each.part == "result" and not each.is_text for each in held.by_owner[value.owner]
    )


def _folded(text: str) -> str:
    return " ".join(text.split())


def _prints_anew(text: str, owner: ValuePath, held: Against) -> bool:
    """Whether a name in the text prints a figure of this round."""
    phrases = getattr(held.record(owner), "phrases", {}) if owner else {}
    names = {name.strip() for name in _NAME.findall(text)} - _OF_THE_OFFICE - set(phrases)
    return bool(names) and (_has_new_figures(owner, held) if owner else True)


@doubt(
    "D1007",
    title=Message("เรื่องเดิม เปลี่ยนเพียงตัวเลข", "The same tale with another figure"),
    about=Message(
        "ข้อความที่เล่าเหตุการณ์ซึ่งมีวันที่แล้ว เหมือนรอบก่อนทุกคำยกเว้นตัวเลขหนึ่งตัว",
        "A text that tells of a dated event, word for word last round's but for one figure.",
    ),
    ask=Message("ตรวจว่าเป็นเหตุการณ์เดิมหรือเหตุการณ์ใหม่", "see whether it is the same event"),
)
def same_tale(walked: Walked) -> Iterator[Odd]:
    """Texts of which one figure changed, and not the day that they tell of."""
    held = walked.against
    for value in held.now if held else ():
        if held is None or not value.is_text or not _EVENT.search(to_arabic(value.value)):
            continue
        if any(_differs_by_a_figure(value.value, each.value) for each in held.last_texts(value.owner)):
            quote = value.value
            yield Odd(
                value.path,
                quote,
                Message(
                    f"เหมือนรอบก่อนทุกคำ เปลี่ยนเพียงตัวเลข: {quote[:_QUOTED]}…",
                    f"word for word last round's but for one figure: {quote[:_QUOTED]}…",
                ),
            )


def _differs_by_a_figure(one: str, other: str) -> bool:
    one, other = _folded(to_arabic(one)), _folded(to_arabic(other))
    if one == other or _FIGURE.sub("0", one) != _FIGURE.sub("0", other):
        return False
    pairs = zip(_FIGURE.finditer(one), _FIGURE.finditer(other), strict=True)
    changed = [this.start() for this, that in pairs if this[0] != that[0]]
    days = [match.span() for match in _EVENT.finditer(one)]
    return len(changed) == 1 and not any(start <= changed[0] < end for start, end in days)


@doubt(
    "D1009",
    title=Message("ชื่อรอบก่อนค้างในข้อความ", "The name of the last round in a text"),
    about=Message(
        "ข้อความที่พิมพ์ไว้ตายตัวว่าเป็นไตรมาสหรือรอบกี่เดือนของรอบก่อน และไม่ได้เอ่ยถึงรอบนี้",
        "Fixed words that name last round's quarter or months, in a text that does not name this round.",
    ),
    ask=Message("แก้เป็นรอบนี้ หรือใช้ {ไตรมาส} {จำนวนเดือน}", "name this round, or use {quarter} and {months}"),
)
def stale_names(walked: Walked) -> Iterator[Odd]:
    """Texts beside the results that name another round."""
    held = walked.against
    if held is None or held.period is None or held.last.period is None:
        return
    old, new = _names_of(held.last.period), _names_of(held.period)
    stale = [said for kind, said in old.items() if said.pattern != new[kind].pattern]
    if held.last.period.end == held.period.end:
        return
    for path, text in _wording(walked):
        plain = to_arabic(text)
        if any(said.search(plain) for said in new.values()):
            continue
        found = next((match for said in stale if (match := said.search(plain))), None)
        if found:
            start = max(0, found.start() - 30)
            quote = text[start : found.end()].strip()
            yield Odd(
                path,
                quote,
                Message(f"'{found[0]}' เป็นชื่อของรอบก่อน", f"'{found[0]}' is the name of the last round"),
            )


def _names_of(period: Period) -> dict[str, re.Pattern[str]]:
    """How a round is named in words."""
    return {
        "quarter": re.compile(rf"ไตรมาส\s*(?:ที่)?\s*{period.quarter}(?!\d)"),
        "months": re.compile(rf"รอบ(?:ระยะเวลา)?\s*{period.months}\s*เดือน"),
    }


def _wording(walked: Walked) -> Iterator[tuple[ValuePath, str]]:
    """Paragraphs of memo and report, the subject and the cover; not the texts of results."""
    held = walked.against
    owners = {each.path[:2] for each in held.now if each.owner} if held else set()
    for path, passages, _ in walked.paragraphs:
        if path[:2] in owners and len(path) > 1:
            continue
        yield from (((*path, n, "text"), passage.text) for n, passage in enumerate(passages))
    told = walked.office_input
    if isinstance(told, HasMemoHead):
        yield ("memo", "subject"), str(getattr(told.memo, "subject", ""))
    report = getattr(told, "report", None)
    yield from ((("report", "cover", n), text) for n, text in enumerate(getattr(report, "cover", None) or ()))


@doubt(
    "D1010",
    title=Message("ชื่อเดิมของหน่วยงาน", "The former name of a unit"),
    about=Message(
        "ข้อความหรือหัวบันทึกที่มีชื่อหน่วยงานของรอบก่อน ซึ่งเปลี่ยนชื่อแล้ว",
        "A text, or the head of a memo, with the name that a unit had last round and has no more.",
    ),
    ask=Message("แก้เป็นชื่อใหม่", "use its new name"),
)
def former_units(walked: Walked) -> Iterator[Odd]:
    """Every text that names a unit as it was called."""
    held = walked.against
    units = getattr(walked.office_input, "units", ()) if held else ()
    now = {f"units[{unit.id}].name": unit.name for unit in units}
    current = set(now.values())
    if held is None:
        return
    renamed = {
        old.value: new
        for path, new in now.items()
        if (old := held.before.get(path)) and old.value != new and old.value not in current
    }
    for path, value in walked.values if renamed else ():
        if not isinstance(value, str) or path[:1] == ("units",):
            continue
        for former, new in renamed.items():
            if former in value and new not in value:
                said = Message(f"'{former}' เปลี่ยนชื่อเป็น '{new}' แล้ว", f"'{former}' is now '{new}'")
                yield Odd(path, former, said)


@doubt(
    "D1011",
    title=Message("เรื่องค้างยังไม่บอกผล", "A matter left open without its outcome"),
    about=Message(
        f"เรื่องที่ยกมาจากรอบก่อน ซึ่งบรรทัด {OUTCOME} ยังว่าง", f"A carried matter whose line {OUTCOME} is empty."
    ),
    ask=Message("เติมผลในรอบนี้ หรือลบเรื่องที่จบแล้ว", "tell the outcome, or delete what came to an end"),
)
def open_matters(walked: Walked) -> Iterator[Odd]:
    """Each empty outcome; also without a last round in the data."""
    for path, value in walked.values:
        if isinstance(value, str) and value.rstrip().endswith(OUTCOME):
            yield Odd(path, value.strip(), Message("เรื่องค้างจากรอบก่อนยังไม่บอกผล", "the outcome is not told"))


@doubt(
    "D1012",
    title=Message("วันที่ไม่อยู่หลังเอกสารรอบก่อน", "Dated no later than last round's paper"),
    about=Message(
        "วันที่ของบันทึกที่เท่ากับหรืออยู่ก่อนวันที่ของบันทึกรอบก่อน เมื่อเป็นคนละรอบ",
        "The date of a memo on or before that of the last round's.",
    ),
    ask=Message("ตรวจวันที่", "look at the date"),
)
def memo_not_after_last(walked: Walked) -> Iterator[Odd]:
    """The memo's date beside that of the last memo."""
    held, told = walked.against, walked.office_input
    if held is None or held.last.date is None or not isinstance(told, HasMemoHead) or told.memo.date is None:
        return
    if told.memo.date <= held.last.date:
        said, last = long_date(told.memo.date), long_date(held.last.date)
        yield Odd(
            ("memo", "date"),
            said,
            Message(f"วันที่ {said} ไม่อยู่หลังบันทึกรอบก่อน {last}", f"{said} is not after last round's, {last}"),
        )
