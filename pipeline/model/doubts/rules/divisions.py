"""A number of things and the parts that it is divided into, in a sentence, a list or a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from pipeline.diagnostics import Message
from pipeline.model.doubts.doubt import Odd, doubt
from pipeline.model.doubts.walk import fill_names
from pipeline.model.passages import FreeTable, Passage
from pipeline.thai.digits import to_arabic
from pipeline.thai.units import UNITS

if TYPE_CHECKING:
    from pipeline.model.doubts.walk import Walked

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_COUNT = re.compile(rf"(?<![\d/.,:])(?P<number>{_NUMBER})\s*(?P<unit>{_UNIT})(?!ละ|ที่)")
_DIVIDES = re.compile(
    r"(?:แบ่ง|แยก|จำแนก)(?:ออก)?(?:เป็น|ตาม|ได้)|ประกอบ(?:ไป)?ด้วย|\(?(?:เป็น)?(?:เพศ)?(?=ชาย\s*(?:จำนวน\s*)?\d)"
)
_MAY_DIVIDE = re.compile(r"แบ่ง|แยก|จำแนก|ประกอบ|ชาย|รวม")
"""One of them stands wherever something is divided: looked for first, as it costs little."""

_ADDS_UP = re.compile(r"รวม(?:เป็น|จำนวน|ทั้งสิ้น|ทั้งหมด|แล้ว)*\s*(?:จำนวน\s*)?$")
_LISTS = re.compile(r"(?:ดังนี้|ดังต่อไปนี้|ได้แก่|คือ)\s*[:：]?\s*$")
_COMPARED = re.compile(r"(?:จาก|เป้าหมาย|แผน|กำหนดไว้|ทั้งหมด)(?:ทั้งหมด|ทั้งสิ้น|จำนวน)*\s*$")
_PEOPLE = {"ราย": "คน", "ท่าน": "คน"}
_FARTHEST = 60
_SENTENCE_ENDS = re.compile(r"รวม|ทั้งนี้|ซึ่ง|โดย|คิดเป็น|จาก|ดังนี้|\n")
_NOT_ALL = re.compile(r"เป็นต้น|อาทิ|เช่น|อย่างน้อย|บางส่วน|ในจำนวนนี้|ส่วนใหญ่|เหลือ|(?<!ร้อย)ละ\s*(?:\d|$)")
_BRACKETS = re.compile(r"\([^()]*\)")
_MARKER = re.compile(r"\s*(?:[-–—•*]|\(?\d{1,2}[.)]|[ก-ฮ][.)])\s*")
_TOTAL_ROW = re.compile(r"\s*(?:รวม|ยอดรวม|ทั้งหมด|ทั้งสิ้น)")
_CELL = re.compile(rf"\s*({_NUMBER})\s*(?:{_UNIT})?\s*")
_NOT_COUNTS = re.compile(r"ร้อยละ|%|ลำดับ|ที่|ปี|ระดับ|คะแนน|น้ำหนัก")


class _Whole(NamedTuple):
    """A number that is divided: how many of what, and where its division begins in the text."""

    number: Decimal
    unit: str
    words: str
    divided: int
    inside: bool
    """Whether it stands before a bracket that holds the parts."""
    compared: bool
    """Whether it is what another count is compared with (`จาก 168 คน`)."""


class _Here(NamedTuple):
    """A passage: its first line and those typed below it, what follows it, and what its names print."""

    lead: str
    typed: Sequence[str]
    passage: Passage
    after: Sequence[Passage]
    facts: Mapping[str, str]

    def fill_text(self, text: str) -> str:
        """A text of the passage as it is printed, in Arabic digits."""
        return to_arabic(fill_names(text, self.facts))


@doubt(
    "D0402",
    title=Message("ส่วนย่อยรวมกันไม่ได้เท่ากับทั้งหมด", "Parts that do not add up"),
    about=Message(
        "“120 คน แบ่งเป็น” (แยกเป็น จำแนกตาม ประกอบด้วย หรือ รวม … ดังนี้) แล้วตามด้วยรายการ ตาราง "
        "หรือข้อความที่ทุกส่วนบอกจำนวนของหน่วยเดียวกัน "
        "และรวมกันไม่ได้เท่านั้น ไม่ถามเมื่อไม่ใช่การแบ่ง เมื่อเป็นเพียงตัวอย่าง และเมื่อบางส่วนไม่บอกจำนวน",
        "`120 คน แบ่งเป็น` (แยกเป็น, จำแนกตาม, ประกอบด้วย, or รวม … ดังนี้) and a list, table or sentence "
        "of which each "
        "part has its count of the same unit, where they do not add up. Not where nothing is "
        "divided, where the parts "
        "are examples, and where one has no count.",
    ),
    ask=Message("ตรวจยอดรวมและส่วนย่อยกับหลักฐาน", "look the whole and its parts up"),
)
def unequal_parts(walked: Walked) -> Iterator[Odd]:
    """Each whole whose parts follow it in its passage, or in the next one that has no words of its own."""
    for path, passages, facts in walked.paragraphs:
        for n, passage in enumerate(passages):
            if not _MAY_DIVIDE.search(passage.text) and "{" not in passage.text:
                continue
            lead, *typed = to_arabic(fill_names(passage.text, facts)).split("\n")
            here = _Here(lead, [line for line in typed if line.strip()], passage, passages[n + 1 :], facts)
            for several in _wholes(lead):
                if odd := _unequal(several, here):
                    yield _make_odd((*path, n, "text"), *odd)


def _unequal(several: Sequence[_Whole], here: _Here) -> tuple[_Whole, list[Decimal]] | None:
    """The whole and its parts, where these are told in a unit and add up to no count of it before them.

    `142 คน จาก 168 คน แบ่งเป็น` divides either of them; what stands after จาก is named last.
    """
    for unit in dict.fromkeys(whole.unit for whole in reversed(several)):
        same = [whole for whole in several if whole.unit == unit]
        parts = _parts(same[-1], here)
        if len(parts) > 1:
            numbers = {whole.number for whole in same}
            if numbers & {sum(parts), Decimal(len(parts))}:
                return None
            own = [whole for whole in same if not whole.compared]
            return (own or same)[-1], parts
    return None


def _wholes(lead: str) -> Iterator[list[_Whole]]:
    """The counts of which some words may tell the parts: those before แบ่งเป็น, or รวม … ดังนี้ at the end."""
    divides = _DIVIDES.search(lead)
    if divides is None and not _LISTS.search(lead):
        return
    counts = list(_COUNT.finditer(lead))
    begin = 0
    for words in _DIVIDES.finditer(lead):
        before = [match for match in counts if begin <= match.start() and match.end() <= words.start()]
        near = before and words.start() - before[-1].end() <= _FARTHEST
        if near and not _NOT_ALL.search(lead[before[-1].end() : words.start()]):
            yield [_read_whole(match, lead, words.end(), inside=words[0].startswith("(")) for match in before]
        begin = words.end()
    added = bool(counts) and not _DIVIDES.search(lead, counts[-1].end())
    if added and _LISTS.search(lead) and _ADDS_UP.search(lead[: counts[-1].start()]):
        yield [_read_whole(counts[-1], lead, len(lead), inside=False)]


def _read_whole(match: re.Match[str], lead: str, divided: int, *, inside: bool) -> _Whole:
    compared = bool(_COMPARED.search(lead[: match.start()]))
    return _Whole(_number(match), _unit(match), match[0], divided, inside, compared)


def _parts(whole: _Whole, here: _Here) -> list[Decimal]:
    """The parts of a whole, wherever they are told; empty where they are not all told in its unit."""
    rest = here.lead[whole.divided :]
    if _COUNT.search(rest):
        return _in_sentence(rest, whole)
    holder = here.passage
    following = next(iter(here.after), None)
    if not here.typed and not _holds(holder) and following and not following.text.strip():
        holder = following
    entries = [here.fill_text(entry.text) for entry in (*holder.numbered, *holder.bullets)]
    entries = entries or [line for line in here.typed if _MARKER.match(line)] or _find_list_items(here)
    if entries:
        return _of_entries(entries, whole.unit)
    return _of_table(holder.table, here) if holder.table else []


def _holds(passage: Passage) -> bool:
    return bool(passage.numbered or passage.bullets or passage.table)


def _find_list_items(here: _Here) -> list[str]:
    """Paragraphs that begin with the marker of a list, right after the lead."""
    texts = (here.fill_text(passage.text) for passage in here.after)
    return list(takewhile(_MARKER.match, texts))


def _in_sentence(rest: str, whole: _Whole) -> list[Decimal]:
    """`ชาย 88 คน หญิง 54 คน` after the words that divide."""
    stop = re.compile(r"\)").search(rest) if whole.inside else _SENTENCE_ENDS.search(rest)
    said = _BRACKETS.sub("", rest[: stop.start() if stop else None])
    return [] if _NOT_ALL.search(said) else _counts(said, whole.unit)


def _of_entries(entries: Sequence[str], unit: str) -> list[Decimal]:
    """One count from each entry, none if an entry has none or several."""
    found = []
    for entry in entries:
        own = _MARKER.sub("", entry, count=1)
        if _TOTAL_ROW.match(own):
            continue
        if _NOT_ALL.search(own):
            return []
        counts = _counts(_BRACKETS.sub("", own), unit) or _counts(own, unit)
        if len(counts) != 1:
            return []
        found += counts
    return found


def _of_table(table: FreeTable, here: _Here) -> list[Decimal]:
    """The figures of the column that counts; of several, of one headed รวม, else of all of them."""
    rows = [[here.fill_text(cell) for cell in row] for row in table.rows]
    rows = [row for row in rows if not any(_TOTAL_ROW.match(cell) for cell in row)]
    columns = [
        (header, [_cell(row[n]) for row in rows])
        for n, header in enumerate(table.headings)
        if not _NOT_COUNTS.search(header)
    ]
    counting = [(header, figures) for header, figures in columns if rows and None not in figures]
    totals = [each for each in counting if "รวม" in each[0]]
    chosen = totals[:1] or counting
    return [figure for _, figures in chosen for figure in figures if figure is not None]


def _cell(text: str) -> Decimal | None:
    found = _CELL.fullmatch(text)
    return Decimal(found[1].replace(",", "")) if found else None


def _counts(text: str, unit: str) -> list[Decimal]:
    """The counts of a unit in a text, without those that others are compared with."""
    return [
        _number(match)
        for match in _COUNT.finditer(text)
        if _unit(match) == unit and not _COMPARED.search(text[: match.start()])
    ]


def _unit(match: re.Match[str]) -> str:
    """The unit of a count; people are counted in several."""
    return _PEOPLE.get(match["unit"], match["unit"])


def _number(match: re.Match[str]) -> Decimal:
    return Decimal(match["number"].replace(",", ""))


def _make_odd(path: tuple[int | str, ...], whole: _Whole, parts: Sequence[Decimal]) -> Odd:
    summed = " + ".join(f"{part:f}" for part in parts)
    total = sum(parts, Decimal(0))
    return Odd(
        path,
        whole.words,
        Message(
            f"{whole.words} แต่ส่วนย่อย {summed} = {total:f}",
            f"{whole.words}, but the parts are {summed} = {total:f}",
        ),
    )
