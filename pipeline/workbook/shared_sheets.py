"""Sheets, and pieces of sheets, that several kinds of input have."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model.fields import title_of
from pipeline.model.marks import Preparers, ReceivingStamp
from pipeline.model.memo import CitedLetter, Enclosure, Endorsement, MemoHead
from pipeline.model.people import Office, Signer
from pipeline.model.records import Record
from pipeline.model.suppressions import Suppression
from pipeline.workbook.layout import (
    EVERY_ROUND,
    ONCE,
    AnySheet,
    Form,
    Group,
    Names,
    Owners,
    Section,
    Table,
)
from pipeline.workbook.sheet_columns import Column, columns_of, own_columns_of

GENERAL = "ข้อมูลทั่วไป"
"""The sheet that every workbook has; it says which kind of input this is."""

NOBODY = Owners()
"""Of rows that belong to the input itself."""


def section(record: type[Record], *at: str, title: str) -> Section:
    """A section for the single values of the record at `at`, without what few inputs fill in."""
    return Section(title, at, tuple(column for column in own_columns_of(record) if not column.seldom))


def seldom_section(record: type[Record], *at: str, title: str) -> Section:
    """A section for what few inputs fill in."""
    return Section(title, at, tuple(column for column in own_columns_of(record) if column.seldom))


def signer_section(record: type[Record], *at: str, title: str) -> Section:
    """A section for somebody who signs, with rank and for whom that person acts."""
    return Section(title, at, own_columns_of(record))


def shown_where_filled(sheet: Table) -> Table:
    """The sheet, written where it has rows."""
    return replace(sheet, optional=True, seldom=True)


def general_form(record: type[Record], kind: str, *more: Section, units: str = "") -> Form:
    """The form of what stands at the top of the data, with what the kind is called.

    A unit named there is one of the sheet `units`.
    """
    top = beginning_with("kind", section(record, title="").columns)
    named = (replace(top[0], names=(kind,)), *top[1:])
    first = Section("เอกสาร", (), referring(named, "reporter", units))
    office = section(Office, "office", title="ส่วนราชการ")
    return Form(GENERAL, "ชนิดของเอกสาร และส่วนราชการเจ้าของเอกสาร", ONCE, (first, office, *more))


def memo_sheets(head: type[MemoHead]) -> tuple[AnySheet, ...]:
    """The head of a memo with its signer, what was ordered on it, and its receiving stamps."""
    form = Form(
        "บันทึก",
        "หัวบันทึกข้อความและผู้ลงนาม ที่และวันที่เว้นว่างไว้เขียนด้วยมือได้",
        EVERY_ROUND,
        (
            section(head, "memo", title="หัวบันทึก"),
            signer_section(Signer, "memo", "proposer", title="ผู้ลงนามในบันทึก"),
            section(Preparers, "memo", "preparers", title="ผู้จัดทำสำเนาคู่ฉบับ"),
            signer_section(Signer, "memo", "certifier", title="ผู้รับรองสำเนา"),
            seldom_section(head, "memo", title="คำลงท้าย ที่ของผู้ร่วมลงนาม และคำนำรายชื่อสำเนา"),
        ),
    )
    orders = table("การสั่งการ", "คำสั่งการและผู้สั่งการท้ายบันทึก ตามลำดับ", Endorsement, ("memo", "endorsements"))
    stamps = table("ตรารับหนังสือ", "กรอบตรารับหนังสือ มุมบนขวาของหน้าแรก", ReceivingStamp, ("memo", "stamps"))
    return form, replace(orders, optional=True), replace(stamps, optional=True)


def letter_sheets(head: type[MemoHead]) -> tuple[Table, ...]:
    """Other addressees of a memo, what it refers to and sends along, who signs too, and who has copies."""
    memo = ("memo",)
    cosigners = table(
        "ผู้ร่วมลงนาม", "ผู้ร่วมลงนามถัดจากผู้ลงนามในบันทึก ตามลำดับ (เว้นว่างได้)", Signer, (*memo, "cosigners")
    )
    sheets = (
        texts("เรียนผู้อื่น", "ผู้รับถัดจากผู้รับคนแรก แถวละราย (เว้นว่างได้)", head, "also_to", at=memo),
        table("อ้างถึง", "หนังสือที่อ้างถึง แถวละฉบับ (เว้นว่างได้)", CitedLetter, (*memo, "references")),
        table(
            "สิ่งที่ส่งมาด้วย",
            "สิ่งที่ส่งมาด้วย แถวละรายการ ในข้อความพิมพ์จำนวนรายการด้วย {enclosures} (เว้นว่างได้)",
            Enclosure,
            (*memo, "enclosures"),
        ),
        replace(cosigners, columns=shown(cosigners.columns)),
        texts("สำเนา", "ผู้ได้รับสำเนา พิมพ์ท้ายบันทึก แถวละราย (เว้นว่างได้)", head, "copies", at=memo),
    )
    return tuple(replace(sheet, optional=True, group=EVERY_ROUND) for sheet in sheets)


def allowed_findings() -> Table:
    """What the office lets stand of what the audit finds and of what the data are asked about."""
    about = "ข้อค้นพบและข้อที่ต้องยืนยันที่ยอมรับ พร้อมเหตุผล (เว้นว่างได้)"
    return replace(table("ข้อยกเว้น", about, Suppression, ("audit", "allow"), group=ONCE), optional=True)


def table(
    sheet: str, about: str, record: type[Record], into: Names, *, key: str = "", group: Group = EVERY_ROUND
) -> Table:
    """A table of records that belong to the input itself."""
    return Table(sheet, about, group, into, columns_of(record), key=key)


def texts(
    sheet: str, about: str, record: type[Record], field: str, *, at: Names = (), owners: Owners = NOBODY
) -> Table:
    """A sheet with one text a row, for a list of texts."""
    described = record.model_fields[field]
    column = Column((), title_of(described), described.description or "", required=True)
    return Table(sheet, about, ONCE, (*at, field), (column,), owners, shape="texts")


def shown(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, those that few inputs fill in among the others."""
    return tuple(replace(column, seldom=False) for column in columns)


def referring(columns: tuple[Column, ...], name: str, sheet: str) -> tuple[Column, ...]:
    """The columns, with the one at `name` choosing from what `sheet` lists."""
    return tuple(replace(each, refers=sheet) if each.path == (name,) else each for each in columns)


def beginning_with(name: str, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns with the one at `name` in front."""
    return tuple(sorted(columns, key=lambda column: column.path != (name,)))
