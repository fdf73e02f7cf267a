"""A memo with a list of people as a whole."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from pipeline.model.memo import SubjectMemoHead
from pipeline.model.office_input import OfficeInput
from pipeline.model.people import Person
from pipeline.model.records import FilledText, Record


class Member(Record, title="ผู้มีรายชื่อ"):
    """Somebody on the list."""

    person: Person = Field(description="ชื่อผู้มีรายชื่อ")
    position: str = Field(description="ตำแหน่ง")
    duty: FilledText = Field("", description="หน้าที่")


class NameListInput(OfficeInput):
    """A memo with a list of people."""

    kind: Literal["name-list"] = Field(description="ชนิดของข้อมูล")
    memo: SubjectMemoHead = Field(description="หัวบันทึกและผู้ลงนาม")
    members: tuple[Member, ...] = Field(min_length=1, description="รายชื่อ")


RECORD = NameListInput
