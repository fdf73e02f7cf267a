"""What may stand in a batch file: one base input, and a row for each unit with what it says otherwise.

kind: batch
base: ../agreement-2547
papers: [annexes]
lists: {results: results.csv}
set: {office.name: "สำนักงานอุตสาหกรรมจังหวัด{unit}"}
units:
  - กระบี่
  - {id: เลย, set: {"indicators[5].target": 18}}
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from pipeline.model.records import Record


class BatchUnit(Record, title="หน่วยงานหนึ่งในชุดงาน"):
    """One unit of the batch: its id, and its values that differ from the base's by their paths."""

    id: str = Field(min_length=1, description="ชื่อหรือเลขที่ของหน่วยงาน ใช้เป็นชื่อโฟลเดอร์ของเอกสาร")
    remark: str = Field("", description="หมายเหตุสำหรับผู้อ่านแฟ้มนี้ ไม่พิมพ์ในเอกสาร")
    set: dict[str, Any] = Field({}, description="ค่าที่ต่างจากข้อมูลตั้งต้น ตามชื่อเต็มของช่อง")

    @model_validator(mode="before")
    @classmethod
    def _of_bare_id(cls, typed: Any) -> Any:
        """`- กระบี่` is `- {id: กระบี่}`."""
        return {"id": typed} if isinstance(typed, str) else typed

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The record, or its id alone."""
        record = handler.resolve_ref_schema(handler(core))
        return {"title": record["title"], "anyOf": [dict(record), {"type": "string"}]}


class BatchRecord(Record):
    """A batch file as typed."""

    kind: Literal["batch"] = Field(description="ชนิดของข้อมูล")
    title: str = Field("", description="ชื่อของงานชุดนี้ พิมพ์ในรายงาน")
    base: str = Field(description="ข้อมูลตั้งต้น: แฟ้มหรือโฟลเดอร์ เทียบจากที่อยู่ของแฟ้มนี้")
    papers: tuple[str, ...] = Field((), description="เอกสารที่ทำ (ถ้าไม่ระบุ: ทุกฉบับที่ข้อมูลตั้งต้นทำได้)")
    set: dict[str, Any] = Field({}, description="ค่าที่ทุกหน่วยงานใช้แทนข้อมูลตั้งต้น ({unit} คือ id ของหน่วยงาน)")
    units: tuple[BatchUnit, ...] = Field((), description="รายการหน่วยงาน")
    units_from: str = Field("", description="แฟ้ม .csv หรือ .xlsx ของรายการหน่วยงาน (ต่อจาก units)")
    lists: dict[str, str] = Field(
        {},
        description="ตารางหลายแถวต่อหน่วยงาน: ชื่อรายการของข้อมูล และแฟ้ม .csv หรือ .xlsx ที่คอลัมน์แรกเป็น id ของหน่วยงาน",
    )
