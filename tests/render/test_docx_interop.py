"""LibreOffice lays the file out as our pages are; skipped where it is not installed."""

import re
import shutil
import subprocess

import pytest
from docx_reading import paper, text

from pipeline.document.lengths import pt
from pipeline.document.tree import PageBreak
from pipeline.render.docx import write_docx

pytestmark = pytest.mark.interop

WORD = re.compile(r'<word xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="[\d.]+">([^<]+)</word>')


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.fixture(scope="module")
def pages(docx_sheet, tmp_path_factory) -> list[dict[str, float]]:
    """The top of each word on each page, pt, as LibreOffice sets a paper of two pages."""
    folder = tmp_path_factory.mktemp("interop")
    document = paper(text("หน้าหนึ่ง", "plain"), PageBreak(), text("หน้าสอง", "plain"))
    (folder / "two.docx").write_bytes(write_docx(document, docx_sheet))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "two.docx")], capture_output=True, check=True, timeout=180)
    boxes = subprocess.run(
        [program("pdftotext"), "-bbox", str(folder / "two.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout
    return [{word: float(top) for top, word in WORD.findall(page)} for page in boxes.split("<page ")[1:]]


SPARE = 3.0
"""LibreOffice sets 18.1 pt type at the foot of a line of 21 pt: its top is 2.9 pt below the line's."""


def test_the_pages_are_as_many(pages):
    assert len(pages) == 2


def test_the_first_page_begins_at_its_own_margin_without_a_number(pages):
    assert set(pages[0]) == {"หน้าหนึ่ง"}
    assert pt(1.5) <= pages[0]["หน้าหนึ่ง"] <= pt(1.5) + SPARE


def test_the_number_stands_at_its_place(pages):
    assert pt(2.5) <= pages[1]["2"] <= pt(2.5) + SPARE


def test_the_text_of_the_second_page_begins_below_the_number(pages):
    assert pt(3.5) <= pages[1]["หน้าสอง"] <= pt(3.5) + SPARE
