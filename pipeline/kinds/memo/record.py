"""A free memo as a whole."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pipeline.model.memo import SubjectMemoHead
from pipeline.model.office_input import OfficeInput
from pipeline.model.passages import Prose
from pipeline.model.records import EachRound


class MemoInput(OfficeInput):
    """A free memo: what an office sends besides its reports."""

    kind: Literal["memo"] = Field(description="ชนิดของข้อมูล")
    memo: SubjectMemoHead = Field(description="หัวบันทึกและผู้ลงนาม")
    body: Annotated[Prose, EachRound("text")] = Field(
        min_length=1, description="เนื้อความ: ย่อหน้า รายการ และตาราง"
    )


RECORD = MemoInput
