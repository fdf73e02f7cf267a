"""Chapters of a paper as its office words them: titles at levels, prose, and where worked-out blocks stand.

A block (a table, a list, sections of results) is named in a paragraph of its own, `{summary_table}` or
`{ตารางสรุป}`; the kind of the input says which blocks there are.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError

from pipeline.model.passages import Passage, PassageOrText, Prose
from pipeline.model.records import Count, FilledText, Record

LOWEST_NUMBERED = 3
"""Headings of this level and above are numbered and stand in the table of contents."""

Heading = Literal["above", "run-in", "number"]
"""Where a title stands: on a line of its own, in bold before the first paragraph, or its number there."""


class Chapter(Record, title="หัวข้อของเอกสารประกอบ"):
    """A titled part of an annex: an introduction and what it lists."""

    title: FilledText = Field(description="หัวข้อ")
    prose: Prose = Field(description="เนื้อหา")


class ChapterPassage(Passage, title="ย่อหน้าและรายการของบท"):
    """A paragraph of a chapter and what hangs below it."""

    clauses: tuple[PassageOrText, ...] = Field(
        (), title="ข้อย่อหน้า", description="ข้อที่พิมพ์เป็นย่อหน้า: เลขข้อที่ย่อหน้า บรรทัดถัดไปชิดซ้าย"
    )

    @property
    def entries(self) -> tuple[Passage, ...]:
        """The entries that hang below its text, of whichever list."""
        return (*self.clauses, *self.numbered, *self.bullets)


def _from_text(typed: Any) -> Any:
    """A bare text is a passage with that text."""
    return _passage_of_text(typed) if isinstance(typed, str) else typed


@lru_cache(maxsize=2_048)
def _passage_of_text(text: str) -> Any:
    """The passage of a text, or what is refused as one."""
    try:
        return ChapterPassage.model_validate({"text": text})
    except ValidationError:
        return {"text": text}


ChapterPassageOrText = Annotated[
    ChapterPassage, BeforeValidator(_from_text, json_schema_input_type=ChapterPassage | str)
]
ChapterProse = tuple[ChapterPassageOrText, ...]


class NumberedChapter(Record, title="หัวข้อของรายงาน"):
    """A chapter or a part of one, at a level; numbers are worked out from the order."""

    title: FilledText = Field(description="หัวข้อ ไม่ต้องใส่เลข")
    level: Annotated[Count, Field(ge=1, le=4)] = Field(
        1, description="ระดับของหัวข้อ 1-3 (ระดับ 4 ไม่มีเลขและไม่อยู่ในสารบัญ)"
    )
    numbered: bool = Field(True, title="มีเลขหัวข้อ", description="true มีเลขหัวข้อ, false ไม่มี")
    heading: Heading = Field(
        "above",
        title="ที่ของหัวข้อ",
        description="above บรรทัดของตนเอง, run-in ตัวหนานำหน้าย่อหน้าแรก, number เฉพาะเลขนำหน้าย่อหน้าแรก",
    )
    contents: FilledText = Field(
        "", title="ชื่อในสารบัญ", description="ชื่อในสารบัญ (เว้นว่าง = ตามหัวข้อ) เช่น เมื่อหัวข้อยาว"
    )
    prose: ChapterProse = Field((), description="เนื้อความ ตาราง และชื่อของตารางที่โปรแกรมทำ เช่น {ตารางสรุป}")


def chapter_numbers(chapters: tuple[NumberedChapter, ...], word: str = "") -> tuple[str, ...]:
    """What stands before each title: `1.`, `1.1`, `1.1.1`, or nothing; with `word`, `บทที่ 1` for `1.`.

    A heading counts below the nearest ones above it that are of higher levels and numbered.
    """
    counts = [0] * (LOWEST_NUMBERED + 1)
    numbers = []
    for chapter in chapters:
        level = chapter.level
        if level > LOWEST_NUMBERED:
            numbers.append("")
            continue
        counts[level + 1 :] = [0] * (LOWEST_NUMBERED - level)
        if not chapter.numbered:
            numbers.append("")
            continue
        counts[level] += 1
        numbers.append(_number([count for count in counts[1 : level + 1] if count], level, word))
    return tuple(numbers)


def _number(counts: list[int], level: int, word: str) -> str:
    if level == 1 and word:
        return f"{word} {counts[-1]}"
    return f"{counts[0]}." if len(counts) == 1 else ".".join(map(str, counts))
