"""An office's own templates, looks and emblem, in one folder, for both formats."""

import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from PIL import Image
from rendered_papers import ROOT

from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.main import saraban
from pipeline.render.raster import png_of_svg

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 200"><path d="M0 0h100v200h-100z"/></svg>'
MEMO = ROOT / "input" / "memo-example"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "office" / "assets").mkdir(parents=True)
    return tmp_path / "office"


def render(office: Path, to: Path, *more: str):
    arguments = ["render", str(MEMO), "-o", str(to), "--templates", str(office), *more]
    return CliRunner().invoke(saraban, arguments)


def media(docx: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(docx) as package:
        return {Path(name).name: package.read(name) for name in package.namelist() if "/media/" in name}


def test_an_svg_emblem_stands_in_both_files_in_its_own_proportions(office, tmp_path):
    """Half as wide as high: 1.5 cm high, 0.75 cm wide, its corner at 3 cm and 1.5 cm."""
    (office / "assets" / "garuda.svg").write_text(SQUARE, encoding="utf-8")
    assert render(office, tmp_path / "out").exit_code == ExitCode.OK
    page = pypdfium2.PdfDocument(tmp_path / "out/memo-example/memo.pdf")[0]
    picture = page.render(scale=4, grayscale=True).to_pil()
    point = 72 / 2.54 * 4
    inside = picture.getpixel((round(3.7 * point), round(2.9 * point)))
    beyond = picture.getpixel((round(3.85 * point), round(2.25 * point)))
    assert (inside, beyond) == (0, 255)
    files = media(tmp_path / "out/memo-example/memo.docx")
    assert files["image1.svg"].decode() == SQUARE
    assert Image.open(io.BytesIO(files["image1.png"])).size == (354, 709)


def test_a_png_emblem_stands_in_both_files(office, tmp_path):
    Image.new("RGB", (300, 300), (200, 0, 0)).save(office / "assets" / "garuda.png")
    assert render(office, tmp_path / "out").exit_code == ExitCode.OK
    page = pypdfium2.PdfDocument(tmp_path / "out/memo-example/memo.pdf")[0]
    red = page.render(scale=2).to_pil().convert("RGB").getpixel((round(3.5 * 56.7), round(2.2 * 56.7)))
    assert red == (200, 0, 0)
    files = media(tmp_path / "out/memo-example/memo.docx")
    assert files == {"image1.png": (office / "assets" / "garuda.png").read_bytes()}


def test_an_own_style_sheet_changes_the_page_and_says_only_what_differs(office, tmp_path):
    (office / "styles").mkdir()
    sheet = (ROOT / "templates" / "styles" / "memo.yaml").read_text(encoding="utf-8")
    own = sheet.replace("paragraphs:\n", "paragraphs:\n  body: {first_line: 5}\n", 1)
    (office / "styles" / "memo.yaml").write_text(own, encoding="utf-8")
    assert render(office, tmp_path / "out").exit_code == ExitCode.OK
    assert render(tmp_path, tmp_path / "usual").exit_code == ExitCode.OK
    own_file, usual = (tmp_path / name / "memo-example/memo.docx" for name in ("out", "usual"))
    with zipfile.ZipFile(own_file) as package:
        assert b'w:firstLine="2835"' in package.read("word/styles.xml")
    assert own_file.read_bytes() != usual.read_bytes()


def test_a_picture_that_is_not_there_is_named_and_nothing_is_written(office, tmp_path):
    (office / "memo").mkdir()
    template = (ROOT / "templates/memo/memo.xml.j2").read_text(encoding="utf-8")
    broken = template.replace("<section>", '<section><image name="logo" height="1" alt="ตรา"/>')
    (office / "memo" / "memo.xml.j2").write_text(broken, encoding="utf-8")
    result = render(office, tmp_path / "out")
    assert result.exit_code == ExitCode.TEMPLATE
    assert "logo" in result.output
    assert not (tmp_path / "out").exists()


def test_the_raster_of_an_svg_keeps_its_holes(tmp_path):
    """A square with a square hole, by the even-odd rule."""
    path = '<path d="M0 0h90v90h-90zM30 30h30v30h-30z"/>'
    ring = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90">{path}</svg>'
    (tmp_path / "ring.svg").write_text(ring, encoding="utf-8")
    image = Image.open(io.BytesIO(png_of_svg(tmp_path / "ring.svg"))).convert("L")
    assert image.getpixel((100, 100)) < 10
    assert image.getpixel((354, 354)) > 245
