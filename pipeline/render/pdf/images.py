"""Pictures that come as PNG alone, each once in a file."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

from pipeline.document.pictures import picture_files
from pipeline.render.pdf.file import CompactDocument
from pipeline.typeset.items import Picture


class Images:
    """The PNG pictures of one document."""

    def __init__(self, document: CompactDocument) -> None:
        self._document = document
        self._numbers: dict[str, int] = {}
        self._names: dict[str, str] = {}

    def name(self, picture: Picture) -> str:
        """The resource name of the picture, which is added to the file when it comes first."""
        file = str(picture_files(picture.name).png)
        if file not in self._names:
            self._names[file] = f"I{len(self._names) + 1}"
            image: Any = pdfdoc.PDFImageXObject(self._names[file], file, mask="auto")
            if mask := getattr(image, "_smask", None):
                image.smask = self._document.Reference(mask)
            self._numbers[file] = self._document.number_of(image)
        return self._names[file]

    def resources(self) -> Any:
        """The dictionary that names them."""
        entries = (f"/{name} {self._numbers[file]} 0 R" for file, name in self._names.items())
        return f"<<{''.join(entries)}>>"
