"""docProps: what the file says of itself. Nothing in it depends on when or where it was made."""

from __future__ import annotations

import datetime
import os

from lxml import etree

from pipeline.document.tree import Document
from pipeline.render.docx.oxml import xml_bytes

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_DCTERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_NAMES = {"cp": _CP, "dc": _DC, "dcterms": _DCTERMS, "xsi": _XSI}

UNDATED = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
"""The date of a file that must not depend on the day: the first that a zip archive can hold."""


def file_date() -> datetime.datetime:
    """The date that a file bears: `SOURCE_DATE_EPOCH` (seconds since 1970, UTC), else `UNDATED`."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch.isdigit() else UNDATED


def core_xml(document: Document) -> bytes:
    """The part `docProps/core.xml`: title, subject, unit, language and date."""
    date = file_date().strftime("%Y-%m-%dT%H:%M:%SZ")
    root = etree.Element(f"{{{_CP}}}coreProperties", {}, _NAMES)
    said = (
        (_DC, "title", document.title),
        (_DC, "subject", document.subject),
        (_DC, "creator", document.author),
        (_CP, "lastModifiedBy", document.author),
        (_DCTERMS, "created", date),
        (_DCTERMS, "modified", date),
        (_DC, "language", "th-TH" if document.lang == "th" else document.lang),
    )
    for namespace, name, text in said:
        dated = {f"{{{_XSI}}}type": "dcterms:W3CDTF"} if namespace == _DCTERMS else {}
        etree.SubElement(root, f"{{{namespace}}}{name}", dated).text = text
    return xml_bytes(root)


def app_xml() -> bytes:
    """The part `docProps/app.xml`: the program's name."""
    root = etree.Element(f"{{{_APP}}}Properties", {}, {"ap": _APP})
    etree.SubElement(root, f"{{{_APP}}}Application").text = "saraban"
    return xml_bytes(root)
