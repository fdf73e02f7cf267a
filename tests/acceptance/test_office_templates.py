"""An office's own templates, looks and emblem, in one folder, for both formats."""

import io
import struct
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from PIL import Image, ImageColor
from rendered_papers import ROOT

from pipeline.cli.main import saraban
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.papers.build import RenderOptions, build, prepare
from pipeline.papers.caches import clear_template_caches
from pipeline.papers.prepared import Prepared
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
    path = '<path fill-rule="evenodd" d="M0 0h90v90h-90zM30 30h30v30h-30z"/>'
    ring = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90">{path}</svg>'
    (tmp_path / "ring.svg").write_text(ring, encoding="utf-8")
    image = Image.open(io.BytesIO(png_of_svg(tmp_path / "ring.svg"))).convert("L")
    assert image.getpixel((100, 100)) < 10
    assert image.getpixel((354, 354)) > 245


@pytest.fixture(scope="module")
def memo() -> Prepared:
    return prepare(MEMO)


def emblem(prepared: Prepared, office: Path) -> Image.Image:
    """The emblem of the memo's PDF: 1.5 cm high and wide, its corner at 3 cm and 1.5 cm."""
    clear_template_caches()
    made = build(prepared, prepared.papers[0], RenderOptions(formats=("pdf",), folder=office)).files["pdf"]
    picture = pypdfium2.PdfDocument(made)[0].render(scale=4).to_pil().convert("RGB")
    point = 72 / 2.54 * 4
    return picture.crop((round(3 * point), round(1.5 * point), round(4.5 * point), round(3 * point)))


@pytest.mark.parametrize(
    ("inner", "colours"),
    [
        ('<path d="M0 0H70V70H0Z"/><path d="M30 30H100V100H30Z"/>', ("black", "black", "black", "white")),
        ('<path fill="#c00" d="M0 0H100V100H0Z"/><path fill="#fff" d="M40 40H60V60H40Z"/>',
         ("#c00", "white", "#c00", "#c00")),
        ('<g transform="translate(0 50)" fill="#00f"><path d="M0 0H100V50H0Z"/></g>',
         ("white", "#00f", "#00f", "white")),
    ],
)  # fmt: skip
def test_an_svg_is_drawn_in_the_pdf_as_it_is_painted(inner, colours, office, memo):
    """Looked at near the upper left, below the middle, near the lower right and the upper right."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">{inner}</svg>'
    (office / "assets" / "garuda.svg").write_text(svg, encoding="utf-8")
    drawn = emblem(memo, office)
    places = ((10, 10), (50, 55), (90, 90), (90, 10))
    found = [drawn.getpixel((round(x * drawn.width / 100), round(y * drawn.height / 100))) for x, y in places]
    assert found == [ImageColor.getrgb(colour) for colour in colours]


def deep_grey() -> Image.Image:
    """Black on the left, 61 % white on the right, in 16 bits."""
    return Image.frombytes("I;16", (100, 100), struct.pack("<100H", *[0] * 50, *[40_000] * 50) * 100)


def half_clear() -> Image.Image:
    picture = Image.new("RGBA", (100, 100), (0, 0, 0, 255))
    picture.paste((0, 0, 200, 128), (50, 0, 100, 100))
    return picture


@pytest.mark.parametrize(
    ("look", "options"),
    [
        ((deep_grey(), (0, 0, 0), (156, 156, 156)), {}),
        ((half_clear(), (0, 0, 0), (127, 127, 227)), {}),
        ((half_clear().convert("RGB"), (255, 255, 255), (0, 0, 200)), {"transparency": (0, 0, 0)}),
        ((half_clear().convert("L"), (255, 255, 255), (23, 23, 23)), {"transparency": 0}),
        ((half_clear().convert("RGB").quantize(4), (0, 0, 0), (0, 0, 200)), {}),
    ],
    ids=["16 bits", "alpha", "clear colour", "clear grey", "palette"],
)
def test_a_png_of_any_kind_is_drawn_as_it_looks_on_paper(look, options, office, memo):
    picture, *colours = look
    picture.save(office / "assets" / "garuda.png", **options)
    drawn = emblem(memo, office)
    for part, colour in zip((0.25, 0.75), colours, strict=True):
        found = drawn.getpixel((round(drawn.width * part), drawn.height // 2))
        assert max(abs(one - other) for one, other in zip(found, colour, strict=True)) <= 2


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("garuda.svg", b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text>x</text></svg>"),
        ("garuda.png", b"GIF89a"),
        ("garuda.jpg", b"\xff\xd8\xff"),
        ("Garuda.svg", SQUARE.encode()),
    ],
)
def test_an_emblem_that_is_not_used_is_told_and_nothing_is_written(name, data, office, tmp_path):
    (office / "assets" / name).write_bytes(data)
    result = render(office, tmp_path / "out")
    assert result.exit_code == ExitCode.TEMPLATE
    assert f"assets/{name}" in result.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["../secret", "/etc/secret", "..", "a/b", "~"])
def test_a_picture_s_name_is_no_path(name, office, tmp_path):
    Image.new("L", (9, 9)).save(office / "secret.png")
    (office / "memo").mkdir()
    template = (ROOT / "templates/memo/memo.xml.j2").read_text(encoding="utf-8")
    broken = template.replace("<section>", f'<section><image name="{name}" height="1" alt="ตรา"/>')
    (office / "memo" / "memo.xml.j2").write_text(broken, encoding="utf-8")
    assert render(office, tmp_path / "out").exit_code == ExitCode.TEMPLATE


def test_a_picture_that_is_a_link_out_of_the_folder_is_refused(office, tmp_path):
    Image.new("L", (9, 9)).save(tmp_path / "secret.png")
    (office / "assets" / "garuda.png").symlink_to(tmp_path / "secret.png")
    assert render(office, tmp_path / "out").exit_code == ExitCode.TEMPLATE
