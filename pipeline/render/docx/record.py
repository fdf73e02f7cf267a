"""The data that a paper was made from, inside a DOCX: a custom XML part, which Word keeps when it saves."""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import cache

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from pipeline.document.public_copy import PUBLIC
from pipeline.render.docx.oxml import DECLARATION, escape_text, xml_bytes
from pipeline.render.docx.package import DocxPackage, Part

NAMESPACE = "urn:saraban:record"
_ITEM_ID = "{6F1B6A3C-0C5E-4B52-9D55-5A1A2B7C1D01}"
_PROPERTIES = "docProps/core.xml"
_MOST_PROPERTIES = 100_000
"""So many bytes of the properties are looked at."""
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def add_record(package: DocxPackage, data: bytes) -> None:
    """Adds JSON `data` to a package."""
    record = f'{DECLARATION}<s:record xmlns:s="{NAMESPACE}">{escape_text(data.decode())}</s:record>'
    item = Part("/customXml/item1.xml", CT.XML, record.encode())
    about = Part("/customXml/itemProps1.xml", CT.OFC_CUSTOM_XML_PROPERTIES, _about())
    item.relate(about, RT.CUSTOM_XML_PROPS)
    package.relate(item, RT.CUSTOM_XML)


@cache
def _about() -> bytes:
    """What Word knows the part by."""
    root = etree.Element(f"{{{_STORE}}}datastoreItem", {f"{{{_STORE}}}itemID": _ITEM_ID}, {"ds": _STORE})
    references = etree.SubElement(root, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(references, f"{{{_STORE}}}schemaRef", {f"{{{_STORE}}}uri": NAMESPACE})
    return xml_bytes(root)


def is_public_copy(docx: bytes) -> bool:
    """Whether a DOCX says that it is a copy for the public, without data."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package, package.open(_PROPERTIES) as properties:
            return PUBLIC in properties.read(_MOST_PROPERTIES).decode("utf-8", "replace")
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError):
        return False


def attached_data(docx: bytes) -> bytes | None:
    """The data inside a DOCX, whoever saved it last; `None` if it is no DOCX, or holds none of ours."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            for name in package.namelist():
                if name.startswith("customXml/") and name.endswith(".xml") and "/_rels/" not in name:
                    root = etree.fromstring(package.read(name), _PARSER)
                    if root.tag == f"{{{NAMESPACE}}}record":
                        return (root.text or "").encode()
    except (zipfile.BadZipFile, etree.XMLSyntaxError):
        return None
    return None


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
