"""Reads our PDF files back: the attached data, and the text of each page."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2 as pdfium

from pipeline.document.public_copy import PUBLIC
from pipeline.render.pdf.attachment import DATA_NAME


def attached_data(pdf: bytes) -> bytes | None:
    """The data inside a PDF; `None` if it is not a PDF, is locked, or holds none of ours."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            attached = opened.attachments.get(DATA_NAME)
            return attached.get_file().read_bytes() if attached else None
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return None


def is_public_copy(pdf: bytes) -> bool:
    """Whether a PDF says that it is a copy for the public, without data."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            return PUBLIC in str(opened.docinfo.get("/Keywords", ""))
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return False


def page_lines(pdf: bytes) -> tuple[tuple[str, ...], ...]:
    """The lines of text of each page, as browsers read them; what fields show is not among them.

    Raises `ValueError` for what cannot be read as a PDF.
    """
    try:
        opened = pdfium.PdfDocument(pdf)
    except pdfium.PdfiumError as error:
        raise ValueError("not a PDF that can be read") from error
    try:
        texts = [page.get_textpage().get_text_bounded() for page in opened]
    finally:
        opened.close()
    return tuple(tuple(line.strip() for line in text.splitlines() if line.strip()) for text in texts)
