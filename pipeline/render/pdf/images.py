"""Pictures, each once in a file: an SVG as drawing operators, a PNG as an image."""

from __future__ import annotations

import io
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc

from pipeline.document.pictures import picture_files
from pipeline.intake.pictures import kind_of_picture
from pipeline.render.pdf.file import CompactDocument, stream
from pipeline.render.pictures import drawing, resources_of
from pipeline.typeset.items import Picture


class Images:
    """The pictures of one document by their resource names; each fills the unit square."""

    def __init__(self, document: CompactDocument) -> None:
        self._document = document
        self._names: dict[tuple[str, bytes], str] = {}
        self._numbers: dict[str, int] = {}

    def name(self, picture: Picture) -> str:
        """The resource name of the picture, which is added to the file when it comes first."""
        key = picture.name, picture.data
        known = self._names.get(key)
        if known is None:
            known = self._names[key] = f"I{len(self._names) + 1}"
            self._numbers[known] = self._add_image(picture, known)
        return known

    def resources(self) -> str:
        """The dictionary that names them."""
        return f"<<{''.join(f'/{name} {number} 0 R' for name, number in self._numbers.items())}>>"

    def _add_image(self, picture: Picture, name: str) -> int:
        svg, pixels = _of_data(picture.data) if picture.data else picture_files(picture.name)
        if svg:
            return self._document.add(_form(svg))
        image: Any = pdfdoc.PDFImageXObject(name, _source(cast(Path | bytes, pixels)), mask="auto")
        if mask := getattr(image, "_smask", None):
            image.smask = self._document.Reference(mask)
        return self._document.number_of(image)


def _of_data(data: bytes) -> tuple[bytes | None, bytes | None]:
    """A picture of the data: an SVG, or one of pixels."""
    return (data, None) if kind_of_picture(data) == "svg" else (None, data)


def _source(pixels: Path | bytes) -> str | ImageReader:
    """The picture as reportlab reads it right: of 16 bits the upper 8, a transparent colour as transparency.

    A JPEG goes into the file as it is.
    """
    opened = io.BytesIO(pixels) if isinstance(pixels, bytes) else pixels
    with Image.open(opened) as image:
        if image.mode.startswith("I"):
            return ImageReader(image.point(lambda value: value * (1 / 257)).convert("L"))
        if "transparency" in image.info and image.mode in {"L", "RGB"}:
            return ImageReader(image.convert("RGBA"))
    return ImageReader(io.BytesIO(pixels)) if isinstance(pixels, bytes) else str(pixels)


@lru_cache(maxsize=16)
def _form(svg: Path | bytes) -> bytes:
    """The drawing as a form XObject, compressed once a process."""
    operators, wide, high = drawing(svg)
    scaled = f"{1 / wide:.8f} 0 0 {-1 / high:.8f} 0 1 cm\n{operators}"
    packed = zlib.compress(scaled.encode("ascii"), 9)
    return stream(packed, f"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources{resources_of(operators)}")
