"""The sheets of a performance agreement."""

from __future__ import annotations

from functools import cache

from pipeline.kinds.agreement.record import AgreementInput
from pipeline.model.agreement import Agreement, AgreementDimension, IndicatorGroup, Party
from pipeline.model.fields import title_of
from pipeline.model.indicators import Baseline, Indicator, Part, Result
from pipeline.model.period import Period
from pipeline.workbook.layout import EVERY_ROUND, ONCE, Form, Layout, Owners, ProsePart, ProseSheet, Table
from pipeline.workbook.shared_sheets import (
    allowed_findings,
    beginning_with,
    general_form,
    scale_rows,
    section,
    table,
)
from pipeline.workbook.sheet_columns import columns_of


@cache
def layout(title: str) -> Layout:
    """The parties, the evaluation framework, its results, and the annexes."""
    dimensions = table(
        "มิติ",
        "มิติและน้ำหนัก รวมกันได้ 100",
        AgreementDimension,
        ("agreement", "dimensions"),
        key="number",
        group=ONCE,
    )
    groups = _groups(dimensions)
    indicators = _indicators(groups)
    parts = _parts(indicators)
    either = Owners((indicators, parts), indicators.key_titles)
    return Layout(
        "agreement",
        title,
        (
            general_form(AgreementInput, title, section(Period, "period", title="ระยะเวลาของคำรับรอง")),
            _parties(),
            _results(indicators, parts),
            dimensions,
            groups,
            indicators,
            parts,
            scale_rows(either),
            _baselines(either),
            _chapters("ยุทธศาสตร์", "strategy"),
            _chapters("แนวทาง", "guidelines"),
            allowed_findings(),
        ),
    )


def _parties() -> Form:
    sections = (
        section(Agreement, "agreement", title="คำรับรอง"),
        section(Party, "agreement", "receiver", title="ผู้รับคำรับรอง"),
        section(Party, "agreement", "maker", title="ผู้ทำคำรับรอง"),
    )
    return Form("คำรับรอง", "ผู้รับและผู้ทำคำรับรอง และวันที่ลงนาม", EVERY_ROUND, sections)


def _groups(dimensions: Table) -> Table:
    return Table(
        "กลุ่มตัวชี้วัด",
        "กลุ่มตัวชี้วัดในแต่ละมิติ (มีกลุ่มเดียวก็ได้) น้ำหนักรวมกันเท่ากับของมิติ",
        ONCE,
        ("groups",),
        columns_of(IndicatorGroup),
        Owners((dimensions,), dimensions.key_titles),
        numbered="กลุ่มที่",
        inner_key=True,
    )


def _indicators(groups: Table) -> Table:
    return Table(
        "ตัวชี้วัด",
        "ตัวชี้วัด น้ำหนัก และเกณฑ์การให้คะแนน แถวละหนึ่งตัวชี้วัด น้ำหนักรวมกันเท่ากับของกลุ่ม",
        ONCE,
        ("indicators",),
        columns_of(Indicator),
        Owners((groups,), groups.key_titles),
        key="id",
    )


def _parts(indicators: Table) -> Table:
    return Table(
        "ตัวชี้วัดย่อย",
        "เฉพาะตัวชี้วัดที่คิดคะแนนจากตัวชี้วัดย่อย น้ำหนักรวมกันได้ 1",
        ONCE,
        ("parts",),
        columns_of(Part),
        Owners((indicators,), indicators.key_titles),
        key="id",
        optional=True,
    )


def _baselines(owners: Owners) -> Table:
    about = "ผลงานปีก่อนที่พิมพ์ข้างเกณฑ์"
    return Table("ผลงานปีก่อน", about, ONCE, ("baselines",), columns_of(Baseline), owners, optional=True)


def _results(*scored: Table) -> Table:
    return Table(
        "ผล",
        "ผลการดำเนินงาน ใส่อย่างใดอย่างหนึ่ง: ผลที่วัดได้ | ตัวตั้งกับตัวหาร | ขั้นตอนที่แล้วเสร็จ ถ้ายังไม่มีผล ใส่สถานะ",
        EVERY_ROUND,
        ("results",),
        beginning_with("indicator", columns_of(Result)),
        key="indicator",
        optional=True,
        of=scored,
    )


def _chapters(sheet: str, field: str) -> ProseSheet:
    described = Agreement.model_fields[field]
    part = ProsePart(("agreement", field), title_of(described))
    return ProseSheet(sheet, described.description or "", ONCE, (part,), chapters=True, optional=True)
