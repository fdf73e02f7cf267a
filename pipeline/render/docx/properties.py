"""docProps: what the file says of itself. Nothing in it depends on when or where it was made."""

from __future__ import annotations

from lxml import etree

from pipeline.document.tree import Document
from pipeline.render.dating import file_date
from pipeline.render.docx.oxml import xml_bytes

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_DCTERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that Word lists as custom (MS-OSHARED §2.3.3.2.1.3)."""
_FIRST_PID = 2
_NAMES = {"cp": _CP, "dc": _DC, "dcterms": _DCTERMS, "xsi": _XSI}


def core_xml(document: Document) -> bytes:
    """The part `docProps/core.xml`: title, subject, office, keywords, language and date."""
    date = file_date().strftime("%Y-%m-%dT%H:%M:%SZ")
    root = etree.Element(f"{{{_CP}}}coreProperties", {}, _NAMES)
    said = (
        (_DC, "title", document.title),
        (_DC, "subject", document.subject),
        (_DC, "creator", document.author),
        (_CP, "keywords", ", ".join(document.keywords)),
        (_CP, "lastModifiedBy", document.author),
        (_DCTERMS, "created", date),
        (_DCTERMS, "modified", date),
        (_DC, "language", "th-TH" if document.lang == "th" else document.lang),
    )
    for namespace, name, text in said:
        dated = {f"{{{_XSI}}}type": "dcterms:W3CDTF"} if namespace == _DCTERMS else {}
        etree.SubElement(root, f"{{{namespace}}}{name}", dated).text = text
    return xml_bytes(root)


def app_xml(document: Document) -> bytes:
    """The part `docProps/app.xml`: the program's name, and the office as Word's company."""
    root = etree.Element(f"{{{_APP}}}Properties", {}, {"ap": _APP})
    etree.SubElement(root, f"{{{_APP}}}Application").text = "saraban"
    etree.SubElement(root, f"{{{_APP}}}Company").text = document.author
    return xml_bytes(root)


def custom_xml(document: Document) -> bytes | None:
    """The part `docProps/custom.xml`: unit and fiscal year (a number, พ.ศ.); `None` if it would be empty."""
    said: list[tuple[str, str, str]] = []
    if document.unit:
        said.append(("หน่วยงาน", "lpwstr", document.unit))
    if document.fiscal_year:
        said.append(("ปีงบประมาณ", "i4", str(document.fiscal_year)))
    root = etree.Element(f"{{{_CUSTOM}}}Properties", {}, {"op": _CUSTOM, "vt": _VT})
    for pid, (name, kind, text) in enumerate(said, _FIRST_PID):
        about = {"fmtid": _FMTID, "pid": str(pid), "name": name}
        one = etree.SubElement(root, f"{{{_CUSTOM}}}property", about)
        etree.SubElement(one, f"{{{_VT}}}{kind}").text = text
    return xml_bytes(root) if said else None
