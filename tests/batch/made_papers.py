"""The papers of the example inputs, made once for all tests."""

from functools import cache
from pathlib import Path

from returned_docx import Edit, Returned

from pipeline import compose
from pipeline.extraction.docx.reader import read_docx
from pipeline.extraction.extracted import ExtractedDocument
from pipeline.papers.build import RenderOptions, build, prepare
from pipeline.papers.prepared import Prepared
from pipeline.verify.comparison import paper_differences
from pipeline.verify.differences import Difference

INPUT = Path(__file__).parents[2] / "input"
PAPERS = {
    "memo": "hr-scorecard-2563",
    "report": "hr-scorecard-2563",
    "agreement": "agreement-2547",
    "annexes": "agreement-2547",
    "scores": "agreement-2547",
    "free-memo": "memo-example",
}
"""A short name for each paper, and the input that makes it."""


@cache
def prepared(paper: str) -> Prepared:
    """The input of a paper."""
    return prepare(INPUT / PAPERS[paper])


@cache
def made(paper: str) -> bytes:
    """The paper's DOCX."""
    source = prepared(paper)
    kind = next(one for one in source.papers if one.id == paper.removeprefix("free-"))
    return build(source, kind, RenderOptions(formats=("docx",), faces=())).files["docx"]


@cache
def read(paper: str) -> ExtractedDocument:
    """The paper as it is read."""
    return read_docx(made(paper))


def edited(paper: str, edit: Edit) -> bytes:
    """The paper's DOCX after an edit."""
    returned = Returned(made(paper))
    edit(returned)
    return returned.bytes()


def found_in(paper: str, edit: Edit) -> tuple[Difference, ...]:
    """What is found in the paper after an edit."""
    names = compose.names_of(prepared(paper).office_input)
    return paper_differences(read(paper), read_docx(edited(paper, edit)), names)
