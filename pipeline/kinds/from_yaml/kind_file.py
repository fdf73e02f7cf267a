"""`kind.yaml` as records: what a kind of paper asks for, works out, checks and makes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from pipeline.diagnostics import Message
from pipeline.kinds.from_yaml.field_types import TYPES
from pipeline.kinds.from_yaml.scored_columns import with_standard_columns
from pipeline.kinds.from_yaml.scoring_spec import ScoringSpec
from pipeline.model.records import Count, Record

MOST_FIELDS = 200
"""A record of a kind has at most so many fields."""


MOST_OPTIONS = 200
"""A field has at most so many options."""
MOST_PLACES = 10
"""What is worked out is rounded to so many decimals at the finest."""


class Words(Record, title="คำสองภาษา"):
    """Words in Thai and, where somebody gives them, in English."""

    th: str = Field(min_length=1, description="ภาษาไทย")
    en: str = Field("", description="ภาษาอังกฤษ (เว้นว่าง = ใช้ภาษาไทย)")

    @property
    def message(self) -> Message:
        """The words, the Thai ones in place of English ones that are not given."""
        return Message(self.th, self.en or self.th)


def _from_text(typed: Any) -> Any:
    return {"th": typed} if isinstance(typed, str) else typed


WordsOrText = Annotated[Words, BeforeValidator(_from_text, json_schema_input_type=Words | str)]

EachRoundName = Literal["empty", "paper", "ask", "carry", "keep", "year", "next", "apart"]
"""What a new round makes of a field (`model.records.EachRound`)."""

TypeName = Literal.__getitem__(tuple(TYPES))


class FieldSpec(Record, title="ช่องข้อมูล"):
    """One field of a kind, or of the rows of one of its tables."""

    type: TypeName = Field(title="ชนิด", description="ชนิดของช่อง")  # type: ignore[valid-type]
    title: str = Field(min_length=1, description="ชื่อช่องที่เห็นในสมุดงาน")
    hint: str = Field("", description="คำอธิบายช่อง")
    required: bool = Field(False, description="ต้องกรอก")
    default: str = Field("", description="ค่าเมื่อไม่กรอก")
    personal: bool | None = Field(None, description="ข้อมูลส่วนบุคคล ปิดไว้ในฉบับเผยแพร่")
    names: bool = Field(False, description="พิมพ์ชื่อในวงเล็บปีกกาในข้อความได้")
    made: str = Field("", description="วิธีคิดค่าของช่อง (ไม่ให้กรอก)")
    places: Count | None = Field(None, le=MOST_PLACES, description="จำนวนทศนิยมของค่าที่คิดให้")
    options: tuple[str, ...] = Field((), max_length=MOST_OPTIONS, description="ตัวเลือก")
    sheet: str = Field("", description="ชื่อแผ่นงาน")
    key: str = Field("", description="ช่องที่ใช้เรียกแถว ห้ามซ้ำ")
    least: Count | None = Field(None, description="จำนวนแถวอย่างน้อย")
    most: Count | None = Field(None, description="จำนวนแถวไม่เกิน")
    refers: str = Field("", description="ตารางที่ค่านี้ต้องเป็นชื่อแถว")
    seldom: bool = Field(False, description="แผ่นงานหรือคอลัมน์มีในสมุดงานเมื่อกรอกข้อมูลแล้วเท่านั้น")
    followed_by: str = Field("", description="ช่องที่พิมพ์ต่อจากข้อความนี้ (ข้อความลงท้ายว่า ดังนี้ ได้)")
    each_round: EachRoundName | None = Field(
        None,
        description="เมื่อเริ่มรอบใหม่จากรอบก่อน: empty ล้าง, paper ล้าง (วันที่และเลขที่ของเอกสาร), "
        "ask คงไว้และถาม, carry ยกมาเป็นเรื่องค้าง, keep คงไว้, "
        "year เลื่อนปีเมื่อขึ้นปีใหม่, next ตัวเลือกถัดไป, apart รอบของปีไม่สะสมจากต้นปี (ช่อง period)",
    )
    responsible: bool = Field(
        False, description="คอลัมน์ที่บอกผู้รับผิดชอบแถว ใช้แจกแบบกรอก (saraban hand-out) ตารางต้องมี key"
    )
    scale: tuple[dict[str, Any], ...] = Field((), description="เกณฑ์ที่คิดจากคอลัมน์ของแถว (ชนิด indicators)")
    fields: dict[str, FieldSpec] = Field({}, max_length=MOST_FIELDS, description="ช่องในตารางหรือในกลุ่ม")

    @model_validator(mode="before")
    @classmethod
    def _fill_standard_columns(cls, typed: Any) -> Any:
        """Rows of indicators have columns of which the type is known."""
        return with_standard_columns(typed)


class CheckSpec(Record, title="ข้อตรวจ"):
    """What must hold of an input, and what is said where it does not."""

    that: str = Field(min_length=1, description="นิพจน์ที่ต้องเป็นจริง")
    at: str = Field("", description="ช่องที่ชี้เมื่อไม่เป็นจริง")
    each: str = Field("", description="ตารางที่ตรวจทีละแถว")
    papers: tuple[str, ...] = Field((), description="ตรวจเมื่อทำเอกสารรหัสเหล่านี้เท่านั้น")
    ask: bool = Field(False, description="ถามให้ยืนยัน แทนการไม่รับ")
    message: WordsOrText = Field(description="ข้อความที่แจ้ง")
    help: WordsOrText | None = Field(None, description="วิธีแก้")


class PaperSpec(Record, title="เอกสาร"):
    """One paper of a kind."""

    id: str = Field(min_length=1, description="รหัสเอกสาร")
    title: str = Field(min_length=1, description="ชื่อเอกสาร")
    label: WordsOrText = Field(description="ชื่อย่อ")
    template: str = Field(min_length=1, description="แม่แบบ")
    style: str = Field(min_length=1, description="แฟ้มรูปแบบ")
    when: str = Field("", description="นิพจน์: ทำเอกสารนี้เมื่อใด")


class LetterSpec(Record, title="หนังสือที่ส่งทางระบบสารบรรณ"):
    """Which fields say what the exchange with another office's system has to know (`docs/exchange.md`)."""

    paper: str = Field("", description="รหัสเอกสารที่เป็นหนังสือ (เว้นว่าง: เอกสารแรก)")
    to: str = Field(min_length=1, description="ช่องผู้รับ")
    signer: str = Field(min_length=1, description="ช่องผู้ลงนาม")
    urgency: str = Field("", description="ช่องชั้นความเร็ว")
    secrecy: str = Field("", description="ช่องชั้นความลับ")
    references: str = Field("", description="ตารางหนังสือที่อ้างถึง: text number date")
    enclosures: str = Field("", description="ตารางสิ่งที่ส่งมาด้วย: name")


