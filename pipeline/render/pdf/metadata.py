"""What a PDF says of itself: the information dictionary, and the same as XMP (ISO 19005-3 §6.6)."""

from __future__ import annotations

import datetime
from html import escape
from typing import NamedTuple

from pipeline.document.tree import Document
from pipeline.render.pdf.conformance import Conformance
from pipeline.render.pdf.file import CompactDocument, Raw, text_string

PROGRAM = "saraban"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"\
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{said}<pdf:Producer>{program}</pdf:Producer>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
</rdf:Description>
{claims}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n"
_SUBJECT = '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>\n'
_KEYWORDS = "<pdf:Keywords>{}</pdf:Keywords>\n"
_ARCHIVE = """<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>{}</pdfaid:conformance>
</rdf:Description>
"""
_ACCESSIBLE = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
_CLAIMS: dict[Conformance, str] = {
    "none": "",
    "3b": _ARCHIVE.format("B"),
    "3a": _ARCHIVE.format("A") + _ACCESSIBLE,
}


class Metadata(NamedTuple):
    """What is known of a paper: title (เรื่อง), author (the unit, else the office), subject, keywords, date."""

    title: str
    author: str
    subject: str
    keywords: str
    lang: str
    date: datetime.datetime

    @classmethod
    def of(cls, document: Document, date: datetime.datetime) -> Metadata:
        """What a document says; a paper without a title is called by its kind (ISO 14289-1 §7.1)."""
        year = (f"ปีงบประมาณ พ.ศ. {document.fiscal_year}",) if document.fiscal_year else ()
        edition = (f"ฉบับที่ {document.edition}",) if document.edition > 1 else ()
        return cls(
            document.title or document.kind,
            document.unit or document.author,
            document.subject,
            ", ".join((*document.keywords, *year, *edition)),
            f"{document.lang}-TH",
            date,
        )

    @property
    def pdf_date(self) -> str:
        """The date as PDF writes it."""
        return f"D:{self.date:%Y%m%d%H%M%S}Z"


class Info(Raw):
    """The information dictionary."""

    def __init__(self, metadata: Metadata) -> None:
        told = {
            "Title": metadata.title,
            "Author": metadata.author,
            "Subject": metadata.subject,
            "Keywords": metadata.keywords,
            "Creator": PROGRAM,
            "Producer": PROGRAM,
        }
        entries = "".join(f"/{name} {text_string(text)}" for name, text in told.items() if text)
        date = metadata.pdf_date
        super().__init__(f"<<{entries}/CreationDate({date})/ModDate({date})>>".encode("ascii"))

    def digest(self, _: object) -> None:
        """reportlab's fingerprint of a file, which is not used: ours covers all bytes."""


def write_xmp(document: CompactDocument, metadata: Metadata, conformance: Conformance) -> int:
    """Adds the metadata as XMP, uncompressed, so that any program finds it; its number."""
    told = ((_AUTHOR, metadata.author), (_SUBJECT, metadata.subject), (_KEYWORDS, metadata.keywords))
    packet = _XMP.format(
        lang=metadata.lang,
        title=escape(metadata.title, quote=False),
        said="".join(form.format(escape(text, quote=False)) for form, text in told if text),
        program=PROGRAM,
        date=f"{metadata.date:%Y-%m-%dT%H:%M:%SZ}",
        claims=_CLAIMS[conformance],
    ).encode()
    head = f"<</Type/Metadata/Subtype/XML/Length {len(packet)}>>\nstream\n".encode("ascii")
    return document.add(head + packet + b"endstream\n")
