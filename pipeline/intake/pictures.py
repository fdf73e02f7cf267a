"""An officer's picture as it is kept: a PNG, JPEG or SVG of ordinary size, upright, without a camera's notes.

A photograph tells where and when it was taken, and which way the camera was held. Papers are given away: the
picture is turned upright, and all but the picture itself is left out.
"""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from PIL import Image, ImageOps

from pipeline.intake.opening import ordinary_bytes

LARGEST = 5_000_000
"""Bytes of a file."""
MOST_PIXELS = 16_000_000
"""An A4 page at 300 dpi has 8.7 million."""

Kind = Literal["png", "jpeg", "svg"]
Refused = Literal["unreadable", "too-large", "kind", "damaged", "pixels"]

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_KEPT_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_ORIENTATION, _UPRIGHT = 0x0112, (None, 1)
_QUALITY = 92
_START_OF_SCAN, _ADOBE, _JFIF, _COMMENT = 0xDA, 0xEE, 0xE0, 0xFE


class KeptPicture(NamedTuple):
    """The bytes of a picture as they are kept, or why it is refused."""

    data: bytes
    refused: Refused | None = None


def read_picture(path: Path) -> KeptPicture:
    """The picture in a file; to be done in a sandbox."""
    try:
        data = ordinary_bytes(path, LARGEST + 1)
    except OSError:
        return KeptPicture(b"", "unreadable")
    if len(data) > LARGEST:
        return KeptPicture(b"", "too-large")
    kind = kind_of_picture(data)
    if kind is None:
        return KeptPicture(b"", "kind")
    if kind == "jpeg":
        return _kept_jpeg(data)
    return KeptPicture(b"".join(_chunks(data)) if kind == "png" else data)


def kind_of_picture(data: bytes) -> Kind | None:
    """What a picture is by its first bytes, whatever its file is called; `None` for any other file."""
    if data.startswith(_PNG):
        return "png"
    if data.startswith(_JPEG):
        return "jpeg"
    beginning = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return "svg" if beginning.startswith(b"<") and b"<svg" in beginning else None


def _chunks(data: bytes) -> Iterator[bytes]:
    """A PNG's chunks (PNG 3rd edition §5.3) without those that only tell of it."""
    yield data[: len(_PNG)]
    at = len(_PNG)
    while at + 8 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] in _KEPT_CHUNKS:
            yield data[at:end]
        at = end


def _kept_jpeg(data: bytes) -> KeptPicture:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
                if image.width * image.height > MOST_PIXELS:
                    return KeptPicture(b"", "pixels")
                image.load()
                if image.mode in {"L", "RGB"} and image.getexif().get(_ORIENTATION) in _UPRIGHT:
                    return KeptPicture(b"".join(_segments(data)))
                upright = ImageOps.exif_transpose(image)
                plain = upright if upright.mode == "L" else upright.convert("RGB")
                made = io.BytesIO()
                plain.save(made, "JPEG", quality=_QUALITY)
        except Exception:  # Pillow raises many kinds for what is damaged
            return KeptPicture(b"", "damaged")
    return KeptPicture(b"".join(_segments(made.getvalue())))


def _segments(data: bytes) -> Iterator[bytes]:
    """A JPEG's segments (ITU-T T.81 annex B) without the application's own and comments."""
    yield data[:2]
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == _START_OF_SCAN:
            break
        if marker == 0xFF:
            at += 1
            continue
        end = at + 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
        is_told = (_JFIF < marker <= 0xEF and marker != _ADOBE) or marker == _COMMENT
        if not is_told:
            yield data[at:end]
        at = end
    yield data[at:]
