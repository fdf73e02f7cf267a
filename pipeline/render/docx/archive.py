"""Named blobs -> a ZIP archive (PKWARE APPNOTE 6.3, deflate), the same bytes for the same blobs.

The standard library's writer compresses a blob each time that it writes it. Most of a DOCX is the same
in every paper (fonts, styles, the emblem), so here what was compressed is kept.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Container, Mapping
from functools import lru_cache
from typing import NamedTuple

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
THOROUGH, QUICK = 6, 3
"""zlib's levels for what is compressed once, and for what each file has of its own."""
_DEFLATE = 8
_UTF8_NAME = 0x800
_FIRST_DATE = (1 << 5) | 1
"""1980-01-01, the first date that the format can hold, bears no time of day."""


class _Compressed(NamedTuple):
    data: bytes
    crc: int
    size: int


@lru_cache(maxsize=64)
def _kept(blob: bytes) -> _Compressed:
    return _compressed(blob, THOROUGH)


def _compressed(blob: bytes, level: int) -> _Compressed:
    deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
    return _Compressed(deflate.compress(blob) + deflate.flush(), zlib.crc32(blob), len(blob))


def archive(blobs: Mapping[str, bytes], changing: Container[str] = ()) -> bytes:
    """The archive of the blobs by their names, in the order given; those `changing` are in no other file."""
    body, directory, offset = [], [], 0
    for name, blob in blobs.items():
        encoded = name.encode("utf-8")
        entry = _compressed(blob, QUICK) if name in changing else _kept(blob)
        shared = (
            _UTF8_NAME,
            _DEFLATE,
            0,
            _FIRST_DATE,
            entry.crc,
            len(entry.data),
            entry.size,
            len(encoded),
            0,
        )
        local = _LOCAL.pack(b"PK\x03\x04", _VERSION, *shared) + encoded
        central = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *shared, 0, 0, 0, 0, offset)
        body += [local, entry.data]
        directory += [central, encoded]
        offset += len(local) + len(entry.data)
    listed = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(blobs), len(blobs), len(listed), offset, 0)
    return b"".join([*body, listed, end])
