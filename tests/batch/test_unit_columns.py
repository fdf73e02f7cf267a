"""Columns of a table of units that are an office's own, and those that only look so."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.batch.batch_file import BatchOrder, read_batch
from pipeline.diagnostics import InputError
from pipeline.papers.overrides import apply_overrides

AGREEMENT = Path(__file__).parents[2] / "input" / "agreement-2547"


def ordered(folder: Path, header: str, row: str) -> BatchOrder:
    (folder / "units.csv").write_text(f"id,{header}\nเลย,{row}\n", encoding="utf-8")
    (folder / "batch.yaml").write_text(
        f"kind: batch\nbase: {AGREEMENT}\nunits_from: units.csv\n", encoding="utf-8"
    )
    return read_batch(folder)


@pytest.mark.parametrize(
    "header", ["ชื่อหน่วยงาน", "โทรศัพท์", "วันที่ส่ง", "ผู้ประสานงาน", "e-mail", "Dispatched", "ลำดับ", "No"]
)
def test_a_column_of_an_office_s_own_is_told_once_and_not_read(tmp_path: Path, header: str) -> None:
    order = ordered(tmp_path, f"{header},indicators[5].target", "ก,18")
    (told,) = [remark for remark in order.base.remarks if remark.code == "own-column"]
    assert (told.location and told.location.line, told.location and told.location.column) == (1, 2)
    assert header in told.message.th
    assert [override.path for override in order.units[0].overrides] == ["indicators[5].target"]


@pytest.mark.parametrize(
    "header",
    [
        "office.nam",
        "indicators[5].traget",
        "indicators[99].target",
        "offise",
        "weigth",
        "remarks",
        "ตัวชี้วัดที่ 5 เป้าหมาย",
        "ตัวชี้วัดที่ ๕ เป้าหมาย",
        "เป้าหมายตัวชี้วัด 5",
        "KPI 5",
        "ส่วนราชการ ชื่อ",
        "ผู้ทำคำรับรอง ตำแหนง",
    ],
)
def test_a_header_that_is_nearly_one_of_the_data_is_refused_where_it_stands(
    tmp_path: Path, header: str
) -> None:
    order = ordered(tmp_path, header, "18")
    with pytest.raises(InputError) as caught:
        apply_overrides(order.base, "x", order.units[0].overrides)
    (fault,) = caught.value.diagnostics
    assert (fault.location and fault.location.line, fault.location and fault.location.column) == (1, 2)


def test_a_value_beyond_the_header_is_not_dropped(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        ordered(tmp_path, "indicators[5].target", "18,500")
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.location and fault.location.column) == ("too-many-fields", 3)


def test_empty_columns_beyond_the_header_are_nothing(tmp_path: Path) -> None:
    assert len(ordered(tmp_path, "indicators[5].target,,", "18,,,,").units[0].overrides) == 1
