"""The sheets of a quarter's HR Scorecard report."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from pipeline.kinds.hr_scorecard.owned_rows import owned_rows
from pipeline.kinds.hr_scorecard.record import HrScorecardInput
from pipeline.kinds.hr_scorecard.report import (
    ActionPlan,
    Headings,
    QualityIssue,
    ReportFacts,
    ReportSigner,
    WorkingGroup,
)
from pipeline.model.fields import title_of
from pipeline.model.memo import ReportMemoHead
from pipeline.model.passages import Fact
from pipeline.model.people import Person, Unit
from pipeline.model.period import Period
from pipeline.model.plan import Issue, Plan, PlanDimension, Project, ProjectResult
from pipeline.workbook.layout import (
    EVERY_ROUND,
    NAMED,
    ONCE,
    AnySheet,
    Form,
    Layout,
    Owners,
    ProsePart,
    ProseSheet,
    Section,
    Table,
)
from pipeline.workbook.round_sheets import last_round_sheets
from pipeline.workbook.scoring_sheets import baselines, below, changes, parts_of, scoring_rules
from pipeline.workbook.shared_sheets import (
    allowed_findings,
    beginning_with,
    general_form,
    letter_sheets,
    memo_sheets,
    referring,
    section,
    seldom_section,
    shown_where_filled,
    table,
    texts,
)
from pipeline.workbook.sheet_columns import Column, columns_of, list_column

_ACTION_PLAN = ("report", "action_plan")


@cache
def layout(title: str) -> Layout:
    """The round's results first, then what is set up once: plan, units and the report's facts."""
    units = table("หน่วยงาน", "หน่วยงานที่อ้างถึง แผ่นงานอื่นอ้างด้วยรหัส", Unit, ("units",), key="id", group=ONCE)
    at_dimensions = ("plan", "dimensions")
    dimensions = table(
        "มิติ", "กลุ่มของโครงการในแผน เช่น มิติ ด้าน ยุทธศาสตร์", PlanDimension, at_dimensions, key="number", group=ONCE
    )
    projects = _projects(dimensions, units)
    of_project = Owners((projects,), projects.key_titles)
    parts = replace(parts_of(projects), seldom=True)
    of_part = Owners((parts,), parts.key_titles)
    sheets = below(projects, parts)
    results = _results(projects, parts)
    of_result = Owners((results,), results.key_titles, results.beside_title)
    period = section(Period, "period", title="รอบที่รายงาน")
    form, orders, stamps = memo_sheets(ReportMemoHead)
    return Layout(
        "hr-scorecard",
        title,
        (
            general_form(HrScorecardInput, title, period, units=units.sheet),
            results,
            _result_prose(of_result),
            _facts(of_result),
            _phrases(of_result),
            form,
            _body(),
            orders,
            stamps,
            *map(shown_where_filled, letter_sheets(ReportMemoHead)),
            Form("แผน", "ชื่อและช่วงปีของแผนกลยุทธ์", ONCE, (section(Plan, "plan", title="แผนกลยุทธ์"),)),
            units,
            dimensions,
            projects,
            _issues(of_project),
            texts("ขั้นตอน", "กิจกรรม/ขั้นตอนของโครงการ แถวละขั้นตอน ตามลำดับ", Project, "steps", owners=of_project),
            sheets.rows,
            *_report_sheets(),
            *changes(projects),
            parts,
            replace(baselines(of_part), seldom=True),
            sheets.points,
            sheets.targets,
            *scoring_rules(HrScorecardInput, Plan, "plan"),
            *last_round_sheets(),
            allowed_findings(),
        ),
    )


def _projects(dimensions: Table, units: Table) -> Table:
    return Table(
        "โครงการ",
        "แผนงาน/โครงการ ตัวชี้วัด เกณฑ์ และน้ำหนัก แถวละหนึ่งโครงการ น้ำหนักรวมกันได้ 100",
        ONCE,
        ("projects",),
        referring(columns_of(Project), "unit", units.sheet),
        Owners((dimensions,), dimensions.key_titles),
        key="id",
    )


def _issues(owners: Owners) -> Table:
    about = "ประเด็นยุทธศาสตร์ที่โครงการสอดคล้อง"
    return Table("ประเด็นที่สอดคล้อง", about, ONCE, ("issues",), columns_of(Issue), owners)


def _results(projects: Table, parts: Table) -> Table:
    return Table(
        "ผลรอบ",
        "ผลของรอบ ใส่อย่างใดอย่างหนึ่ง: ผลที่วัดได้ | ตัวตั้งกับตัวหาร | ขั้นตอนที่แล้วเสร็จ ถ้ายังไม่มีผล ใส่สถานะ",
        EVERY_ROUND,
        ("results",),
        referring(beginning_with("project", columns_of(ProjectResult)), "project", projects.sheet),
        key="project",
        of=(projects, parts),
        beside="track",
    )


def _result_prose(owners: Owners) -> ProseSheet:
    fields = ProjectResult.model_fields
    names = ("memo", "done", "problems", "suggestions")
    parts = tuple(ProsePart((name,), title_of(fields[name])) for name in names)
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


def _body() -> ProseSheet:
    part = ProsePart(("body",), "เนื้อความ")
    about = "เนื้อความของบันทึก ตารางที่โปรแกรมทำอยู่ที่ย่อหน้าที่มีแต่ชื่อ เช่น {ตารางผล} (ไม่กรอก = ถ้อยคำกลาง)"
    return ProseSheet("เนื้อความ", about, ONCE, (part,), clauses=True, optional=True)


def _chapters() -> ProseSheet:
    part = ProsePart(("chapters",), "หัวข้อและเนื้อความ")
    about = "หัวข้อและเนื้อความของรายงาน ตามลำดับที่พิมพ์ เลขหัวข้อนับให้ (ไม่กรอก = ถ้อยคำกลาง)"
    return ProseSheet(
        "บทของรายงาน", about, ONCE, (part,), chapters=True, levelled=True, clauses=True, optional=True
    )


def _optional(of: Section) -> Section:
    """A section of a record that may be left out as a whole."""
    return replace(of, columns=tuple(replace(column, required=False) for column in of.columns))


def _report_sheets() -> tuple[AnySheet, ...]:
    assistant = Section(
        title_of(WorkingGroup.model_fields["assistant"]),
        ("report", "working_group", "assistant"),
        columns_of(Person),
    )
    form = Form(
        "รายงาน",
        "ข้อมูลที่รายงานอ้างถึง ส่วนที่หน่วยงานไม่มี เว้นว่างไว้",
        ONCE,
        (
            section(ReportFacts, "report", title="แผนเดิมและความเห็นชอบ"),
            _optional(section(ActionPlan, *_ACTION_PLAN, title="แผนปฏิบัติราชการของส่วนราชการ")),
            _optional(section(WorkingGroup, "report", "working_group", title="คณะทำงานจัดทำแผน")),
            _optional(assistant),
            seldom_section(ReportFacts, "report", title="ชื่อในคุณสมบัติของแฟ้ม และคำนำเลขบท"),
        ),
        optional=True,
    )
    headings = Form(
        "คำเรียก",
        "คำเรียกและหัวตาราง เว้นว่างใช้คำกลาง",
        ONCE,
        (section(Headings, "headings", title="คำเรียกและหัวตาราง"),),
        optional=True,
        seldom=True,
    )
    about = "บรรทัดบนปกรายงาน ตามลำดับ (ไม่กรอก = ถ้อยคำกลาง)"
    cover = texts("ปกรายงาน", about, ReportFacts, "cover", at=("report",))
    missions = texts("พันธกิจ", "พันธกิจของส่วนราชการ ตามลำดับ", ActionPlan, "missions", at=_ACTION_PLAN)
    about = "ประเด็นยุทธศาสตร์ของส่วนราชการ ตามลำดับ"
    strategies = texts("ประเด็นยุทธศาสตร์", about, ActionPlan, "strategies", at=_ACTION_PLAN)
    issues = ("report", "quality_issues")
    quality = table("PMQA", "ประเด็นการพัฒนา PMQA หมวด 5", QualityIssue, issues, group=ONCE)
    about = "ผู้ลงนามท้ายรายงาน ตามลำดับ เช่น ผู้จัดทำ ผู้ตรวจ ผู้อนุมัติ (ไม่กรอก = ไม่มี)"
    signers = table("ผู้ลงนามในรายงาน", about, ReportSigner, ("report", "signers"), group=ONCE)
    signers = replace(signers, columns=(signers.columns[-1], *signers.columns[:-1]))
    return (
        replace(cover, optional=True),
        _chapters(),
        form,
        *map(shown_where_filled, (missions, strategies, quality, signers)),
        headings,
    )


__all__ = ["layout", "owned_rows"]
