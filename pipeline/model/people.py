"""People, their posts and their offices."""

from __future__ import annotations

from pydantic import Field

from pipeline.model.in_templates import in_templates
from pipeline.model.records import Record, ThaiDate


class Person(Record, title="บุคคล"):
    """A person. The name is stored in its three parts, once, and printed from here."""

    title: str = Field(description="คำนำหน้านาม เช่น นาย นาง นางสาว")
    given: str = Field(description="ชื่อ")
    surname: str = Field(description="นามสกุล")

    @property
    @in_templates
    def full_name(self) -> str:
        """`นายมนู เลียวไพโรจน์`."""
        return f"{self.title}{self.given} {self.surname}"


class Signer(Record, title="ผู้ลงนาม"):
    """Who signs, in which post, and when if that is known beforehand."""

    person: Person = Field(description="ผู้ลงนาม")
    position: str = Field(description="ตำแหน่ง")
    date: ThaiDate | None = Field(None, description="วันที่ลงนาม (เว้นว่างไว้เขียนด้วยมือได้)")


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
