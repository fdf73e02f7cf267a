"""Parts -> the bytes of a DOCX, the same for the same parts.

python-docx keeps the parts, their relationships and content types; it starts from nothing, so nothing of
its default template gets in (docs/decisions/0008). Its archive bears the time of day, so the entries are
packed anew.
"""

from __future__ import annotations

import io
import zipfile

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml.etree import _Element as Element

from pipeline.render.docx.oxml import w, xml_bytes

FIRST_DATE = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the first that the archive format can hold."""


class _MainPart(Part):
    """`word/document.xml`, whose body is written when all that it refers to is known."""

    body: Element

    @property
    def blob(self) -> bytes:
        """The document as bytes."""
        return xml_bytes(w("document", self.body))


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
        written = io.BytesIO()
        self._package.save(written)
        return _packed_anew(written)


def _packed_anew(archive: io.BytesIO) -> bytes:
    """The archive with its entries in order of name, without times or the name of a system."""
    packed = io.BytesIO()
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(packed, "w") as target:
        for name in sorted(source.namelist()):
            entry = zipfile.ZipInfo(name, FIRST_DATE)
            entry.create_system = 0
            target.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
