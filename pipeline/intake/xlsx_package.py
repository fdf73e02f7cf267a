"""Safety check of a workbook's ZIP before unpacking: size, DTDs, macros, encryption.

A workbook is a zip of XML parts. Its directory tells the size of each part, so a file that would
unpack to gigabytes is refused unread; what no part of ours ever has (a DTD, macros) is refused too.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.opening import ordinary_bytes, unreadable
from pipeline.intake.xlsx_parts import folded_name

MAX_BYTES = 5_000_000
MAX_UNPACKED = 40_000_000
MAX_PARTS = 2_000

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


def open_package(path: Path) -> zipfile.ZipFile:
    """The zip of the workbook at `path`, in memory. Raises `InputError` that say why it is no workbook."""
    place = Location(str(path))
    data = _bytes_of(path, place)
    if data.startswith(_OLE):
        raise InputError([_diagnose_locked_workbook(place) if _ENCRYPTED_STREAM in data else _old(place)])
    if not data.startswith(b"PK"):
        raise InputError([not_a_workbook(place)])
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise InputError([diagnose_broken_workbook(place)]) from error
    if fault := _fault_of(package, place):
        raise InputError([fault])
    return package


def _bytes_of(path: Path, place: Location) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise InputError([_too_large(place)])
        data = ordinary_bytes(path)
    except OSError as error:
        raise InputError([unreadable(path, error)]) from error
    if not data:
        raise InputError([_diagnose_empty_file(place)])
    return data


def _fault_of(package: zipfile.ZipFile, place: Location) -> Diagnostic | None:
    """What the directory of the zip tells against the file, if anything."""
    parts = package.infolist()
    names = {folded_name(part.filename) for part in parts}
    found = (
        (any(part.flag_bits & 1 for part in parts), _diagnose_locked_workbook),
        (len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED, _bomb),
        ("xl/workbook.bin" in names or "mimetype" in names, _other_format),
        ("[content_types].xml" not in names or not any(n.startswith("xl/") for n in names), not_a_workbook),
        (any(name.endswith("vbaproject.bin") for name in names), _macros),
        (len(names) < len(parts) or any(p.compress_type not in _METHODS for p in parts), _odd_zip),
    )
    return next((fault(place) for is_so, fault in found if is_so), None)


def diagnose_broken_workbook(place: Location) -> Diagnostic:
    """The fault of a file that is cut off or damaged."""
    return diagnose("broken-workbook", place)


def _too_large(place: Location) -> Diagnostic:
    limit = MAX_BYTES // 1_000_000
    return diagnose("too-large", place, limit=limit)


def _diagnose_empty_file(place: Location) -> Diagnostic:
    return diagnose("empty-file", place)


def _diagnose_locked_workbook(place: Location) -> Diagnostic:
    return diagnose("password", place)


def _old(place: Location) -> Diagnostic:
    return diagnose("old-workbook", place)


def _other_format(place: Location) -> Diagnostic:
    return diagnose("other-workbook", place)


def not_a_workbook(place: Location) -> Diagnostic:
    """The fault of a file that is something else."""
    ending = Path(place.file).suffix
    return diagnose("not-a-workbook", place, ending=ending)


def _odd_zip(place: Location) -> Diagnostic:
    return diagnose("odd-zip", place)


def _macros(place: Location) -> Diagnostic:
    return diagnose("macros", place)


def _bomb(place: Location) -> Diagnostic:
    limit = MAX_UNPACKED // 1_000_000
    return diagnose("zip-bomb", place, limit=limit)
