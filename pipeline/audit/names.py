"""What a paper names: parts with ordinals (`มิติที่ 2 …`), and plans, projects, activities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.audit.lists import lists_of
from pipeline.audit.near import key
from pipeline.audit.sections import is_heading
from pipeline.audit.text_blocks import Reading, Span, TextBlock

_NAME_ENDS = re.compile(
    r"\s*(?:ร้อยละ|\(?กรอบ|ประกอบ|โดยมี|มีราย|ดังนี้|น้ำหนัก|จำนวน\s*\d|ประจำปี|ครั้งที่\s*\d|รุ่นที่\s*\d|ในปีงบ|ปีงบประมาณ|พ\.ศ\.|สำหรับ|ระหว่าง|เมื่อวันที่|:|;|\().*$",
    re.DOTALL,
)
_LONGEST = 170
SHORTEST = 12
"""A name of fewer letters is too short to tell a slip from another word."""

_HEAD = re.compile(
    r"^(?:ดำเนิน)?(?=(?:กิจกรรม|โครงการ|หลักสูตร|แผน|การ|ระบบ|ค่าใช้จ่าย|ระดับ|ร้อยละ|จำนวน|งาน|มาตรการ))"
)


@dataclass(frozen=True)
class OrdinalName:
    """`มิติที่ 3 ประสิทธิผลของ…`: the label, the number, and the name after it."""

    label: str
    number: int
    name: str
    spot: Span


def ordinal_names(reading: Reading) -> Iterator[OrdinalName]:
    """The named ordinals that passages begin with; one after a number of its own (`1. มิติที่ 1 …`) too."""
    for passage in reading.passages:
        found = _ordinal(passage)
        if found and len(found.name) >= 6:
            yield found


_INNER = re.compile(
    r"(?P<label>มิติ|มติ|ยุทธศาสตร์|ประเด็น|กลยุทธ์|เป้าประสงค์|หมวด|ด้าน)ที่\s*(?P<number>\d{1,2})(?![\d/.])\s*"
)


def _ordinal(passage: TextBlock) -> OrdinalName | None:
    marker = passage.marker
    label, number, end = marker.style.removesuffix("ที่"), marker.number, marker.end
    if not marker.names:
        inner = _INNER.match(passage.plain, marker.end)
        if inner is None:
            return None
        label, number, end = inner["label"], int(inner["number"]), inner.end()
    name = name_of(passage.plain[end:])
    return OrdinalName(label, number, name, passage.spot(end, end + len(name)))


def name_of(text: str) -> str:
    """The name that a text begins with, without what is said of it."""
    return _NAME_ENDS.sub("", text.strip()).strip()


@dataclass(frozen=True)
class NameSaid:
    """A name in a place of a kind: a column of a table by its header, a heading, an entry of a list.

    Only names of one kind, or of headings and columns, are the same thing said twice.
    """

    name: str
    kind: str
    spot: Span

    @property
    def key(self) -> str:
        """The name without spaces and signs."""
        return key(self.name)


def names_said(reading: Reading) -> tuple[NameSaid, ...]:
    """Names in headings, in entries of lists and in the cells of tables."""
    found = [*_headings(reading), *_entries(reading), *_cells(reading)]
    kept = [one for one in found if len(one.key) >= SHORTEST]
    return tuple(sorted(kept, key=lambda one: (one.spot.passage.number, one.spot.start)))


def _headings(reading: Reading) -> Iterator[NameSaid]:
    for passage in reading.flow:
        if is_heading(passage) and not passage.marker.style.endswith("ที่"):
            yield _name_said_at(passage, passage.marker.end, len(passage.text), "heading")


def _entries(reading: Reading) -> Iterator[NameSaid]:
    for found in lists_of(reading):
        if found.style.endswith("ที่"):
            continue
        for item in found.items:
            if not is_heading(item.spot.passage):
                yield _name_said_at(item.spot.passage, item.spot.start, item.spot.end, "entry")


def _cells(reading: Reading) -> Iterator[NameSaid]:
    for table in reading.tables:
        for row in table.rows[1:]:
            for column in row.filled:
                header = "".join(table.rows[0].text(column).split())
                if len(row.text(column)) <= _LONGEST and len(row.filled) > 1:
                    passage = row.cells[column][0]
                    yield _name_said_at(passage, passage.marker.end, len(passage.text), f"column {header}")


def _name_said_at(passage: TextBlock, start: int, end: int, kind: str) -> NameSaid:
    text = passage.plain[start:end]
    start += len(text) - len(text.lstrip())
    name = _HEAD.sub("", name_of(text)) if kind == "entry" else text.strip()
    at = passage.plain.find(name, start) if name else start
    return NameSaid(name, kind, passage.spot(max(at, start), max(at, start) + len(name)))
