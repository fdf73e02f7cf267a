"""What the memo and the report of an HR plan say in sentences: the office's own, or a neutral text.

The neutral text (`templates/hr-scorecard/neutral.yaml`) cites no law and no programme; each part of it stands
where the office has written none, and a remark tells so (`papers.neutral_wording`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pydantic import Field

from pipeline.intake.safe_yaml import shipped_yaml
from pipeline.kinds.hr_scorecard.fact_names import OWN
from pipeline.kinds.hr_scorecard.record import HrScorecardInput
from pipeline.kinds.hr_scorecard.report_facts import blocks_with_data
from pipeline.model.chapters import ChapterProse, NumberedChapter, chapter_numbers
from pipeline.model.records import FilledText, Record
from pipeline.resources import resource


class NeutralWording(Record, title="ถ้อยคำกลาง"):
    """The sentences of a memo and a report that fit any office."""

    subject: FilledText = Field(description="เรื่องของบันทึก")
    body: ChapterProse = Field(description="เนื้อความของบันทึก")
    cover: tuple[FilledText, ...] = Field(description="บรรทัดบนปกรายงาน")
    chapters: tuple[NumberedChapter, ...] = Field(description="หัวข้อและเนื้อความของรายงาน")


class Wording(NamedTuple):
    """The sentences of one input; `numbers` stand before the titles of its chapters."""

    subject: str
    body: ChapterProse
    cover: tuple[str, ...]
    title: str
    chapters: tuple[NumberedChapter, ...]
    numbers: tuple[str, ...]


@cache
def neutral_wording() -> NeutralWording:
    """The neutral text."""
    file = resource("templates", "hr-scorecard", "neutral.yaml")
    return NeutralWording.model_validate(shipped_yaml().load(file.read_text(encoding="utf-8")))


def wording_of(office_input: HrScorecardInput) -> Wording:
    """The input's own wording, the neutral text for what it does not say."""
    neutral, report = neutral_wording(), office_input.report
    cover = report.cover or neutral.cover
    chapters = office_input.chapters or tuple(_fitting(neutral.chapters, office_input))
    return Wording(
        subject=office_input.memo.subject or neutral.subject,
        body=office_input.body or neutral.body,
        cover=cover,
        title=report.title or " ".join(cover),
        chapters=chapters,
        numbers=chapter_numbers(chapters, report.chapter_word),
    )


def _fitting(
    chapters: tuple[NumberedChapter, ...], office_input: HrScorecardInput
) -> Iterator[NumberedChapter]:
    """The neutral chapters without the blocks that there is nothing for."""
    held = set(blocks_with_data(office_input))
    for chapter in chapters:
        kept = tuple(passage for passage in chapter.prose if _has_data(passage.text, held))
        yield chapter.model_copy(update={"prose": kept})


def _has_data(text: str, held: set[str]) -> bool:
    id = OWN.id_of(text.strip("{}"))
    return not OWN.is_block(id) or id in held
