"""Sheets of inputs with scores: what is below an indicator, own schemes, judges and rounds, adjustments."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from pipeline.model.indicators import Baseline, Part, TrackScale
from pipeline.model.records import Record
from pipeline.model.scales import PointsScale, TableRow, TableScale
from pipeline.model.schemes import Adjustment, Band, Gate, Scheme, SchemeLevel, SchemePoint, Track
from pipeline.model.scored_input import ScoredInput
from pipeline.workbook.layout import ONCE, Form, Names, Owners, Section, Table
from pipeline.workbook.scheme_names import SCHEMES
from pipeline.workbook.shared_sheets import referring, seldom_section, shown_where_filled, table
from pipeline.workbook.sheet_columns import columns_of


class BelowIndicators(NamedTuple):
    """The sheets of what belongs to an indicator (or project), to a part of one, or to a target of one."""

    rows: Table
    points: Table
    targets: Table

    @property
    def scored(self) -> Owners:
        """Of rows that belong to an indicator or to a part."""
        return self.targets.owners


def below(indicators: Table, parts: Table) -> BelowIndicators:
    """The sheets below `indicators`, with `parts` of them."""
    either = Owners((indicators, parts), indicators.key_titles)
    targets = Table(
        "เกณฑ์ตามรอบ",
        "เฉพาะตัวชี้วัดที่เกณฑ์ของบางรอบ (หรือของผู้ประเมินบางคน) ต่างจากเกณฑ์ของตัวชี้วัด แถวละหนึ่งรอบ",
        ONCE,
        ("targets",),
        columns_of(TrackScale),
        either,
        key="track",
        inner_key=True,
        optional=True,
        seldom=True,
    )
    measured = Owners((indicators, parts, targets), indicators.key_titles, targets.key_titles[-1])
    return BelowIndicators(scale_rows(measured), scale_points(measured), targets)


def parts_of(indicators: Table) -> Table:
    """Parts of indicators or projects, and parts of parts."""
    return Table(
        "ตัวชี้วัดย่อย",
        "เฉพาะตัวชี้วัดที่คิดคะแนนจากตัวชี้วัดย่อย น้ำหนักรวมกันได้ 1 หรือ 100"
        " ตัวชี้วัดย่อยมีตัวชี้วัดย่อยของตนได้: ใส่เลขที่ของตัวชี้วัดย่อยที่อยู่เหนือขึ้นไปในช่องแรก",
        ONCE,
        ("parts",),
        columns_of(Part),
        Owners((indicators,), indicators.key_titles),
        key="id",
        optional=True,
        nested=True,
    )


def baselines(owners: Owners) -> Table:
    """The results of earlier years."""
    about = "ผลงานปีก่อนที่พิมพ์ข้างเกณฑ์"
    return Table("ผลงานปีก่อน", about, ONCE, ("baselines",), columns_of(Baseline), owners, optional=True)


def scale_rows(owners: Owners) -> Table:
    """The look-up tables of scales of that type."""
    about = f"เฉพาะเกณฑ์แบบ '{TableScale.choice}': ผลเท่าใดได้ระดับใด"
    return Table("ตารางเกณฑ์", about, ONCE, ("scale", "rows"), columns_of(TableRow), owners, optional=True)


def scale_points(owners: Owners) -> Table:
    """The points of scales of that type."""
    about = f"เฉพาะเกณฑ์แบบ '{PointsScale.choice}': ผลเท่าใดได้คะแนนเท่าใด แถวละหนึ่งจุด (ไม่ใส่ = ตามแบบคะแนน)"
    columns = columns_of(SchemePoint)
    return shown_where_filled(Table("จุดคะแนน", about, ONCE, ("scale", "points"), columns, owners))


def changes(indicators: Table) -> tuple[Table, ...]:
    """What is added to scores or taken off, and what caps them."""
    return changes_of(indicators.sheet)


def changes_of(indicators: str) -> tuple[Table, ...]:
    """The same where the sheet `indicators` lists what may be changed; empty where none does."""
    adjustments = table(
        "ปรับคะแนน",
        "คะแนนที่เพิ่มหรือหักนอกเหนือจากเกณฑ์ ของตัวชี้วัดหนึ่งหรือของคะแนนรวม พร้อมเหตุผล",
        Adjustment,
        ("adjustments",),
    )
    gates = table(
        "เงื่อนไข",
        "เงื่อนไขที่ถ้าไม่เป็นไปตาม คะแนนหรือระดับผลจะได้ไม่เกินที่กำหนด แถวละหนึ่งเงื่อนไข",
        Gate,
        ("gates",),
    )
    of_indicators = [
        replace(each, columns=referring(each.columns, "indicator", indicators))
        for each in (adjustments, gates)
    ]
    return tuple(shown_where_filled(each) for each in of_indicators)


def scoring_rules(record: type[ScoredInput], main: type[Record], at: str) -> tuple[Form | Table, ...]:
    """Which scheme and which judge or round decide; the judges and rounds; schemes of the office's own."""
    return _rules_and_tracks(
        seldom_section(main, at, title="วิธีให้คะแนน"),
        seldom_section(record, title="หลายรอบหรือหลายผู้ประเมิน"),
    )


