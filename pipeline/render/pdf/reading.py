"""Reads back what our PDF files hold besides their pages."""

from __future__ import annotations

import io

import pikepdf

from pipeline.render.pdf.attachment import DATA_NAME


def attached_data(pdf: bytes) -> bytes | None:
    """The data inside a PDF; `None` if it is not a PDF, or holds none of ours."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            attached = opened.attachments.get(DATA_NAME)
            return attached.get_file().read_bytes() if attached else None
    except pikepdf.PdfError:
        return None
