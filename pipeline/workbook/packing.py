"""Deterministic `.xlsx` files: the same bytes for the same content."""

from __future__ import annotations

import datetime
import io
import re
import zipfile

from openpyxl import Workbook

_MOMENT = datetime.datetime(2000, 1, 1)
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(?:modified|created)[^>]*>)[^<]*")
_ROW_HEIGHT = re.compile(rb'(<row [^>]*?) customHeight="1"')
"""Without it a row grows with its text."""

_BEHIND_ERRORS = re.compile(b"<drawing|<legacyDrawing|<tableParts|<extLst|</worksheet>")
"""What may follow that element; the order is fixed by the format."""

_NUMBERS_AS_TEXT = b'<ignoredErrors><ignoredError sqref="A1:ZZ5000" numberStoredAsText="1"/></ignoredErrors>'
"""`16.1` is the name of an indicator, no number: Excel need not mark it with a green corner."""


def pack_workbook(workbook: Workbook) -> bytes:
    """The `.xlsx` file, with fixed dates in it."""
    workbook.properties.creator, workbook.properties.created = "saraban", _MOMENT
    written = io.BytesIO()
    workbook.save(written)
    return repack_zip(written.getvalue())


def repack_zip(data: bytes) -> bytes:
    """The same zip with its dates fixed and its parts in the order they have."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 0, 0
            new.writestr(entry, _fix_part(name, old.read(name)))
    return result.getvalue()


def _fix_part(name: str, part: bytes) -> bytes:
    if name == "docProps/core.xml":
        return _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", part)
    if name.startswith("xl/worksheets/sheet"):
        part = _ROW_HEIGHT.sub(rb"\1", part)
        if b"<ignoredErrors" not in part:
            return _BEHIND_ERRORS.sub(lambda behind: _NUMBERS_AS_TEXT + behind.group(), part, count=1)
    return part
