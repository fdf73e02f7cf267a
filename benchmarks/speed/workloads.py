"""The workloads: for each, who takes part and what each does in a round."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.speed import content, peers
from benchmarks.speed.docx_template import template_of
from benchmarks.speed.html_source import html_source
from benchmarks.speed.typst_source import typst_source
from pipeline.batch import parity
from pipeline.batch.collector import at_rest
from pipeline.batch.stages import Built, Prepared, Wishes, build, prepare
from pipeline.document.style import StyleSheet
from pipeline.document.tree import Document
from pipeline.intake.source import Source
from pipeline.render.docx import write_docx
from pipeline.render.pdf import write_pdf
from pipeline.typeset import typeset

Work = Callable[[int], object]
OURS = "saraban"
BATCH = 8
"""So many files go through LibreOffice in one run, as a batch."""


@dataclass(frozen=True)
class Workload:
    """What is timed: contenders by name; `each` is how many documents one round makes."""

    name: str
    contenders: dict[str, Work]
    each: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Growth:
    """One kind of work at several sizes, ours alone."""

    name: str
    unit: str
    sizes: tuple[float, ...]
    works: tuple[Work, ...]


def _built(prepared: Prepared, paper: str, formats: tuple[str, ...]) -> Built:
    return build(prepared, content.paper_of(prepared, paper), Wishes(formats=formats))


def _ours(rounds: int, typed: Callable[[int], Source], *formats: str) -> Work:
    """The whole way from typed values, which are there before the clock starts, to files."""
    sources = [typed(number) for number in range(rounds + 1)]
    return lambda number: _built(content.checked(sources[number]), "memo", formats)


def _sources(rounds: int, make: Callable[[int], Prepared], paper: str) -> list[tuple[Document, StyleSheet]]:
    """The trees that the peers get, one a round: making them is not on their clock."""
    inputs = [make(number) for number in range(rounds + 1)]
    return [content.tree_of(each, content.paper_of(each, paper)) for each in inputs]


def memo_pdf(rounds: int) -> Workload:
    """The seed memo as PDF, its content changed in each round."""
    trees = _sources(rounds, content.seed, "memo")
    contenders: dict[str, Work] = {OURS: _ours(rounds, content.typed_seed, "pdf")}
    if peers.version("typst"):
        kept, sources = peers.TypstKept(), [typst_source(*tree) for tree in trees]
        contenders["Typst"] = lambda n: peers.typst_pdf(sources[n])
        contenders["Typst, compiler kept"] = lambda n: kept.pdf(sources[n])
    if peers.version("weasyprint"):
        pages = [html_source(*tree) for tree in trees]
        contenders["WeasyPrint"] = lambda n: peers.weasyprint_pdf(pages[n])
    return Workload("seed memo, PDF", contenders)


def memo_docx(rounds: int) -> Workload:
    """The seed memo as DOCX."""
    contenders: dict[str, Work] = {OURS: _ours(rounds, content.typed_seed, "docx")}
    if peers.version("docxtpl"):
        filled = [template_of(write_docx(*tree)) for tree in _sources(rounds, content.seed, "memo")]
        contenders["docxtpl"] = lambda n: peers.docxtpl_docx(*filled[n])
    return Workload("seed memo, DOCX", contenders)


def memo_both(rounds: int) -> Workload:
    """The seed memo as DOCX and PDF; the peers make a batch in each round."""
    contenders: dict[str, Work] = {OURS: _ours(rounds, content.typed_seed, "docx", "pdf")}
    if peers.version("docxtpl") and peers.office_version():
        office = peers.Office()
        filled = [template_of(write_docx(*tree)) for tree in _sources(rounds, content.seed, "memo")]
        contenders["docxtpl + LibreOffice"] = lambda n: _office_batch(office, *filled[n])
    return Workload("seed memo, DOCX + PDF", contenders, {"docxtpl + LibreOffice": BATCH})


def _office_batch(office: peers.Office, template: Any, context: Any) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{number}.docx" for number in range(BATCH)]
        for file in files:
            file.write_bytes(peers.docxtpl_docx(template, context))
        office.pdfs(files, folder)


def annexes(rounds: int) -> Workload:
    """One-page annexes, each of another unit: ours as DOCX and PDF, Typst's as PDF alone."""
    contenders: dict[str, Work] = {OURS: _ours(rounds, content.typed_annex, "docx", "pdf")}
    if peers.version("typst"):
        kept = peers.TypstKept()
        sources = [typst_source(*tree) for tree in _sources(rounds, content.annex, "memo")]
        contenders["Typst (PDF alone)"] = lambda n: peers.typst_pdf(sources[n])
        contenders["Typst (PDF alone), compiler kept"] = lambda n: kept.pdf(sources[n])
    return Workload("one-page annex, DOCX + PDF", contenders)


def cold_starts() -> Workload:
    """A command from nothing: the help, one memo, and LibreOffice's conversion of that memo."""
    saraban = Path(sys.executable).with_name("saraban")
    installed = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    folder = Path(tempfile.mkdtemp(prefix="cold-"))
    docx = folder / "memo.docx"
    docx.write_bytes(_built(prepare(content.EXAMPLE), "memo", ("docx",)).files["docx"])

    def run(*arguments: str) -> object:
        return subprocess.run([saraban, *arguments], check=True, capture_output=True, env=installed)

    contenders: dict[str, Work] = {
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
    documents = [content.repeated(document, times) for times in (1, 2, 4)]
    sizes = tuple(float(len(typeset(each, sheet))) for each in documents)
    works = tuple(lambda _, each=each: _both(each, sheet) for each in documents)
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
            _built(content.annex(1_000 * n + at), "memo", ("docx", "pdf")) for at in range(count)
        ]
        for count in sizes
    )
    return Growth("one-page annexes, DOCX + PDF", "documents", tuple(map(float, sizes)), works)
