"""The workloads: for each, who takes part and what each does in a round."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from benchmarks.speed import content, peers
from benchmarks.speed.docx_template import DocxTemplate, template_of
from benchmarks.speed.html_source import html_source
from benchmarks.speed.typst_source import typst_source
from pipeline.document.style import StyleSheet
from pipeline.document.tree import Document
from pipeline.intake.source import Source
from pipeline.papers import parity
from pipeline.papers.build import Built, RenderOptions, build, prepare
from pipeline.papers.caches import clear_text_caches
from pipeline.papers.gc_pause import at_rest
from pipeline.papers.prepared import Prepared
from pipeline.render.docx import write_docx
from pipeline.render.pdf import write_pdf
from pipeline.typeset import typeset

Made = TypeVar("Made")
Workspace = Callable[[int], object]
OURS = "saraban"


_Filled = tuple[DocxTemplate, Mapping[str, list[str]]]


@dataclass(frozen=True)
class Workload:
    """What is timed: contenders by name; `each` is how many documents one turn makes."""

    name: str
    contenders: dict[str, Workspace]
    each: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Growth:
    """One kind of work at several sizes, ours alone."""

    name: str
    unit: str
    sizes: tuple[float, ...]
    works: tuple[Workspace, ...]


def _built(prepared: Prepared, paper: str, formats: tuple[str, ...]) -> Built:
    return build(prepared, content.paper_of(prepared, paper), RenderOptions(formats=formats))


@dataclass(frozen=True)
class _Turns:
    """The numbers of the documents that each turn makes; none is made in two turns, or in two workloads."""

    first: int
    rounds: int
    each: int

    def numbers(self, turn: int) -> range:
        """The documents of a turn."""
        return range(self.first + turn * self.each, self.first + (turn + 1) * self.each)

    def made(self, make: Callable[[int], Made]) -> list[list[Made]]:
        """What `make` gives for each document of each turn, made before the clock starts."""
        return [[make(number) for number in self.numbers(turn)] for turn in range(self.rounds + 1)]


def _ours(turns: _Turns, typed: Callable[[int], Source], *formats: str) -> Workspace:
    """The whole way from typed values to files."""
    sources = turns.made(typed)
    return lambda turn: [_built(content.checked(source), "memo", formats) for source in sources[turn]]


def _theirs(documents: list[list[Made]], make: Callable[[Made], object]) -> Workspace:
    """From a finished source for the peer's language to a file."""
    return lambda turn: [make(document) for document in documents[turn]]


def _workload(name: str, contenders: dict[str, Workspace], each: int) -> Workload:
    """All make as many documents in a turn; ours has forgotten what it saw of them for the peers' sources."""
    clear_text_caches()
    return Workload(name, contenders, dict.fromkeys(contenders, each))


def _tree(make: Callable[[int], Prepared]) -> Callable[[int], tuple[Document, StyleSheet]]:
    def tree(number: int) -> tuple[Document, StyleSheet]:
        prepared = make(number)
        return content.tree_of(prepared, content.paper_of(prepared, "memo"))

    return tree


def memo_pdf(rounds: int) -> Workload:
    """The seed memo as PDF, each with content of its own."""
    turns = _Turns(0, rounds, 4)
    contenders: dict[str, Workspace] = {OURS: _ours(turns, content.typed_seed, "pdf")}
    trees = turns.made(_tree(content.seed))
    if peers.version("typst"):
        sources = [[typst_source(*tree) for tree in turn] for turn in trees]
        contenders["Typst"] = _theirs(sources, peers.typst_pdf)
        contenders["Typst, our fonts alone"] = _theirs(sources, peers.typst_pdf_of_our_fonts)
        contenders["Typst, compiler kept"] = _theirs(sources, peers.TypstKept().pdf)
    if peers.version("weasyprint"):
        pages = [[html_source(*tree) for tree in turn] for turn in trees]
        contenders["WeasyPrint"] = _theirs(pages, peers.weasyprint_pdf)
    return _workload("seed memo, PDF", contenders, turns.each)


def memo_docx(rounds: int) -> Workload:
    """The seed memo as DOCX."""
    turns = _Turns(100, rounds, 4)
    contenders: dict[str, Workspace] = {OURS: _ours(turns, content.typed_seed, "docx")}
    if peers.version("docxtpl"):
        filled = turns.made(_template)
        contenders["docxtpl"] = _theirs(filled, lambda one: peers.docxtpl_docx(*one))
    return _workload("seed memo, DOCX", contenders, turns.each)


