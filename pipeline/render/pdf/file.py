"""A reportlab document written as compact PDF 1.7: object streams and a cross-reference stream.

Hundreds of small objects (one for each heading, cell and list entry) compress to a tenth together
(PDF 32000-1 §7.5.7-8), and every stream ends as an archive wants it (ISO 19005-3 §6.1.7.1).
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable
from typing import Any

from reportlab.pdfbase import pdfdoc

_HEADER = b"%PDF-1.7\n%\xe0\xb8\xaa\xe0\xb8\xb2\xe0\xb8\xa3\n"
_END = b"endstream\n"
QUICK = 3
"""A third of the time of zlib's usual level, and a tenth more bytes; level 4 takes longer for no less."""
_WIDTHS = "1 4 3"
"""Bytes of the three fields of a cross-reference entry."""


class Raw(pdfdoc.PDFObject):
    """An object that is written already."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    def format(self, document: Any) -> bytes:  # noqa: ARG002
        """The object as it stands in the file."""
        return self.body


def compress_stream(data: bytes) -> bytes:
    """What changes from paper to paper, compressed."""
    return zlib.compress(data, QUICK)


def stream(compressed: bytes, entries: str = "") -> bytes:
    """A stream of data that zlib has compressed; `entries` come on top of its dictionary."""
    head = f"<<{entries}/Filter/FlateDecode/Length {len(compressed)}>>\nstream\n"
    return b"%b%b%b" % (head.encode("ascii"), compressed, _END)


def text_string(text: str) -> str:
    """A text string as UTF-16, in hexadecimal."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class CompactDocument(pdfdoc.PDFDocument):
    """Numbers objects as reportlab does; `format` gives the file."""

    Catalog: Any
    info: Any
    Reference: Any

    def __init__(self, lang: str) -> None:
        super().__init__(compression=1, invariant=1, lang=lang, pdfVersion=(1, 7))
        self._written: dict[int, bytes] = {}

    def add(self, body: str | bytes) -> int:
        """Adds an object that is written already; returns its number."""
        self.objectcounter: int = self.objectcounter + 1
        self._written[self.objectcounter] = body if isinstance(body, bytes) else body.encode("ascii")
        return self.objectcounter

    def number_of(self, obj: Any) -> int:
        """The number of an object of reportlab's, which it gets if it had none."""
        return int(self.idToObjectNumberAndVersion[self.Reference(obj).name][0])

    def next_number(self) -> int:
        """The number that the next object will have."""
        return int(self.objectcounter) + 1

    def format(self) -> bytes:
        """The whole file. Objects that formatting adds are written too."""
        root, info = self.number_of(self.Catalog), self.number_of(self.info)
        bodies: list[bytes] = []
        while (number := len(bodies) + 1) <= self.objectcounter:
            bodies.append(self._written.get(number) or self._format_object(number))
        return _file(bodies, root, info)

    def _format_object(self, number: int) -> bytes:
        """An object of reportlab's."""
        return bytes(pdfdoc.format(self.idToObject[self.numberToId[number]], self, toplevel=1))


def _file(bodies: list[bytes], root: int, info: int) -> bytes:
    """Objects 1, 2, … as a file; those without a stream go into one object stream."""
    small = [(number, body) for number, body in enumerate(bodies, 1) if not body.endswith(_END)]
    large = [(number, body) for number, body in enumerate(bodies, 1) if body.endswith(_END)]
    container, table = len(bodies) + 1, len(bodies) + 2
    places = {number: _place(2, container, index) for index, (number, _) in enumerate(small)}
    parts, offset = [_HEADER], len(_HEADER)
    for number, body in [*large, (container, _object_stream(small))]:
        places[number] = _place(1, offset)
        part = b"%d 0 obj\n%b\n%bendobj\n" % (number, body[: -len(_END)], _END)
        parts.append(part)
        offset += len(part)
    places[0], places[table] = _place(0, 0), _place(1, offset)
    entries = compress_stream(b"".join([places[number] for number in range(table + 1)]))
    digest = hashlib.sha256(b"".join(parts)).hexdigest()[:32].upper()
    head = (
        f"{table} 0 obj\n<</Type/XRef/Size {table + 1}/W[{_WIDTHS}]/Root {root} 0 R/Info {info} 0 R"
        f"/ID[<{digest}><{digest}>]/Filter/FlateDecode/Length {len(entries)}>>\nstream\n"
    )
    tail = f"\nendstream\nendobj\nstartxref\n{offset}\n%%EOF\n"
    return b"".join([*parts, head.encode("ascii"), entries, tail.encode("ascii")])


def _place(kind: int, at: int, within: int = 0) -> bytes:
    """A cross-reference entry (PDF 32000-1 §7.5.8.3): type, place, and index in an object stream."""
    return (kind << 56 | at << 24 | within).to_bytes(8, "big")


def _object_stream(small: Iterable[tuple[int, bytes]]) -> bytes:
    index, contents, at = [], [], 0
    for number, body in small:
        index.append(f"{number} {at}")
        contents.append(body)
        at += len(body) + 1
    head = (" ".join(index) + "\n").encode("ascii")
    whole = compress_stream(head + b"\n".join(contents))
    return stream(whole, f"/Type/ObjStm/N {len(index)}/First {len(head)}")
