"""Trees by hand, and a reader that looks into a written DOCX."""

import io
import zipfile

from lxml import etree

from pipeline.document.tree import Cell, Document, Paragraph, Section, Text

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "ap": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "cus": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}


def text(said: str, style: str = "") -> Paragraph:
    """A paragraph of one text."""
    return Paragraph((Text(said),), style)


def cell(said: str, colspan: int = 1, rowspan: int = 1) -> Cell:
    """A cell of one paragraph in the look of its column."""
    return Cell((text(said),), colspan, rowspan)


def paper(*blocks, page: str = "portrait", **fields) -> Document:
    """A document of one section."""
    return Document("memo", "เรื่องทดสอบ", (Section(blocks, page),), **fields)


class Opened:
    """A DOCX, opened: its parts by name, and XPath in them with `w:` and its like."""

    def __init__(self, docx: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            self.names = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.names}

    def xml(self, part: str = "word/document.xml"):
        return etree.fromstring(self.parts[part])

    @property
    def numbering(self):
        """What says how lists are numbered, if there are any."""
        return self.xml("word/numbering.xml") if "word/numbering.xml" in self.names else None

    def find(self, path: str, part: str = "word/document.xml"):
        return self.xml(part).xpath(path, namespaces=NS)

    def style(self, style_id: str, path: str) -> list:
        return self.find(f"//w:style[@w:styleId='{style_id}']/{path}", "word/styles.xml")
