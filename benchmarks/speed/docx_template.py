"""A DOCX of ours as a docxtpl template: each paragraph's text becomes a placeholder."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

from docx import Document as open_docx
from docx.oxml.ns import qn


@dataclass(frozen=True)
class DocxTemplate:
    """The template's bytes; `{{ t[n] }}` stands where the paper's n-th paragraph had its text."""

    data: bytes


def template_of(docx: bytes) -> tuple[DocxTemplate, Mapping[str, list[str]]]:
    """The template, and the context that makes it say what `docx` said."""
    document = open_docx(io.BytesIO(docx))
    texts: list[str] = []
    for paragraph in document.element.body.iter(qn("w:p")):
        found = list(paragraph.iter(qn("w:t")))
        if not found:
            continue
        texts.append("".join(text.text or "" for text in found))
        found[0].text = f"{{{{ t[{len(texts) - 1}] }}}}"
        for text in found[1:]:
            text.text = ""
    written = io.BytesIO()
    document.save(written)
    return DocxTemplate(written.getvalue()), {"t": texts}