class KindFile(Record, title="ชนิดของเอกสาร"):
    """A kind of paper as its `kind.yaml` says."""

    title: WordsOrText = Field(description="ชื่อชนิด")
    about: WordsOrText = Field(description="เอกสารนี้ใช้ทำอะไร")
    fields: dict[str, FieldSpec] = Field(min_length=1, max_length=MOST_FIELDS, description="ช่องข้อมูล")
    checks: tuple[CheckSpec, ...] = Field((), description="ข้อตรวจ")
    papers: tuple[PaperSpec, ...] = Field(min_length=1, description="เอกสารที่ทำได้")
    signers: dict[str, tuple[str, ...]] = Field({}, description="ผู้ลงนามของแต่ละเอกสาร")
    number: str = Field("", description="ช่องเลขที่เอกสาร")
    date: str = Field("", description="ช่องวันที่ของเอกสาร")
    memo: str = Field("", description="รหัสเอกสารที่เป็นบันทึกนำ")
    letter: LetterSpec | None = Field(None, description="หนังสือที่ส่งทางระบบสารบรรณอิเล็กทรอนิกส์")
    files: dict[str, tuple[str, ...]] = Field({}, description="ช่องในแต่ละแฟ้ม YAML")
    scoring: ScoringSpec | None = Field(None, description="การให้คะแนน")

    @model_validator(mode="before")
    @classmethod
    def _empty_date_and_number(cls, typed: Any) -> Any:
        """The date and the number of a paper are its own: a new round begins without them."""
        fields = typed.get("fields") if isinstance(typed, dict) else None
        if not isinstance(fields, dict):
            return typed
        own = {name for name in (typed.get("date"), typed.get("number")) if isinstance(name, str)}
        return {**typed, "fields": {name: _emptied(each, name in own) for name, each in fields.items()}}


def _emptied(typed: Any, own: bool) -> Any:
    """A field as typed; one that is the paper's own is emptied, unless it is worked out or says otherwise."""
    if not own or not isinstance(typed, dict) or typed.get("made") or "each_round" in typed:
        return typed
    return {**typed, "each_round": "paper"}
