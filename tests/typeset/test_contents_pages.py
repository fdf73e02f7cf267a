"""Contents whose page numbers are those of the pages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.document.style import ParagraphStyle, TabStop
from pipeline.document.tree import Contents, Document, PageBreak, Paragraph, Section, Text
from pipeline.typeset import paginate, typeset


@pytest.fixture(scope="session")
def outlined(sheet):
    """The sheet with a heading of level 1 and its entry: dots to the number at 16 cm."""
    entry = ParagraphStyle(tabs=(TabStop(at=16, align="right", leader="dots"),))
    styles = {"chapter": ParagraphStyle(outline=1, keep_next=True), "contents-1": entry}
    return sheet.model_copy(update={"paragraphs": {**sheet.paragraphs, **styles}})


def paper(*blocks):
    return Document("report", "เรื่อง", (Section((Contents(1), *blocks)),), digits="arabic")


def heading(text):
    return Paragraph((Text(text),), "chapter")


def said(page, source):
    return "".join(run.text for part in page.paragraphs if part.source == source for run in part.runs)


def where(pages, text):
    """The page (from 1) whose paragraphs include one that says `text` alone."""
    (number,) = (
        number
        for number, page in enumerate(pages, 1)
        for part in page.paragraphs
        if "".join(run.text for run in part.runs).strip() == text
    )
    return number


@settings(max_examples=25, deadline=None)
@given(lines=st.lists(st.integers(0, 60), min_size=1, max_size=30))
def test_every_number_is_the_page_of_its_heading(outlined, lines):
    """Chapters of any length, and so contents of one page or two, numbers of one digit or two."""
    blocks = []
    for number, count in enumerate(lines):
        blocks += [heading(f"บท {number}"), *(Paragraph((Text("ก"),), "plain") for _ in range(count))]
    document, pages = paginate(paper(*blocks), outlined)
    for number, entry in enumerate(document.sections[0].blocks[0].entries):
        assert entry.content[-1] == Text(str(where(pages, f"บท {number}")))


def test_the_pages_are_those_of_the_filled_document(outlined):
    document, pages = paginate(paper(PageBreak(), heading("หนึ่ง")), outlined)
    assert pages == typeset(document, outlined)
    assert said(pages[0], 0) == "หนึ่ง 2"


def test_the_number_stands_at_the_right_with_dots_before_it(outlined):
    _, pages = paginate(paper(heading("หนึ่ง")), outlined)
    part = pages[0].paragraphs[0]
    (dots,) = part.leaders
    assert part.runs[-1].text == "1"
    assert part.runs[-1].x + part.runs[-1].width == pytest.approx(19 / 2.54 * 72, abs=0.1)
    assert dots.x1 == pytest.approx(part.runs[-1].x, abs=0.1)


def test_a_number_without_room_takes_the_end_of_its_heading_to_the_next_line(outlined):
    """A heading that fills its line to the last letter: dots lead from words, never from an empty line."""
    words = "กขคง" * 29
    full = next(
        words[:n]
        for n in range(len(words), 0, -1)
        if len({run.y for run in typeset(paper(heading(words[:n])), outlined)[0].paragraphs[0].runs}) == 1
    )
    _, pages = paginate(paper(heading(full)), outlined)
    *words, last = pages[0].paragraphs[0].runs
    (dots,) = pages[0].paragraphs[0].leaders
    assert last.x + last.width == pytest.approx(19 / 2.54 * 72, abs=0.1)
    assert any(run.y == last.y and run.text.strip() and run.x < dots.x0 for run in words)
    assert dots.x0 > 3 / 2.54 * 72 + 1


def test_a_paper_without_contents_stays_as_it_is(outlined):
    document = Document("memo", "เรื่อง", (Section((heading("หนึ่ง"),)),))
    assert paginate(document, outlined) == (document, typeset(document, outlined))
