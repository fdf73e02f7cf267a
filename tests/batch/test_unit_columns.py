"""Columns of a table of units that are an office's own, and those that only look so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.batch.batch_file import BatchOrder, read_batch
from pipeline.batch.differences import headers_of
from pipeline.diagnostics import InputError, Location
from pipeline.kinds import SHIPPED
from pipeline.kinds.loading import load
from pipeline.kinds.starting import start_under
from pipeline.kinds.writing import yaml_files
from pipeline.papers.override_paths import find
from pipeline.papers.overrides import apply_overrides

AGREEMENT = Path(__file__).parents[2] / "input" / "agreement-2547"


def ordered(folder: Path, header: str, row: str, base: Path = AGREEMENT) -> BatchOrder:
    (folder / "units.csv").write_text(f"id,{header}\nเลย,{row}\n", encoding="utf-8")
    (folder / "batch.yaml").write_text(
        f"kind: batch\nbase: {base}\nunits_from: units.csv\n", encoding="utf-8"
    )
    return read_batch(folder, SHIPPED)


@pytest.mark.parametrize(
    "header", ["ชื่อเล่น", "โทรศัพท์", "วันที่ส่ง", "ผู้ประสานงาน", "e-mail", "Dispatched", "ลำดับ", "No"]
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
        "ตัวชี้วัดที่ 99 เป้าหมาย",
        "ตัวชี้วัดที่ 5 เป้าหมาร",
        "เป้าหมายตัวชี้วัด 55",
        "KPI 5",
        "ผู้ทำคำรับรอง ตำแหนง",
    ],
)
def test_a_header_that_is_nearly_one_of_the_data_is_refused_where_it_stands(
    tmp_path: Path, header: str
) -> None:
    def told() -> None:
        order = ordered(tmp_path, header, "18")
        load(apply_overrides(order.base, "x", order.units[0].overrides, SHIPPED), SHIPPED)

    with pytest.raises(InputError) as caught:
        told()
    (fault,) = caught.value.diagnostics
    assert (fault.location and fault.location.line, fault.location and fault.location.column) == (1, 2)


@pytest.mark.parametrize(
    ("header", "path"),
    [
        ("ตัวชี้วัดที่ 5 เป้าหมาย", "indicators[5].scale.thresholds[5]"),
        ("ตัวชี้วัดที่ ๕ ระดับ ๓", "indicators[5].scale.thresholds[3]"),
        ("ตัวชี้วัดที่ 5 เกณฑ์ระดับ 3", "indicators[5].scale.thresholds[3]"),
        ("ตัวชี้วัดที่ 5 น้ำหนัก", "indicators[5].weight"),
        ("ผลของ 4 ค่า", "results[4].value"),
        ("ส่วนราชการ ชื่อ", "office.name"),
        ("ชื่อเต็มของส่วนราชการ", "office.name"),
        ("ผู้ทำคำรับรอง ตำแหน่ง *", "agreement.maker.position"),
        ("เป้าหมายตัวชี้วัด 5", "indicators[5].scale.thresholds[5]"),
        ("KPI 5: เป้าหมาย", "indicators[5].scale.thresholds[5]"),
        ("ตัวชี้วัดที่ 16.1 ผลที่วัดได้", "results[16.1].value"),
        ("ตัวชี้วัดที่ 5 เลื่อนเกณฑ์ทั้งชุด", "indicators[5].shift"),
    ],
)
def test_a_header_may_name_a_value_of_an_entry_in_words(tmp_path: Path, header: str, path: str) -> None:
    (override,) = ordered(tmp_path, header, "18").units[0].overrides
    assert (override.path, override.value) == (path, "18")


@pytest.mark.parametrize(
    ("header", "level"), [("เป้าหมาย", 3), ("เกณฑ์ขั้นสูง", 3), ("ระดับ 3", 3), ("เกณฑ์ขั้นต้น", 1)]
)
def test_levels_of_three_are_named_by_number_and_by_the_scheme(
    tmp_path: Path, header: str, level: int
) -> None:
    for name, data in yaml_files(
        SHIPPED.of("agreement"), start_under(SHIPPED.of("agreement"), "opdc-2562")
    ).items():
        (tmp_path / "base").mkdir(exist_ok=True)
        (tmp_path / "base" / name).write_bytes(data)
    order = ordered(tmp_path, f"ตัวชี้วัดที่ 1 {header}", "77", base=tmp_path / "base")
    changed = apply_overrides(order.base, "x", order.units[0].overrides, SHIPPED).values
    (first, *_) = changed["agreement"]["dimensions"][0]["groups"][0]["indicators"]
    assert first["scale"]["thresholds"] == [
        "77" if n == level else was for n, was in [(1, "60"), (2, "70"), (3, "80")]
    ]


def test_the_target_of_ten_levels_is_the_tenth_unless_another_is_named() -> None:
    scale = {"type": "linear", "thresholds": [str(n) for n in range(10, 101, 10)]}
    indicator = {"id": "1", "name": "ก", "scale": scale}
    values: dict[str, Any] = {"kind": "agreement", "agreement": {"dimensions": [{"indicators": [indicator]}]}}
    assert find("indicators[1].target", values, Location(""), SHIPPED).path[-1] == 9
    indicator["target_level"] = "๗"
    assert find("indicators[1].target", values, Location(""), SHIPPED).path[-1] == 6
    headers = dict(headers_of(values, SHIPPED))
    assert headers["ตัวชี้วัดที่ 1 เป้าหมาย"] == "indicators[1].scale.thresholds[7]"
    assert headers["ตัวชี้วัดที่ 1 เกณฑ์ระดับ 10"] == "indicators[1].scale.thresholds[10]"


def test_a_value_beyond_the_header_is_not_dropped(tmp_path: Path) -> None:
    (fault,) = ordered(tmp_path, "indicators[5].target", "18,500").units[0].faults
    assert (fault.code, fault.location and fault.location.column) == ("too-many-fields", 3)


def test_empty_columns_beyond_the_header_are_nothing(tmp_path: Path) -> None:
    assert len(ordered(tmp_path, "indicators[5].target,,", "18,,,,").units[0].overrides) == 1
