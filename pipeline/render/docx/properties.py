"""docProps: what the file says of itself. Nothing in it depends on when or where it was made."""

from __future__ import annotations

from pipeline.document.tree import Document
from pipeline.render.dating import file_date
from pipeline.render.docx.oxml import DECLARATION, escape_text

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
_CORE_NAMES = f'xmlns:cp="{_CP}" xmlns:dc="{_DC}" xmlns:dcterms="{_DCTERMS}" xmlns:xsi="{_XSI}"'


def core_xml(document: Document) -> bytes:
    """The part `docProps/core.xml`: title, subject, office, keywords, language and date."""
    date = file_date().strftime("%Y-%m-%dT%H:%M:%SZ")
    dated = ' xsi:type="dcterms:W3CDTF"'
    said = (
        _element("dc:title", document.title),
        _element("dc:subject", document.subject),
        _element("dc:creator", document.author),
        _element("cp:keywords", ", ".join(document.keywords)),
        _element("cp:lastModifiedBy", document.author),
        _element("dcterms:created", date, dated),
        _element("dcterms:modified", date, dated),
        _element("dc:language", "th-TH" if document.lang == "th" else document.lang),
    )
    return _part("cp:coreProperties", _CORE_NAMES, *said)


def app_xml(document: Document) -> bytes:
    """The part `docProps/app.xml`: the program's name, and the office as Word's company."""
    said = (_element("ap:Application", "saraban"), _element("ap:Company", document.author))
    return _part("ap:Properties", f'xmlns:ap="{_APP}"', *said)


def custom_xml(document: Document) -> bytes | None:
    """The part `docProps/custom.xml`: unit, fiscal year (a number, พ.ศ.), and which edition it is where it is
    not the first; `None` if it would be empty.
    """
    said: list[tuple[str, str]] = []
    if document.unit:
        said.append(("หน่วยงาน", _element("vt:lpwstr", document.unit)))
    if document.fiscal_year:
        said.append(("ปีงบประมาณ", _element("vt:i4", str(document.fiscal_year))))
    if document.edition > 1:
        said.append(("ฉบับที่", _element("vt:i4", str(document.edition))))
    properties = (
        f'<op:property fmtid="{_FMTID}" pid="{pid}" name="{name}">{value}</op:property>'
        for pid, (name, value) in enumerate(said, _FIRST_PID)
    )
    return _part("op:Properties", f'xmlns:op="{_CUSTOM}" xmlns:vt="{_VT}"', *properties) if said else None


def _element(name: str, text: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape_text(text)}</{name}>"


def _part(name: str, namespaces: str, *children: str) -> bytes:
    return f"{DECLARATION}<{name} {namespaces}>{''.join(children)}</{name}>".encode()
