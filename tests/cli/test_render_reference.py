"""`saraban render --reference` and `--embed`, as an officer uses them."""

import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
from click.testing import CliRunner
from docx.shared import Cm

from pipeline.cli.main import saraban
from pipeline.diagnostics.exit_codes import ExitCode

INPUT = Path(__file__).resolve().parents[2] / "input" / "memo-example"


def render(folder: Path, *options: str):
    return CliRunner().invoke(saraban, ["render", str(INPUT), "-o", str(folder), *options])


@pytest.fixture
def office(tmp_path) -> Path:
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.top_margin = Cm(4), Cm(1.5), Cm(3)
    section.header.paragraphs[0].text = "สำนักงานตัวอย่าง"
    made.save(tmp_path / "office.docx")
    return tmp_path / "office.docx"


def test_both_files_stand_in_the_margins_of_the_office(tmp_path, office):
    result = render(tmp_path / "out", "--reference", str(office))
    assert result.exit_code == 0, result.output
    folder = tmp_path / "out" / "memo-example"
    section = docx.Document(folder / "memo.docx").sections[0]
    assert section.left_margin.cm == pytest.approx(4, abs=0.01)
    assert section.header.paragraphs[0].text == "สำนักงานตัวอย่าง"
    page = pypdfium2.PdfDocument(folder / "memo.pdf")[0].get_textpage()
    at = page.get_text_range().index("เรียน")
    assert page.get_charbox(at, loose=True)[0] == pytest.approx(4 / 2.54 * 72, abs=0.2)


def test_a_reference_that_cannot_be_read_is_told_and_nothing_is_written(tmp_path):
    (tmp_path / "office.docx").write_text("Dear office,")
    result = render(tmp_path / "out", "--reference", str(tmp_path / "office.docx"))
    assert result.exit_code == ExitCode.INPUT
    assert "office.docx" in result.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("embed", "fonts"), [("full", 2), ("subset", 2), ("none", 0)])
def test_fonts_go_into_the_docx_as_far_as_is_asked(tmp_path, embed, fonts):
    assert render(tmp_path, "--format", "docx", "--embed", embed).exit_code == 0
    with zipfile.ZipFile(next(tmp_path.glob("*/memo.docx"))) as package:
        embedded = [entry for entry in package.infolist() if entry.filename.endswith(".odttf")]
    assert len(embedded) == fonts
    assert all((entry.file_size < 60_000) == (embed == "subset") for entry in embedded)
