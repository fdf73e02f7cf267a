"""The pictures of an input: whether each is sound, and their bytes for the papers that show them."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.document.data_pictures import faults_of_picture
from pipeline.intake import Source, ValuePath
from pipeline.intake.source import Plain
from pipeline.kinds.picture_files import CONTENT, FILE, pictures_in

_IMAGE = "<image picture="
_CELL = re.compile(r"<cell(?:\s[^>]*)?(?<!/)>.*?</cell>", re.DOTALL)
_DIGEST = re.compile(rf'{_IMAGE}"([0-9a-f]+)"')


def picture_faults(source: Source, faults: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """What is wrong with the pictures of an input, each at the place that names its file; `faults` were told
    already.
    """
    told = {place for fault in faults for place in fault.locations}
    for path, picture in pictures_in(source.values):
        place = source.place((*path, FILE))
        if place in told:
            continue
        data = _bytes_of(picture)
        if not data:
            yield diagnose("prose-picture/missing", place, name=picture[FILE])
        else:
            yield from (replace(each, location=place) for each in faults_of_picture(data))


def refuse_pictures_in_cells(
    markup: str, values: Mapping[str, Plain], place: Callable[[ValuePath], Location]
) -> None:
    """Raises `InputError` at each picture of the data that a template prints in the cell of a table, where no
    picture can stand: it is to be put elsewhere, and the template is right.
    """
    if _IMAGE not in markup:
        return
    inside = {digest for cell in _CELL.findall(markup) for digest in _DIGEST.findall(cell)}
    faults = [
        diagnose("prose-picture/in-cell", place((*path, FILE)), name=str(picture[FILE]))
        for path, picture in pictures_in(dict(values))
        if inside and sha256(_bytes_of(picture)).hexdigest() in inside
    ]
    if faults:
        raise InputError(faults)


def pictures_by_digest(values: Mapping[str, Plain]) -> dict[str, bytes]:
    """The bytes of each picture of an input by their digest (`model.passages.Picture.digest`)."""
    found = (_bytes_of(picture) for _, picture in pictures_in(dict(values)))
    return {sha256(data).hexdigest(): data for data in found if data}


def _bytes_of(picture: Mapping[str, Plain]) -> bytes:
    """What stands in a picture's file; nothing where it was not read."""
    content = picture.get(CONTENT)
    try:
        return base64.b64decode(content, validate=True) if isinstance(content, str) else b""
    except binascii.Error:
        return b""
