"""A member that an enumeration does not have raises where it is met: nothing is a silent default."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, Literal, cast, get_args, get_origin

import pytest
from jinja2 import UndefinedError

import pipeline
from pipeline.audit.findings import SEVERITIES, Finding
from pipeline.batch.plan import Plan
from pipeline.cli.console import Console
from pipeline.cli.signature_report import said_of
from pipeline.compose import compose
from pipeline.desk.pages import html
from pipeline.diagnostics import InputError, Lang, Message, TemplateError
from pipeline.document.extracted import as_finished
from pipeline.document.lengths import Cm
from pipeline.document.sheets import load_sheet
from pipeline.document.style import StyleSheet, TabStop
from pipeline.document.text import document_text
from pipeline.document.tree import Document, Paragraph, Section, Text
from pipeline.extraction.extracted import TextLocation
from pipeline.kinds.hr_scorecard.scoring import score, under
from pipeline.model.curves import Curve
from pipeline.papers.build import prepare
from pipeline.papers.options import RenderOptions
from pipeline.papers.record import record_of
from pipeline.papers.rerender import read_held_paper
from pipeline.render.docx import write_docx
from pipeline.render.docx.fonts import embedded_faces
from pipeline.render.pdf import write_pdf
from pipeline.scoring.curve import score_of
from pipeline.signing.checking import Signature, SignedFile
from pipeline.thai.digits import apply_policy
from pipeline.typeset import typeset
from pipeline.verify.pdf import PdfVerification

ROOT = Path(pipeline.__file__).parent
PLAN = ROOT.parent / "input" / "hr-scorecard-2563"
MADE_UP: Any = "made-up"


@dataclass(frozen=True, slots=True)
class Poem:
    """A block that no tree has."""

    style: str = "body"


PAPER = Document("memo", "t", (Section((Paragraph((Text("ก"),), "body"),)),))
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
        lambda: Message("ก", "a").text(MADE_UP),
        lambda: list(said_of(with_signature(covers=MADE_UP), Console("th", thai=True))),
        lambda: list(said_of(with_signature(place=MADE_UP), Console("th", thai=True))),
        lambda: write_docx(Document("memo", "t", PAPER.sections, digits=MADE_UP), SHEET),
        lambda: write_docx(PAPER, led(MADE_UP)),
    ],
)
def test_a_made_up_member_raises(met: Callable[[], object]) -> None:
    with pytest.raises(AssertionError, match=r"made-up|Poem"):
        met()


def with_signature(**other: Any) -> PdfVerification:
    """What is found in a PDF with one signature."""
    told = ("ผู้อำนวยการ", "ก", "ข", None, "none", "whole", 2, True, False, "trusted")
    signed = SignedFile((Signature(*told)._replace(**other),), 2)
    return PdfVerification(None, signed, (), "as-made")


def led(leader: Any) -> StyleSheet:
    """A sheet whose body has a stop that this leads to."""
    stop = TabStop(at=Cm(5)).model_copy(update={"leader": leader})
    body = SHEET.paragraphs["body"].model_copy(update={"tabs": (stop,)})
    return SHEET.model_copy(update={"paragraphs": {**SHEET.paragraphs, "body": body}})


@pytest.mark.parametrize("lang", get_args(Lang))
@pytest.mark.parametrize("fragment", ["plan", "audit"])
def test_a_page_of_the_desk_tells_no_made_up_state_or_severity(fragment: str, lang: Lang) -> None:
    document = SimpleNamespace(name="ก/memo", state="made-up", why=())
    plan = Plan((cast(Any, document),), (), ())
    finding = Finding("A1001", MADE_UP, "memo", TextLocation(), "ก", *(Message("ก", "a"),) * 3)
    with pytest.raises(UndefinedError, match="made-up"):
        html(fragment, lang, plan=plan, faults=(), findings=(finding,), severities=SEVERITIES)


@pytest.mark.parametrize("option", ["digits", "conformance", "extent"])
def test_a_record_that_tells_a_made_up_option_is_no_record(option: str, tmp_path: Path) -> None:
    made = prepare(PLAN)
    paper = next(one for one in made.papers if one.id == "memo")
    record = json.loads(record_of(made, paper, PAPER, RenderOptions()))
    for value in (record[option], "made-up"):
        file = tmp_path / "paper.docx"
        file.write_bytes(write_docx(PAPER, SHEET, data=json.dumps({**record, option: value}).encode()))
        with nullcontext() if value == record[option] else pytest.raises(InputError, match="cannot be read"):
            assert read_held_paper(file).record.paper == "memo"


def test_a_made_up_policy_or_achievement_is_not_scored() -> None:
    made = prepare(PLAN).office_input
    with pytest.raises(AssertionError, match="made-up"):
        score(under(made.model_copy(update={"results": ()}), MADE_UP))
    dimension, *others = made.plan.dimensions
    odd = dimension.projects[0].model_copy(update={"achievement": MADE_UP})
    dimensions = (dimension.model_copy(update={"projects": (odd,)}), *others)
    plan = made.plan.model_copy(update={"dimensions": dimensions})
    with pytest.raises(AssertionError, match="made-up"):
        score(made.model_copy(update={"plan": plan}))


@pytest.mark.parametrize("changed", ["status", "policy"])
def test_a_template_that_meets_a_made_up_member_is_at_fault_at_its_line(changed: str) -> None:
    made = prepare(PLAN)
    dimension, *others = made.card.dimensions
    first, *more = dimension.indicators
    odd = replace(first, **{changed: MADE_UP, "level": None, "score": None})
    if changed == "policy":
        odd = replace(odd, status="cancelled")
    card = replace(made.card, dimensions=(replace(dimension, members=(odd, *more)), *others))
    faults = []
    for paper in made.papers:
        try:
            compose(paper, made.office_input, card)
        except TemplateError as fault:
            faults += fault.diagnostics
    assert any(fault.location and fault.location.line and "made-up" in fault.message.en for fault in faults)


def matches() -> Iterator[tuple[str, ast.Match]]:
    """Each `match` of the program, with where it stands."""
    for file in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Match):
                yield f"{file.relative_to(ROOT)}:{node.lineno}", node


def test_what_no_case_names_raises() -> None:
    """`exhaustive-match` of mypy says nothing where a case has a guard."""
    silent = [
        place
        for place, node in matches()
        if ast.unparse(node.cases[-1].pattern) != "_"
        or node.cases[-1].guard
        or not re.match(r"raise|assert_never", ast.unparse(node.cases[-1].body[-1]))
    ]
    assert silent == []


def members_of(annotation: ast.expr, names: dict[str, Any]) -> tuple[Any, ...]:
    """The members of the closed set that a name of a type stands for; none for other types."""
    found = names.get(ast.unparse(annotation))
    if isinstance(found, type) and issubclass(found, Enum) and found.__module__.startswith("pipeline."):
        return tuple(found)
    return get_args(found) if get_origin(found) is Literal else ()


def names_in(module: ModuleType, tree: ast.Module) -> dict[str, Any]:
    """What names stand for in a module, those that it imports for the type checker alone too."""
    names = dict(vars(module))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pipeline."):
            brought = import_module(node.module or "")
            names |= {one.name: vars(brought)[one.name] for one in node.names if one.name in vars(brought)}
    return names


def tables() -> Iterator[tuple[str, set[Any], set[Any]]]:
    """Each constant `NAME: dict[CLOSED SET, ...]`: where it stands, its keys, and the members of the set."""
    for file in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        for node in tree.body:
            if not isinstance(node, ast.AnnAssign) or not isinstance(node.annotation, ast.Subscript):
                continue
            if ast.unparse(node.annotation.value) != "dict" or not isinstance(
                node.annotation.slice, ast.Tuple
            ):
                continue
            module = import_module(".".join(("pipeline", *file.relative_to(ROOT).with_suffix("").parts)))
            members = members_of(node.annotation.slice.elts[0], names_in(module, tree))
            if members:
                name = ast.unparse(node.target)
                yield f"{module.__name__}.{name}", set(vars(module)[name]), set(members)


def test_a_table_by_the_members_of_a_closed_set_has_them_all() -> None:
    found = list(tables())
    assert {"pipeline.audit.findings.SEVERITIES", "pipeline.cli.batch_plan.STATES"} <= {
        n for n, _, _ in found
    }
    assert [(name, keys ^ members) for name, keys, members in found if keys != members] == []


def test_a_new_member_is_told_by_the_type_checker(tmp_path: Path) -> None:
    code = (ROOT / "model" / "curves.py").read_text("utf-8")
    wider = code.replace('"none", "no-level"]', '"none", "no-level", "half"]')
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
