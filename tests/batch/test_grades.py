"""The register of a batch's results: who is in which band, and how many of each organisational unit."""

import csv
import io

from pipeline.batch.grades import count_grades, register_files, register_of

BANDS = ["ดีเด่น", "ดีมาก", "ต้องปรับปรุง"]


def facts(name: str, group: str, grade: str, shown: str = "90.00") -> dict:
    score = {"total": shown, "shown": shown, "grade": grade, "bands": BANDS} if grade else None
    return {"entry": {"group": group, "cells": [["ชื่อ", name]]}, "score": score}


UNITS = [
    ("1", facts("ก", "กองหนึ่ง", "ดีมาก", "85.00")),
    ("2", facts("ข", "กองสอง", "ดีเด่น", "91.25")),
    ("3", facts("ค", "กองหนึ่ง", "ดีมาก", "82.50")),
    ("4", facts("ง", "กองหนึ่ง", "")),
]


def rows(name: str) -> list[list[str]]:
    register = register_of(UNITS)
    assert register is not None
    text = register_files(register)[name].decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_counts_of_each_group_sum_to_those_of_all():
    counts = count_grades(register_of(UNITS))
    assert counts["bands"] == [*BANDS, "ยังไม่มีผล"]
    by_group = {row["group"]: row["counts"] for row in counts["groups"]}
    assert by_group == {"กองหนึ่ง": [0, 2, 0, 1], "กองสอง": [1, 0, 0, 0]}
    assert counts["all"]["counts"] == [1, 2, 0, 1]


def test_shares_are_of_the_group_half_up_to_two_decimals():
    first = count_grades(register_of(UNITS))["groups"][0]
    assert first["shares"] == ["0.00", "66.67", "0.00", "33.33"]


def test_those_of_a_band_stand_in_the_order_of_the_batch_and_who_has_no_result_last():
    assert rows("results.csv") == [
        ["ระดับผล", "ลำดับ", "id", "สังกัด", "ชื่อ", "คะแนน"],
        ["ดีเด่น", "1", "2", "กองสอง", "ข", "91.25"],
        ["ดีมาก", "1", "1", "กองหนึ่ง", "ก", "85.00"],
        ["ดีมาก", "2", "3", "กองหนึ่ง", "ค", "82.50"],
        ["ยังไม่มีผล", "1", "4", "กองหนึ่ง", "ง", ""],
    ]


def test_a_name_that_a_spreadsheet_would_reckon_stays_a_text():
    units = [("1", facts("=HYPERLINK(1)", "+กอง", "ดีมาก", "-1.00"))]
    text = register_files(register_of(units))["results.csv"].decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text)))[1] == ["ดีมาก", "1", "1", "'+กอง", "'=HYPERLINK(1)", "-1.00"]


def test_a_batch_without_bands_has_no_register():
    assert register_of([("1", {"entry": {"group": "", "cells": []}, "score": None})]) is None
    assert register_of([("1", {"score": {"total": "3.0000", "bands": BANDS}})]) is None
