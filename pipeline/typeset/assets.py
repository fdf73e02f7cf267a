"""The proportions of pictures, read from their files once a process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import cast

from pipeline.document.data_pictures import size_of_picture
from pipeline.document.drawings import drawing_of
from pipeline.document.pictures import picture_files
from pipeline.document.png_pictures import png_size


@lru_cache(maxsize=16)
def aspect_ratio(name: str, data: bytes = b"") -> float:
    """Width over height of the picture `name`, or of `data`: of an SVG's frame, or of its pixels."""
    if data:
        wide, high = size_of_picture(data)
        return wide / high
    svg, png = picture_files(name)
    if svg:
        found = drawing_of(svg)
        return found.width / found.height
    width, height = png_size(cast(Path, png))
    return width / height
