"""Reads a finished document by its file type (DOCX, PDF, text)."""

from __future__ import annotations

from pathlib import Path

from pipeline.diagnostics import InputError, Location, diagnose
from pipeline.extraction.docx.reader import read_docx
from pipeline.extraction.extracted import ExtractedDocument
from pipeline.extraction.pdf_reader import read_pdf
from pipeline.extraction.text_reader import read_text
from pipeline.intake.decoding import decode
from pipeline.intake.opening import PDF, empty_file, ordinary_bytes, unreadable, wrong_kind

TEXT = (".txt", ".md")
FINISHED = (".docx", ".pdf", *TEXT)
"""The kinds of finished paper, by the end of the file's name."""

MOST_BYTES = 50_000_000


def is_finished(path: Path) -> bool:
    """Whether a path names a finished paper, and no data."""
    return path.suffix.lower() in FINISHED and not path.is_dir()


def read_finished(path: Path) -> ExtractedDocument:
    """The paper in a DOCX, PDF or text file. Raises `InputError` for what cannot be read."""
    kind = path.suffix.lower()
    if kind == ".docx":
        return read_docx(path, text_only=True)
    data = _bytes(path)
    if kind == ".pdf":
        if fault := wrong_kind(str(path), PDF, data):
            raise InputError([fault])
        return read_pdf(data, str(path))
    text = decode(data, str(path)).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InputError([diagnose("empty", Location(str(path)))])
    return read_text(text, str(path))


def _bytes(path: Path) -> bytes:
    place = Location(str(path))
    try:
        if not path.exists():
            raise InputError([diagnose("not-found", place)])
        if path.stat().st_size > MOST_BYTES:
            raise InputError([diagnose("too-large", place, limit=MOST_BYTES // 1000000)])
        data = ordinary_bytes(path)
    except OSError as error:
        raise InputError([unreadable(path, error)]) from error
    if not data:
        raise InputError([empty_file(str(path))])
    return data
