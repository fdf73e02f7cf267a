"""An office's SVG is read as filled shapes, or refused with its file, its line and what to do."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from pipeline.diagnostics import TemplateError
from pipeline.document.drawings import drawing_of
from pipeline.render.raster import HEIGHT, png_of_svg

SQUARE = '<path d="M10 10H90V90H10Z"/>'
FRAME = 'viewBox="0 0 100 110"'
ENTITIES = '<!DOCTYPE svg [<!ENTITY a "M0 0L9 9Z">]>'


@pytest.fixture
def svg(tmp_path):
    """Writes an SVG of these elements."""

    def written(inner: str, frame: str = FRAME, before: str = "") -> Path:
        text = f'{before}<svg xmlns="http://www.w3.org/2000/svg" {frame}>{inner}</svg>'
        (tmp_path / "garuda.svg").write_text(text, encoding="utf-8")
        return tmp_path / "garuda.svg"

    return written


@pytest.mark.parametrize(
    ("frame", "size"),
    [
        (FRAME, (100, 110)),
        ('width="200" height="100"', (200, 100)),
        ('width="30mm" height="60mm"', (30 * 96 / 25.4, 60 * 96 / 25.4)),
        ('width="100%" height="100%" viewBox="5 5 80 40"', (80, 40)),
        ('width="50px" height="55px" viewBox="0 0 100 110"', (100, 110)),
        ("", (80, 80)),
    ],
)
def test_the_frame_is_the_view_box_or_the_size_or_what_is_drawn(frame, size, svg):
    found = drawing_of(svg(SQUARE, frame))
    assert (found.width, found.height) == pytest.approx(size)


@pytest.mark.parametrize(
    ("inner", "frame"),
    [
        ('<path d="M0 0 Q"/>', FRAME), ('<path d="L L L"/>', FRAME),
        ('<path d="Mnan nan L 1e999 1Z"/>', FRAME),
        ('<path d="M0 0L1e999 1Z"/>', FRAME), ('<path d="M0 0L1 2 3Z"/>', FRAME), ('<path d=""/>', FRAME),
        ("", FRAME), ('<path d="M500 500H600V600Z"/>', FRAME),
        (f'<g fill="#fff">{SQUARE}</g>', FRAME), (f'<g transform="scale(.0001)">{SQUARE}</g>', FRAME),
        ("<g>" * 300 + SQUARE + "</g>" * 300, FRAME),
        (SQUARE, 'viewBox="0 0 0 0"'), (SQUARE, 'viewBox="0 0 nan nan"'), (SQUARE, 'viewBox="a b c d"'),
        (SQUARE, 'viewBox="0 0 10"'), (SQUARE, 'viewBox="0 0 1e9 1e-9"'), (SQUARE, 'viewBox="0 0 100000 1"'),
        (SQUARE, 'viewBox="0 0 -9 9"'), (SQUARE, 'width="100" height="50" viewBox="0 0 9 9"'),
        (SQUARE, 'width="wide" height="9"'),
        ('<circle cx="9" cy="9" r="5" fill="none" stroke="#000"/>', FRAME),
        (f'<g stroke="red">{SQUARE}</g>', FRAME), ('<line x2="9" y2="9" stroke="#000"/>' + SQUARE, FRAME),
        (f"<style>path{{fill:red}}</style>{SQUARE}", FRAME), ('<path fill="url(#g)" d="M0 0H9V9Z"/>', FRAME),
        (f"<defs><style>.a{{}}</style></defs>{SQUARE}", FRAME),
        ('<path opacity=".5" d="M0 0H9V9Z"/>', FRAME), (f'<g style="fill-opacity:0.3">{SQUARE}</g>', FRAME),
        ('<path fill="rgba(0,0,0,.5)" d="M0 0H9V9Z"/>', FRAME),
        (f'<text x="1" y="9">ก</text>{SQUARE}', FRAME),
        ('<defs><path id="q" d="M0 0H9V9Z"/></defs><use href="#q"/>', FRAME), (f"<svg>{SQUARE}</svg>", FRAME),
        (f'<g clip-path="url(#a)">{SQUARE}</g>', FRAME), (f'<g style="mask:url(#a)">{SQUARE}</g>', FRAME),
        (f'<g style="filter:url(#a)">{SQUARE}</g>', FRAME), (f'<image href="x.png"/>{SQUARE}', FRAME),
        (f"<script>1</script>{SQUARE}", FRAME), (f'<g onload="x()">{SQUARE}</g>', FRAME),
        (f'<g style="mix-blend-mode:multiply">{SQUARE}</g>', FRAME), (f"<switch>{SQUARE}</switch>", FRAME),
        ('<rect width="5cm" height="9"/>', FRAME), ('<rect width="-5" height="9"/>', FRAME),
        (f'<g transform="turn(9)">{SQUARE}</g>', FRAME), (f'<g transform="matrix(1 2)">{SQUARE}</g>', FRAME),
        (f'<g transform="scale(nan)">{SQUARE}</g>', FRAME),
    ],
)  # fmt: skip
def test_what_is_broken_or_not_drawn_is_refused_at_its_file(inner, frame, svg):
    with pytest.raises(TemplateError) as refused:
        drawing_of(svg(inner, frame))
    (fault,) = refused.value.diagnostics
    assert fault.location.file == "assets/garuda.svg"
    assert fault.code == "picture"
    assert fault.message.th != fault.message.en


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\x00\xff" * 9, b"<html/>", b"<svg viewBox='0 0 9 9'><path d='M0 0H9V9Z'/></svg>",
        f'<svg xmlns="http://www.w3.org/2000/svg" {FRAME}>{SQUARE}'.encode(),
        f'{ENTITIES}<svg xmlns="http://www.w3.org/2000/svg" {FRAME}><path d="&a;"/></svg>'.encode(),
        f'<svg xmlns="http://www.w3.org/2000/svg" {FRAME}>{SQUARE}</svg>'.encode("utf-16"),
        f'<svg xmlns="http://www.w3.org/2000/svg" {FRAME}><path d="M0 0{"L9 9" * 130_000}Z"/></svg>'.encode(),
        f'<svg xmlns="http://www.w3.org/2000/svg" {FRAME}><path d="M0 0{"h1" * 60_000}Z"/></svg>'.encode(),
    ],
    ids=lambda data: str(len(data)),
)  # fmt: skip
def test_a_file_that_is_no_sound_svg_is_refused(data, tmp_path):
    (tmp_path / "garuda.svg").write_bytes(data)
    with pytest.raises(TemplateError):
        drawing_of(tmp_path / "garuda.svg")


def shapes(draw: ImageDraw.ImageDraw, scale: float) -> None:
    draw.rectangle([10 * scale, 10 * scale, 40 * scale, 30 * scale], fill="black")
    draw.ellipse([55 * scale, 10 * scale, 85 * scale, 40 * scale], fill="black")
    draw.ellipse([10 * scale, 60 * scale, 50 * scale, 80 * scale], fill="black")
    draw.polygon([(x * scale, y * scale) for x, y in ((60, 60), (95, 60), (75, 95))], fill="black")


def area(*corners: tuple[float, float], colour: object = "black"):
    def paint(draw: ImageDraw.ImageDraw, scale: float) -> None:
        draw.polygon([(x * scale, y * scale) for x, y in corners], fill=colour)

    return paint


def both(*painters):
    def paint(draw: ImageDraw.ImageDraw, scale: float) -> None:
        for painter in painters:
            painter(draw, scale)

    return paint


BOX = ((10, 10), (90, 10), (90, 90), (10, 90))
HOLE = ((30, 30), (70, 30), (70, 70), (30, 70))


@pytest.mark.parametrize(
    ("inner", "wanted"),
    [
        ('<path d="M0 0H70V80H0Z"/><path d="M30 30H100V110H30Z"/>',
         both(area((0, 0), (70, 0), (70, 80), (0, 80)), area((30, 30), (100, 30), (100, 110), (30, 110)))),
        ('<path d="M10 10H90V90H10ZM30 30H70V70H30Z"/>', area(*BOX)),
        ('<path d="M10 10H90V90H10ZM30 30V70H70V30Z"/>', both(area(*BOX), area(*HOLE, colour="white"))),
        ('<path fill-rule="evenodd" d="M10 10H90V90H10ZM30 30H70V70H30Z"/>',
         both(area(*BOX), area(*HOLE, colour="white"))),
        ('<g style="fill-rule:evenodd"><path d="M10 10H90V90H10ZM30 30H70V70H30Z"/></g>',
         both(area(*BOX), area(*HOLE, colour="white"))),
        ('<path d="M10 10H90V90H10Z" fill="#c00"/><path d="M30 30H70V70H30Z" fill="white"/>',
         both(area(*BOX, colour=(204, 0, 0)), area(*HOLE, colour="white"))),
        ('<g fill="blue"><path d="M10 10H90V90H10Z"/></g>', area(*BOX, colour="blue")),
        ('<g transform="translate(5,5) scale(.5 1)"><path d="M10 10H90V90H10Z"/></g>',
         area((10, 15), (50, 15), (50, 95), (10, 95))),
        ('<path transform="rotate(90 50 50)" d="M10 40H90V60H10Z"/>',
         area((40, 10), (60, 10), (60, 90), (40, 90))),
        ('<path transform="matrix(1 0 .5 1 0 0) translate(0 10)" d="M10 10H40V40H10Z"/>',
         area((20, 20), (50, 20), (65, 50), (35, 50))),
        ('<rect x="10" y="10" width="30" height="20"/><circle cx="70" cy="25" r="15"/>'
         '<ellipse cx="30" cy="70" rx="20" ry="10"/><polygon points="60,60 95,60 75,95"/>', shapes),
        ('<path d="M10 10H90V90H10" /><path display="none" d="M0 0H9V9Z"/>', area(*BOX)),
        ('<path fill="none" d="M0 0H99V99Z"/><path stroke="red" stroke-width="0" d="M10 10H90V90H10Z"/>',
         area(*BOX)),
        ('<defs><linearGradient id="g"/></defs><title>ตรา</title><metadata/><path d="M10 10H90V90H10Z"/>',
         area(*BOX)),
    ],
)  # fmt: skip
def test_what_is_drawn_is_what_the_file_says(inner, wanted, svg):
    """The picture for Word is the PDF's own operators, drawn by pdfium; Pillow paints the wanted one."""
    drawn = Image.open(io.BytesIO(png_of_svg(svg(inner)))).convert("RGB")
    scale = HEIGHT / 110
    painted = Image.new("RGB", drawn.size, "white")
    wanted(ImageDraw.Draw(painted), scale)
    apart = sum(
        max(abs(one - other) for one, other in zip(a, b, strict=True)) > 60
        for a, b in zip(
            drawn.resize((64, 71)).get_flattened_data(),
            painted.resize((64, 71)).get_flattened_data(),
            strict=True,
        )
    )
    assert apart <= 6