def schemes_and_tracks(record: type[ScoredInput]) -> tuple[Form | Table, ...]:
    """The same of an input that says at its top by which scheme it is scored."""
    section = seldom_section(record, title="วิธีให้คะแนน หลายรอบหรือหลายผู้ประเมิน")
    columns = tuple(each for each in section.columns if each.entries != SCHEMES)
    return _rules_and_tracks(replace(section, columns=columns))


def _rules_and_tracks(*sections: Section) -> tuple[Form | Table, ...]:
    form = Form(
        "การให้คะแนน",
        "เฉพาะเมื่อไม่ได้ให้คะแนน 1 ถึง 5 หรือมีผลของหลายรอบหรือหลายผู้ประเมิน: วิธีให้คะแนน และคะแนนชุดที่ใช้",
        ONCE,
        sections,
        optional=True,
        seldom=True,
    )
    about = "ผู้ประเมิน (เช่น ประเมินตนเอง คณะกรรมการ) หรือรอบ (เช่น 6 เดือน 12 เดือน) ที่มีผลของตน ตามลำดับที่พิมพ์"
    tracks = table("ผู้ประเมินและรอบ", about, Track, ("tracks",), key="id", group=ONCE)
    return (form, shown_where_filled(tracks), *_own_schemes())


def _own_schemes() -> tuple[Table, ...]:
    about = (
        "วิธีให้คะแนนที่ส่วนราชการกำหนดเอง แถวละหนึ่งแบบ ช่องที่เว้นว่างเป็นตามแบบในช่อง 'ตามแบบ'"
        " ทศนิยมที่ปัดหลายครั้งพิมพ์ตามลำดับ เช่น 3, 2"
    )
    schemes = table("แบบคะแนน", about, Scheme, (SCHEMES,), key="id", group=ONCE)
    owners = Owners((schemes,), schemes.key_titles)

    def below_scheme(sheet: str, about: str, record: type[Record], into: Names) -> Table:
        return shown_where_filled(Table(sheet, about, ONCE, into, columns_of(record), owners))

    return (
        shown_where_filled(schemes),
        below_scheme("ระดับคะแนน", "ระดับของแบบคะแนนที่กำหนดเอง จากต่ำไปสูง กี่ระดับก็ได้", SchemeLevel, ("levels",)),
        below_scheme(
            "จุดคะแนนของแบบ", "ผลเท่าใดได้คะแนนเท่าใด ใช้กับเกณฑ์แบบจุดคะแนนที่ไม่ได้กำหนดจุดเอง", SchemePoint, ("points",)
        ),
        below_scheme("ระดับผล", "คะแนนรวมเท่าใดเรียกว่าอะไร เช่น ดีเด่น ดีมาก", Band, ("bands",)),
    )
