"""PDFs of our own making are read back; and PDFs that other programs rule in other ways are drawn here."""

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.audit import audit_papers
from pipeline.diagnostics import InputError
from pipeline.extraction.document_reader import read_finished
from pipeline.extraction.docx.reader import read_docx
from pipeline.extraction.extracted import ExtractedParagraph
from pipeline.extraction.pdf_reader import read_pdf
from pipeline.papers.build import RenderOptions, build, prepare

INPUT = Path(__file__).resolve().parents[2] / "input"


def drawn(*draw, pages=1):
    """A PDF of pages on which each of `draw` puts something."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=(400, 400))
    for page in range(pages):
        for one in draw:
            one(canvas, page)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def words(x, y, text):
    return lambda canvas, _: canvas.drawString(x, y, text)


def rules(canvas, _):
    """Three columns and two rows; the first row's first two columns are one cell."""
    for y in (300, 250, 200):
        canvas.line(50, y, 350, y)
    for x in (50, 250, 350):
        canvas.line(x, 200, x, 300)
    canvas.line(150, 200, 150, 250)


def boxes(canvas, _):
    """The same table as four rectangles, as some programs draw borders."""
    for x, y, width in ((50, 250, 200), (250, 250, 100), (50, 200, 100), (150, 200, 100), (250, 200, 100)):
        canvas.rect(x, y, width, 50)


CELLS = [
    words(60, 270, "AB"),
    words(260, 270, "C"),
    words(60, 220, "D"),
    words(160, 220, "E"),
    words(260, 220, "F"),
]


@pytest.mark.parametrize("frame", [rules, boxes])
def test_a_ruled_table_is_read_with_its_merged_cells(frame):
    paper = read_pdf(drawn(frame, *CELLS, words(50, 350, "before")), "x.pdf")
    assert paper.tables[0].grid == (("AB", "AB", "C"), ("D", "E", "F"))
    assert [b.text for b in paper.blocks if isinstance(b, ExtractedParagraph)] == ["before"]


def test_text_has_its_page_and_line():
    paper = read_pdf(drawn(words(50, 350, "one"), words(50, 300, "two"), pages=2), "x.pdf")
    assert [(p.text, p.place.page, p.place.line) for p in paper.paragraphs] == [
        ("one", 1, 1),
        ("two", 1, 2),
        ("one", 2, 1),
        ("two", 2, 2),
    ]


def test_the_number_of_a_page_and_its_cue_are_no_text_of_the_paper():
    paper = read_pdf(
        drawn(words(190, 380, "- 2 -"), words(50, 300, "text"), words(300, 20, "/next...")), "x.pdf"
    )
    assert [p.text for p in paper.paragraphs] == ["text"]
    assert [block.text for block in paper.furniture] == ["- 2 -", "/next..."]


def test_a_row_that_a_page_parted_is_one_again():
    def table(canvas, page):
        rules(canvas, page)
        canvas.line(150, 250, 150, 300)
        for x, head in ((60, "K1"), (160, "K2"), (260, "K3")):
            canvas.drawString(x, 270, head)
        if page == 0:
            canvas.drawString(60, 220, "name")
            canvas.drawString(160, 220, "begins")
        else:
            canvas.drawString(160, 220, "ends")

    paper = read_pdf(drawn(table, pages=2), "x.pdf")
    assert [table.grid for table in paper.tables] == [(("K1", "K2", "K3"), ("name", "begins ends", ""))]


def gridded(rows):
    """A page with a table of three columns; the rows stand one above the other."""

    def draw(canvas, page):
        top, said = 380, rows[page]
        for x in (50, 150, 250, 350):
            canvas.line(x, top - 30 * len(said), x, top)
        for n in range(len(said) + 1):
            canvas.line(50, top - 30 * n, 350, top - 30 * n)
        for n, row in enumerate(said):
            for m, text in enumerate(row):
                canvas.drawString(60 + 100 * m, top - 20 - 30 * n, text)

    return draw


def test_a_table_that_goes_on_without_its_header_is_one_and_keeps_its_pages():
    pages = [
        [("name", "plan", "done"), ("A", "5", "90.")],
        [("", "", "25"), ("B", "6", "80"), ("C", "7", "70")],
    ]
    (table,) = read_pdf(drawn(gridded(pages), pages=2), "x.pdf").tables
    assert table.grid == (("name", "plan", "done"), ("A", "5", "90.25"), ("B", "6", "80"), ("C", "7", "70"))
    assert [row.place.page for row in table.rows] == [1, 1, 2, 2]


def test_a_parted_row_below_a_header_of_two_rows_is_one_again_but_no_row_with_figures_of_its_own():
    header = [("who", "days", ""), ("", "men", "women")]
    pages = [[*header, ("A", "begins", "5")], [*header, ("", "ends", ""), ("B", "all", "6")]]
    first, second = read_pdf(drawn(gridded(pages), pages=2), "x.pdf").tables
    assert first.grid[2:] == (("A", "begins ends", "5"),)
    assert (len(second.rows), second.grid[-1]) == (3, ("B", "all", "6"))
    pages[1][2] = ("", "more", "7")
    first, second = read_pdf(drawn(gridded(pages), pages=2), "x.pdf").tables
    assert (first.grid[2:], second.grid[2]) == ((("A", "begins", "5"),), ("", "more", "7"))


def test_a_table_with_a_header_of_its_own_at_the_top_of_a_page_is_another():
    pages = [[("name", "plan", "done"), ("A", "5", "90")], [("unit", "people", "days"), ("B", "6", "80")]]
    assert len(read_pdf(drawn(gridded(pages), pages=2), "x.pdf").tables) == 2


def test_our_own_memo_is_read_back_with_every_word_of_its_table():
    prepared = prepare(INPUT / "memo-example")
    built = build(prepared, prepared.papers[0], RenderOptions(formats=("pdf",)))
    paper = read_pdf(built.files["pdf"], "memo.pdf")
    table = next(table for table in paper.tables if "หัวข้อ" in table.grid[0][1])
    assert [row[0] for row in table.grid[1:]] == ["๑๗ สิงหาคม ๒๕๖๙", "๑๘ สิงหาคม ๒๕๖๙"]


@pytest.mark.parametrize(("name", "number"), [("agreement-2547", 1), ("hr-scorecard-2563", 1)])
def test_the_audit_finds_the_same_in_our_pdf_and_in_our_docx(name, number):
    prepared = prepare(INPUT / name)
    built = build(prepared, prepared.papers[number], RenderOptions())
    read = (read_pdf(built.files["pdf"], "a.pdf"), read_docx(built.files["docx"], "a.docx"))
    from_pdf, from_docx = (sorted(finding.code for finding in audit_papers([paper])) for paper in read)
    assert from_pdf == from_docx != []


@pytest.mark.parametrize(("data", "code"), [(b"no pdf", "pdf"), (drawn(rules), "pdf-no-text")])
def test_a_file_without_text_is_refused_in_words(tmp_path, data, code):
    file = tmp_path / "x.pdf"
    file.write_bytes(data)
    with pytest.raises(InputError) as refused:
        read_finished(file)
    assert [fault.code for fault in refused.value.diagnostics] == [code]


def test_an_empty_text_file_is_refused_and_not_called_faultless(tmp_path):
    file = tmp_path / "x.txt"
    file.write_text(" \n", "utf-8")
    with pytest.raises(InputError) as refused:
        read_finished(file)
    assert refused.value.diagnostics[0].code == "empty"


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path):
    with pytest.raises(InputError) as refused:
        read_finished(tmp_path / "none.txt")
    assert refused.value.diagnostics[0].code == "not-found"
