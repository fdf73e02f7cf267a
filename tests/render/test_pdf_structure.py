"""The structure of each paper, read back from its PDF: what somebody who listens to it is told."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pdf_samples
import pikepdf
import pytest
from pdf_structure_reading import Node, kids_of, mark_of, marked_content, opened, spoken, structure_of

from pipeline import compose
from pipeline.document.grid import sites
from pipeline.document.markup import parse
from pipeline.document.sheets import load_sheet
from pipeline.document.style import ParagraphStyle, TabStop
from pipeline.document.text import document_text, paragraph_text
from pipeline.document.tree import Block, Document, Group, Paragraph, Row, Section, Tab, Table
from pipeline.papers.build import RenderOptions, build, prepare
from pipeline.render.pdf import write_pdf
from pipeline.resources import resource
from pipeline.typeset import fit_columns, paginate, typeset

ROOT = Path(__file__).resolve().parents[2]
PAPERS = [
    ("hr-scorecard-2563", "memo"),
    ("hr-scorecard-2563", "report"),
    ("agreement-2547", "agreement"),
    ("agreement-2547", "annexes"),
    ("agreement-2547", "scores"),
    ("memo-example", "memo"),
    ("specimen", "specimen"),
    ("specimen", "memo"),
]
each_paper = pytest.mark.parametrize(("name", "paper"), PAPERS)


def squeezed(text: str) -> str:
    return "".join(text.split())


@cache
def made(name: str, paper_id: str) -> tuple[Document, bytes]:
    """A paper's tree, its contents filled, and its PDF."""
    if name == "specimen":
        prepared = prepare(resource("templates", "specimen", "specimen"))
        papers = compose.specimen_papers()
    else:
        prepared = prepare(ROOT / "input" / name)
        papers = prepared.papers
    (paper,) = [paper for paper in papers if paper.id == paper_id]
    markup = compose.compose(paper, prepared.office_input, prepared.card)
    document = parse(markup, paper.template, compose.names_of(prepared.office_input))
    sheet = load_sheet(paper.style)
    document, _ = paginate(fit_columns(document, sheet), sheet)
    return document, build(prepared, paper, RenderOptions(formats=("pdf",))).files["pdf"]


@cache
def read(name: str, paper: str) -> Node:
    return structure_of(opened(made(name, paper)[1]))


def tables(blocks: tuple[Block, ...]) -> list[Table]:
    """The tables that head something, in reading order."""
    found = []
    for block in blocks:
        if isinstance(block, Group):
            found += tables(block.blocks)
        elif isinstance(block, Table) and any(row.kind != "body" for row in block.rows):
            found.append(block)
    return found


@each_paper
def test_elements_say_all_that_the_document_says_in_its_order(name, paper):
    document, _ = made(name, paper)
    wanted = [document.classification, *document_text(document)]
    assert squeezed(read(name, paper).whole_text) == squeezed("".join(wanted))


@each_paper
def test_nothing_on_a_page_is_neither_read_nor_called_an_artifact(name, paper):
    pages = [marked_content(page) for page in opened(made(name, paper)[1]).pages]
    assert [page.loose for page in pages] == [""] * len(pages)


