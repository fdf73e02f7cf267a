"""Pages -> PDF, on reportlab's document.

The pages come finished from `typeset`; here nothing is measured. Text is written with fonts of our own
(`render.pdf.fonts`), so that it reads back exactly as it was composed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from reportlab.pdfbase import pdfdoc

from pipeline.document.style import StyleSheet
from pipeline.document.tree import Document
from pipeline.render.dating import file_date
from pipeline.render.pdf.attachment import DATA_NAME, write_attachment
from pipeline.render.pdf.colour import write_output_intent
from pipeline.render.pdf.conformance import Conformance
from pipeline.render.pdf.content import page_content
from pipeline.render.pdf.fields import objects_of, placed_fields, write_fields
from pipeline.render.pdf.file import CompactDocument, Raw, compress_stream, stream
from pipeline.render.pdf.fonts import Fonts
from pipeline.render.pdf.images import Images
from pipeline.render.pdf.links import placed_links, write_links
from pipeline.render.pdf.marks import MarkedContent, NoMarkedContent
from pipeline.render.pdf.metadata import Info, Metadata, write_xmp
from pipeline.render.pdf.outline import write_outline
from pipeline.render.pdf.structure import Structure, structure
from pipeline.render.pdf.tags import write_tags
from pipeline.typeset.items import Page


def write_pdf(
    pages: Sequence[Page],
    document: Document,
    sheet: StyleSheet | None = None,
    data: bytes | None = None,
    conformance: Conformance = "3a",
) -> bytes:
    """The pages as a PDF file: fonts embedded, text searchable, the same bytes for the same pages.

    `sheet` says which paragraphs are headings; `data` (JSON) rides inside as an associated file.
    """
    return _Writer(document, sheet, conformance).file(pages, data)


class _Writer:
    """One file in the making."""

    def __init__(self, document: Document, sheet: StyleSheet | None, conformance: Conformance) -> None:
        self.out = CompactDocument(f"{document.lang}-TH")
        self.document = document
        self.conformance = conformance
        self.structure = structure(document, sheet)
        self.marks = _marks(self.structure, conformance)
        self.fonts = Fonts()
        self.images = Images(self.out)
        self.signers: list[int] = []

    def file(self, pages: Sequence[Page], data: bytes | None) -> bytes:
        """The whole file."""
        contents = [page_content(page, self.fonts, self.marks, self.images.name) for page in pages]
        links = placed_links(self.structure, pages)
        fields = placed_fields(pages)
        tree = self.out.next_number() + len(links) + objects_of(fields)
        numbers = range(tree + 1, tree + 1 + len(pages))
        annotations = write_links(self.out, self.structure, links, numbers)
        self.signers = write_fields(self.out, self.structure, fields, numbers, len(pages) + len(links))
        for field, number in zip(fields, self.signers, strict=True):
            annotations.setdefault(field.page, []).append(number)
        self._pages(pages, contents, annotations, numbers)
        metadata = Metadata.of(self.document, file_date())
        entries = "".join(self._catalog(tree, numbers, metadata, data))
        self.out.info = Info(metadata)
        self.out.Catalog = Raw(f"<</Type/Catalog{entries}>>".encode("ascii"))
        return self.out.format()

    def _pages(
        self,
        pages: Sequence[Page],
        contents: Sequence[str],
        annotations: Mapping[int, Sequence[int]],
        numbers: range,
    ) -> None:
        """The page tree at the number before the pages', then the pages, then what they share."""
        resources = numbers.stop
        kids = " ".join(f"{number} 0 R" for number in numbers)
        self.out.add(f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>")
        for at, page in enumerate(pages):
            tagged = f"/Tabs/S/StructParents {at}" if isinstance(self.marks, MarkedContent) else ""
            linked = "".join(f"{number} 0 R " for number in annotations.get(at, ()))
            self.out.add(
                f"<</Type/Page/Parent {numbers.start - 1} 0 R"
                f"/MediaBox[0 0 {page.width:.2f} {page.height:.2f}]/Resources {resources} 0 R"
                f"/Contents {resources + 1 + at} 0 R{tagged}{f'/Annots[{linked}]' if linked else ''}>>"
            )
        shared = pdfdoc.PDFDictionary()
        self.out.Reference(shared)
        for content in contents:
            self.out.add(stream(compress_stream(content.encode("ascii"))))
        shared["Font"] = self.fonts.write(self.out)
        shared["XObject"] = self.images.resources()

    def _catalog(self, tree: int, numbers: range, metadata: Metadata, data: bytes | None) -> Iterator[str]:
        """The entries of the catalog; what they name is added."""
        out = self.out
        yield f"/Pages {tree} 0 R/Lang({metadata.lang})/ViewerPreferences<</DisplayDocTitle true>>"
        yield f"/Metadata {write_xmp(out, metadata, self.conformance)} 0 R"
        if isinstance(self.marks, MarkedContent):
            tags = write_tags(out, self.structure.root, self.marks, numbers)
            yield f"/MarkInfo<</Marked true>>/StructTreeRoot {tags} 0 R"
            if outline := write_outline(out, self.structure.headings, numbers):
                yield f"/Outlines {outline} 0 R"
        if self.signers:
            yield f"/AcroForm<</Fields[{' '.join(f'{number} 0 R' for number in self.signers)}]>>"
        if self.conformance != "none":
            yield f"/OutputIntents[{write_output_intent(out)} 0 R]"
        if data is not None:
            file = write_attachment(out, data, metadata.pdf_date)
            yield f"/AF[{file} 0 R]/Names<</EmbeddedFiles<</Names[({DATA_NAME}){file} 0 R]>>>>"


def _marks(made: Structure, conformance: Conformance) -> MarkedContent | NoMarkedContent:
    """Tags need marks; only 3a has tags."""
    match conformance:
        case "3a":
            return MarkedContent(made)
        case "3b" | "none":
            return NoMarkedContent()
        case _:
            assert_never(conformance)
