"""Small kinds made from YAML, tried out: the record of data, and the faults of a kind or of data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.diagnostics import InputError
from pipeline.intake import Source
from pipeline.kinds import Kinds
from pipeline.kinds.from_yaml.form import FormInput
from pipeline.kinds.from_yaml.form_kind import FormKind, form_kind
from pipeline.kinds.from_yaml.reading import read_form
from pipeline.model.loading import validate_parts

HEAD = "title: ทดลอง\nabout: ใช้ทดลอง\n"
PAPERS = "papers:\n  - {id: paper, title: เอกสาร, label: เอกสาร, template: trial/trial.xml.j2, style: memo}\n"
OFFICE = {"kind": "trial", "office": {"name": "สำนักงานทดลอง"}}
PERSON = {"title": "นาย", "given": "สมมติ", "surname": "ทดลอง"}


def kind_of(text: str, papers: str = PAPERS) -> FormKind:
    """The kind `trial` with these fields (and checks, signers, …). Raises `InputError`."""
    whole = HEAD + text + papers
    return form_kind("trial", read_form("trial", "kind.yaml", whole.encode()), Path("/gone"))


def kind_faults(text: str, papers: str = PAPERS) -> list[tuple[str, int]]:
    """The code and line of each fault of such a kind; lines are counted from the first of `text`."""
    try:
        kind_of(text, papers)
    except InputError as refused:
        before = HEAD.count("\n")
        return [
            (one.code, (one.location.line if one.location else 0) - before) for one in refused.diagnostics
        ]
    return []


def record_of(kind: FormKind, values: dict[str, Any]) -> FormInput:
    """The record of data that are valid one by one."""
    record, faults = validate_parts(source_of(values), kind.record)
    assert faults == []
    assert isinstance(record, FormInput)
    return record


def data_faults(kind: FormKind, values: dict[str, Any]) -> list[tuple[str, str]]:
    """The code and the Thai words of each fault of data: of single values, and of what they contradict."""
    source = source_of(values)
    record, faults = validate_parts(source, kind.record)
    return [(one.code, one.message.th) for one in (*faults, *kind.faults(record, source))]


def source_of(values: dict[str, Any]) -> Source:
    """The values as an input of the kind."""
    return Source("data.yaml", {**OFFICE, **values})


def laid_in(folder: Path, text: str, template: str = "", papers: str = PAPERS) -> Kinds:
    """The kind `trial` as a folder of templates, and the kinds that are known with it."""
    (folder / "trial" / "start").mkdir(parents=True)
    (folder / "trial" / "kind.yaml").write_text(HEAD + text + papers, "utf-8")
    (folder / "trial" / "trial.xml.j2").write_text(template, "utf-8")
    return Kinds(folder)
