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
_CENTRAL = struct.Struct("<4s6H3L5HL")
_OFFSET = struct.Struct("<L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
THOROUGH, QUICK = 6, 3
"""zlib's levels for what is compressed once, and for what each file has of its own."""
_DEFLATE = 8
_UTF8_NAME = 0x800
_FIRST_DATE = (1 << 5) | 1
"""1980-01-01, the first date that the format can hold, bears no time of day."""


class _Entry(NamedTuple):
    """A file of the archive: its header, name and data; what the directory says of it around its place."""

    stored: bytes
    listed: bytes
    name: bytes


@lru_cache(maxsize=64)
def _compressed_entry(name: str, blob: bytes) -> _Entry:
    return _entry(name, blob, THOROUGH)


def _entry(name: str, blob: bytes, level: int) -> _Entry:
    deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
    data = deflate.compress(blob) + deflate.flush()
    encoded = name.encode("utf-8")
    sizes = zlib.crc32(blob), len(data), len(blob), len(encoded), 0
    shared = (_UTF8_NAME, _DEFLATE, 0, _FIRST_DATE, *sizes)
    local = _LOCAL.pack(b"PK\x03\x04", _VERSION, *shared)
    listed = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *shared, 0, 0, 0, 0)
    return _Entry(local + encoded + data, listed, encoded)


def archive(blobs: Mapping[str, bytes], changing: Container[str] = ()) -> bytes:
    """The archive of the blobs by their names, in the order given; those `changing` are in no other file."""
    body, directory, offset = [], [], 0
    for name, blob in blobs.items():
        entry = _entry(name, blob, QUICK) if name in changing else _compressed_entry(name, blob)
        body.append(entry.stored)
        directory += [entry.listed, _OFFSET.pack(offset), entry.name]
        offset += len(entry.stored)
    listed = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(blobs), len(blobs), len(listed), offset, 0)
    return b"".join([*body, listed, end])
