"""Reads a reference document: `office.docx` -> `Reference`."""

from __future__ import annotations

from pathlib import Path

from pipeline.document.reference.pages import page_look
from pipeline.document.reference.records import Reference
from pipeline.document.reference.styles import WordStyles
from pipeline.extraction.docx.names import W
from pipeline.extraction.docx.package import Package, file_bytes


def read_reference(path: Path) -> Reference:
    """What our papers take from the Word file at `path`.

    Raises `InputError` for what is no DOCX, is locked, damaged or holds macros.
    """
    data = file_bytes(path)
    package = Package(data, str(path))
    main = package.one_related("", "officeDocument")
    if main is None:
        package.refuse()
    name, body = main
    parts = {
        relation: part
        for kind in ("header", "footer")
        for relation, target in package.related_parts(name, kind).items()
        if (part := package.part(target)) is not None
    }
    found = package.one_related(name, "styles")
    styles = WordStyles(found[1] if found else None)
    looks = [page_look(section, parts, styles) for section in body.iter(f"{{{W}}}sectPr")]
    turned = {look.landscape: look for look in reversed(looks)}
    return Reference(
        source=str(path),
        font=styles.font(),
        paragraphs=styles.paragraphs(),
        characters=styles.characters(),
        pages=tuple(turned.values()),
        furnished=bool(parts),
        data=data,
    )
