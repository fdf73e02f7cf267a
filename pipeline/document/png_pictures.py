"""An office's PNG, looked at before it is used: a PNG, whole, and of a size that a page can have."""

from __future__ import annotations

import io
import warnings
from functools import lru_cache, partial
from pathlib import Path
from typing import Literal

from PIL import Image, ImageChops, UnidentifiedImageError

from pipeline.diagnostics import Unplaced, diagnose
from pipeline.document.office_files import read_of_office
from pipeline.document.picture_faults import PALEST, PictureFault, picture_error
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
        raise picture_error(png, fault) from fault


def _size(png: Path) -> tuple[int, int]:
    try:
        data = ordinary_bytes(png, LARGEST + 1)
    except OSError as error:
        raise PictureFault(partial(diagnose, "picture/unreadable")) from error
    if len(data) > LARGEST:
        raise PictureFault(partial(diagnose, "picture/too-large", limit=f"{LARGEST:,}"))
    if not data.startswith(_SIGNATURE):
        raise PictureFault(_other_kind(data))
    return pixels_of(data, "PNG")


def pixels_of(data: bytes, form: Literal["PNG", "JPEG"]) -> tuple[int, int]:
    """The width and height of a picture of that form, which is read whole. Raises `PictureFault`."""
    if form == "PNG":
        _refuse_pixels(int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=[form]) as image:
                width, height = image.size
        except Exception as error:  # Pillow raises many kinds for what is damaged
            raise PictureFault(partial(diagnose, "picture/damaged")) from error
    _refuse_pixels(width, height)
    _read_whole(data, form)
    if max(width, height) > LONGEST_SIDE * min(width, height):
        raise PictureFault(partial(diagnose, "picture/long-side"))
    return width, height


def _refuse_pixels(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise PictureFault(partial(diagnose, "picture/pixels", width=width, height=height))


def _read_whole(data: bytes, form: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=[form]) as image:
                image.load()
                deep = image.mode.startswith("I") and "transparency" in image.info
                seen = image.mode.startswith("I") or _is_seen(image)
        except Exception as error:  # Pillow raises many kinds for what is damaged
            raise PictureFault(partial(diagnose, "picture/damaged")) from error
    if deep:
        raise PictureFault(partial(diagnose, "picture/deep-grey"))
    if not seen:
        raise PictureFault(partial(diagnose, "picture/blank"))


def _is_seen(image: Image.Image) -> bool:
    """Whether anything of a picture is darker than paper and not transparent."""
    grey, opaque = image.convert("LA").split()
    ink = ImageChops.multiply(ImageChops.invert(grey), opaque)
    return any(ink.histogram()[256 - PALEST :])


def _other_kind(data: bytes) -> Unplaced:
    try:
        with Image.open(io.BytesIO(data)) as image:
            kind = image.format or ""
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        kind = ""
    if not kind:
        return partial(diagnose, "picture/no-png")
    return partial(diagnose, "picture/other-kind", kind=kind)
