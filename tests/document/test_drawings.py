"""An office's SVG is drawn as it is, or refused with its file, its line and what to do."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from pipeline.diagnostics import TemplateError
from pipeline.document.drawings import drawing_of
from pipeline.render.raster import HEIGHT, png_of_svg

SQUARE = '<path d="M10 10H90V90H10Z"/>'
FRAME = 'viewBox="0 0 100 110"'
BOMB = '<path id="a0" d="M0 0H9V9Z"/>' + "".join(
    f'<g id="a{n}">{f"""<use href="#a{n - 1}"/>""" * 10}</g>' for n in range(1, 9)
)
"""A few hundred bytes that would be drawn a hundred million times."""
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
        ('<path fill="url(#g)" d="M0 0H9V9Z"/>', FRAME), ('<path stroke="url(#g)" d="M0 0H9V9Z"/>', FRAME),
        (f'<g stroke="red" stroke-width="wide">{SQUARE}</g>', FRAME),
        (f'<g stroke="red" stroke-dasharray="1 -2">{SQUARE}</g>', FRAME),
        (f'<g stroke="red" stroke-linejoin="arcs">{SQUARE}</g>', FRAME),
        ('<path stroke="red" vector-effect="non-scaling-stroke" d="M0 0H9"/>', FRAME),
        (f'<g stroke="red" marker-end="url(#m)">{SQUARE}</g>', FRAME),
        (f"<style>@import url(x.css);</style>{SQUARE}", FRAME), (f"<style>g>path{{}}</style>{SQUARE}", FRAME),
        (f"<style>path:hover{{}}</style>{SQUARE}", FRAME), (f"<style>path{{fill</style>{SQUARE}", FRAME),
        (f"<style>path{{mix-blend-mode:multiply}}</style>{SQUARE}", FRAME),
        (f"<style>path{{fill:url(#g)}}</style>{SQUARE}", FRAME),
        (f'<g opacity=".5">{SQUARE}{SQUARE}</g>', FRAME), (f'<g opacity="half">{SQUARE}</g>', FRAME),
        (f'<g opacity=".5" stroke="red">{SQUARE}</g>', FRAME), (f'<g opacity="0">{SQUARE}</g>', FRAME),
        (f'<g style="fill-opacity:0.01">{SQUARE}</g>', FRAME),
        ('<path fill="rgba(0,0,0,.5)" d="M0 0H9V9Z"/>', FRAME),
        (f'<text x="1" y="9">ก</text>{SQUARE}', FRAME),
        (f'<use href="#none"/>{SQUARE}', FRAME), (f'<use href="x.svg#a"/>{SQUARE}', FRAME),
        (f'<g id="a">{SQUARE}<use href="#a"/></g>', FRAME), (BOMB, FRAME),
        (f'<clipPath id="a"><text>ก</text></clipPath><g clip-path="url(#a)">{SQUARE}</g>', FRAME),
        (f'<clipPath id="a">{SQUARE}{SQUARE}</clipPath><g clip-path="url(#a)">{SQUARE}</g>', FRAME),
        (f'<clipPath id="a" clipPathUnits="objectBoundingBox">{SQUARE}</clipPath>'
         f'<g clip-path="url(#a)">{SQUARE}</g>', FRAME),
        (f'<clipPath id="a"/><g clip-path="url(#a)">{SQUARE}</g>', FRAME),
        (f'<svg viewBox="0 0 0 0">{SQUARE}</svg>', FRAME), ('<rect width="50%" height="9"/>', ""),
        (f'<g clip-path="url(#a)">{SQUARE}</g>', FRAME), (f'<g style="mask:url(#a)">{SQUARE}</g>', FRAME),
        (f'<g style="filter:url(#a)">{SQUARE}</g>', FRAME), (f'<image href="x.png"/>{SQUARE}', FRAME),
        (f"<script>1</script>{SQUARE}", FRAME), (f'<g onload="x()">{SQUARE}</g>', FRAME),
        (f'<g style="mix-blend-mode:multiply">{SQUARE}</g>', FRAME),
        (f'<switch><g requiredExtensions="x">{SQUARE}</g></switch>', FRAME),
        ('<rect width="5em" height="9"/>', FRAME), ('<rect width="-5" height="9"/>', FRAME),
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
        ('<path d="M10 50H90" stroke="#000" stroke-width="20" fill="none"/>',
         area((10, 40), (90, 40), (90, 60), (10, 60))),
        ('<line x1="20" y1="50" x2="80" y2="50" stroke="#000" stroke-width="20" stroke-linecap="square"/>',
         area((10, 40), (90, 40), (90, 60), (10, 60))),
        ('<g transform="scale(2 .5)"><path d="M5 100H45" stroke="#000" stroke-width="40"/></g>',
         area((10, 40), (90, 40), (90, 60), (10, 60))),
        ('<path d="M10 50H90" stroke="#000" stroke-width="20" stroke-dasharray="30 20"/>',
         both(area((10, 40), (40, 40), (40, 60), (10, 60)), area((60, 40), (90, 40), (90, 60), (60, 60)))),
        ('<path d="M20 20H80V80H20Z" fill="red" stroke="blue" stroke-width="20"/>',
         both(area(*BOX, colour="blue"), area(*HOLE, colour="red"))),
        ('<path d="M20 20H80V80H20Z" fill="red" stroke="blue" stroke-width="20" paint-order="stroke"/>',
         both(area(*BOX, colour="blue"), area((20, 20), (80, 20), (80, 80), (20, 80), colour="red"))),
        ('<clipPath id="c"><path d="M10 10H90V90H10Z"/></clipPath>'
         '<rect width="100" height="110" clip-path="url(#c)"/>', area(*BOX)),
        ('<clipPath id="c"><path clip-rule="evenodd" d="M10 10H90V90H10ZM30 30H70V70H30Z"/></clipPath>'
         '<g clip-path="url(#c)"><rect width="100" height="110"/></g><rect y="100" width="9" height="9"/>',
         both(area(*BOX), area(*HOLE, colour="white"), area((0, 100), (9, 100), (9, 109), (0, 109)))),
        ('<clipPath id="c"><path d="M0 0H50V110H0Z"/></clipPath><clipPath id="d"><path d="M0 10H99V90H0Z"/>'
         '</clipPath><g clip-path="url(#c)"><path d="M10 0H99V110H10Z" clip-path="url(#d)"/></g>',
         area((10, 10), (50, 10), (50, 90), (10, 90))),
        ('<style>path{fill:red} .a,.b{fill:blue} #i{fill:lime} path.c{fill:red !important}</style>'
         '<path class="a" fill="red" d="M0 0H50V50H0Z"/><path class="a" id="i" d="M50 0H100V50H50Z"/>'
         '<path class="b c" style="fill:blue" d="M0 50H50V100H0Z"/>',
         both(area((0, 0), (50, 0), (50, 50), (0, 50), colour="blue"),
              area((50, 0), (100, 0), (100, 50), (50, 50), colour="lime"),
              area((0, 50), (50, 50), (50, 100), (0, 100), colour="red"))),
        ('<defs><path id="q" d="M0 0H30V30H0Z"/></defs><use href="#q" x="10" y="10"/>'
         '<use href="#q" transform="translate(50 50) scale(1 2)" fill="red"/>',
         both(area((10, 10), (40, 10), (40, 40), (10, 40)),
              area((50, 50), (80, 50), (80, 110), (50, 110), colour="red"))),
        ('<symbol id="s" viewBox="0 0 10 10"><path d="M-5-5H15V15H-5Z"/></symbol>'
         '<use href="#s" x="10" y="10" width="80" height="80"/>', area(*BOX)),
        ('<svg x="10" y="10" width="80%" height="80" viewBox="0 0 2 1" preserveAspectRatio="none">'
         '<path d="M0 0H2V1H0Z"/></svg>', area(*BOX)),
        ('<svg x="10" y="10" width="80" height="80" viewBox="0 0 2 1"><path d="M0 0H2V1H0Z"/></svg>',
         area((10, 30), (90, 30), (90, 70), (10, 70))),
        ('<rect x="10%" y="10" width="80%" height="60pt"/>', area(*BOX)),
        ('<g color="red"><path fill="currentColor" d="M10 10H90V90H10Z"/></g>', area(*BOX, colour="red")),
        ('<path d="M10 10H90V90H10Z" fill-opacity=".5"/>', area(*BOX, colour=(127, 127, 127))),
        ('<g opacity="50%"><path d="M10 10H90V90H10Z" fill="red"/></g>', area(*BOX, colour=(255, 127, 127))),
        ('<g visibility="hidden"><path d="M0 0H9Z"/><path visibility="visible" d="M10 10H90V90H10Z"/></g>',
         area(*BOX)),
        ('<switch><foreignObject/><path d="M10 10H90V90H10Z"/><path d="M0 0H99V99Z"/></switch>', area(*BOX)),
        ('<rect x="10" y="10" width="80" height="80" fill="rgb(100%,0%,0.0%)"/>', area(*BOX, colour="red")),
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


@pytest.mark.parametrize(
    ("inner", "is_plain"),
    [
        (SQUARE, True),
        ('<path d="M9 9H90" stroke="#000" stroke-width="9"/>', True),
        (f"<style>path{{fill:red}}</style>{SQUARE}", False),
        ('<defs><path id="q" d="M0 0H30V30H0Z"/></defs><use href="#q"/>', False),
        (f'<clipPath id="c">{SQUARE}</clipPath><g clip-path="url(#c)">{SQUARE}</g>', False),
        (f"<svg>{SQUARE}</svg>", False),
    ],
)
def test_what_programs_read_differently_is_told(inner, is_plain, svg):
    """Word gets the SVG itself only where it draws what we draw; else the picture of it alone."""
    assert drawing_of(svg(inner)).plain is is_plain
