"""The types of fields that a `kind.yaml` may name; a type is added here and nowhere else.

What a type stands for in records, how prose prints its value, and how it is filled in a workbook: as a cell
of a form or a row (`cell`), a section of a form (`section`), or a sheet of its own (`table`, `texts`,
`prose`,
`chapters`, `memo`).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator

from pipeline.diagnostics import Message
from pipeline.model.agreement import Chapter
from pipeline.model.indicators import Weight
from pipeline.model.marks import Clock
from pipeline.model.memo import SubjectMemoHead
from pipeline.model.national_id import NationalId
from pipeline.model.passages import Prose
from pipeline.model.people import Person, PostHolder, Signer
from pipeline.model.period import Period
from pipeline.model.records import (
    Amount,
    BuddhistYear,
    Count,
    Identifier,
    Number,
    Percent,
    PerLevel,
    SchemeId,
    ThaiDate,
    ThaiMonth,
    YesNo,
)
from pipeline.model.scales import Scale
from pipeline.thai.amount_words import money_text
from pipeline.thai.dates import long_date, month_year

Shape = Literal["cell", "section", "table", "texts", "prose", "chapters", "memo"]
Holds = Literal["value", "choice", "rows", "group", "measured"]
"""What more a field of the type must say: nothing, its options, the fields in it; of results, its name."""


@dataclass(frozen=True, slots=True)
class FieldType:
    """A type of fields: the annotation in a record, and the value where nothing is filled in.

    `needs_name` is the name that a field of this type must have, as others look for it by that name.
    """

    about: Message
    annotation: Any
    empty: Any = None
    shape: Shape = "cell"
    holds: Holds = "value"
    needs_name: str = ""


TwoDigitClock = Annotated[Clock, AfterValidator(lambda clock: clock.rjust(5, "0"))]
"""A time kept as `09.30` however it is typed: so the forms print it, and the earlier is the lesser text."""


def _type(th: str, en: str, annotation: Any, **more: Any) -> FieldType:
    return FieldType(Message(th, en), annotation, **more)


TYPES: Mapping[str, FieldType] = {
    "text": _type("ข้อความ", "a text", str, empty=""),
    "id": _type("รหัสหรือเลขที่ของแถว", "what a row is named by", Identifier, empty=""),
    "national-id": _type("เลขประจำตัวประชาชน", "the 13-digit number of a person", NationalId, empty=""),
    "date": _type("วันที่", "a date", ThaiDate),
    "month": _type("เดือนและปี พ.ศ.", "a month of a year", ThaiMonth),
    "time": _type("เวลา", "a time of day", TwoDigitClock),
    "year": _type("ปี พ.ศ.", "a year of the Buddhist era", BuddhistYear),
    "number": _type("จำนวน", "a number", Number),
    "count": _type("จำนวนนับ", "a whole number of things", Count),
    "money": _type("จำนวนเงิน (บาท)", "an amount of money in baht", Amount),
    "percent": _type("ร้อยละ", "a percentage", Percent),
    "yes-no": _type("ใช่หรือไม่ใช่", "yes or no", YesNo, empty=False),
    "choice": _type("ตัวเลือก", "one of several options", None, holds="choice"),
    "person": _type("บุคคล", "a person", Person, shape="section"),
    "signer": _type("ผู้ลงนาม: ชื่อ ตำแหน่ง ลงนามแทน", "who signs, in which post", Signer, shape="section"),
    "group": _type("กลุ่มของช่อง", "several fields together", None, shape="section", holds="group"),
    "period": _type("รอบเวลา", "a period", Period, shape="section", needs_name="period"),
    "table": _type("ตาราง แถวละรายการ", "rows with columns", None, empty=(), shape="table", holds="rows"),
    "texts": _type("ข้อความหลายบรรทัด แถวละรายการ", "several texts", tuple[str, ...], empty=(), shape="texts"),
    "prose": _type("ย่อหน้า รายการ และตาราง", "paragraphs, lists and tables", Prose, empty=(), shape="prose"),
    "chapters": _type("หัวข้อพร้อมเนื้อหา", "titled prose", tuple[Chapter, ...], empty=(), shape="chapters"),
    "indicators": _type(
        "ตัวชี้วัดที่ให้คะแนน แถวละตัว", "rows that are scored", None, empty=(), shape="table", holds="rows"
    ),
    "scheme": _type("แบบคะแนน", "the name of a scheme of scoring", SchemeId, empty=""),
    "weight": _type("น้ำหนัก", "a weight", Weight),
    "scale": _type("เกณฑ์การให้คะแนน", "the scale of an indicator", Scale),
    "levels": _type(
        "ข้อความของแต่ละระดับ", "a text for each level", Annotated[tuple[str, ...], PerLevel()], empty=()
    ),
    "measured": _type("ผลของตัวชี้วัด", "a column of results", None, holds="measured"),
    "memo": _type("หัวบันทึกข้อความ", "the head of a memo", SubjectMemoHead, shape="memo", needs_name="memo"),
}  # fmt: skip


def printed(value: Any, type_name: str) -> str | None:
    """A value as prose prints it, in Arabic digits: dates in full, figures with commas, persons by name.

    `None` for what prose cannot print by a name: lists, and what holds other fields.
    """
    if type_name == "money" and isinstance(value, Decimal):
        return money_text(value)
    if type_name == "year":
        return str(value)
    if type_name == "month":
        return month_year(value)
    return next((say(value) for kind, say in _SAYERS.items() if isinstance(value, kind)), None)


_SAYERS: Mapping[type, Callable[[Any], str]] = {
    bool: lambda value: "ใช่" if value else "ไม่ใช่",
    str: str,
    datetime.date: long_date,
    Person: lambda value: value.full_name,
    PostHolder: lambda value: value.person.full_name,
    Decimal: lambda value: f"{value:,f}",
    int: lambda value: f"{value:,}",
}
"""How prose prints the values of a class; a class before those that it is one of."""
