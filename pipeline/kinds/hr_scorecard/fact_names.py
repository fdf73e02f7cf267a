"""The names that prose of an HR plan's memo and report may print, and the blocks that it may place."""

from __future__ import annotations

from pipeline.kinds import last_round_facts
from pipeline.kinds.period_facts import PERIOD_NAMES
from pipeline.model.fact_names import FactName, FactNames, guide
from pipeline.model.passages import PLAN_STEPS

STEPS_OF_PLAN = PLAN_STEPS.strip("{}")


def _of_result(*names: str) -> tuple[tuple[str, ...], ...]:
    return tuple(("results", "*", name) for name in names)


def _of_project(*names: str) -> tuple[tuple[str, ...], ...]:
    return tuple(("plan", "dimensions", "*", "projects", "*", name) for name in names)


def _of_report(*names: str, within: tuple[str, ...] = ()) -> tuple[tuple[str, ...], ...]:
    return tuple(("report", *within, name) for name in names)


_ACTION, _GROUP = ("action_plan",), ("working_group",)


RESULT_NAMES = (
    FactName("project", ("โครงการ", "แผนงาน/โครงการ"), "ชื่อแผนงาน/โครงการ"),
    FactName("level", ("ระดับ",), "ระดับที่คิดได้"),
    FactName(
        "percent", ("ร้อยละ",), "สัดส่วนผลสำเร็จ (ร้อยละ) ที่คิดได้", reads=_of_result("numerator", "denominator")
    ),
    FactName(
        "value",
        ("ผล",),
        "ผลที่วัดได้ ตามที่กรอก หรือที่คิดจากตัวตั้งและตัวหาร",
        reads=_of_result("value", "numerator", "denominator"),
    ),
    FactName("numerator", ("ตัวตั้ง",), "ตัวตั้ง ตามที่กรอก", reads=_of_result("numerator")),
    FactName("denominator", ("ตัวหาร",), "ตัวหาร ตามที่กรอก", reads=_of_result("denominator")),
    FactName("remaining", ("คงเหลือ",), "ตัวหารลบตัวตั้ง", reads=_of_result("numerator", "denominator")),
    FactName("steps", ("ขั้นตอนที่แล้วเสร็จ",), "จำนวนขั้นตอนที่แล้วเสร็จ", reads=_of_result("steps")),
    FactName("steps_done", ("ช่วงขั้นตอน",), "ช่วงขั้นตอนที่แล้วเสร็จ เช่น 1 - 3", reads=_of_result("steps")),
    FactName("step_count", ("จำนวนขั้นตอน",), "จำนวนขั้นตอนทั้งหมด"),
    FactName("next_step", ("ขั้นตอนถัดไป",), "ชื่อขั้นตอนถัดไป", reads=_of_result("steps")),
    FactName("target", ("เป้าหมาย",), "เป้าหมายของแผนงาน/โครงการ", reads=_of_project("target")),
    FactName("budget", ("งบประมาณที่ได้รับ",), "งบประมาณที่ได้รับ (บาท)", reads=_of_project("budget")),
    FactName("spent", ("งบประมาณที่ใช้",), "งบประมาณที่ใช้ (บาท)", reads=_of_result("spent")),
    FactName(
        "spent_percent",
        ("ร้อยละของงบประมาณ",),
        "ร้อยละของงบประมาณที่ใช้",
        reads=_of_result("spent") + _of_project("budget"),
    ),
    FactName(STEPS_OF_PLAN, ("รายการขั้นตอน",), "รายการขั้นตอนตามแผน", "block"),
)

