"""What an officer does with a work: look, ask, mend, take away."""

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pypdf
import pytest

from pipeline import kinds
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.writing import workbook_of
from pipeline.papers.build import RenderOptions, build, prepare

EXAMPLE = Path(__file__).parents[2] / "input" / "memo-example" / "memo.yaml"
DATA = EXAMPLE.read_bytes()


@pytest.fixture
def opened(person):
    answer = person.upload("memo.yaml", DATA)
    assert answer.status_code == 200, answer.text
    return answer


def test_an_upload_shows_its_papers(opened):
    assert "ไม่พบข้อผิดพลาด" in opened.text
    assert 'aria-current="page">บันทึกข้อความ' in opened.text
    assert opened.text.count("<figure") == 2


def test_downloads_are_what_the_command_line_writes(opened, person):
    prepared = prepare(EXAMPLE)
    built = build(prepared, prepared.papers[0])
    for kind in ("pdf", "docx"):
        assert person.client.get(f"{opened.url.path}/papers/memo.{kind}").content == built.files[kind]
    with zipfile.ZipFile(io.BytesIO(person.client.get(f"{opened.url.path}/all.zip").content)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "memo.docx": built.files["docx"],
            "memo.pdf": built.files["pdf"],
        }


def test_copies_for_the_public_are_what_the_command_line_writes(opened, person):
    prepared = prepare(EXAMPLE)
    built = build(prepared, prepared.papers[0], RenderOptions(public=True))
    answer = person.client.get(f"{opened.url.path}/public.zip")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "memo.public.docx": built.files["docx"],
            "memo.public.pdf": built.files["pdf"],
        }
    assert "ไม่ได้ระบุช่องใดเป็นข้อมูลส่วนบุคคล" in opened.text


def test_pages_are_pictures_of_the_size_asked_for(opened, person):
    widths = {}
    for zoom in (75, 200):
        picture = person.client.get(f"{opened.url.path}/papers/memo/1.png", params={"zoom": zoom})
        assert picture.headers["content-type"] == "image/png"
        widths[zoom] = int.from_bytes(picture.content[16:20], "big")
    # A4 is 210 mm wide: 8.27 inches of 96 pixels, times the zoom.
    assert widths[75] == pytest.approx(595, abs=1)
    assert widths[200] == pytest.approx(1587, abs=1)
    assert person.client.get(f"{opened.url.path}/papers/memo/3.png").status_code == 404


def test_a_figure_leads_back_to_its_line(opened, person):
    line = 1 + next(n for n, text in enumerate(DATA.decode().split("\n")) if "21,250.00" in text)
    answer = person.client.get(f"{opened.url.path}/origin", params={"figure": "๒๑,๒๕๐.๐๐"})
    assert f"memo.yaml:{line}:" in answer.text


def test_a_figure_that_no_one_typed_says_so(opened, person):
    answer = person.client.get(f"{opened.url.path}/origin", params={"figure": "987654"})
    assert "ไม่ใช่ข้อมูลที่กรอก" in answer.text


def test_a_slip_is_shown_at_its_place_and_goes_when_it_is_mended(opened, person):
    broken = DATA.replace(b"subject:", b"subjct:")
    answer = person.upload("memo.yaml", broken, f"{opened.url.path}/replace")
    line = 1 + next(n for n, text in enumerate(broken.decode().split("\n")) if "subjct" in text)
    assert re.search(rf"memo\.yaml:{line}:\d+", answer.text)
    assert "<figure" not in answer.text
    mended = person.upload("memo.yaml", DATA, f"{opened.url.path}/replace")
    assert "ไม่พบข้อผิดพลาด" in mended.text


def test_a_field_that_no_paper_prints_is_remarked(person):
    values = read(Path(__file__).parents[2] / "templates" / "start" / "agreement", SHIPPED).values
    values["agreement"]["dimensions"][0]["groups"][0]["note"] = "หมายเหตุของกลุ่ม"
    answer = person.upload("book.xlsx", workbook_of(SHIPPED.of("agreement"), values))
    assert "กรอก &#39;หมายเหตุ&#39; ไว้ แต่ไม่มีเอกสารใดพิมพ์" in answer.text


