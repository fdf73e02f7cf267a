"""What tells a paper for the public from others: a keyword among its properties, in both files."""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.tree import Document

PUBLIC = "ฉบับเผยแพร่ (public copy)"


def as_public_copy(document: Document) -> Document:
    """The paper with the keyword among its properties; its pages are as they were."""
    return replace(document, keywords=(*document.keywords, PUBLIC))
