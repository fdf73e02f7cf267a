"""The proportions of pictures, read from their files once a process."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.document.pictures import picture_files

_VIEW_BOX = re.compile(r'viewBox="([\d.+-]+)[ ,]+([\d.+-]+)[ ,]+([\d.+-]+)[ ,]+([\d.+-]+)"')


@lru_cache(maxsize=16)
def aspect_ratio(name: str) -> float:
    """Width over height of the picture `name`: an SVG with a viewBox, or a PNG."""
    svg, png = picture_files(name)
    if svg:
        found = _VIEW_BOX.search(svg.read_text(encoding="utf-8"))
        if not found:
            raise ValueError(f"{svg.name} has no viewBox")
        return float(found[3]) / float(found[4])
    from PIL import Image  # noqa: PLC0415

    with Image.open(str(png)) as image:
        return image.width / image.height
