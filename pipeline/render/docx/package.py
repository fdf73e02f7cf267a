"""Parts -> the bytes of a DOCX, the same for the same parts (Open Packaging Conventions, ISO/IEC 29500-2).

A part goes in once something relates to it. python-docx writes the relationships, once for each set of them,
and knows the kinds; it starts from nothing, so nothing of its default template gets in (docs/decisions/0008).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, cast

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import NAMESPACE as NS
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part as OpcPart
from docx.opc.rel import Relationships
from docx.opc.spec import default_content_types
from lxml import etree

from pipeline.render.docx.archive import archive
from pipeline.render.docx.oxml import Element, part_xml, w, xml_bytes

CHANGING = frozenset({"word/document.xml", "customXml/item1.xml"})
"""What a paper says, and the data that it says it from."""

_ALWAYS = {("rels", CT.OPC_RELATIONSHIPS), ("xml", CT.XML)}
"""Endings and kinds that every package says."""


@dataclass(eq=False, slots=True)
class Part:
    """A part by its name in the package (`/word/styles.xml`), and by their ids what it relates to.

    A relationship is its type with a part of the package, or with an address outside it.
    """

    name: str
    kind: str
    blob: bytes = b""
    relations: dict[str, tuple[str, Part | str]] = field(default_factory=dict)

    def relate(self, target: Part | str, relation: str, id: str = "") -> str:
        """Relates this part to another or to an address; returns the relationship's id."""
        id = id or f"rId{len(self.relations) + 1}"
        self.relations[id] = (relation, target)
        return id


class _Relationship(NamedTuple):
    """A relationship as it is written; `target` is a name in the package, or an address outside it."""

    id: str
    kind: str
    target: str
    external: bool


class DocxPackage:
    """A Word file in the making."""

    def __init__(self) -> None:
        self._root = Part("/", "")
        self._main = Part("/word/document.xml", CT.WML_DOCUMENT_MAIN)
        self._root.relate(self._main, RT.OFFICE_DOCUMENT)

    def relate(self, part: Part, relation: str) -> str:
        """Relates the document to `part`; returns the relationship's id."""
        return self._main.relate(part, relation)

    def describe(self, part: Part, relation: str) -> None:
        """Relates the file itself to `part`: its properties."""
        self._root.relate(part, relation)

    def pack(self, body: Element) -> bytes:
        """The file with `body` (`w:body`) as its document."""
        self._main.blob = part_xml(w("document", body))
        parts = list(dict.fromkeys(_walk_parts(self._root)))
        blobs = {part.name[1:]: part.blob for part in parts}
        blobs["[Content_Types].xml"] = _content_types(tuple(sorted((one.name, one.kind) for one in parts)))
        for part in (self._root, *parts):
            if part.relations:
                folder, _, file = part.name.rpartition("/")
                blobs[f"{folder}/_rels/{file}.rels"[1:]] = _relationships(folder, _list_relationships(part))
        return archive({name: blobs[name] for name in sorted(blobs)}, CHANGING)


def _walk_parts(part: Part) -> Iterator[Part]:
    """The parts that `part` leads to, over others too; no chain of relationships comes back to its start."""
    for _, target in part.relations.values():
        if isinstance(target, Part):
            yield target
            yield from _walk_parts(target)


def _list_relationships(part: Part) -> tuple[_Relationship, ...]:
    return tuple(
        _Relationship(id, kind, target, external=True)
        if isinstance(target, str)
        else _Relationship(id, kind, target.name, external=False)
        for id, (kind, target) in part.relations.items()
    )


@lru_cache(maxsize=64)
def _relationships(folder: str, relations: tuple[_Relationship, ...]) -> bytes:
    """The part that says what a part in `folder` relates to."""
    made = Relationships(folder or "/")
    for one in relations:
        target = one.target if one.external else OpcPart(PackURI(one.target), CT.XML)
        made.add_relationship(one.kind, target, one.id, is_external=one.external)
    return bytes(made.xml)  # type: ignore[arg-type]


@lru_cache(maxsize=32)
def _content_types(parts: tuple[tuple[str, str], ...]) -> bytes:
    """The part that says what kind each part is, by its ending or by its name.

    `parts` are names and kinds in the order of names.
    """
    only = cast("dict[str, str]", {None: NS.OPC_CONTENT_TYPES})
    types = etree.Element(f"{{{NS.OPC_CONTENT_TYPES}}}Types", nsmap=only)
    kinds = {_ending(name, kind) for name, kind in parts}
    defaults = _ALWAYS | (kinds & set(default_content_types))
    for ending, kind in sorted(defaults):
        etree.SubElement(types, f"{{{NS.OPC_CONTENT_TYPES}}}Default", Extension=ending, ContentType=kind)
    for name, kind in parts:
        if _ending(name, kind) not in defaults:
            etree.SubElement(types, f"{{{NS.OPC_CONTENT_TYPES}}}Override", PartName=name, ContentType=kind)
    return xml_bytes(types)


def _ending(name: str, kind: str) -> tuple[str, str]:
    """The ending of a part's name, and its kind."""
    return name.rpartition(".")[2].lower(), kind
