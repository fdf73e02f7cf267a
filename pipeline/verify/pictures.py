"""Whether two images show the same, though a word processor saved one of them anew in another way or size."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, UnidentifiedImageError

_SIDE = 48
"""Images are compared in squares of so many points a side."""
_MEAN, _MOST = 8, 48
"""How far the points may be apart, of 255: in the middle, and any of them."""
_LARGEST = 25_000_000
"""Pixels; larger images are not looked into."""
_UNREADABLE = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    struct.error,
    zlib.error,
    MemoryError,
)


def are_alike(one: bytes, other: bytes) -> bool:
    """Whether both images look the same on white paper; `False` where one cannot be read."""
    first, second = _normalize_image(one), _normalize_image(other)
    if first is None or second is None:
        return False
    apart = [abs(left - right) for left, right in zip(first, second, strict=True)]
    return sum(apart) / len(apart) <= _MEAN and max(apart) <= _MOST


def _normalize_image(data: bytes) -> bytes | None:
    """The image upon white, in few points; `None` for what is no image."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "BMP", "TIFF", "GIF")) as image:
            if image.width * image.height > _LARGEST:
                return None
            drawn = image.convert("RGBA")
            paper = Image.new("RGBA", drawn.size, "white")
            paper.alpha_composite(drawn)
            return paper.convert("RGB").resize((_SIDE, _SIDE), Image.Resampling.BOX).tobytes()
    except _UNREADABLE:
        return None
