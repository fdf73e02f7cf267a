"""PDF integrity: whether a file is still as this program wrote it, by a digest in its `/ID`.

The identifier of a file (`/ID`) is made of all bytes before its table of objects (`render/pdf/file.py`).
Whoever wants to deceive can make it anew; a program that edits or saves the file does not.
"""

from __future__ import annotations

import hashlib
import re

_END = re.compile(rb"\nstartxref\n(\d{1,12})\n%%EOF\n")
_TABLE = re.compile(rb"\d+ 0 obj\n<</Type/XRef[^>]*/ID\[<([0-9A-F]{32})>")


def is_as_written(pdf: bytes, *, whole: bool) -> bool:
    """Whether the first state of the file, before anything was added behind it, is as we wrote it.

    `whole`: nothing may stand behind it.
    """
    for end in _END.finditer(pdf):
        offset = int(end[1])
        table = _TABLE.match(pdf, offset) if offset < end.start() else None
        if table is not None:
            ends = end.end() == len(pdf) or not whole
            return ends and hashlib.sha256(pdf[:offset]).hexdigest()[:32].upper().encode() == table[1]
    return False
