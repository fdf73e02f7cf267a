"""The contents of the report lead where they say, in both files."""

import re

import pypdfium2
import pytest
from rendered_papers import W, squeezed

from pipeline.thai.digits import to_arabic


@pytest.fixture(scope="module")
def entries(rendered):
    """Heading and page (from 1) of each line of the contents, as Word shows them."""
    body = rendered["hr-scorecard-2563"].docx_body("report")
    lines = []
    for paragraph in next(body.iter(f"{W}sdt")).iter(f"{W}p"):
        *heading, number = (text.text for text in paragraph.iter(f"{W}t"))
        lines.append((squeezed("".join(heading)), int(to_arabic(number))))
    return lines


@pytest.fixture(scope="module")
def pages(rendered):
    document = pypdfium2.PdfDocument(rendered["hr-scorecard-2563"].path("report", "pdf"))
    return [squeezed(page.get_textpage().get_text_range()) for page in document]


def test_the_contents_name_the_chapters_in_order(entries):
    numbered = [match[1] for heading, _ in entries if (match := re.match(r"([๐-๙.]+)", heading))]
    assert numbered == ["๑.", "๑.๑", "๑.๒", "๑.๓", "๒.", "๒.๑", "๒.๒", "๒.๓", "๒.๔", "๓."]


def test_every_heading_stands_on_the_page_that_the_contents_name(entries, pages):
    """Of a heading run in before its text, which the contents name more fully, the number stands there."""
    for heading, page in entries:
        run_in = re.match(r"[๐-๙]+\.[๐-๙]+", heading)
        assert heading in pages[page - 1] or (run_in and run_in[0] in pages[page - 1]), heading


def test_the_pdf_says_the_same_contents(entries, pages):
    said = "".join(pages[0].split("สารบัญ")[1:])
    assert said == "".join(heading + page for heading, page in thai(entries))


def thai(entries):
    digits = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    return [(heading, str(page).translate(digits)) for heading, page in entries]
