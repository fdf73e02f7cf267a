"""Recognizes which paper of an input a file is: the one whose words it has most in common."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from pipeline.compose import Paper
from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.document.markup import parse
from pipeline.document.text import document_text
from pipeline.extraction.extracted import ExtractedDocument
from pipeline.papers.build import RenderOptions, markup_of
from pipeline.papers.prepared import Prepared
from pipeline.verify.wording import key

LEAST = 0.2
"""A file that has less than this share of a paper's paragraphs is not that paper."""

TITLE = 0.1
"""So much a title in the file's properties counts, where the text leaves two papers alike."""


class _Likeness(NamedTuple):
    """Share of a paper's paragraphs that the file has, the title counted with it."""

    share: float
    paper: Paper


def recognise_paper(found: ExtractedDocument, prepared: Prepared, options: RenderOptions) -> Paper:
    """The paper of the input that the file is. Raises `InputError` if it is none of them."""
    said = Counter(key(paragraph.text_with_marker) for paragraph in found.paragraphs)
    likest = max(
        (_Likeness(_share(said, found.title, prepared, paper, options), paper) for paper in prepared.papers),
        key=lambda likeness: likeness.share,
    )
    if likest.share < LEAST:
        raise InputError([_diagnose_unknown_paper(found, prepared)])
    return likest.paper


def _share(said: Counter[str], title: str, prepared: Prepared, paper: Paper, options: RenderOptions) -> float:
    document = parse(markup_of(prepared, paper, options), paper.template)
    expected = Counter(key(text) for text in document_text(document))
    common = (said & expected).total() / max(expected.total(), 1)
    return common + TITLE * (key(title) == key(document.title))


def _diagnose_unknown_paper(found: ExtractedDocument, prepared: Prepared) -> Diagnostic:
    papers = ", ".join(paper.id for paper in prepared.papers)
    return diagnose("not-this-paper", Location(found.source), papers=papers)
