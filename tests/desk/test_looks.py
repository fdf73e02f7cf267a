"""A template, style sheet or picture that is changed on the disk changes the page that is shown next."""

import io
import shutil
from pathlib import Path

import pypdf
import pytest

from pipeline.desk.batch_work import BatchWork
from pipeline.desk.following import Followed, state_of
from pipeline.desk.settings import DeskSettings
from pipeline.desk.template_changes import templates_state
from pipeline.resources import resource

MEMO = Path(__file__).parents[2] / "input" / "memo-example" / "memo.yaml"


@pytest.fixture
def own(tmp_path) -> Path:
    """An office's own folder, empty at first."""
    folder = tmp_path / "own"
    for name in ("assets", "shared", "styles"):
        (folder / name).mkdir(parents=True)
    return folder


@pytest.fixture
def settings(own, tmp_path) -> DeskSettings:
    source = tmp_path / "memo.yaml"
    shutil.copyfile(MEMO, source)
    return DeskSettings(opened=source, folder=own)


@pytest.fixture
def work(person) -> str:
    """The address of the work that the desk was started with."""
    (work,) = person.session.works.values()
    return f"/works/{work.id}"


def text_of(person, work: str) -> str:
    """What the memo's first page says to a person who looks at it now."""
    assert person.client.get(f"{work}/panel").status_code == 200
    pdf = person.client.get(f"{work}/papers/memo.pdf").content
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def picture_of(person, work: str) -> bytes:
    """How that page looks."""
    assert person.client.get(f"{work}/panel").status_code == 200
    return person.client.get(f"{work}/papers/memo/1.png").content


def write_title(own: Path, title: str) -> None:
    """Puts the office's own heading over its memos."""
    ours = resource("templates", "shared", "memo.xml.j2").read_text("utf-8")
    assert ">บันทึกข้อความ<" in ours
    (own / "shared" / "memo.xml.j2").write_text(ours.replace(">บันทึกข้อความ<", f">{title}<"), encoding="utf-8")


def test_a_changed_template_shows(person, own, work):
    assert "บันทึกข้อความ" in text_of(person, work)
    write_title(own, "บันทึกภายใน")
    assert "บันทึกภายใน" in text_of(person, work)
    write_title(own, "บันทึกเวียน")
    assert "บันทึกเวียน" in text_of(person, work)


def test_a_changed_style_sheet_shows(person, own, work):
    ours = resource("templates", "styles", "memo.yaml").read_text("utf-8")
    first = picture_of(person, work)
    sheet = own / "styles" / "memo.yaml"
    sheet.write_text(ours.replace("first_top: 1.5", "first_top: 4"), encoding="utf-8")
    lower = picture_of(person, work)
    assert lower != first
    sheet.write_text(ours, encoding="utf-8")
    assert picture_of(person, work) == first


def test_a_changed_emblem_shows(person, own, work):
    emblem = own / "assets" / "garuda.svg"
    emblem.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0H10V10H0Z"/></svg>',
        encoding="utf-8",
    )
    square = picture_of(person, work)
    emblem.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0H10L5 10Z"/></svg>',
        encoding="utf-8",
    )
    assert picture_of(person, work) != square


def test_a_slip_in_a_template_is_told_and_goes_when_it_is_mended(person, own, work):
    (own / "styles" / "memo.yaml").write_text("paragraphs: [", encoding="utf-8")
    page = person.client.get(work).text
    assert "styles/memo.yaml" in page
    (own / "styles" / "memo.yaml").unlink()
    assert "<figure" in person.client.get(work).text


def test_a_batch_prints_again_in_the_new_look(own, tmp_path):
    source = tmp_path / "batch.yaml"
    shutil.copyfile(MEMO, tmp_path / "memo.yaml")
    source.write_text("kind: batch\nbase: memo.yaml\nunits: [เลย]\n", encoding="utf-8")
    batch = BatchWork(source, tmp_path / "out", own)
    for title in ("บันทึกภายใน", "บันทึกเวียน"):
        write_title(own, title)
        batch.start()
        batch.wait()
        page = pypdf.PdfReader(tmp_path / "out" / "เลย" / "memo.pdf").pages[0]
        assert title in page.extract_text()


def test_what_is_followed_is_the_input_and_its_looks(own, tmp_path):
    book = tmp_path / "data" / "งาน.xlsx"
    book.parent.mkdir()
    book.write_bytes(b"1")
    followed = Followed(book, own)
    assert {book.parent, own, own / "styles"} <= set(followed.folders)
    assert not followed.has_changed()
    for beside in ("~$งาน.xlsx", "อื่น.xlsx"):
        book.with_name(beside).touch()
        assert not followed.has_changed(), beside
    for saved in (book, own / "styles" / "memo.yaml"):
        saved.write_bytes(b"more")
        assert followed.has_changed()
        assert not followed.has_changed(), "each save is told once"


def test_a_file_that_is_being_saved_is_waited_for(tmp_path):
    book = tmp_path / "งาน.xlsx"
    book.write_bytes(b"1")
    followed = Followed(book)
    book.rename(tmp_path / "เก่า.xlsx")
    assert not followed.has_changed()
    book.write_bytes(b"more")
    assert followed.has_changed()


def test_all_files_of_a_folder_are_its_data(tmp_path):
    followed = Followed(tmp_path)
    (tmp_path / "results.yaml").touch()
    assert followed.has_changed()


def test_what_was_saved_while_the_page_was_on_its_way_is_told(tmp_path):
    book = tmp_path / "งาน.xlsx"
    book.write_bytes(b"1")
    shown = state_of(book, templates_state(None))
    book.write_bytes(b"more")
    assert Followed(book, seen=shown).has_changed()


def test_a_page_asked_for_again_shows_what_was_saved(person, work, tmp_path):
    assert "ไม่พบข้อผิดพลาด" in person.client.get(work).text
    memo = (tmp_path / "memo.yaml").read_text("utf-8")
    (tmp_path / "memo.yaml").write_text(memo.replace("subject:", "subjct:"), encoding="utf-8")
    assert "subjct" in person.client.get(work).text
