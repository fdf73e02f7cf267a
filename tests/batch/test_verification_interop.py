"""A paper that LibreOffice opened and saved again says what it said; skipped where it is not installed."""

import shutil
import subprocess

import pytest
from made_papers import PAPERS, made, prepared
from returned_docx import Returned

from pipeline.extraction.docx.reader import read_docx
from pipeline.verify import verify

pytestmark = pytest.mark.interop


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory):
    """Every paper, and one with an edit, saved by LibreOffice as DOCX: the folder that holds them."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("soffice is not installed")
    folder = tmp_path_factory.mktemp("returned")
    for paper in PAPERS:
        (folder / f"{paper}.docx").write_bytes(made(paper))
    edited = Returned(made("report"))
    edited.say("จำนวน ๒๔ อัตรา", "จำนวน ๒๙ อัตรา")
    edited.delete_row(7, 4)
    (folder / "edited.docx").write_bytes(edited.bytes())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(str(file) for file in folder.glob("*.docx"))
    command = [soffice, profile, "--headless", "--convert-to", "docx", "--outdir", str(folder / "again")]
    subprocess.run([*command, *files], capture_output=True, check=True, timeout=300)
    return folder / "again"


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_saved_again_says_what_its_data_say(saved_again, paper: str) -> None:
    verification = verify(read_docx(saved_again / f"{paper}.docx"), prepared(paper))
    assert verification.paper.id == paper.removeprefix("free-")
    assert (verification.differences, verification.filled) == ((), ())


def test_edits_are_found_after_the_file_was_saved_again(saved_again) -> None:
    differences = verify(read_docx(saved_again / "edited.docx"), prepared("report")).differences
    assert [(one.kind.value, one.place_said("th")) for one in differences] == [
        ("number", "ย่อหน้าที่ 95"),
        ("row-deleted", "หลังตารางที่ 8 แถว 4"),
    ]
