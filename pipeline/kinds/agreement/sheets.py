"""The sheets of a performance agreement."""

from __future__ import annotations

from functools import cache

from pipeline.kinds.agreement.owned_rows import owned_rows
from pipeline.kinds.agreement.record import AgreementInput
from pipeline.model.agreement import Agreement, AgreementDimension, IndicatorGroup, Party
from pipeline.model.fields import title_of
from pipeline.model.indicators import Indicator, Result
from pipeline.model.period import Period
from pipeline.workbook.layout import EVERY_ROUND, ONCE, Form, Layout, Owners, ProsePart, ProseSheet, Table
from pipeline.workbook.round_sheets import last_round_sheets
from pipeline.workbook.scoring_sheets import baselines, below, changes, parts_of, scoring_rules
from pipeline.workbook.shared_sheets import (
    allowed_findings,
    beginning_with,
    general_form,
    section,
    signer_section,
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
    parts = parts_of(indicators)
    sheets = below(indicators, parts)
    return Layout(
        "agreement",
        title,
        (
            general_form(AgreementInput, title, section(Period, "period", title="ระยะเวลาของคำรับรอง")),
            _parties(),
            _results(indicators, parts),
            *changes(indicators),
            dimensions,
            groups,
            indicators,
            parts,
            sheets.rows,
            baselines(sheets.scored),
            _chapters("ยุทธศาสตร์", "strategy"),
            _chapters("แนวทาง", "guidelines"),
            sheets.points,
            sheets.targets,
            *scoring_rules(AgreementInput, Agreement, "agreement"),
            *last_round_sheets(),
            allowed_findings(),
        ),
    )


def _parties() -> Form:
    sections = (
        section(Agreement, "agreement", title="คำรับรอง"),
        signer_section(Party, "agreement", "receiver", title="ผู้รับคำรับรอง"),
        signer_section(Party, "agreement", "maker", title="ผู้ทำคำรับรอง"),
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
        beside="track",
    )


def _chapters(sheet: str, field: str) -> ProseSheet:
    described = Agreement.model_fields[field]
    part = ProsePart(("agreement", field), title_of(described))
    return ProseSheet(sheet, described.description or "", ONCE, (part,), chapters=True, optional=True)


__all__ = ["layout", "owned_rows"]