PLAN_NAMES = (
    FactName("plan", ("แผน",), "ชื่อแผน"),
    FactName("plan_short", ("ชื่อย่อแผน",), "ชื่อย่อของแผน"),
    FactName("plan_years", ("ปีของแผน",), "ปีของแผน เช่น ปีงบประมาณ พ.ศ. 2563 - 2564"),
    FactName("reporter", ("หน่วยงานที่รายงาน",), "ชื่อหน่วยงานที่รวบรวมและรายงานผล"),
    FactName(
        "reporter_short",
        ("ชื่อย่อหน่วยงานที่รายงาน",),
        "ชื่อย่อของหน่วยงานที่รวบรวมและรายงานผล",
        reads=(("units", "*", "short"),),
    ),
    FactName("dimension_count", ("จำนวนมิติ", "จำนวนด้าน"), "จำนวนมิติหรือด้านของแผน"),
    FactName("project_count", ("จำนวนโครงการ",), "จำนวนแผนงาน/โครงการทั้งหมด"),
    FactName(
        "measured_count",
        ("จำนวนโครงการที่มีผล",),
        "จำนวนแผนงาน/โครงการที่มีผลแล้วในรอบนี้",
        reads=_of_result("status"),
    ),
    FactName("level_count", ("จำนวนระดับ",), "จำนวนระดับของเกณฑ์"),
    FactName("total_score", ("คะแนนรวม",), "คะแนนของทั้งแผน"),
    FactName("total_percent", ("ร้อยละรวม",), "ร้อยละของคะแนนเต็มของทั้งแผน"),
    FactName("score_title", ("ชื่อสรุปคะแนน",), "ระดับหรือคะแนนและร้อยละ ตามแบบคะแนน สำหรับหัวข้อสรุป"),
    FactName(
        "total_budget",
        ("งบประมาณรวม",),
        "งบประมาณที่ได้รับของทุกแผนงาน/โครงการ (บาท)",
        reads=_of_project("budget"),
    ),
    FactName(
        "total_spent", ("งบประมาณที่ใช้รวม",), "งบประมาณที่ใช้ของทุกแผนงาน/โครงการ (บาท)", reads=_of_result("spent")
    ),
    FactName(
        "total_spent_percent",
        ("ร้อยละของงบประมาณรวม",),
        "ร้อยละของงบประมาณรวมที่ใช้",
        reads=_of_result("spent") + _of_project("budget"),
    ),
)

REPORT_NAMES = (
    FactName(
        "action_plan",
        ("แผนปฏิบัติราชการ",),
        "ชื่อแผนปฏิบัติราชการของหน่วยงาน",
        reads=_of_report("name", within=_ACTION),
    ),
    FactName(
        "action_plan_years",
        ("ปีของแผนปฏิบัติราชการ",),
        "ปีของแผนนั้น เช่น พ.ศ. 2560 - 2564",
        reads=_of_report("first_year", "last_year", within=_ACTION),
    ),
    FactName(
        "action_plan_length",
        ("จำนวนปีของแผนปฏิบัติราชการ",),
        "จำนวนปีของแผนนั้น",
        reads=_of_report("first_year", "last_year", within=_ACTION),
    ),
    FactName("vision", ("วิสัยทัศน์",), "วิสัยทัศน์", reads=_of_report("vision", within=_ACTION)),
    FactName(
        "reviewed_years",
        ("ปีของแผนเดิม",),
        "ปีของแผนเดิมที่ทบทวน",
        reads=_of_report("reviewed_first_year", "reviewed_last_year"),
    ),
    FactName(
        "order_number",
        ("เลขที่คำสั่ง",),
        "เลขที่คำสั่งแต่งตั้งคณะทำงาน",
        reads=_of_report("order_number", within=_GROUP),
    ),
    FactName(
        "order_date", ("วันที่คำสั่ง",), "วันที่ของคำสั่งแต่งตั้งคณะทำงาน", reads=_of_report("order_date", within=_GROUP)
    ),
    FactName("chair", ("ประธานคณะทำงาน",), "ประธานคณะทำงาน", reads=_of_report("chair", within=_GROUP)),
    FactName("members", ("คณะทำงาน",), "คณะทำงาน", reads=_of_report("members", within=_GROUP)),
    FactName("secretary", ("เลขานุการ",), "คณะทำงานและเลขานุการ", reads=_of_report("secretary", within=_GROUP)),
    FactName(
        "assistants",
        ("ผู้ช่วยเลขานุการ",),
        "ผู้ช่วยเลขานุการ",
        reads=_of_report("assistant_post", "assistant", "assistant_position", within=_GROUP),
    ),
    FactName("approved", ("วันที่เห็นชอบแผน",), "วันที่ให้ความเห็นชอบแผน", reads=_of_report("approved")),
)

