"""What our red, green and blue mean: sRGB, as a colour profile built from the numbers of IEC 61966-2-1.

The profile is a matrix profile of ICC.1:2004 (version 4.2): primaries adapted to D50, and the sRGB curve as a
function, so it needs no table.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache

from pipeline.render.pdf.file import CompactDocument, stream

NAME = "sRGB IEC61966-2.1"

_WHITE = (0.96420, 1.0, 0.82491)
_RED = (0.43607, 0.22249, 0.01392)
_GREEN = (0.38515, 0.71687, 0.09708)
_BLUE = (0.14307, 0.06061, 0.71410)
_ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
"""Bradford, from the D65 of sRGB to the D50 of a profile."""
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def _pack_fixed(*numbers: float) -> bytes:
    """Numbers as s15Fixed16."""
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)


def _text(text: str) -> bytes:
    encoded = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(encoded), 28) + encoded


def _xyz(numbers: tuple[float, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + _pack_fixed(*numbers)


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """The profile's file."""
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _pack_fixed(*_CURVE)
    tags = {
        b"desc": _text(NAME),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": _xyz(_WHITE),
        b"chad": b"sf32\0\0\0\0" + _pack_fixed(*_ADAPTATION),
        b"rXYZ": _xyz(_RED),
        b"gXYZ": _xyz(_GREEN),
        b"bXYZ": _xyz(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = 128 + 4 + 12 * len(tags)
    table, body, places = struct.pack(">I", len(tags)), b"", dict[bytes, int]()
    for name, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += struct.pack(">4sII", name, places[data], len(data))
    return _header(start + len(body)) + table + body


def _header(size: int) -> bytes:
    """The 128 bytes that begin a profile (ICC.1:2004 §7.2); a fixed date, so that it never changes."""
    head = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", 2004, 1, 1, 0, 0, 0) + b"acsp" + bytes(4 + 4 + 4 + 4 + 8 + 4)
    return (head + _pack_fixed(*_WHITE)).ljust(128, b"\0")


@lru_cache(maxsize=1)
def _compress_profile() -> bytes:
    return zlib.compress(srgb_profile(), 9)


def write_output_intent(document: CompactDocument) -> int:
    """Adds the output intent of an archival file (ISO 19005-3 §6.2.3); its number."""
    profile = document.add(stream(_compress_profile(), "/N 3"))
    return document.add(
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier({NAME})/Info({NAME})"
        f"/DestOutputProfile {profile} 0 R>>"
    )