@each_paper
def test_headings_begin_with_one_and_never_skip_a_level(name, paper):
    levels = [int(node.role[1:]) for node in read(name, paper).all(*(f"H{n}" for n in range(1, 7)))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@each_paper
def test_each_table_has_the_cells_of_the_document_and_the_same_headers(name, paper):
    document, _ = made(name, paper)
    wanted = [table for section in document.sections for table in tables(section.blocks)]
    found = list(read(name, paper).all("Table"))
    assert len(found) == len(wanted)
    for node, table in zip(found, wanted, strict=True):
        cells = [cell for row in node.all("TR") for cell in row.kids]
        texts = ["".join(map(paragraph_text, site.cell.blocks)) for site in sites(table.rows)]
        assert [squeezed(cell.whole_text) for cell in cells] == [squeezed(text) for text in texts]
        headers = [cell for cell in cells if cell.role == "TH" and cell.attributes["Scope"] == "/Column"]
        told = [site for site in sites(table.rows) if table.rows[site.row].kind == "header"]
        assert len(headers) == len(told)
        for cell, site in zip(headers, told, strict=True):
            assert cell.attributes.get("ColSpan", 1) == site.cell.colspan
            assert cell.attributes.get("RowSpan", 1) == site.cell.rowspan


def test_a_score_is_read_with_its_column_its_group_of_columns_and_its_dimension():
    """The table of scores has two header rows and bands: a cell alone would be a bare figure."""
    (table,) = read("agreement-2547", "scores").all("Table")
    names = {node.id: node.whole_text.strip() for node in table.all("TH")}
    (cell,) = [node for node in table.all("TD") if node.text.strip() == "4.4000"]
    assert [names[name] for name in cell.attributes["Headers"]] == [
        "ผลการประเมิน",
        "ค่าคะแนนที่ได้",
        "มิติที่ 1 มิติด้านประสิทธิผลตามพันธกิจ (น้ำหนักร้อยละ 70)",
    ]


def test_names_of_header_cells_lead_to_them():
    pdf = opened(made("agreement-2547", "scores")[1])
    names = list(pdf.Root.StructTreeRoot.IDTree.Names)
    assert names[::2] == sorted(names[::2], key=bytes)
    assert all(name == element.ID for name, element in zip(names[::2], names[1::2], strict=True))


def test_marks_lead_back_to_their_elements():
    pdf = opened(made("hr-scorecard-2563", "memo")[1])
    parents = list(pdf.Root.StructTreeRoot.ParentTree.Nums)[: 2 * len(pdf.pages)]
    assert parents[::2] == list(range(len(pdf.pages)))
    for number, elements in zip(parents[::2], parents[1::2], strict=True):
        page = pdf.pages[number]
        assert page.obj.StructParents == number
        assert page.obj.Tabs == "/S"
        assert sorted(marked_content(page).by_mark) == list(range(len(elements)))
        for mark, element in enumerate(elements):
            told = [mark_of(kid, element) for kid in kids_of(element) if not is_element(kid)]
            assert (page.obj.objgen, mark) in [(where.objgen, number) for where, number in told]


def is_element(kid) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def test_a_paragraph_that_goes_over_a_page_end_is_one_element():
    document, data = made("hr-scorecard-2563", "report")
    texts = {squeezed(text) for text in document_text(document)}
    divided = [node for node in structure_of(opened(data)).all("P", "LBody") if len(set(node.pages)) == 2]
    assert divided, "the report has paragraphs that go over a page end"
    for node in divided:
        assert any(squeezed(node.text) in text for text in texts)


def test_lists_stand_inside_the_entry_that_they_belong_to():
    lines = [line.strip() for line in spoken(read("memo-example", "memo"))]
    second = lines.index("Lbl: ๒)")
    assert lines[second + 2 : second + 5] == ["L", "LI", "Lbl: -"]
    first = next(read("memo-example", "memo").all("L"))
    assert [item.kids[0].text.strip() for item in first.kids] == ["๑)", "๒)", "๓)"]


def test_the_emblem_is_a_figure_with_words_for_it():
    (figure,) = read("hr-scorecard-2563", "memo").all("Figure")
    assert figure.alt == "ตราครุฑ"
    assert len(figure.attributes["BBox"]) == 4


def test_page_numbers_cues_and_repeated_header_rows_are_artifacts():
    artifacts = [
        text
        for page in opened(made("hr-scorecard-2563", "memo")[1]).pages
        for text in marked_content(page).artifacts
    ]
    assert "- ๒ -" in artifacts
    assert sum("แผนงาน/โครงการ" in text for text in artifacts) >= 1
    assert any(text.startswith("/") and text.endswith("…") for text in artifacts)


def test_a_secrecy_mark_is_read_once_and_first():
    root = read("specimen", "memo")
    mark = made("specimen", "memo")[0].classification
    assert root.kids[0].text == mark
    assert [node.text for node in root.all("P")].count(mark) == 1


def test_bookmarks_are_the_headings_with_their_pages():
    pdf = opened(made("hr-scorecard-2563", "report")[1])
    root = read("hr-scorecard-2563", "report")
    with pdf.open_outline() as outline:
        chapters = [(item.title, pdf.pages.index(item.destination[0])) for item in outline.root]
    assert chapters == [(" ".join(node.text.split()), node.pages[0]) for node in root.all("H1")]


def test_lines_of_the_contents_lead_to_their_headings():
    pdf = opened(made("hr-scorecard-2563", "report")[1])
    root = read("hr-scorecard-2563", "report")
    headings = [(squeezed(node.text), node.pages[0]) for node in root.all("H1", "H2", "H3", "H4")]
    lines = list(root.all("Link"))
    annotations = {one.objgen: one for page in pdf.pages for one in page.get("/Annots", [])}
    keys = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    elements = dict(zip(map(int, keys[::2]), keys[1::2], strict=True))
    met = 0
    for line in lines:
        (number,) = line.annotations
        annotation = annotations[number]
        assert elements[int(annotation.StructParent)].S == "/Link"
        said = [page for heading, page in headings if squeezed(line.text).startswith(heading)]
        if said:
            met += 1
            assert pdf.pages.index(pikepdf.Page(annotation.Dest[0])) in said
    assert met >= 10
    assert len(lines) == len(annotations)


@pytest.mark.parametrize("paper", ["memo-example/memo"])
def test_the_documentation_shows_how_the_example_memo_is_read(paper):
    name, paper_id = paper.split("/")
    told = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    assert "\n".join(spoken(read(name, paper_id))) in told


def test_a_caption_names_its_table_and_a_leader_of_one_line_says_nothing():
    ruled = ParagraphStyle(tabs=(TabStop(at=6), TabStop(at=10, leader="line")))
    looks = pdf_samples.sheet()
    looks = looks.model_copy(update={"paragraphs": {**looks.paragraphs, "ruled": ruled}})
    caption = Row((pdf_samples.cell("บัญชีแนบท้าย", colspan=3),), "caption")
    table = Table((caption, *pdf_samples.TABLE.rows), "three")
    document = Document("x", "x", (Section((Paragraph((Tab(), Tab()), "ruled"), table)),))
    pdf = opened(write_pdf(typeset(document, looks), document, looks))
    (read_table,) = structure_of(pdf).all("Table")
    assert [kid.role for kid in read_table.kids] == ["Caption", "THead", "TBody"]
    assert read_table.kids[0].text.strip() == "บัญชีแนบท้าย"
    assert not structure_of(pdf).kids[0].text.strip(), "the line is drawn, not said"
    drawn = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    assert re.search(r"w 255\.12 \d+\.\d\d m 368\.50 ", drawn), "from 9 to 13 cm of the paper"