BLOCKS = (
    FactName("summary_table", ("ตารางสรุป",), "ตารางสรุปคะแนนและหมายเหตุ หรือตารางโครงการเมื่อไม่มีคะแนน", "block"),
    FactName("result_table", ("ตารางผล",), "ตารางผลการดำเนินการรายโครงการ", "block"),
    FactName(
        "project_table", ("ตารางโครงการ",), "ตารางโครงการ เป้าหมาย ผล งบประมาณ ระยะเวลา และผู้รับผิดชอบ", "block"
    ),
    FactName("share_note", ("หมายเหตุสัดส่วน",), "หมายเหตุว่าสัดส่วนผลสำเร็จคิดอย่างไร", "block"),
    FactName("results", ("ผลรายโครงการ",), "ผล สรุป ปัญหา และข้อเสนอแนะของแต่ละโครงการ", "block"),
    FactName("plan_tables", ("ตารางแผน",), "ตารางแผนรายมิติหรือด้าน", "block"),
    FactName("follow_up_table", ("ตารางติดตามผล",), "ตารางกิจกรรม ระดับ น้ำหนัก และผู้รับผิดชอบ", "block"),
    FactName("dimensions", ("รายชื่อมิติ", "รายชื่อด้าน"), "รายชื่อมิติหรือด้านของแผน", "block"),
    FactName("missions", ("พันธกิจ",), "รายการพันธกิจ", "block"),
    FactName("strategies", ("ประเด็นยุทธศาสตร์",), "รายการประเด็นยุทธศาสตร์", "block"),
    FactName("quality_table", ("ตาราง PMQA",), "ตารางประเด็นการพัฒนาและกรอบการประเมิน", "block"),
    FactName("quality_list", ("รายการ PMQA",), "รายการประเด็นการพัฒนา", "block"),
    FactName("problems", ("ปัญหาทั้งหมด",), "ปัญหา/อุปสรรคของทุกโครงการ", "block"),
    FactName("suggestions", ("ข้อเสนอแนะทั้งหมด",), "ข้อเสนอแนะของทุกโครงการ", "block"),
)

IN_MEMO = (
    "summary_table",
    "result_table",
    "project_table",
    "share_note",
    "dimensions",
    "problems",
    "suggestions",
)
"""The blocks that a memo may place; a report may place all."""

NAMES = (
    *PERIOD_NAMES,
    *RESULT_NAMES,
    *PLAN_NAMES,
    *REPORT_NAMES,
    *last_round_facts.WHOLE_NAMES,
    *last_round_facts.ROW_NAMES,
    *BLOCKS,
)
OWN = FactNames(NAMES)
GUIDE = "\n".join(
    (
        guide("ในข้อความของผลแผนงาน/โครงการ", RESULT_NAMES),
        "ในข้อความของผล ใช้ `{ชื่อใน facts}` (จำนวน) และ `{ชื่อใน phrases}` (ถ้อยคำ) ของผลนั้นได้ด้วย\n",
        guide("ในข้อความของบันทึกและรายงาน", (*PLAN_NAMES, *REPORT_NAMES)),
        last_round_facts.GUIDE,
        guide("ในข้อความของผล เมื่อมีข้อมูลของรอบก่อน", last_round_facts.ROW_NAMES),
        guide("เป็นย่อหน้าของตัวเอง ในบันทึกหรือรายงาน", BLOCKS),
    )
)
