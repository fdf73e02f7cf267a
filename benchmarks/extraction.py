"""`python -m benchmarks.extraction`: how much of the seed memo its readers get back exactly.

Each engine sets the same document tree. A text counts where a reader gives it back to the letter: every
mark, digit and space. White space counts as one space, and a line may end anywhere, for every engine alike.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table as Grid

from benchmarks.speed import peers
from benchmarks.speed.content import SEED, paper_of, tree_of
from benchmarks.speed.html_source import html_source
from benchmarks.speed.typst_source import typst_source
from pipeline.document.style import StyleSheet
from pipeline.document.tree import Block, Document, Frame, Group, Paragraph, Table, Text
from pipeline.papers.build import RenderOptions, build, prepare

Read = Callable[[Path], list[str]]
Written = tuple[str, ...]
"""The paragraphs of one cell, or one paragraph."""


class Wanted(NamedTuple):
    """What a reader should give back: paragraphs of the text, and cells of tables."""

    paragraphs: list[Written]
    cells: list[Written]


class Skipped(Exception):
    """A peer or reader is not on this machine; the message says which."""


def main() -> None:
    """Makes the memo with every engine, reads it with every reader, and prints how much is exact."""
    console = Console(width=100)
    prepared = prepare(SEED)
    document, sheet = tree_of(prepared, paper_of(prepared, "memo"))
    wanted = _wanted(document)
    grid = Grid("engine", "reader", "paragraphs", "cells", title="seed memo, exact on extraction", width=80)
    with tempfile.TemporaryDirectory() as folder:
        for engine, make in ENGINES.items():
            try:
                pdf = make(document, sheet, Path(folder))
            except Skipped as why:
                grid.add_row(engine, f"skipped: {why}", "", "")
                continue
            for reader, read in READERS.items():
                grid.add_row(engine, reader, *_counts(pdf, read, wanted))
    console.print(grid)


def _counts(pdf: Path, read: Read, wanted: Wanted) -> tuple[str, str]:
    try:
        pages = [_normal(page) for page in read(pdf)]
    except Skipped as why:
        return f"skipped: {why}", ""
    return _share(wanted.paragraphs, pages), _share(wanted.cells, pages)


def _share(texts: Sequence[Written], pages: Sequence[str]) -> str:
    exact = sum(all(stands(part, pages) for part in text) for text in texts)
    return f"{exact}/{len(texts)}"


def stands(text: str, pages: Sequence[str]) -> bool:
    """Whether the text is on a page, or begins on one and ends on the next."""
    if any(_found(text, page) for page in pages):
        return True
    for page, following in pairwise(pages):
        begun = _longest_start(text, page)
        if begun and _found(text[begun:].strip(), following):
            return True
    return False


def _longest_start(text: str, page: str) -> int:
    """How many characters of the text's start stand on the page; fewer always stand where more do."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _found(text[:middle].strip(), page) else (low, middle - 1)
    return low


def _found(text: str, page: str) -> bool:
    return _pattern(text).search(page) is not None


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile("\n?".join("[ \n]" if letter == " " else re.escape(letter) for letter in text))


def _normal(text: str) -> str:
    """Spaces of all kinds as one space, none at line ends."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _wanted(document: Document) -> Wanted:
    wanted = Wanted([], [])
    for section in document.sections:
        _gather(section.blocks, wanted)
    return wanted


def _gather(blocks: tuple[Block, ...], wanted: Wanted) -> None:
    for block in blocks:
        if isinstance(block, Group | Frame):
            _gather(block.blocks, wanted)
        elif isinstance(block, Paragraph):
            wanted.paragraphs.extend(filter(None, [tuple(_texts((block,)))]))
        elif isinstance(block, Table):
            cells = (tuple(_texts(cell.blocks)) for row in block.rows for cell in row.cells)
            wanted.cells.extend(filter(None, cells))


def _texts(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    for paragraph in paragraphs:
        marker = "".join(text.text for text in paragraph.marker)
        content = "".join(part.text if isinstance(part, Text) else " " for part in paragraph.content)
        if said := " ".join(f"{marker} {content}".split()):
            yield said


def _ours(document: Document, sheet: StyleSheet, folder: Path) -> Path:  # noqa: ARG001 (the tree is the same)
    prepared = prepare(SEED)
    return _saved(
        build(prepared, paper_of(prepared, "memo"), RenderOptions(formats=("pdf",))).files["pdf"],
        folder,
        "ours",
    )


def _typst(document: Document, sheet: StyleSheet, folder: Path) -> Path:
    _need_package("typst")
    return _saved(peers.typst_pdf(typst_source(document, sheet)), folder, "typst")


def _weasyprint(document: Document, sheet: StyleSheet, folder: Path) -> Path:
    _need_package("weasyprint")
    return _saved(peers.weasyprint_pdf(html_source(document, sheet)), folder, "weasyprint")


def _office(document: Document, sheet: StyleSheet, folder: Path) -> Path:  # noqa: ARG001 (it reads our DOCX)
    if peers.office_version() is None:
        raise Skipped("soffice is not installed")
    prepared = prepare(SEED)
    docx = folder / "office.docx"
    docx.write_bytes(
        build(prepared, paper_of(prepared, "memo"), RenderOptions(formats=("docx",))).files["docx"]
    )
    peers.Office().pdfs([docx], folder)
    return docx.with_suffix(".pdf")


def _need_package(name: str) -> None:
    if peers.version(name) is None:
        raise Skipped(f"the package {name} is not installed (make .venv/bench)")


def _saved(data: bytes, folder: Path, name: str) -> Path:
    path = folder / f"{name}.pdf"
    path.write_bytes(data)
    return path


def _by_pypdf(pdf: Path) -> list[str]:
    import pypdf  # noqa: PLC0415

    return [page.extract_text() for page in pypdf.PdfReader(pdf).pages]


def _by_pdfium(pdf: Path) -> list[str]:
    import pypdfium2  # noqa: PLC0415

    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def _by_poppler(pdf: Path) -> list[str]:
    program = shutil.which("pdftotext")
    if program is None:
        raise Skipped("pdftotext is not installed")
    done = subprocess.run([program, "-raw", str(pdf), "-"], capture_output=True, check=True, timeout=60)
    return done.stdout.decode().split("\f")[:-1]


ENGINES: dict[str, Callable[[Document, StyleSheet, Path], Path]] = {
    "saraban": _ours,
    "Typst": _typst,
    "LibreOffice, from our DOCX": _office,
    "WeasyPrint": _weasyprint,
}
READERS: dict[str, Read] = {"pypdf": _by_pypdf, "pdfium": _by_pdfium, "poppler": _by_poppler}


if __name__ == "__main__":
    main()
