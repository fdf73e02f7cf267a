"""Empty signature fields where people sign (PDF 32000-1 §12.7.4.5): a viewer or `saraban sign` fills them."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document.lengths import ZERO, Pt
from pipeline.render.pdf.elements import Annotation
from pipeline.render.pdf.file import CompactDocument, stream, text_string
from pipeline.render.pdf.structure import Structure
from pipeline.typeset.items import Page, SignaturePlace

_BLANK = stream(zlib.compress(b""), "/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<<>>")
"""The looks of a field that nobody has signed: none, but an archive wants them said (ISO 19005-3 §6.3.3)."""


class PlacedField(NamedTuple):
    """A field with the page it stands on, from 0, and its corners in pt from the page's lower left."""

    signer: SignaturePlace
    page: int
    box: tuple[Pt, Pt, Pt, Pt]


def placed_fields(pages: Sequence[Page]) -> list[PlacedField]:
    """The fields of all pages in reading order."""
    return [
        PlacedField(place, number, _box(place, page.height))
        for number, page in enumerate(pages)
        for place in page.signatures
    ]


def _box(place: SignaturePlace, height: Pt) -> tuple[Pt, Pt, Pt, Pt]:
    if not place.height:
        return ZERO, ZERO, ZERO, ZERO
    top = height - place.y
    return place.x, top - place.height, place.x + place.width, top


def objects_of(fields: Sequence[PlacedField]) -> int:
    """How many objects `write_fields` adds."""
    return len(fields) + 1 if fields else 0


def write_fields(
    document: CompactDocument,
    structure: Structure,
    fields: Sequence[PlacedField],
    pages: Sequence[int],
    first_key: int,
) -> list[int]:
    """Adds the fields, each its own widget, and ties them to their elements; their object numbers in order.

    `pages` are the object numbers of the pages; keys of the parent tree count up from `first_key`.
    """
    if not fields:
        return []
    blank = document.add(_BLANK)
    numbers = []
    for key, field in enumerate(fields, first_key):
        number = document.add(_widget(field, pages[field.page], blank, key))
        numbers.append(number)
        structure.forms[field.signer.role].kids.append(Annotation(field.page, number, key))
    return numbers


def _widget(field: PlacedField, page: int, blank: int, key: int) -> str:
    """A field and its only widget in one; printed, as an archive wants it (ISO 19005-3 §6.3.2)."""
    corners = " ".join(f"{value:.2f}" for value in field.box)
    looks = f"/AP<</N {blank} 0 R>>" if any(field.box) else ""
    return (
        f"<</Type/Annot/Subtype/Widget/FT/Sig/T{text_string(field.signer.role)}"
        f"/TU{text_string(field.signer.title)}/Rect[{corners}]/F 4/P {page} 0 R/StructParent {key}{looks}>>"
    )
