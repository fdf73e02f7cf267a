"""An SVG's shapes as a PNG: what a Word that cannot show SVG shows instead."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from threading import Lock

import pypdfium2 as pdfium
from PIL.Image import Image as PilImage

from pipeline.render.pictures import drawing, resources_of

HEIGHT = 709
"""600 dpi at 3 cm, the larger size of the ครุฑ (ระเบียบงานสารบรรณ ข้อ 71)."""
OVERSAMPLING = 3

_LOCK = Lock()
"""pdfium is not safe to call from two threads."""


@lru_cache(maxsize=8)
def png_of_svg(svg: Path | bytes) -> bytes:
    """The SVG on white as the PDF draws it, `HEIGHT` pixels high. Raises `TemplateError`."""
    operators, width, height = drawing(svg)
    size = (round(HEIGHT * width / height), HEIGHT)
    with _LOCK:
        page = pdfium.PdfDocument(_one_page(operators, width, height))[0]
        large = page.render(scale=OVERSAMPLING).to_pil()
    small = large.convert("RGB").resize(size)
    plain = small.convert("L").quantize(16) if _is_grey(operators) else small
    return _as_png(plain)


def png_of_page(pdf: bytes, resolution: int) -> bytes:
    """The first page of a PDF on white, `resolution` pixels to the inch, in 16 greys or 64 colours."""
    with _LOCK:
        shown = pdfium.PdfDocument(pdf)[0].render(scale=resolution / 72).to_pil().convert("RGB")
    red, green, blue = shown.split()
    plain = red.tobytes() == green.tobytes() == blue.tobytes()
    return _as_png(red.quantize(16) if plain else shown.quantize(64))


def _as_png(picture: PilImage) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _is_grey(operators: str) -> bool:
    """Whether no colour but grey is set."""
    colours = [line.split()[-4:-1] for line in operators.split("\n") if line.endswith((" rg", " RG"))]
    return all(len(set(colour)) == 1 for colour in colours)


def _one_page(operators: str, width: float, height: float) -> bytes:
    """The drawing as the only page of a PDF, `HEIGHT` points high."""
    scale = HEIGHT / height
    content = f"q {scale:.8f} 0 0 {-scale:.8f} 0 {HEIGHT} cm\n{operators}\nQ".encode("ascii")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width * scale:.4f} {HEIGHT}]/Contents 4 0 R"
        f"/Resources{resources_of(operators)}>>".encode(),
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    )
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    made += b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        start,
    )
    return bytes(made)
