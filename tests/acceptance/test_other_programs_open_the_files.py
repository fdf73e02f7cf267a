"""What other programs make of our files; skipped where they are not installed (`.ci/run` installs them)."""

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.main import saraban

ROOT = Path(__file__).resolve().parents[2]
INPUTS = ["hr-scorecard-2563", "agreement-2547", "memo-example"]
TITLES = {
    "hr-scorecard-2563": {"memo": "บันทึกข้อความ", "report": "แผนกลยุทธ์การบริหารทรัพยากรบุคคล"},
    "agreement-2547": {"agreement": "คำรับรองการปฏิบัติราชการ", "annexes": "ตัวชี้วัด", "scores": "คะแนน"},
    "memo-example": {"memo": "บันทึกข้อความ"},
}
CASES = [(name, paper) for name, papers in TITLES.items() for paper in papers]

pytestmark = pytest.mark.interop


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All papers of the examples, rendered once."""
    folder = tmp_path_factory.mktemp("output")
    inputs = [str(ROOT / "input" / name) for name in INPUTS]
    result = CliRunner().invoke(saraban, ["render", *inputs, "-o", str(folder)])
    assert result.exit_code == 0, result.output
    return folder


def squeezed(text: str) -> str:
    return "".join(text.split())


def text_of(pdf: Path) -> str:
    done = subprocess.run([program("pdftotext"), str(pdf), "-"], capture_output=True, check=True, timeout=60)
    return squeezed(done.stdout.decode())


@pytest.mark.parametrize(("name", "paper"), CASES)
def test_every_font_of_a_pdf_is_embedded(output: Path, name: str, paper: str) -> None:
    listed = subprocess.run(
        [program("pdffonts"), str(output / name / f"{paper}.pdf")],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout.splitlines()
    embedded = listed[0].index("emb")
    assert len(listed) > 2
    assert [row for row in listed[2:] if row[embedded : embedded + 3] != "yes"] == []
    assert any("Sarabun" in row for row in listed[2:])


@pytest.mark.parametrize(("name", "paper"), CASES)
def test_poppler_reads_the_words_of_a_pdf(output: Path, name: str, paper: str) -> None:
    assert TITLES[name][paper] in text_of(output / name / f"{paper}.pdf")


@pytest.mark.parametrize("name", INPUTS)
def test_libreoffice_opens_every_docx(output: Path, tmp_path: Path, name: str) -> None:
    """One run for all papers of an input: the program starts slowly."""
    files = sorted((output / name).glob("*.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    converted = tmp_path / "converted"
    command = [program("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(converted)]
    subprocess.run([*command, *map(str, files)], capture_output=True, check=True, timeout=180)
    for file in files:
        assert TITLES[name][file.stem] in text_of(converted / f"{file.stem}.pdf")
