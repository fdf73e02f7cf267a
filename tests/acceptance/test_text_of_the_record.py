"""What readers give back is what was written: each paragraph and each cell, on each page, exactly.

White space at a line end is the reader's to keep or drop; everywhere else the text must match to the
letter, spaces included.
"""

import re
import shutil
import subprocess

import pypdf
import pypdfium2
import pytest
from rendered_papers import ROOT

from pipeline.compose import compose, names_of
from pipeline.document.markup import parse
from pipeline.document.sheets import load_sheet
from pipeline.papers.build import prepare
from pipeline.typeset import fit_columns, paginate

PAPERS = [
    ("hr-scorecard-2563", "memo"),
    ("hr-scorecard-2563", "report"),
    ("agreement-2547", "agreement"),
    ("agreement-2547", "annexes"),
    ("agreement-2547", "scores"),
    ("memo-example", "memo"),
]


def by_pypdf(path):
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def by_pdfium(path):
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]


def by_poppler(path):
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run([program, "-raw", str(path), "-"], capture_output=True, check=True, timeout=60)
    return done.stdout.decode().split("\f")[:-1]


def written(name, paper_id):
    """The text of each paragraph on each page, as the page maker placed it."""
    prepared = prepare(ROOT / "input" / name)
    (paper,) = [paper for paper in prepared.papers if paper.id == paper_id]
    markup = compose(paper, prepared.office_input, prepared.card)
    document = parse(markup, paper.template, names_of(prepared.office_input))
    sheet = load_sheet(paper.style)
    _, pages = paginate(fit_columns(document, sheet), sheet)
    for page in pages:
        texts = ("".join(run.text for run in part.runs).strip() for part in page.paragraphs)
        yield [text for text in texts if text]


def misread(texts, extracted):
    """The texts that do not stand in what a reader extracted, line ends apart."""
    page = re.sub(r"[ \t]*[\r\n]+[ \t]*", "\n", extracted)
    for text in texts:
        pattern = "\n?".join("[ \n]" if character == " " else re.escape(character) for character in text)
        if not re.search(pattern, page):
            yield text


READERS = [
    pytest.param(by_pypdf, id="pypdf"),
    pytest.param(by_pdfium, id="pdfium"),
    pytest.param(by_poppler, id="poppler", marks=pytest.mark.interop),
]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(("name", "paper"), PAPERS)
def test_every_paragraph_and_cell_reads_back_exactly(rendered, name, paper, read):
    pages = read(rendered[name].path(paper, "pdf"))
    wanted = list(written(name, paper))
    assert len(pages) == len(wanted)
    lost = [text for texts, page in zip(wanted, pages, strict=True) for text in misread(texts, page)]
    assert lost == []
