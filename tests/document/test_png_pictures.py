"""An office's PNG is used as it is, or refused with its file and what to do."""

import io
import struct
import zlib

import pytest
from PIL import Image

from pipeline.diagnostics import TemplateError
from pipeline.document.png_pictures import png_size

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *more: bytes, pixels: int = 0) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return (
        SIGNATURE + head + b"".join(more) + chunk(b"IDAT", zlib.compress(bytes(pixels))) + chunk(b"IEND", b"")
    )


def saved(kind: str, mode: str = "RGB", **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((90, 90), 60).convert(mode).save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.fixture
def file(tmp_path):
    def written(data: bytes):
        (tmp_path / "garuda.png").write_bytes(data)
        return tmp_path / "garuda.png"

    return written


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "1", "P", "I;16"])
def test_every_kind_of_png_is_taken(mode, file):
    assert png_size(file(saved("PNG", mode))) == (90, 90)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (saved("GIF"), "GIF"),
        (saved("JPEG"), "JPEG"),
        (saved("JPEG", "CMYK"), "JPEG"),
        (saved("BMP"), "BMP"),
        (saved("PNG")[:3000], "เสียหาย"),
        (saved("PNG")[:500] + b"x" + saved("PNG")[501:], "เสียหาย"),
        (SIGNATURE, "เสียหาย"),
        (b"", "ไม่ใช่ PNG"),
        (b"<svg/>", "ไม่ใช่ PNG"),
        (png(50_000, 50_000, pixels=1_000_000), "ใหญ่เกินไป"),
        (png(10, 10, chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(30_000_000))), pixels=110), "เสียหาย"),
        (png(0, 0), "เสียหาย"),
        (png(1_000, 1, pixels=1_001), "แคบ"),
    ],
    ids=lambda value: value if isinstance(value, str) else str(len(value)),
)
def test_what_is_no_sound_png_is_refused_in_words(data, says, file):
    with pytest.raises(TemplateError) as refused:
        png_size(file(data))
    (fault,) = refused.value.diagnostics
    assert fault.location.file == "assets/garuda.png"
    assert says in fault.message.th
    assert fault.help.th


@pytest.mark.parametrize(
    ("mode", "colour"),
    [
        ("RGB", "white"),
        ("L", 255),
        ("1", 1),
        ("P", 0),
        ("RGBA", (0, 0, 0, 0)),
        ("LA", (0, 0)),
        ("RGB", "#FEFEFE"),
    ],
)
def test_a_picture_that_shows_nothing_is_refused(mode, colour, file):
    stream = io.BytesIO()
    image = Image.new(mode, (60, 66), colour)
    if mode == "P":
        image.putpalette([255, 255, 255])
    image.save(stream, "PNG")
    with pytest.raises(TemplateError) as refused:
        png_size(file(stream.getvalue()))
    assert "ว่าง" in refused.value.diagnostics[0].message.th
