"""The section `scoring:` of a `kind.yaml`: what is scored, in which parts, by which schemes, and how results
are listed.

Parts stand in the kind, or are the rows of a table of the data (`each`). A weight is a figure or an
expression over fields; a scheme is a shipped one, or a field of the type `scheme`.
"""

from __future__ import annotations

from pydantic import Field

from pipeline.model.records import Record


class MemberSpec(Record, title="องค์ประกอบที่ให้คะแนน"):
    """One part of the whole: the indicators of a field, with a weight and a scheme of its own."""

    indicators: str = Field(min_length=1, description="ช่องชนิด indicators")
    title: str = Field(min_length=1, description="ชื่อองค์ประกอบ")
    weight: str = Field("", description="น้ำหนัก: ตัวเลข หรือนิพจน์ของช่องข้อมูล")
    scheme: str = Field("", description="แบบคะแนน: ชื่อแบบ หรือช่องชนิด scheme (เว้นว่าง = ตามทั้งเอกสาร)")


class MembersOfRows(Record, title="องค์ประกอบจากตาราง"):
    """Parts that are rows of a table: its columns, and the indicators with the column that names a part."""

    table: str = Field(min_length=1, description="ตารางที่แต่ละแถวเป็นองค์ประกอบ")
    title: str = Field(min_length=1, description="คอลัมน์ของชื่อองค์ประกอบ")
    weight: str = Field("", description="คอลัมน์ของน้ำหนัก")
    scheme: str = Field("", description="แบบคะแนนของทุกองค์ประกอบ หรือคอลัมน์ของแบบคะแนน")
    indicators: str = Field(min_length=1, description="ช่องชนิด indicators")
    by: str = Field(min_length=1, description="คอลัมน์ของตัวชี้วัดที่บอกองค์ประกอบ (refers ตาราง)")


class SummarySpec(Record, title="ทะเบียนผล"):
    """What a register of the results of a batch tells of one input."""

    group: str = Field("", description="ช่องที่ใช้จำแนก เช่น สังกัด")
    columns: tuple[str, ...] = Field((), description="ช่องที่พิมพ์ในรายชื่อ")


class ScoringSpec(Record, title="การให้คะแนน"):
    """How inputs of a kind are scored."""

    scheme: str = Field(min_length=1, description="แบบคะแนนของทั้งเอกสาร: ชื่อแบบ หรือช่องชนิด scheme")
    members: tuple[MemberSpec, ...] = Field((), description="องค์ประกอบ")
    called: str = Field("องค์ประกอบ", min_length=1, description="คำเรียกส่วนที่ให้คะแนน เช่น องค์ประกอบ มิติ ด้าน")
    each: MembersOfRows | None = Field(None, description="องค์ประกอบจากแถวของตาราง")
    weights_of_whole: bool = Field(
        False, description="น้ำหนักของตัวชี้วัดรวมกันเท่ากับน้ำหนักขององค์ประกอบ (ปกติรวมกันเท่ากับที่แบบคะแนนบอก)"
    )
    personal: bool | None = Field(
        None, description="ผล คะแนน และระดับผลเป็นข้อมูลส่วนบุคคล ปิดไว้ในฉบับเผยแพร่ (เว้นว่าง = เมื่อคอลัมน์ของผลเป็น)"
    )
    summary: SummarySpec = Field(default_factory=SummarySpec, description="ทะเบียนผลของชุดงาน")
