"""Whether two files of one paper say the same, wherever lines and pages end: what was signed then holds."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape
from pathlib import Path

from pipeline.diagnostics import SarabanError
from pipeline.intake.sandboxed import read_apart
from pipeline.render.pdf.readback import page_lines

_DOCUMENT = "word/document.xml"
_MOST_BYTES = 50_000_000
"""A paper of ours has far less text; a file that another program wrote may claim any size."""
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>")


def says_the_same(path: Path, standing: bytes, made: bytes) -> bool:
    """Whether the file at `path` (`standing`) and what is `made` for it have the same words and figures.

    What cannot be read as what it should be does not.
    """
    words = _words_of_docx if made.startswith(b"PK") else _words_of_pdf
    try:
        return read_apart(path, words, standing) == words(made)
    except (SarabanError, ValueError):
        return False


def _words_of_pdf(data: bytes) -> str:
    return "".join("".join(line.split()) for lines in page_lines(data) for line in lines)


def _words_of_docx(data: bytes) -> str:
    """Raises `ValueError` for what is no DOCX."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if package.getinfo(_DOCUMENT).file_size > _MOST_BYTES:
                raise ValueError("too large")
            text = package.read(_DOCUMENT)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError, OSError) as error:
        raise ValueError("not a DOCX") from error
    return "".join(unescape("".join(found.decode() for found in _TEXT.findall(text))).split())
