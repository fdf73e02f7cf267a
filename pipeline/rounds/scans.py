"""Scans of signed papers: what may be one (a PDF, a picture), and where its copy stands."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import NamedTuple

import pikepdf

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.opening import ordinary_bytes, unreadable
from pipeline.intake.sandboxed import read_apart
from pipeline.output.ledger import digest

MAX_BYTES = 200_000_000
"""A report of 200 pages scanned in colour has about 100 MB."""

_BEGINNINGS = (
    (b"%PDF-", ".pdf"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
)
_NAME = re.compile(r".* \(สแกนลงนาม(?: \d+)?\)")


def is_scan_name(name: str) -> bool:
    """Whether a file without its ending is called as copies of scans are."""
    return _NAME.fullmatch(name) is not None


class Scan(NamedTuple):
    """A scan that was looked at: its file, where it was asked for, its digest, the ending of its kind."""

    path: Path
    place: Location
    sha256: str
    ending: str


def read_scan(path: Path, place: Location) -> Scan:
    """What a scan is. Raises `InputError`: none, too large, neither PDF nor picture."""
    try:
        data = ordinary_bytes(path, MAX_BYTES + 1)
    except OSError as error:
        raise InputError([unreadable(path, error)]) from error
    if len(data) > MAX_BYTES:
        raise InputError([diagnose("signed-scan/size", place, path=path, limit=MAX_BYTES // 1_000_000)])
    kind = next((ending for begins, ending in _BEGINNINGS if data.startswith(begins)), None)
    if kind is None or (kind == ".pdf" and not read_apart(path, has_pages, data)):
        raise InputError([_no_scan(place, path)])
    return Scan(path, place, digest(data), kind)


def read_again(scan: Scan) -> bytes:
    """The scan's bytes, when it is copied. Raises `InputError` where it was changed since."""
    try:
        data = ordinary_bytes(scan.path, MAX_BYTES + 1)
    except OSError as error:
        raise InputError([unreadable(scan.path, error)]) from error
    if digest(data) != scan.sha256:
        raise InputError([diagnose("signed-scan/changed", scan.place, path=scan.path)])
    return data


def has_pages(data: bytes) -> bool:
    """Whether a PDF can be opened without a password, and has a page."""
    try:
        with pikepdf.open(io.BytesIO(data)) as opened:
            return len(opened.pages) > 0
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return False


def free_scan_name(folder: Path, name: str, scan: Scan) -> str:
    """Where the copy goes: `กระบี่/annexes (สแกนลงนาม).pdf`; nothing that stands there is written over."""
    number, at = 1, f"{name} (สแกนลงนาม){scan.ending}"
    while (folder / at).exists() and digest((folder / at).read_bytes()) != scan.sha256:
        number += 1
        at = f"{name} (สแกนลงนาม {number}){scan.ending}"
    return at


def _no_scan(place: Location, path: Path) -> Diagnostic:
    return diagnose("signed-scan", place, path=path)
