"""The ready kinds as workbooks: read back without loss, with the sheets that their data need; and audited."""

import io
from pathlib import Path

import openpyxl
import pytest
from letter_pages import example, prepared

from pipeline.audit import audit_papers
from pipeline.diagnostics import InputError
from pipeline.extraction.document_reader import read_finished
from pipeline.kinds import SHIPPED
from pipeline.kinds.from_yaml.reading import read_form
from pipeline.kinds.input_reader import read
from pipeline.kinds.writing import workbook_of
from pipeline.papers.auditing import audit_input
from pipeline.papers.build import RenderOptions, build, prepare
from pipeline.resources import resource

KINDS = ("external-letter", "sealed-letter", "order", "announcement")
BOTH = RenderOptions(formats=("pdf", "docx"))


def start(kind: str) -> Path:
    return resource("templates", kind, "start", f"{kind}.yaml")


def written(kind: str, path: Path) -> bytes:
    """The workbook of the data at a path."""
    return workbook_of(SHIPPED.of(kind), read(path, SHIPPED).values)


def papers(path: Path) -> list[bytes]:
    """The bytes of all papers."""
    made = prepare(path)
    return [data for paper in made.papers for data in build(made, paper, BOTH).files.values()]


@pytest.mark.parametrize("kind", KINDS)
def test_a_workbook_gives_the_same_papers(kind, tmp_path):
    book = tmp_path / f"{kind}.xlsx"
    book.write_bytes(written(kind, start(kind)))
    assert papers(book) == papers(start(kind))


def test_an_order_s_workbook_has_the_annex_of_its_kind_and_no_other():
    sheets = openpyxl.load_workbook(io.BytesIO(written("order", start("order")))).sheetnames
    assert [name for name in sheets if name.startswith("บัญชี")] == ["บัญชีเลื่อนเงินเดือน"]
    assert "ผู้ร่วมลงนาม" not in sheets


def test_a_person_s_number_is_refused_at_its_cell(tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(written("order", start("order"))))
    sheet = book["บัญชีเลื่อนเงินเดือน"]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == "0 0000 00011 13 4"]
    cell.value = "0 0000 00011 13 5"
    path = tmp_path / "order.xlsx"
    book.save(path)
    with pytest.raises(InputError) as refused:
        prepare(path)
    (fault,) = refused.value.diagnostics
    assert (fault.code, fault.location.sheet, fault.location.cell) == (
        "national-id",
        "บัญชีเลื่อนเงินเดือน",
        cell.coordinate,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_audit_finds_nothing_in_the_example(kind):
    assert audit_input(start(kind)) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_nor_in_the_finished_pdf_of_one_that_is_changed(kind, tmp_path):
    """Every row of an annex in a unit of its own; the others with the date a week on."""
    rows = [{**row, "unit": f"กองที่ {n}"} for n, row in enumerate(example("order")["salary"])]
    changes = {"salary": rows} if kind == "order" else {"date": "10 มิถุนายน 2569"}
    made = prepared(tmp_path, kind, **changes)
    (paper,) = made.papers
    pdf = tmp_path / "paper.pdf"
    pdf.write_bytes(build(made, paper, RenderOptions(formats=("pdf",))).files["pdf"])
    assert audit_papers([read_finished(pdf)]) == ()


@pytest.mark.parametrize(
    ("kind", "was", "becomes", "code"),
    [
        ("announcement", "followed_by: list, each", "followed_by: lists, each", "kind-no-field"),
        ("order", "type: national-id", "type: nationalid", "unknown-choice"),
    ],
)
def test_a_kind_file_that_names_no_field_or_type_is_refused(kind, was, becomes, code):
    text = resource("templates", kind, "kind.yaml").read_text("utf-8")
    assert text.count(was) == 1
    with pytest.raises(InputError) as refused:
        read_form(kind, "kind.yaml", text.replace(was, becomes).encode())
    assert {fault.code for fault in refused.value.diagnostics} == {code}
