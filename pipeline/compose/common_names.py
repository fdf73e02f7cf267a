"""The names that every kind prints: those of its office, its memo, a passage, a table, and braces."""

from __future__ import annotations

from functools import lru_cache

from pipeline.kinds.kind import Kind
from pipeline.model.fact_names import FactName, FactNames

SHORT_OFFICE = "office_short"
SUM = "sum"
"""The name that prints the sum of a column, in its last row."""

BRACES = {"brace_open": "{", "brace_close": "}"}
"""The names of braces that are to be printed."""

OFFICE_NAMES = (
    FactName(
        "office",
        ("ส่วนราชการ", "หน่วยงาน"),
        "ชื่อส่วนราชการหรือหน่วยงาน: ชื่อย่อในตารางและบันทึกข้อความ ชื่อเต็มในเนื้อรายงาน",
    ),
    FactName(SHORT_OFFICE, ("ชื่อย่อส่วนราชการ", "ชื่อย่อหน่วยงาน"), "ชื่อย่อของส่วนราชการหรือหน่วยงาน"),
    FactName("ministry", ("กระทรวง",), "กระทรวง"),
    FactName("office_head", ("หัวหน้าส่วนราชการ", "หัวหน้าหน่วยงาน"), "ตำแหน่งหัวหน้าส่วนราชการหรือหน่วยงาน"),
    FactName(
        "office_head_short",
        ("ตำแหน่งย่อหัวหน้าส่วนราชการ", "ตำแหน่งย่อหัวหน้าหน่วยงาน"),
        "ตำแหน่งย่อของหัวหน้าส่วนราชการหรือหน่วยงาน",
    ),
)

TEXT_NAMES = (
    FactName("enclosures", ("จำนวนสิ่งที่ส่งมาด้วย",), "จำนวนรายการในสิ่งที่ส่งมาด้วย (`memo.enclosures`)"),
    FactName("count", ("จำนวนรายการ",), "จำนวนรายการที่ตามมาในย่อหน้าเดียวกัน"),
    FactName(SUM, ("ผลรวม",), "ผลรวมของคอลัมน์ ในแถวสุดท้ายของตาราง"),
    FactName("brace_open", ("ปีกกาเปิด",), "วงเล็บปีกกาเปิด `{` เอง"),
    FactName("brace_close", ("ปีกกาปิด",), "วงเล็บปีกกาปิด `}` เอง"),
)

COMMON = FactNames((*OFFICE_NAMES, *TEXT_NAMES))


def names_of_kind(kind: Kind) -> FactNames:
    """The names of every kind and those that this one adds."""
    return _beside(kind.fact_names_declared)


@lru_cache(maxsize=64)
def _beside(own: tuple[FactName, ...]) -> FactNames:
    return FactNames((*OFFICE_NAMES, *TEXT_NAMES, *own))
