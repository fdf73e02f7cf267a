"""LibreOffice breaks our DOCX into the pages of our PDF, as near as its own lines allow.

It sets prose ragged and has a dictionary of its own, so lines end elsewhere and a page may begin some lines
earlier or later: at most one line for every page up to there. What differs more stands in docs/docx.md.
"""

import re
import shutil
import subprocess

import docx
import pypdfium2
import pytest
from rendered_papers import INPUTS

pytestmark = pytest.mark.interop

LINE = 21.0
KEY = 18
"""So many letters tell where a page begins."""

SIGNATURE_AFTER_TABLE = {("memo-example", "memo", 2)}
"""Pages that LibreOffice begins within a signature: it gives up `keepNext` chains below a table."""
FEWER_LINES = {("agreement-2547", "annexes", 3)}
"""Pages before which LibreOffice needs fewer lines for long lists than we do."""

PAPERS = [
    ("hr-scorecard-2563", "memo"),
    ("hr-scorecard-2563", "report"),
    ("agreement-2547", "agreement"),
    ("agreement-2547", "annexes"),
    ("agreement-2547", "scores"),
    ("memo-example", "memo"),
]

ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


class Page:
    """The letters of a page without its number, and how far below the paper's edge each stands, pt."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        text = page.get_textpage()
        placed = [
            (letter, page.get_height() - text.get_charbox(at, loose=True)[1])
            for at in range(text.count_chars())
            for letter in text.get_text_range(at, 1).translate(ARABIC)
            if not letter.isspace()
        ]
        said = "".join(letter for letter, _ in placed)
        number = re.match(r"-\d+-", said)
        body = placed[number.end() if number else 0 :]
        self.text = "".join(letter for letter, _ in body)
        self.below = [below for _, below in body]

    def lines_above(self, start: str) -> float | None:
        """How many lines stand above the text that begins with `start`; `None` if it is not on the page."""
        at = self.text.find(start)
        return None if at < 0 else (self.below[at] - min(self.below)) / LINE


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.fixture(scope="module")
def converted(rendered, tmp_path_factory):
    """Each DOCX as LibreOffice makes a PDF of it; one run for each input."""
    folder = tmp_path_factory.mktemp("libreoffice")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for name in INPUTS:
        files = [str(path) for path in sorted((rendered.folder / name).glob("*.docx"))]
        command = [program("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir"]
        subprocess.run([*command, str(folder / name), *files], capture_output=True, check=True, timeout=240)
    return folder


@pytest.fixture(scope="module")
def pages(rendered, converted):
    """Ours and theirs, by paper."""

    def read(path):
        return [Page(page) for page in pypdfium2.PdfDocument(path)]

    return {
        (name, paper): (read(rendered[name].path(paper, "pdf")), read(converted / name / f"{paper}.pdf"))
        for name, paper in PAPERS
    }


@pytest.mark.parametrize("paper", PAPERS)
def test_the_pages_are_as_many(pages, paper):
    ours, theirs = pages[paper]
    assert len(theirs) == len(ours)


@pytest.mark.parametrize("paper", PAPERS)
def test_each_page_begins_within_a_line_for_every_page_up_to_it(pages, paper):
    ours, theirs = pages[paper]
    for number, page in enumerate(theirs[1:], 2):
        if (*paper, number) in SIGNATURE_AFTER_TABLE | FEWER_LINES:
            continue
        assert abs(drift(ours, page.text[:KEY], number)) <= number, (number, page.text[:KEY])


def headers(path) -> set[str]:
    """How the header rows of a DOCX's tables begin."""
    rows = [table.rows[0] for table in docx.Document(str(path)).tables]
    marked = [row for row in rows if row._tr.xpath("./w:trPr/w:tblHeader")]
    texts = ("".join(cell.text for cell in dict.fromkeys(row.cells)) for row in marked)
    return {re.sub(r"\s", "", text.translate(ARABIC))[:KEY] for text in texts}


@pytest.mark.parametrize("paper", PAPERS)
def test_a_table_repeats_its_header_on_the_same_pages(pages, rendered, paper):
    """A page more or less at a table's end: its last lines may go over on one side alone."""
    ours, theirs = pages[paper]
    starts = [page.text[:KEY] for page in ours]
    repeated = {start for start in starts if starts.count(start) > 1}
    for header in repeated & headers(rendered[paper[0]].path(paper[1], "docx")):
        mine, other = (
            [number for number, page in enumerate(side, 1) if page.text.startswith(header)]
            for side in (ours, theirs)
        )
        shared = min(len(mine), len(other))
        assert mine[:shared] == other[:shared], header
        assert abs(len(mine) - len(other)) <= 1, header


def drift(ours: list[Page], start: str, number: int) -> float:
    """How many lines later (earlier: negative) LibreOffice begins its page `number`, counted on our pages."""
    here = ours[number - 1].lines_above(start)
    if here is not None:
        return here
    before = ours[number - 2]
    above = before.lines_above(start)
    if above is None:
        return float("inf")
    return above - (max(before.below) - min(before.below)) / LINE - 1
