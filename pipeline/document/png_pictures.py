"""An office's PNG, looked at before it is used: a PNG, whole, and of a size that a page can have."""

from __future__ import annotations

import io
import warnings
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageChops, UnidentifiedImageError

from pipeline.diagnostics import Message
from pipeline.document.office_files import read_of_office
from pipeline.document.picture_faults import NOTHING_SEEN, PALEST, PictureFault, refused
from pipeline.intake.opening import ordinary_bytes

LARGEST = 10_000_000
"""Bytes of a file."""
MOST_PIXELS = 16_000_000
"""An A4 page at 300 dpi has 8.7 million."""
LONGEST_SIDE = 20

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@lru_cache(maxsize=16)
def png_size(png: Path) -> tuple[int, int]:
    """The width and height of a sound PNG. Raises `TemplateError` with the file and what to do."""
    return read_of_office(png, _sound_size)


def _sound_size(png: Path) -> tuple[int, int]:
    try:
        return _size(png)
    except PictureFault as fault:
        raise refused(png, fault) from fault


def _size(png: Path) -> tuple[int, int]:
    try:
        data = ordinary_bytes(png, LARGEST + 1)
    except OSError as error:
        raise PictureFault(Message("อ่านแฟ้มไม่ได้", "the file cannot be read")) from error
    if len(data) > LARGEST:
        raise PictureFault(Message(f"แฟ้มใหญ่กว่า {LARGEST:,} ไบต์", f"the file has more than {LARGEST:,} bytes"))
    if not data.startswith(_SIGNATURE):
        raise PictureFault(_other_kind(data))
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    if width * height > MOST_PIXELS:
        told = Message(
            f"ภาพใหญ่เกินไป ({width} x {height} จุด)", f"the picture is too large ({width} x {height} pixels)"
        )
        raise PictureFault(
            told, remedy=Message("ย่อภาพลง (600 dpi ก็พอ)", "make it smaller (600 dpi is enough)")
        )
    _read_whole(data)
    if max(width, height) > LONGEST_SIDE * min(width, height):
        raise PictureFault(Message("ภาพแคบหรือกว้างเกินไป", "the picture is too narrow or too wide"))
    return width, height


def _read_whole(data: bytes) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
                image.load()
                deep = image.mode.startswith("I") and "transparency" in image.info
                seen = image.mode.startswith("I") or _is_seen(image)
        except Exception as error:  # Pillow raises many kinds for what is damaged
            raise PictureFault(
                Message("แฟ้ม PNG เสียหายหรือไม่ครบ", "the PNG is damaged or not whole")
            ) from error
    if deep:
        raise PictureFault(
            Message("PNG สีเทา 16 บิตมีสีโปร่งใส", "a grey PNG of 16 bits with a transparent colour")
        )
    if not seen:
        raise PictureFault(NOTHING_SEEN)


def _is_seen(image: Image.Image) -> bool:
    """Whether anything of a picture is darker than paper and not transparent."""
    grey, opaque = image.convert("LA").split()
    ink = ImageChops.multiply(ImageChops.invert(grey), opaque)
    return any(ink.histogram()[256 - PALEST :])


def _other_kind(data: bytes) -> Message:
    try:
        with Image.open(io.BytesIO(data)) as image:
            kind = image.format or ""
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        kind = ""
    if not kind:
        return Message("แฟ้มนี้ไม่ใช่ PNG", "the file is no PNG")
    return Message(f"แฟ้มชื่อ .png แต่เป็นภาพ {kind}", f"the file is named .png but is a {kind}")
