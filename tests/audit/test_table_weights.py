"""Rows 16.1 and 16.2 of a table stand inside its row 16: their weights are not added to it again."""

import pytest

from pipeline.audit import audit_papers
from pipeline.extraction.text_reader import read_text

HEADER = "ตัวชี้วัด\tน้ำหนัก (ร้อยละ)"
TOTAL, WHOLE = "A0304", "A0305"


def found(rows: str, code: str) -> list[int]:
    """The lines (from 1, the header) of what a rule says of a table of `row=weight, …`."""
    lines = [HEADER, *("\t".join(row.strip().split("=")) for row in rows.split(","))]
    findings = audit_papers([read_text("\n".join(lines), "paper.txt")])
    return [finding.place.line for finding in findings if finding.code == code]


@pytest.mark.parametrize(
    "rows",
    [
        "15. ก=20, 16. ข=30, 16.1 ค=10, 16.2 ง=20, 17. จ=50, รวม=100",
        "16. ข=30, 16.1 ค=10, 16.2 ง=20, รวม=30",  # the first row has parts too
        "16 ข=30, 16.1. ค=10, 16.2. ง=20, รวม=30",  # a stop after the number or none
        "16. ข=30, 16.1 ค=30, 16.1.1 ง=10, 16.1.2 จ=20, รวม=30",  # parts of a part
        "15. ก=20, 16.1 ค=10, 16.2 ง=20, รวม=50",  # no row 16: they stand for themselves
        "16.1 ค=30, 16.1.1 ง=10, 16.1.2 จ=20, รวม=30",  # nor have parts of a part one
        "ก=20, ข=30, รวม=50",  # no numbers at all
        "100. ก=40, 100.1 ข=40, 1. ค=60, รวม=100",
    ],
)
def test_parts_are_counted_once(rows):
    assert found(rows, TOTAL) == []


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ("15. ก=20, 16. ข=30, 16.1 ค=10, 16.2 ง=20, รวม=80", 6),  # 50: as if the parts were added again
        ("15. ก=20, 16.1 ค=10, 16.2 ง=20, รวม=20", 5),  # 50: without a row 16 they count
        ("1. ก=20, 16. ข=30, 61.1 ค=10, รวม=50", 5),  # 60: no part of 16
        ("16.1 ค=30, 16.2 ง=20, 16.2.1 จ=20, รวม=70", 5),  # 50: 16.2.1 is inside 16.2
    ],
)
def test_a_total_that_its_rows_do_not_give_is_found(rows, line):
    assert found(rows, TOTAL) == [line]


def test_each_group_has_its_own_total():
    assert found("1. ก=20, 2. ข=30, รวม=50, 3. ค=10, 4. ง=15, รวม=25", TOTAL) == []
    assert found("1. ก=20, 2. ข=30, รวม=50, 3. ค=10, 4. ง=15, รวม=35", TOTAL) == [7]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ("1. ก=40, 2. ข=30, 2.1 ค=10, 2.2 ง=20, 3. จ=30", []),  # 100 with the parts counted once
        ("1. ก=40, 2. ข=30, 2.1 ค=10, 2.2 ง=20, 3. จ=15", [6]),  # 85: 15 short is near enough to be a slip
        ("1. ก=40, 2. ข=30, 2.1 ค=10, 2.2 ง=20, 3. จ=14.9", []),  # 84.9: some of the rows of a longer table
        ("1. ก=40, 2. ข=30, 3. ค=45", [4]),  # 115
        ("1. ก=40, 2. ข=30, 3. ค=45.1", []),
        ("1. ก=40, 2. ข=50", []),  # two rows are no plan
    ],
)
def test_weights_near_100_without_a_total_are_asked_about(rows, lines):
    assert found(rows, WHOLE) == lines
