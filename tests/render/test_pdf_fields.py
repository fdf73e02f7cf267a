"""Empty signature fields: one for each who signs, where the paper leaves room, told to every reader."""

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from pdf_structure_reading import kids_of, opened

from pipeline.papers.build import RenderOptions, build, prepare
from pipeline.render.docx import record as docx_record

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def prepared():
    return {name: prepare(ROOT / "input" / name) for name in ("memo-example", "agreement-2547")}


def pdf(prepared, name, paper_id, **options) -> pikepdf.Pdf:
    (paper,) = [paper for paper in prepared[name].papers if paper.id == paper_id]
    return opened(build(prepared[name], paper, RenderOptions(formats=("pdf",), **options)).files["pdf"])


def fields(pdf: pikepdf.Pdf) -> list:
    return list(pdf.Root.AcroForm.Fields)


def test_everybody_who_signs_a_memo_has_a_field_named_after_the_role(prepared):
    made = pdf(prepared, "memo-example", "memo")
    assert [(str(one.T), str(one.TU)) for one in fields(made)] == [
        ("proposer", "ลายมือชื่อ นางสาวอักษรา ตัวบรรจง ผู้อำนวยการกองการเจ้าหน้าที่"),
        ("endorser-1", "ลายมือชื่อ นายวรรณยุกต์ ครบถ้วน ผู้อำนวยการสำนักงานพัฒนาหนังสือราชการ"),
    ]


def test_both_parties_of_an_agreement_sign_side_by_side(prepared):
    made = pdf(prepared, "agreement-2547", "agreement")
    receiver, maker = fields(made)
    assert (str(receiver.T), str(maker.T)) == ("receiver", "maker")
    assert receiver.Rect[2] <= maker.Rect[0]
    assert max(receiver.Rect[1], maker.Rect[1]) < min(receiver.Rect[3], maker.Rect[3])


def test_fields_are_empty_printed_and_blank_and_stand_on_their_page(prepared):
    made = pdf(prepared, "memo-example", "memo")
    for one in fields(made):
        assert (one.FT, one.Subtype, one.F) == ("/Sig", "/Widget", 4)
        assert "/V" not in one
        assert one.AP.N.read_bytes() == b""
        page = next(page for page in made.pages if page.obj.objgen == one.P.objgen)
        assert one.objgen in [annotation.objgen for annotation in page.Annots]
        assert one.Rect[0] < one.Rect[2] <= page.MediaBox[2]


def test_each_field_is_read_as_a_form_element_before_the_name(prepared):
    made = pdf(prepared, "memo-example", "memo")
    keys = list(made.Root.StructTreeRoot.ParentTree.Nums)
    elements = dict(zip(map(int, keys[::2]), keys[1::2], strict=True))
    for one in fields(made):
        element = elements[int(one.StructParent)]
        assert (element.S, element.Alt) == ("/Form", one.TU)
        (inside,) = kids_of(element)
        assert (inside.Type, inside.Obj.objgen) == ("/OBJR", one.objgen)
        siblings = kids_of(element.P)
        after = siblings[[kid.objgen for kid in siblings].index(element.objgen) + 1]
        assert after.S == "/P"
    assert made.Root.StructTreeRoot.ParentTreeNextKey == max(elements) + 1


@pytest.mark.parametrize("conformance", ["none", "3b"])
def test_papers_without_tags_have_the_same_fields(prepared, conformance):
    loose, tagged = (pdf(prepared, "memo-example", "memo", conformance=one) for one in (conformance, "3a"))
    assert [(one.T, list(one.Rect)) for one in fields(loose)] == [
        (one.T, list(one.Rect)) for one in fields(tagged)
    ]


def test_a_paper_that_nobody_signs_has_no_form(prepared):
    assert "/AcroForm" not in pdf(prepared, "agreement-2547", "annexes").Root


def test_a_docx_is_as_without_signature_fields(prepared):
    """Its parts say nothing of signatures: Word's signature lines are another thing."""
    (paper,) = prepared["memo-example"].papers
    made = build(prepared["memo-example"], paper, RenderOptions(formats=("docx",), faces=())).files["docx"]
    assert docx_record.attached_data(made)
    assert b"proposer" not in b"".join(parts_of(made))


def parts_of(docx: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return [archive.read(name) for name in archive.namelist() if name.startswith("word/")]
