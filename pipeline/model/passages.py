"""Prose as an officer writes it: paragraphs, numbered lists, bullets and tables, nested.

A figure in prose is never typed: `{name}` prints a fact of the record that the prose belongs to
(`docs/input.md` lists the names). `{count}` prints how many entries follow in the same passage.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from pipeline.model.in_templates import in_templates
from pipeline.model.merged_cells import torn_cell
from pipeline.model.records import Amount, Count, FilledText, Number, Record

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
    rows: tuple[tuple[FilledText, ...], ...] = Field(
        description="แถวของตาราง: ช่อง < รวมกับช่องซ้าย ช่อง ^ รวมกับช่องบน {sum} ในแถวสุดท้ายคือผลรวมของคอลัมน์"
    )
    widths: tuple[Annotated[Number, Field(gt=0)], ...] = Field((), description="สัดส่วนความกว้างของคอลัมน์")

    @model_validator(mode="after")
    def _check_even_rows(self) -> FreeTable:
        """Every row and the widths have as many columns as the header; merged cells are rectangles."""
        columns = len(self.header)
        for number, row in enumerate(self.rows, 1):
            if len(row) != columns:
                found = {"row": number, "cells": len(row), "columns": columns}
                raise PydanticCustomError("table_row", "row {row} has {cells} of {columns} cells", found)
        for lines, first in (((self.header,), 0), (self.rows, 1)):
            if torn := torn_cell(lines):
                place = {"row": torn[0] + first, "column": torn[1] + 1}
                mark = {"mark": lines[torn[0]][torn[1]]}
                raise PydanticCustomError(
                    "table_merge", "{mark} in row {row} fits no cell", {**place, **mark}
                )
        if self.widths and len(self.widths) != columns:
            found = {"widths": len(self.widths), "columns": columns}
            raise PydanticCustomError("table_widths", "{widths} widths for {columns} columns", found)
        return self


class Passage(Record, title="ย่อหน้าและรายการ"):
    """A paragraph and what hangs below it."""

    text: FilledText = Field("", description="ข้อความของย่อหน้า")
    numbered: tuple[PassageOrText, ...] = Field((), description="รายการมีเลขข้อ")
    bullets: tuple[PassageOrText, ...] = Field((), description="รายการนำด้วยขีด")
    table: FreeTable | None = Field(None, description="ตาราง")

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

__all__ = ["Count", "Fact", "Facts", "FreeTable", "Passage", "PassageOrText", "Prose"]