def test_another_language_is_one_press_away(opened, person):
    answer = person.post("/language", {"lang": "en", "back": opened.url.path})
    assert "No errors found" in answer.text
    assert '<html lang="en">' in answer.text


def test_a_language_that_there_is_not_changes_nothing(opened, person):
    before = person.client.get(opened.url.path).text
    assert person.post("/language", {"lang": "fr", "back": opened.url.path}).status_code == 400
    assert '<html lang="th">' in before
    assert '<html lang="th">' in person.client.get(opened.url.path).text


@pytest.mark.parametrize(
    "back", ["//evil.example/", "/\\evil.example", "http://evil.example", "/ก", "/\r\nx: y"]
)
def test_the_way_back_leads_nowhere_else(person, back):
    answer = person.post("/language", {"lang": "th", "back": back}, follow_redirects=False)
    assert answer.headers["location"] == "/"


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd.yaml",
        "..\\..\\boot.yaml",
        "/abs/olute.yaml",
        "CON.yaml",
        "ก" * 300 + ".yaml",
        ".yaml",
    ],
)
def test_names_of_uploads_stay_in_their_folder(person, name):
    answer = person.upload(name, DATA)
    assert answer.status_code == 200
    (work,) = person.session.works.values()
    assert work.source.is_file()
    assert work.source.resolve().parent.name.startswith("saraban-desk-")


@pytest.mark.parametrize("name", ["macro.xlsm", "old.xls", "picture.png", "noending"])
def test_other_kinds_of_file_are_refused_in_words(person, name):
    answer = person.upload(name, b"x")
    assert answer.status_code == 422
    assert "ไม่ใช่สมุดงาน Excel" in answer.text


def test_what_was_uploaded_goes_when_the_work_is_closed(opened, person):
    (work,) = person.session.works.values()
    upload_dir = work.source.parent
    assert upload_dir.is_dir()
    person.post(f"{opened.url.path}/close")
    assert not upload_dir.exists()
    assert person.client.get(opened.url.path).status_code == 404


def test_examples_make_papers(person):
    for kind in kinds.names():
        answer = person.post(f"/examples/{kind}")
        assert "<figure" in answer.text, kind


def test_the_audit_speaks_of_the_papers(person):
    twice = DATA.replace("ซึ่งมีวัตถุประสงค์ {count} ประการ".encode(), "ซึ่งมีวัตถุประสงค์ 4 ประการ".encode())
    assert twice != DATA
    opened = person.upload("memo.yaml", twice)
    answer = person.client.get(f"{opened.url.path}/audit")
    assert "memo.yaml:" in answer.text
    assert "ประการ" in answer.text


def test_the_workbook_comes_back_with_its_findings_marked(person, tmp_path):
    values = read(EXAMPLE.parent, SHIPPED).values
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(SHIPPED.of("memo"), values)))
    sheet = book["บันทึก"]
    cell = next(c for row in sheet.iter_rows() for c in row if c.value == "3 สิงหาคม 2569")
    cell.value = "32 สิงหาคม 2569"
    broken = io.BytesIO()
    book.save(broken)
    opened = person.upload("งาน.xlsx", broken.getvalue())
    assert f"แผ่นงาน &#39;บันทึก&#39; ช่อง {cell.coordinate}" in opened.text
    marked = person.client.get(f"{opened.url.path}/annotated.xlsx").content
    comment = openpyxl.load_workbook(io.BytesIO(marked))["บันทึก"][cell.coordinate].comment
    assert "32 สิงหาคม" in comment.text


def test_all_papers_come_bound_for_signature(opened, person):
    pages = pypdf.PdfReader(io.BytesIO(person.client.get(f"{opened.url.path}/sign.pdf").content)).pages
    # The control sheet, then the memo's two pages twice: the original and one copy, each on front pages.
    assert "ใบคุมการลงนาม" in pages[0].extract_text()
    assert sum("บันทึกข้อความ" in page.extract_text() for page in pages[1:]) == 2
