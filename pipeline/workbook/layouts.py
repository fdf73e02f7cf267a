"""The sheets of each kind of input: which part of the data stands on which sheet, and in what order."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from pipeline.model.agreement import Agreement, AgreementDimension, IndicatorGroup, Party
from pipeline.model.indicators import Baseline, Indicator, Part, Result
from pipeline.model.inputs import KINDS
from pipeline.model.marks import Preparers, ReceivingStamp
from pipeline.model.memo import Endorsement, MemoHead, SubjectMemoHead
from pipeline.model.passages import Fact
from pipeline.model.people import Office, Person, Signer, Unit
from pipeline.model.period import Period
from pipeline.model.plan import Issue, Plan, PlanDimension, Project, ProjectResult
from pipeline.model.records import Record
from pipeline.model.report import ActionPlan, QualityIssue, ReportFacts, WorkingGroup
from pipeline.model.scales import TableRow
from pipeline.workbook.columns import Column, columns_of, list_column, own_columns_of, title_of
from pipeline.workbook.layout import (
    EVERY_ROUND,
    NAMED,
    ONCE,
    AnySheet,
    Form,
    Group,
    Layout,
    Names,
    Owners,
    ProsePart,
    ProseSheet,
    Section,
    Table,
)

GENERAL = "ข้อมูลทั่วไป"
"""The sheet that every workbook has; it says which kind of input this is."""

NOBODY = Owners()
"""Of rows that belong to the input itself."""


@cache
def layout_of(kind: str) -> Layout:
    """The layout of one kind of input; `KeyError` for an unknown kind."""
    return {"hr-scorecard": _hr_scorecard, "agreement": _agreement, "memo": _memo}[kind]()


def _section(record: type[Record], *at: str, title: str = "") -> Section:
    return Section(title, at, own_columns_of(record))


def _general(kind: str, *more: Section) -> Form:
    about = "ชนิดของเอกสาร และส่วนราชการเจ้าของเอกสาร"
    top = own_columns_of(KINDS[kind])
    first = sorted(top, key=lambda column: column.path != ("kind",))
    sections = (Section("เอกสาร", (), tuple(first)), _section(Office, "office", title="ส่วนราชการ"), *more)
    return Form(GENERAL, about, ONCE, sections)


def _period(title: str) -> Section:
    return _section(Period, "period", title=title)


def _memo_sheets(head: type[MemoHead]) -> tuple[AnySheet, ...]:
    form = Form(
        "บันทึก",
        "หัวบันทึกข้อความและผู้ลงนาม ที่และวันที่เว้นว่างไว้เขียนด้วยมือได้",
        EVERY_ROUND,
        (
            _section(head, "memo", title="หัวบันทึก"),
            _section(Signer, "memo", "proposer", title="ผู้ลงนามในบันทึก"),
            _section(Preparers, "memo", "preparers", title="ผู้จัดทำสำเนาคู่ฉบับ"),
        ),
    )
    orders = _table("การสั่งการ", "คำสั่งการและผู้สั่งการท้ายบันทึก ตามลำดับ", Endorsement, ("memo", "endorsements"))
    stamps = _table("ตรารับหนังสือ", "กรอบตรารับหนังสือ มุมบนขวาของหน้าแรก", ReceivingStamp, ("memo", "stamps"))
    return form, replace(orders, optional=True), replace(stamps, optional=True)


def _table(
    sheet: str, about: str, record: type[Record], into: Names, *, key: str = "", group: Group = EVERY_ROUND
) -> Table:
    return Table(sheet, about, group, into, columns_of(record), key=key)


def _texts(
    sheet: str, about: str, record: type[Record], field: str, *, at: Names = (), owners: Owners = NOBODY
) -> Table:
    """A sheet with one text a row, for a list of texts."""
    described = record.model_fields[field]
    column = Column((), title_of(described), described.description or "", required=True)
    return Table(sheet, about, ONCE, (*at, field), (column,), owners, shape="texts")


def _referring(columns: tuple[Column, ...], name: str, sheet: str) -> tuple[Column, ...]:
    """The columns, with the one at `name` choosing from what `sheet` lists."""
    return tuple(replace(each, refers=sheet) if each.path == (name,) else each for each in columns)


def _hr_scorecard() -> Layout:
    units = _table("หน่วยงาน", "หน่วยงานที่อ้างถึง แผ่นงานอื่นอ้างด้วยรหัส", Unit, ("units",), key="id", group=ONCE)
    dimensions = _table(
        "มิติ", "มิติของ HR Scorecard", PlanDimension, ("plan", "dimensions"), key="number", group=ONCE
    )
    projects = Table(
        "โครงการ",
        "แผนงาน/โครงการ ตัวชี้วัด เกณฑ์ และน้ำหนัก แถวละหนึ่งโครงการ น้ำหนักรวมกันได้ 100",
        ONCE,
        ("projects",),
        _referring(columns_of(Project), "unit", units.sheet),
        Owners((dimensions,), ("มิติที่",)),
        key="id",
    )
    of_project = Owners((projects,), projects.key_titles)
    issues = Table(
        "ประเด็นที่สอดคล้อง", "ประเด็นยุทธศาสตร์ที่โครงการสอดคล้อง", ONCE, ("issues",), columns_of(Issue), of_project
    )
    steps = _texts("ขั้นตอน", "กิจกรรม/ขั้นตอนของโครงการ แถวละขั้นตอน ตามลำดับ", Project, "steps", owners=of_project)
    scales = _scale_rows(of_project)
    results = Table(
        "ผลรอบ",
        "ผลของรอบ ใส่อย่างใดอย่างหนึ่ง: ผลที่วัดได้ | ตัวตั้งกับตัวหาร | ขั้นตอนที่แล้วเสร็จ ถ้ายังไม่มีผล ใส่สถานะ",
        EVERY_ROUND,
        ("results",),
        _referring(_first(columns_of(ProjectResult), "project"), "project", projects.sheet),
        key="project",
    )
    of_result = Owners((results,), results.key_titles)
    report = (ReportFacts, "report")
    general = _general("hr-scorecard", _period("รอบที่รายงาน"))
    return Layout(
        "hr-scorecard",
        (
            _with_reporter(general, units.sheet),
            results,
            _result_prose(of_result),
            _facts(of_result),
            _phrases(of_result),
            *_memo_sheets(MemoHead),
            Form("แผน", "ชื่อและช่วงปีของแผนกลยุทธ์", ONCE, (_section(Plan, "plan", title="แผนกลยุทธ์"),)),
            units,
            dimensions,
            projects,
            issues,
            steps,
            scales,
            Form(
                "รายงาน",
                "ข้อมูลบทที่ 1 และ 2 ของรายงาน",
                ONCE,
                (
                    _section(*report, title="แผนเดิมและความเห็นชอบ"),
                    _section(ActionPlan, "report", "action_plan", title="แผนปฏิบัติราชการของส่วนราชการ"),
                    _section(WorkingGroup, "report", "working_group", title="คณะทำงานจัดทำแผน"),
                    Section(
                        title_of(WorkingGroup.model_fields["assistant"]),
                        ("report", "working_group", "assistant"),
                        tuple(replace(column, required=False) for column in columns_of(Person)),
                    ),
                ),
            ),
            _texts(
                "พันธกิจ", "พันธกิจของส่วนราชการ ตามลำดับ", ActionPlan, "missions", at=("report", "action_plan")
            ),
            _texts(
                "ประเด็นยุทธศาสตร์",
                "ประเด็นยุทธศาสตร์ของส่วนราชการ ตามลำดับ",
                ActionPlan,
                "strategies",
                at=("report", "action_plan"),
            ),
            _table(
                "PMQA", "ประเด็นการพัฒนา PMQA หมวด 5", QualityIssue, ("report", "quality_issues"), group=ONCE
            ),
        ),
    )


def _with_reporter(form: Form, units: str) -> Form:
    first, *rest = form.sections
    referring = replace(first, columns=_referring(first.columns, "reporter", units))
    return replace(form, sections=(referring, *rest))


def _first(columns: tuple[Column, ...], name: str) -> tuple[Column, ...]:
    """The columns with the one at `name` in front."""
    return tuple(sorted(columns, key=lambda column: column.path != (name,)))


def _scale_rows(owners: Owners) -> Table:
    return Table(
        "ตารางเกณฑ์",
        "เฉพาะเกณฑ์แบบ 'เปิดตาราง': ผลเท่าใดได้ระดับใด",
        ONCE,
        ("scale", "rows"),
        columns_of(TableRow),
        owners,
        optional=True,
    )


def _result_prose(owners: Owners) -> ProseSheet:
    fields = ProjectResult.model_fields
    parts = tuple(
        ProsePart((name,), title_of(fields[name])) for name in ("memo", "done", "problems", "suggestions")
    )
    return ProseSheet("ข้อความของผล", "ข้อความที่พิมพ์ในบันทึกและรายงาน", EVERY_ROUND, parts, owners)


def _facts(owners: Owners) -> Table:
    fields = Fact.model_fields
    columns = (
        Column((), NAMED, "ชื่อที่ใช้ในข้อความ เช่น {courses}", required=True),
        *columns_of(Fact),
        list_column(fields["sum"], ("sum",)),
        list_column(fields["percent"], ("percent",)),
    )
    about = "จำนวนที่อ้างถึงในข้อความด้วย {ชื่อ} พิมพ์ครั้งเดียว"
    return Table("จำนวน", about, EVERY_ROUND, ("facts",), columns, owners, shape="named", optional=True)


def _phrases(owners: Owners) -> Table:
    columns = (
        Column((), NAMED, "ชื่อที่ใช้ในข้อความ เช่น {outbreak}", required=True),
        Column(("text",), "ถ้อยคำ", "ถ้อยคำที่พิมพ์แทนชื่อ"),
    )
    about = "ถ้อยคำที่ใช้ซ้ำ อ้างถึงในข้อความด้วย {ชื่อ}"
    return Table("ถ้อยคำ", about, EVERY_ROUND, ("phrases",), columns, owners, shape="named", optional=True)


def _agreement() -> Layout:
    dimensions = _table(
        "มิติ",
        "มิติและน้ำหนัก รวมกันได้ 100",
        AgreementDimension,
        ("agreement", "dimensions"),
        key="number",
        group=ONCE,
    )
    groups = Table(
        "กลุ่มตัวชี้วัด",
        "กลุ่มตัวชี้วัดในแต่ละมิติ (มีกลุ่มเดียวก็ได้) น้ำหนักรวมกันเท่ากับของมิติ",
        ONCE,
        ("groups",),
        columns_of(IndicatorGroup),
        Owners((dimensions,), ("มิติที่",)),
        numbered="กลุ่มที่",
        inner_key=True,
    )
    indicators = Table(
        "ตัวชี้วัด",
        "ตัวชี้วัด น้ำหนัก และเกณฑ์การให้คะแนน แถวละหนึ่งตัวชี้วัด น้ำหนักรวมกันเท่ากับของกลุ่ม",
        ONCE,
        ("indicators",),
        columns_of(Indicator),
        Owners((groups,), groups.key_titles),
        key="id",
    )
    parts = Table(
        "ตัวชี้วัดย่อย",
        "เฉพาะตัวชี้วัดที่คิดคะแนนจากตัวชี้วัดย่อย น้ำหนักรวมกันได้ 1",
        ONCE,
        ("parts",),
        columns_of(Part),
        Owners((indicators,), indicators.key_titles),
        key="id",
        optional=True,
    )
    either = Owners((indicators, parts), indicators.key_titles)
    baselines = Table(
        "ผลงานปีก่อน", "ผลงานปีก่อนที่พิมพ์ข้างเกณฑ์", ONCE, ("baselines",), columns_of(Baseline), either, optional=True
    )
    results = Table(
        "ผล",
        "ผลการดำเนินงาน ใส่อย่างใดอย่างหนึ่ง: ผลที่วัดได้ | ตัวตั้งกับตัวหาร | ขั้นตอนที่แล้วเสร็จ ถ้ายังไม่มีผล ใส่สถานะ",
        EVERY_ROUND,
        ("results",),
        _first(columns_of(Result), "indicator"),
        key="indicator",
        optional=True,
    )
    parties = (
        _section(Agreement, "agreement", title="คำรับรอง"),
        _section(Party, "agreement", "receiver", title="ผู้รับคำรับรอง"),
        _section(Party, "agreement", "maker", title="ผู้ทำคำรับรอง"),
    )
    return Layout(
        "agreement",
        (
            _general("agreement", _period("ระยะเวลาของคำรับรอง")),
            Form("คำรับรอง", "ผู้รับและผู้ทำคำรับรอง และวันที่ลงนาม", EVERY_ROUND, parties),
            results,
            dimensions,
            groups,
            indicators,
            parts,
            _scale_rows(either),
            baselines,
            _chapters("ยุทธศาสตร์", "strategy"),
            _chapters("แนวทาง", "guidelines"),
        ),
    )


def _chapters(sheet: str, field: str) -> ProseSheet:
    described = Agreement.model_fields[field]
    part = ProsePart(("agreement", field), title_of(described))
    return ProseSheet(sheet, described.description or "", ONCE, (part,), chapters=True, optional=True)


def _memo() -> Layout:
    body = ProseSheet(
        "เนื้อความ", "เนื้อความของบันทึก: ย่อหน้า รายการ และตาราง", EVERY_ROUND, (ProsePart(("body",), "เนื้อความ"),)
    )
    form, orders, stamps = _memo_sheets(SubjectMemoHead)
    return Layout("memo", (_general("memo"), form, body, orders, stamps))
