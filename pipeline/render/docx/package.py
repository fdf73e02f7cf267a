"""Parts -> the bytes of a DOCX, the same for the same parts.

python-docx keeps the parts, their relationships and content types; it starts from nothing, so nothing of
its default template gets in (docs/decisions/0008). Its archive bears the time of day, so ours is written by
`archive`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import NAMESPACE as NS
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.spec import default_content_types
from docx.package import Package
from lxml import etree

from pipeline.render.docx.archive import archive
from pipeline.render.docx.oxml import Element, part_xml, w, xml_bytes

CHANGING = frozenset({"word/document.xml", "customXml/item1.xml"})
"""What a paper says, and the data that it says it from."""


class _MainPart(Part):
    """`word/document.xml`, whose body is written when all that it refers to is known."""

    body: Element

    @property
    def blob(self) -> bytes:
        """The document as bytes."""
        return part_xml(w("document", self.body))


class DocxPackage:
    """A Word file in the making."""

    def __init__(self) -> None:
        self._package = Package()
        self._main = _MainPart(PackURI("/word/document.xml"), CT.WML_DOCUMENT_MAIN, None, self._package)
        self._package.relate_to(self._main, RT.OFFICE_DOCUMENT)

    def part(self, name: str, content_type: str, blob: bytes) -> Part:
        """A part by its name in the package (`/word/styles.xml`); it goes in once something relates to it."""
        return Part(PackURI(name), content_type, blob, self._package)

    def relate(self, part: Part, relation: str) -> str:
        """Relates the document to `part`; returns the relationship's id."""
        return self._main.relate_to(part, relation)

    def describe(self, part: Part, relation: str) -> None:
        """Relates the file itself to `part`: its properties."""
        self._package.relate_to(part, relation)

    def packed(self, body: Element) -> bytes:
        """The file with `body` (`w:body`) as its document."""
        self._main.body = body
        parts = list(self._package.iter_parts())
        kinds = tuple(
            sorted((str(part.partname), part.partname.ext.lower(), part.content_type) for part in parts)
        )
        blobs = {"[Content_Types].xml": _content_types(kinds), "_rels/.rels": self._package.rels.xml}
        for part in parts:
            blobs[part.partname.membername] = part.blob
            if len(part.rels):
                blobs[part.partname.rels_uri.membername] = part.rels.xml
        return archive({name: bytes(blobs[name]) for name in sorted(blobs)}, CHANGING)


@lru_cache(maxsize=32)
def _content_types(parts: tuple[tuple[str, str, str], ...]) -> bytes:
    """The part that says what kind each part is, by its ending or by its name.

    `parts` are names, endings and kinds in the order of names.
    """
    only = cast("dict[str, str]", {None: NS.OPC_CONTENT_TYPES})
    types = etree.Element(f"{{{NS.OPC_CONTENT_TYPES}}}Types", nsmap=only)
    kinds = {(ending, kind) for _, ending, kind in parts}
    defaults = {("rels", CT.OPC_RELATIONSHIPS), ("xml", CT.XML), *(kinds & set(default_content_types))}
    for ending, kind in sorted(defaults):
        etree.SubElement(types, f"{{{NS.OPC_CONTENT_TYPES}}}Default", Extension=ending, ContentType=kind)
    for name, ending, kind in parts:
        if (ending, kind) not in defaults:
            override = f"{{{NS.OPC_CONTENT_TYPES}}}Override"
            etree.SubElement(types, override, PartName=name, ContentType=kind)
    return xml_bytes(types)
