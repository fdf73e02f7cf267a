"""YAML -> workbook -> YAML: nothing is lost, nothing is added, whatever the data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from random_inputs import LETTERS, PICTURE, inputs

from pipeline import intake, kinds
from pipeline.intake.yaml_reader import read_yaml
from pipeline.intake.yaml_writer import write_yaml
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read as read_input
from pipeline.kinds.loading import load
from pipeline.kinds.writing import workbook_of, yaml_files
from pipeline.resources import resource
from pipeline.thai.repair import repair_text

EXAMPLES = [resource("input", name) for name in ("hr-scorecard-2563", "agreement-2547", "memo-example")]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9Z"/></svg>'
CHAPTER = (("numbered", "true"), ("heading", "above"), ("level", "1"))
STARTS = [SHIPPED.of(kind).start for kind in kinds.names()]


def through_a_workbook(values: dict[str, Any], folder: Path) -> intake.Source:
    book = folder / "book.xlsx"
    book.write_bytes(workbook_of(SHIPPED.of(values["kind"]), values))
    return read_input(book, SHIPPED)


def without_nothing(values: Any) -> Any:
    """Without fields that hold nothing (`stamps: []` says what no `stamps` says), what a chapter is unless
    told, and pictures' bytes, which stand in files.
    """
    if isinstance(values, list):
        return [without_nothing(value) or "" for value in values]  # a passage of nothing is an empty line
    if not isinstance(values, dict):
        return values
    kept = {name: without_nothing(value) for name, value in values.items()}
    if kept.keys() == {"text"}:
        return kept["text"]
    return {
        name: value
        for name, value in kept.items()
        if value not in ({}, [], None) and name != "content" and (name, value) not in CHAPTER
    }


@pytest.mark.parametrize("path", [*EXAMPLES, *STARTS], ids=lambda path: path.name)
def test_an_example_comes_back_as_it_was(path: Path, tmp_path: Path) -> None:
    source = intake.read(path)
    back = through_a_workbook(source.values, tmp_path)
    assert back.values == source.values
    assert (back.faults, back.remarks) == ((), ())
    assert load(back, SHIPPED).model_dump_json() == load(source, SHIPPED).model_dump_json()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_yaml_files_made_from_a_workbook_hold_the_same(path: Path, tmp_path: Path) -> None:
    source = intake.read(path)
    for name, data in yaml_files(
        SHIPPED.of(str(source.values["kind"])), through_a_workbook(source.values, tmp_path).values
    ).items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "book.xlsx").unlink()
    assert intake.read(tmp_path).values == source.values


@pytest.mark.parametrize("kind", kinds.names())
def test_any_input_comes_back_as_it_was(kind: str, tmp_path: Path) -> None:
    @settings(
        max_examples=6,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],  # to make a failing input smaller takes minutes
    )
    @given(inputs(kind))
    def comes_back(values: dict[str, Any]) -> None:
        back = through_a_workbook(values, tmp_path)
        assert back.faults == ()
        assert without_nothing(back.values) == without_nothing(values)

    (tmp_path / PICTURE).write_text(SVG, "utf-8")
    comes_back()


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text("abc", min_size=1), st.text(LETTERS + "~|>[]*&!<\t ", max_size=40)))
def test_any_text_is_read_from_yaml_as_it_was_written(values: dict[str, str]) -> None:
    typed = {name: repair_text(text) for name, text in values.items()} | {"n": "null"}
    read, _ = read_yaml(write_yaml(typed, "ความเห็น"), "f.yaml")
    assert read == typed


def test_the_same_data_make_the_same_bytes() -> None:
    values = intake.read(EXAMPLES[2]).values
    assert workbook_of(SHIPPED.of("memo"), values) == workbook_of(SHIPPED.of("memo"), values)


def test_figures_keep_their_decimals_and_are_numbers(tmp_path: Path) -> None:
    source = intake.read(EXAMPLES[1])
    book = tmp_path / "book.xlsx"
    book.write_bytes(workbook_of(SHIPPED.of("agreement"), source.values))
    sheet = load_workbook(book)["ตัวชี้วัด"]
    of_16_1 = next(row for row in sheet.iter_rows(min_row=5) if row[2].value == "16.1")
    shown = [(cell.value, cell.number_format) for cell in of_16_1 if isinstance(cell.value, int | float)]
    assert (2.5, "0.00") in shown
    assert (0.0, "0.00") in shown


def test_a_text_that_begins_with_a_sign_is_no_formula(tmp_path: Path, memo_values: dict[str, Any]) -> None:
    memo_values["body"] = ["=1+1", "+66 2000", "-", "@ไลน์"]
    back = through_a_workbook(memo_values, tmp_path)
    assert back.values["body"] == memo_values["body"]
