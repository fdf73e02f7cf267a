"""A member that an enumeration does not have raises where it is met: nothing is a silent default."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

import pytest
from pipeline.scoring.indicators import score_project

import pipeline
from pipeline.compose import compose
from pipeline.diagnostics import TemplateError
from pipeline.document.extracted import as_finished
from pipeline.document.sheets import load_sheet
from pipeline.document.text import document_text
from pipeline.document.tree import Document, Section
from pipeline.model.curves import Curve
from pipeline.papers.build import prepare
from pipeline.render.docx import write_docx
from pipeline.render.docx.fonts import embedded_faces
from pipeline.render.pdf import write_pdf
from pipeline.scoring.curve import score_of
from pipeline.thai.digits import apply_policy
from pipeline.typeset import typeset

ROOT = Path(pipeline.__file__).parent
PLAN = ROOT.parent / "input" / "hr-scorecard-2563"
MADE_UP: Any = "made-up"


@dataclass(frozen=True, slots=True)
class Poem:
    """A block that no tree has."""

    style: str = "body"


POEM = Document("memo", "t", (Section(cast(Any, (Poem(),))),))
SHEET = load_sheet("memo")


@pytest.mark.parametrize(
    "met",
    [
        lambda: apply_policy("2563", MADE_UP),
        lambda: score_of(Curve.at_least(5, 1, below=MADE_UP), 4),
        lambda: score_of(Curve.through([(5, 1), (6, 2)], between=MADE_UP, below="first"), 5),
        lambda: embedded_faces(POEM, SHEET, MADE_UP),
        lambda: write_pdf((), Document("memo", "t", ()), SHEET, conformance=MADE_UP),
        lambda: document_text(POEM),
        lambda: as_finished(POEM, SHEET, "t"),
        lambda: typeset(POEM, SHEET),
        lambda: write_pdf((), POEM, SHEET),
        lambda: write_docx(POEM, SHEET),
    ],
)
def test_a_made_up_member_raises(met: Callable[[], object]) -> None:
    with pytest.raises(AssertionError, match=r"made-up|Poem"):
        met()


def test_a_made_up_policy_or_achievement_is_not_scored() -> None:
    project = prepare(PLAN).office_input.plan.projects[0]
    with pytest.raises(AssertionError, match="made-up"):
        score_project(project.model_copy(update={"unmeasured": None}), None, MADE_UP)
    with pytest.raises(AssertionError, match="made-up"):
        score_project(project.model_copy(update={"achievement": MADE_UP}), None, "zero")


@pytest.mark.parametrize("changed", ["status", "policy"])
def test_a_template_that_meets_a_made_up_member_is_at_fault_at_its_line(changed: str) -> None:
    made = prepare(PLAN)
    dimension, *others = made.card.dimensions
    first, *more = dimension.indicators
    odd = replace(first, **{changed: MADE_UP, "level": None, "score": None})
    if changed == "policy":
        odd = replace(odd, status="cancelled")
    card = replace(made.card, dimensions=(replace(dimension, indicators=(odd, *more)), *others))
    faults = []
    for paper in made.papers:
        try:
            compose(paper, made.office_input, card)
        except TemplateError as fault:
            faults += fault.diagnostics
    assert any(fault.location and fault.location.line and "made-up" in fault.message.en for fault in faults)


def wildcards() -> Iterator[tuple[str, ast.match_case]]:
    """Each `case _:` of the program, with where it stands."""
    for file in sorted(ROOT.rglob("*.py")):
        code = file.read_text("utf-8")
        if "case _:" in code:
            for node in ast.walk(ast.parse(code)):
                if isinstance(node, ast.match_case) and ast.unparse(node.pattern) == "_" and not node.guard:
                    yield f"{file.relative_to(ROOT)}:{node.body[0].lineno}", node


def test_what_no_case_names_raises() -> None:
    silent = [
        place
        for place, case in wildcards()
        if not re.match(r"raise|assert_never", ast.unparse(case.body[-1]))
    ]
    assert silent == []


def test_a_new_member_is_told_by_the_type_checker(tmp_path: Path) -> None:
    code = (ROOT / "model" / "curves.py").read_text("utf-8")
    wider = code.replace('"zero", "none"]', '"zero", "none", "half"]')
    assert wider != code
    (tmp_path / "curves.py").write_text(wider, "utf-8")
    asked = [str(ROOT / "scoring" / "curve.py"), str(ROOT / "model" / "curves.py"), "--config-file="]
    shadowed = ["--shadow-file", str(ROOT / "model" / "curves.py"), str(tmp_path / "curves.py")]
    command = [
        sys.executable,
        "-m",
        "mypy",
        *asked,
        *shadowed,
        "--follow-imports=skip",
        f"--cache-dir={tmp_path / 'cache'}",
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert re.search(r"scoring/curve\.py:\d+: error: .*assert_never.*incompatible type.*half", told), told
