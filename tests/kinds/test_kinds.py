"""Kinds are registered by being there, and each has all that the stages ask of one."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

from pipeline import compose, kinds
from pipeline.cli.editor_schema import editor_schema
from pipeline.diagnostics import InputError
from pipeline.intake import Source
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.parts import PROTOCOLS
from pipeline.kinds.scoring import score_input
from pipeline.kinds.writing import workbook_of, yaml_files
from pipeline.resources import resource

ASKED = {
    "record": ("RECORD",),
    "checks": ("faults",),
    "scoring": ("score", "under", "aims"),
    "sheets": ("layout",),
    "facts": ("facts", "names", "names_at", "are_names_known", "functions"),
    "signers": ("signing", "date"),
}

LETTER = {
    "__init__": """
        from pipeline.diagnostics import Message
        from pipeline.kinds.kind import Kind
        FILES = {"letter": ("kind", "digits", "office", "audit", "memo")}
        KIND = Kind("test-letter", __name__, "หนังสือทดสอบ", Message("หนังสือทดสอบ", "Letter"), FILES)
        """,
    "record": """
        from typing import Literal
        from pydantic import Field
        from pipeline.model.memo import SubjectMemoHead
        from pipeline.model.office_input import OfficeInput
        class LetterInput(OfficeInput):
            kind: Literal["test-letter"] = Field(description="ชนิดของข้อมูล")
            memo: SubjectMemoHead = Field(description="หัว")
        RECORD = LetterInput
        """,
    "checks": "from pipeline.kinds.memo.checks import faults",
    "scoring": "from pipeline.kinds.memo.scoring import aims, score, under",
    "facts": """
        from pipeline.kinds.memo.facts import are_names_known, facts, functions, names, names_at, names_in
        GUIDE = ""
        """,
    "signers": "from pipeline.kinds.memo.signers import date, sent_memo, signing",
    "sheets": """
        from pipeline.kinds.test_letter.record import LetterInput
        from pipeline.model.memo import SubjectMemoHead
        from pipeline.workbook.layout import Layout
        from pipeline.workbook.shared_sheets import allowed_findings, general_form, memo_sheets
        def layout(title):
            sheets = memo_sheets(SubjectMemoHead)
            general = general_form(LetterInput, title)
            return Layout("test-letter", title, (general, *sheets, allowed_findings()))
        """,
}
"""A kind of its own, as someone would add one: a folder with its modules."""


@pytest.fixture
def letter(tmp_path, monkeypatch):
    """The kind `test-letter`, there for one test."""
    folder = tmp_path / "kinds" / "test_letter"
    folder.mkdir(parents=True)
    for name, code in LETTER.items():
        lines = code.splitlines()
        (folder / f"{name}.py").write_text("\n".join(line.removeprefix(" " * 8) for line in lines), "utf-8")
    monkeypatch.setattr(kinds, "__path__", [*kinds.__path__, str(tmp_path / "kinds")])
    yield "test-letter"
    for name in [name for name in sys.modules if name.startswith("pipeline.kinds.test_letter")]:
        del sys.modules[name]


@pytest.mark.parametrize("name", kinds.names())
def test_a_kind_has_all_its_parts(name: str) -> None:
    kind = kinds.of(name)
    assert kind.name == name
    assert set(ASKED) == set(PROTOCOLS)
    for part, asked in ASKED.items():
        module = import_module(f"{kind.package}.{part}")
        assert [each for each in asked if not hasattr(module, each)] == []


@pytest.mark.parametrize("name", kinds.names())
def test_every_field_of_a_kind_stands_in_one_of_its_files(name: str) -> None:
    kind = kinds.of(name)
    placed = [field for fields in kind.files.values() for field in fields]
    assert sorted(placed) == sorted(kind.record.model_fields)


@pytest.mark.parametrize("name", kinds.names())
def test_a_kind_has_papers_and_an_example(name: str) -> None:
    example = load(read(resource("templates", "start", name)))
    assert example.kind == name
    assert compose.papers_of(example)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        kinds.of("loading")
    assert refused.value.diagnostics[0].code == "unknown-kind"
    assert all(name in refused.value.diagnostics[0].help.en for name in kinds.names())


def test_a_kind_is_added_by_its_folder_alone(letter: str, memo_values, tmp_path: Path) -> None:
    values = {**memo_values, "kind": letter}
    del values["body"]
    assert letter in kinds.names()
    office_input = load(Source("t", values))
    assert office_input.kind == letter
    assert score_input(office_input) is None
    assert editor_schema(letter)["title"] == "หนังสือทดสอบ"

    book = tmp_path / "letter.xlsx"
    book.write_bytes(workbook_of(letter, values))
    assert load(read(book)) == office_input
    for file, content in yaml_files(values).items():
        (tmp_path / file).write_bytes(content)
    assert load(read(tmp_path / "letter.yaml")) == office_input
