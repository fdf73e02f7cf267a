"""Prose as an officer writes it: paragraphs, numbered lists, bullets and tables, nested.

A figure in prose is never typed: `{name}` prints a fact of the record that the prose belongs to
(`docs/input.md` lists the names). `{count}` prints how many entries follow in the same passage.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from pipeline.model.in_templates import in_templates
from pipeline.model.merged_cells import is_merged, torn_cell
from pipeline.model.records import Amount, Count, FilledText, Made, Number, Record

PLAN_STEPS = "{plan_steps}"
"""A passage of only this text prints the plan's steps of the project as a numbered list."""


def _from_text(typed: Any) -> Any:
    """A bare text is a passage with that text."""
    return _passage_of_text(typed) if isinstance(typed, str) else typed


@lru_cache(maxsize=2_048)
def _passage_of_text(text: str) -> Any:
    """The passage of a text, or what is refused as one."""
    try:
        return Passage.model_validate({"text": text})
    except ValidationError:
        return {"text": text}


class FreeTable(Record, title="ตารางในเนื้อความ"):
    """A table as the officer writes it; column widths are shares of the text width.

    A cell `<` is merged with the one on its left, `^` with the one above; `{sum}` in the last row prints the
    sum of the column; a day typed in figures (`2569-08-17`, `17/8/2569`) is printed in Thai.
    """

    header: tuple[FilledText, ...] = Field(min_length=1, description="หัวตาราง")
    subheaders: tuple[tuple[FilledText, ...], ...] = Field(
        (),
        title="หัวตารางแถวถัดลงมา",
        description="หัวตารางแถวที่ 2 เป็นต้นไป พิมพ์ซ้ำทุกหน้าพร้อมแถวแรก: ช่อง < รวมกับช่องซ้าย ช่อง ^ รวมกับหัวข้างบน",
    )
    rows: tuple[tuple[FilledText, ...], ...] = Field(
        description="แถวของตาราง: ช่อง < รวมกับช่องซ้าย ช่อง ^ รวมกับช่องบน {sum} ในแถวสุดท้ายคือผลรวมของคอลัมน์"
    )
    widths: tuple[Annotated[Number, Field(gt=0)], ...] = Field((), description="สัดส่วนความกว้างของคอลัมน์")

    @property
    @in_templates
    def head(self) -> tuple[tuple[str, ...], ...]:
        """The rows of the header, from the top."""
        return (self.header, *self.subheaders)

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands above each column, of several header rows joined."""
        columns = zip(*self.head, strict=True)
        return tuple(" ".join(text for text in column if text and not is_merged(text)) for column in columns)

    @model_validator(mode="after")
    def _check_even_rows(self) -> FreeTable:
        """Every row and the widths have as many columns as the header; merged cells are rectangles."""
        columns = len(self.header)
        for row, cells in enumerate(self.subheaders, 2):
            if len(cells) != columns:
                found = {"row": row, "cells": len(cells), "columns": columns}
                raise PydanticCustomError("table_head_row", "row {row} has {cells} of {columns} cells", found)
        for row, cells in enumerate(self.rows, 1):
            if len(cells) != columns:
                found = {"row": row, "cells": len(cells), "columns": columns}
                raise PydanticCustomError("table_row", "row {row} has {cells} of {columns} cells", found)
        if torn := _torn(self.head):
            raise PydanticCustomError("table_head_merge", "{mark} in row {row} fits no cell", torn)
        if torn := _torn(self.rows):
            raise PydanticCustomError("table_merge", "{mark} in row {row} fits no cell", torn)
        if self.widths and len(self.widths) != columns:
            found = {"widths": len(self.widths), "columns": columns}
            raise PydanticCustomError("table_widths", "{widths} widths for {columns} columns", found)
        return self


def _torn(rows: Sequence[Sequence[str]]) -> dict[str, Any] | None:
    """The first cell that is merged with nothing, as an error tells of it; rows and columns from 1."""
    torn = torn_cell(rows)
    return {"row": torn[0] + 1, "column": torn[1] + 1, "mark": rows[torn[0]][torn[1]]} if torn else None


def _from_base64(typed: Any) -> Any:
    """The bytes of a picture, which data hold as text in base64."""
    if not isinstance(typed, str):
        return typed
    try:
        return base64.b64decode(typed, validate=True)
    except ValueError as error:
        raise PydanticCustomError("picture_content", "no base64") from error


class Picture(Record, title="ภาพในเนื้อความ"):
    """A picture below a passage, in the middle of the page, with its caption below it.

    `content` is what stands in the file: it is filled in when the data are read, and never typed.
    """

    model_config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    file: str = Field(
        min_length=1, description="ชื่อแฟ้มภาพ (PNG JPEG SVG) ที่วางไว้ในโฟลเดอร์เดียวกับข้อมูล เช่น แผนที่.png"
    )
    alt: FilledText = Field(
        min_length=1,
        title="คำบรรยายแทนภาพ",
        description="คำบรรยายแทนภาพ: ภาพแสดงสิ่งใด สำหรับผู้ที่มองไม่เห็นภาพ ไม่พิมพ์บนหน้ากระดาษ",
    )
    caption: FilledText = Field(
        "", title="คำบรรยายใต้ภาพ", description="คำบรรยายใต้ภาพ เช่น ภาพที่ 1 แผนที่สถานที่อบรม"
    )
    width: Annotated[Number, Field(gt=0, le=50)] | None = Field(
        None,
        title="ความกว้างของภาพ (ซม.)",
        description="ความกว้างของภาพ (ซม.) เว้นว่าง = ตามขนาดของภาพ ไม่เกินความกว้างของข้อความ",
    )
    content: Annotated[bytes | None, BeforeValidator(_from_base64), Made(), SkipJsonSchema()] = Field(
        None, description="สิ่งที่อยู่ในแฟ้มภาพ โปรแกรมอ่านมาเอง"
    )

    @property
    @in_templates
    def digest(self) -> str:
        """What tells the picture from all others; nothing where its file was not read."""
        return sha256(self.content).hexdigest() if self.content else ""


class Passage(Record, title="ย่อหน้าและรายการ"):
    """A paragraph and what hangs below it."""

    text: FilledText = Field("", description="ข้อความของย่อหน้า")
    numbered: tuple[PassageOrText, ...] = Field((), description="รายการมีเลขข้อ")
    bullets: tuple[PassageOrText, ...] = Field((), description="รายการนำด้วยขีด")
    table: FreeTable | None = Field(None, description="ตาราง")
    picture: Picture | None = Field(None, description="ภาพ")

    @property
    def entries(self) -> tuple[Passage, ...]:
        """The entries that hang below its text, of whichever list."""
        return (*self.numbered, *self.bullets)

    @property
    @in_templates
    def count(self) -> int:
        """How many entries the passage announces."""
        return len(self.entries)


PassageOrText = Annotated[Passage, BeforeValidator(_from_text, json_schema_input_type=Passage | str)]
Prose = tuple[PassageOrText, ...]


class Fact(Record, title="จำนวนที่อ้างถึงในข้อความ"):
    """A counted fact of a result: a number, or the sum or the percentage of other facts."""

    value: Amount | None = Field(None, description="จำนวน")
    sum: tuple[str, ...] = Field((), title="ผลรวมของ", description="ผลรวมของข้อเท็จจริงอื่น")
    percent: tuple[str, ...] = Field((), title="ร้อยละของ", description="ร้อยละ [ตัวตั้ง, ตัวหาร] ของข้อเท็จจริงอื่น")


def _from_number(typed: Any) -> Any:
    return {"value": typed} if isinstance(typed, str | int) else typed


FactOrNumber = Annotated[Fact, BeforeValidator(_from_number, json_schema_input_type=Fact | Amount)]
Facts = dict[str, FactOrNumber]

__all__ = ["Count", "Fact", "Facts", "FreeTable", "Passage", "PassageOrText", "Picture", "Prose"]