def memo_both(rounds: int) -> Workload:
    """The seed memo as DOCX and PDF, a batch in each turn."""
    turns = _Turns(200, rounds, 8)
    contenders: dict[str, Workspace] = {OURS: _ours(turns, content.typed_seed, "docx", "pdf")}
    if peers.version("docxtpl") and peers.office_version():
        office, filled = peers.Office(), turns.made(_template)
        contenders["docxtpl + LibreOffice"] = lambda turn: _office_batch(office, filled[turn])
    return _workload("seed memo, DOCX + PDF", contenders, turns.each)


def _template(number: int) -> _Filled:
    return template_of(write_docx(*_tree(content.seed)(number)))


def _office_batch(office: peers.Office, documents: list[_Filled]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{number}.docx" for number in range(len(documents))]
        for file, (template, context) in zip(files, documents, strict=True):
            file.write_bytes(peers.docxtpl_docx(template, context))
        office.pdfs(files, folder)


def annexes(rounds: int) -> Workload:
    """One-page annexes, each of another unit: ours as DOCX and PDF, Typst's as PDF alone."""
    turns = _Turns(0, rounds, 16)
    contenders: dict[str, Workspace] = {OURS: _ours(turns, content.typed_annex, "docx", "pdf")}
    if peers.version("typst"):
        sources = turns.made(lambda number: typst_source(*_tree(content.annex)(number)))
        contenders["Typst (PDF alone)"] = _theirs(sources, peers.typst_pdf)
        contenders["Typst (PDF alone), our fonts alone"] = _theirs(sources, peers.typst_pdf_of_our_fonts)
        contenders["Typst (PDF alone), compiler kept"] = _theirs(sources, peers.TypstKept().pdf)
    return _workload("one-page annex, DOCX + PDF", contenders, turns.each)


def cold_starts() -> Workload:
    """A command from nothing: the help, one memo, and LibreOffice's conversion of that memo."""
    saraban = Path(sys.executable).with_name("saraban")
    installed = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    folder = Path(tempfile.mkdtemp(prefix="cold-"))
    docx = folder / "memo.docx"
    docx.write_bytes(_built(prepare(content.EXAMPLE), "memo", ("docx",)).files["docx"])

    def run(*arguments: str) -> object:
        return subprocess.run([saraban, *arguments], check=True, capture_output=True, env=installed)

    contenders: dict[str, Workspace] = {
        "saraban --help": lambda _: run("--help"),
        "saraban render, one memo": lambda n: run(
            "render", str(content.EXAMPLE), "-o", str(folder / str(n)), "--force"
        ),
    }
    if peers.office_version():
        contenders["LibreOffice, one memo"] = lambda _: peers.Office().pdfs([docx], folder)
    return Workload("cold start", contenders)


@at_rest()
def _both(document: Document, sheet: StyleSheet) -> None:
    pages = typeset(document, sheet)
    parity.check_pages(document, pages)
    parity.check_docx(document, write_docx(document, sheet))
    write_pdf(pages, document)


def growth_in_pages() -> Growth:
    """The HR Scorecard report once, twice and so on, up to more than 60 pages."""
    prepared = content.seed(0)
    document, sheet = content.tree_of(prepared, content.paper_of(prepared, "report"))
    sizes = tuple(float(len(typeset(content.repeated(document, times, 0), sheet))) for times in (1, 2, 4))
    works = tuple(
        lambda n, times=times: _both(content.repeated(document, times, n), sheet) for times in (1, 2, 4)
    )
    return Growth("HR Scorecard report, DOCX + PDF", "pages", sizes, works)


def growth_in_rows() -> Growth:
    """A table of 500, 1,000 and 2,000 rows, other words in each round."""
    sizes = (500, 1_000, 2_000)
    works = tuple(lambda n, rows=rows: _both(*content.long_table(rows, n)) for rows in sizes)
    return Growth("one table, DOCX + PDF", "rows", tuple(map(float, sizes)), works)


def growth_in_documents() -> Growth:
    """50, 100 and 200 one-page annexes one after another."""
    sizes = (50, 100, 200)
    works = tuple(
        lambda n, count=count: [
            _built(content.annex((10 + n) * count + at), "memo", ("docx", "pdf")) for at in range(count)
        ]
        for count in sizes
    )
    return Growth("one-page annexes, DOCX + PDF", "documents", tuple(map(float, sizes)), works)
