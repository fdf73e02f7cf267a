"""People, their posts and their offices."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from pipeline.model.in_templates import in_templates
from pipeline.model.records import EachRound, Record, Seldom, ThaiDate

Acting = Literal[
    "ปฏิบัติราชการแทน",
    "รักษาราชการแทน",
    "รักษาการในตำแหน่ง",
    "รักษาการแทน",
    "ปฏิบัติการแทน",
    "ปฏิบัติหน้าที่",
    "ปฏิบัติหน้าที่แทน",
]
"""By which power somebody signs for the holder of another post: พ.ร.บ. ระเบียบบริหารราชการแผ่นดิน 2534
ม. 38-49 (the first two), พ.ร.บ. ระเบียบข้าราชการพลเรือน 2551 ม. 68 (the third), acts of universities,
public bodies and local councils."""


class Person(Record, title="บุคคล"):
    """A person. The name is stored in its parts, once, and printed from here.

    Who has a rank needs no other title; `หม่อมราชวงศ์` and the like may stand beside it.
    """

    title: str = Field(description="คำนำหน้านาม เช่น นาย นาง นางสาว")
    given: str = Field(description="ชื่อ")
    surname: str = Field(description="นามสกุล")
    rank: Annotated[str, Seldom()] = Field(
        "", description="ยศ เช่น พันตำรวจเอก พิมพ์หน้าที่ลงลายมือชื่อ ไม่พิมพ์ในวงเล็บ (มียศแล้ว คำนำหน้านามเว้นว่างได้)"
    )

    @model_validator(mode="before")
    @classmethod
    def _rank_for_title(cls, typed: Any) -> Any:
        """Who has a rank needs no title."""
        if isinstance(typed, dict) and typed.get("rank") and typed.get("title") is None:
            return {**typed, "title": ""}
        return typed

    @property
    @in_templates
    def full_name(self) -> str:
        """`นายมนู เลียวไพโรจน์`, `พันตำรวจเอก มานะ ใจดี`."""
        return f"{self.titles}{self.given} {self.surname}"

    @property
    @in_templates
    def name_in_brackets(self) -> str:
        """The name below a signature: without the rank, which stands before the signature."""
        return f"{self.title}{self.given} {self.surname}"

    @property
    def titles(self) -> str:
        """All that stands before the given name; a rank in full is parted from it, `พ.ต.อ.` is not."""
        return f"{self.rank}{'' if self.rank.endswith('.') else ' '}{self.title}" if self.rank else self.title


class PostHolder(Record, title="ผู้ดำรงตำแหน่ง"):
    """A person in a post, who may act for the holder of another."""

    person: Person = Field(description="ผู้ลงนาม")
    position: str = Field(description="ตำแหน่ง")
    acting: Annotated[Acting | None, Seldom()] = Field(
        None,
        title="ลงนามแทน",
        description="ลงนามแทนผู้ดำรงตำแหน่งอื่นโดยอำนาจใด พิมพ์ใต้ตำแหน่งของตน เช่น รักษาราชการแทน",
    )
    acting_for: Annotated[str, Seldom()] = Field(
        "", title="ตำแหน่งที่ลงนามแทน", description="ตำแหน่งของผู้ที่ลงนามแทน เช่น อธิบดีกรมตัวอย่าง"
    )

    @model_validator(mode="after")
    def _check_both_or_none(self) -> Self:
        """By which power, and for which post: one says nothing without the other."""
        if self.acting and not self.acting_for:
            raise PydanticCustomError("acting_for_nobody", "{acting} of no post", {"acting": self.acting})
        if self.acting_for and not self.acting:
            raise PydanticCustomError(
                "acting_by_no_power", "no power to act for {post}", {"post": self.acting_for}
            )
        return self

    @property
    @in_templates
    def post_lines(self) -> tuple[str, ...]:
        """The lines below a name: the own post; for whom one acts in a line of its own."""
        if self.acting is None:
            return (self.position,)
        gap = "" if self.acting.endswith(("ตำแหน่ง", "หน้าที่")) else " "
        return self.position, f"{self.acting}{gap}{self.acting_for}"

    @property
    @in_templates
    def post(self) -> str:
        """The same in one line."""
        return " ".join(self.post_lines)


class Signer(PostHolder, title="ผู้ลงนาม"):
    """Who signs, in which post, and when if that is known beforehand."""

    date: Annotated[ThaiDate | None, EachRound("date")] = Field(
        None, description="วันที่ลงนาม (เว้นว่างไว้เขียนด้วยมือได้)"
    )


class Office(Record, title="ส่วนราชการ"):
    """The office whose papers these are."""

    name: str = Field(description="ชื่อเต็มของส่วนราชการ เช่น สำนักงานปลัดกระทรวงอุตสาหกรรม")
    short: str = Field("", description="ชื่อย่อ เช่น สปอ.")
    ministry: str = Field("", description="กระทรวงที่สังกัด")
    head: str = Field("", description="ตำแหน่งหัวหน้าส่วนราชการ เช่น ปลัดกระทรวงอุตสาหกรรม")
    head_short: str = Field("", description="ตำแหน่งย่อของหัวหน้าส่วนราชการ เช่น ปกอ.")


class Unit(Record, title="หน่วยงานภายใน"):
    """A division of the office, named by `id` elsewhere in the data."""

    id: str = Field(title="รหัสหน่วยงาน", description="รหัสอ้างอิงในแฟ้มข้อมูล เช่น kbk")
    name: str = Field(description="ชื่อเต็มของหน่วยงาน")
    short: str = Field("", description="ชื่อย่อ เช่น กบค.")
