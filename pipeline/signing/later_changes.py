"""Finds changes made to a PDF after signing that pyHanko lets pass: title, subject, fields.

Programs that sign note the moment in the file's properties; whatever else they say is the paper's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from lxml import etree
from pyhanko.pdf_utils.generic import IndirectObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DocInfoRule,
    DSSCompareRule,
    FormUpdatingRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    XrefStreamRule,
)

Change = Literal["metadata", "fields", "appended"]
"""`appended`: bytes behind the end of the file that belong to no state of it."""

_CHECKED_APART = frozenset({"/AcroForm", "/DSS", "/Extensions", "/Metadata", "/Version"})
_PASSING = ModificationLevel.LTA_UPDATES
POLICY = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(_CHECKED_APART),  # type: ignore[no-untyped-call]
        DocInfoRule().as_qualified(_PASSING),
        XrefStreamRule().as_qualified(_PASSING),
        ObjectStreamRule().as_qualified(_PASSING),
        DSSCompareRule().as_qualified(_PASSING),
        MetadataUpdateRule().as_qualified(_PASSING),  # type: ignore[no-untyped-call]
    ],
    form_rule=FormUpdatingRule(field_rules=[SigFieldCreationRule(), SigFieldModificationRule()]),  # type: ignore[no-untyped-call]
)
"""What may be added behind a signature: further signatures, timestamps and proofs; no field is filled in."""

_MOMENTS = frozenset({"ModifyDate", "MetadataDate", "InstanceID"})
"""Entries of XMP that say when a file was saved, and nothing of the paper."""


def later_changes(reader: PdfFileReader, revision: int, *, whole: bool) -> Iterator[Change]:
    """What is otherwise in the file as it stands than in its state `revision`, counted from 0.

    `whole`: whether a signature of that state covers all of the file.
    """
    last = reader.xrefs.total_revisions - 1
    if revision >= last:
        if not whole:
            yield "appended"
        return
    old, new = reader.get_historical_resolver(revision), reader.get_historical_resolver(last)
    if _info(old) != _info(new) or _xmp(old) != _xmp(new):
        yield "metadata"
    if any(
        _is_shown(field)
        for name, field in _fields(new)
        if name not in dict(_fields(old)) and "/V" not in field
    ):
        yield "fields"


def _info(state: Any) -> dict[str, str]:
    """The information dictionary of a state: what the trailer leads to is looked up in that very state."""
    trailer = state.trailer_view
    held = trailer.raw_get("/Info") if "/Info" in trailer else {}
    told = state.get_object(held.reference) if isinstance(held, IndirectObject) else held
    return {str(name): str(told[name]) for name in told if name != "/ModDate"}


def _xmp(state: Any) -> list[tuple[str, str]]:
    """The entries of the XMP packet, in order; damaged XMP as it is."""
    packet = _entry(state.root, "/Metadata")
    if packet is None:
        return []
    data = packet.data
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return [("", data.hex())]
    return sorted(_entries(root))


def _entries(root: Any) -> Iterator[tuple[str, str]]:
    for one in root.iter(etree.Element):
        path = "/".join(etree.QName(above).localname for above in (*list(one.iterancestors())[::-1], one))
        if path.rpartition("/")[2] not in _MOMENTS:
            yield path, (one.text or "").strip()
        for name, text in one.items():
            if etree.QName(name).localname not in _MOMENTS:
                yield f"{path}@{name}", str(text)


def _fields(state: Any) -> Iterator[tuple[str, Any]]:
    form = _entry(state.root, "/AcroForm") or {}
    for field in _entry(form, "/Fields") or ():
        found = field.get_object()
        yield str(found.get("/T", "")), found


def _entry(holder: Any, name: str) -> Any:
    """What an entry of a dictionary leads to in its state of the file; `None` if there is none."""
    try:
        return holder[name]
    except KeyError:
        return None


def _is_shown(field: Any) -> bool:
    """Whether a field takes room on a page."""
    try:
        left, bottom, right, top = map(float, field.get("/Rect", (0, 0, 0, 0)))
    except (TypeError, ValueError):
        return True
    return bool((right - left) * (top - bottom))
