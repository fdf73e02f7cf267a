"""Rendered papers, and their text as readers give it back."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdf
import pypdfium2
from click.testing import CliRunner
from lxml import etree

from pipeline.cli.main import saraban
from pipeline.extraction.docx.numbering import Numbering

ROOT = Path(__file__).resolve().parents[2]
INPUTS = ("hr-scorecard-2563", "agreement-2547", "memo-example")
READ = {"word/document.xml", "word/styles.xml", "word/numbering.xml"}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def squeezed(text: str) -> str:
    """Without white space: a line end inside a Thai sentence is not a space."""
    return "".join(text.split())


@dataclass(frozen=True)
class Papers:
    """A folder of rendered papers."""

    folder: Path

    def path(self, paper: str, kind: str) -> Path:
        return self.folder / f"{paper}.{kind}"

    def pdf_text(self, paper: str) -> str:
        """All text of the PDF as pdfium reads it, without white space."""
        document = pypdfium2.PdfDocument(self.path(paper, "pdf"))
        return squeezed("".join(page.get_textpage().get_text_range() for page in document))

    def docx_paragraphs(self, paper: str) -> list[str]:
        """Text of each paragraph of the DOCX that has any."""
        texts = (paragraph_text(p) for p in self.docx_body(paper).iter(f"{W}p"))
        return [text for text in texts if text]

    def docx_as_written(self, paper: str) -> str:
        """All text in runs of the DOCX, without what stands in content controls, and without white space."""
        with zipfile.ZipFile(self.path(paper, "docx")) as package:
            body = etree.fromstring(package.read("word/document.xml"))
        for control in [one for one in body.iter(f"{W}sdt") if one.getparent().tag == f"{W}p"]:
            control.getparent().remove(control)
        return squeezed("".join(paragraph_text(p) for p in body.iter(f"{W}p")))

    def docx_body(self, paper: str):
        """The body, the numbers that Word counts typed before their paragraphs."""
        with zipfile.ZipFile(self.path(paper, "docx")) as package:
            parts = {
                name: etree.fromstring(package.read(name)) for name in package.namelist() if name in READ
            }
        numbering = Numbering(parts["word/styles.xml"], parts.get("word/numbering.xml"))
        for paragraph in parts["word/document.xml"].iter(f"{W}p"):
            if marker := numbering.marker(paragraph):
                typed = etree.SubElement(etree.Element(f"{W}r"), f"{W}t")
                typed.text = f"{marker} "
                paragraph.insert(1, typed.getparent())
        return parts["word/document.xml"]

    def fonts(self, paper: str) -> dict[str, bool]:
        """Each font that the PDF names, and whether its file is inside."""
        found = {}
        for page in pypdf.PdfReader(self.path(paper, "pdf")).pages:
            for reference in page["/Resources"]["/Font"].values():
                font = reference.get_object()
                (descendant,) = font["/DescendantFonts"]
                name = font["/BaseFont"].split("+")[-1]
                found[name] = "/FontFile2" in descendant.get_object()["/FontDescriptor"].get_object()
        return found


def paragraph_text(paragraph) -> str:
    """Text of one `w:p`; tabs, line ends and no-break spaces as spaces."""
    parts = []
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        if node.tag == f"{W}t":
            parts.append(node.text or "")
        elif node.getparent().tag == f"{W}r":
            parts.append(" ")
    return "".join(parts).replace("\u00a0", " ").strip()


@dataclass(frozen=True)
class Rendered:
    """All examples, rendered into one folder."""

    folder: Path

    def __getitem__(self, name: str) -> Papers:
        return Papers(self.folder / name)

    @cached_property
    def all(self) -> list[tuple[str, str]]:
        return [(path.parent.name, path.stem) for path in sorted(self.folder.glob("*/*.pdf"))]


def render(*inputs: Path, to: Path) -> None:
    result = CliRunner().invoke(saraban, ["render", *map(str, inputs), "-o", str(to)])
    assert result.exit_code == 0, result.output
