"""A file that came back, held against the paper that the data make now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipeline import compose
from pipeline.compose import Paper
from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.document.markup import parse
from pipeline.document.text import document_text
from pipeline.extraction.docx.reader import read_docx
from pipeline.extraction.extracted import ExtractedDocument, Trace
from pipeline.papers.build import DEFAULT_OPTIONS, RenderOptions, build, markup_of
from pipeline.papers.former_wording import prepare_formerly
from pipeline.papers.prepared import Prepared
from pipeline.verify.comparison import paper_differences
from pipeline.verify.differences import Difference, Kind
from pipeline.verify.wording import key

LEAST = 0.2
"""A file that has less than this share of a paper's paragraphs is not that paper."""

TITLE = 0.1
"""So much a title in the file's properties counts, where the text leaves two papers alike."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What a file says of a paper: `differences` from the data, what was `filled` in where the data leave a
    place for the pen, and the `traces` of work on it (tracked changes, comments).
    """

    paper: Paper
    differences: tuple[Difference, ...]
    filled: tuple[Difference, ...]
    traces: Mapping[Trace, int]

    @property
    def sound(self) -> bool:
        """Whether the file says what the data say."""
        return not self.differences


def verify(
    found: ExtractedDocument,
    prepared: Prepared,
    paper: Paper | None = None,
    options: RenderOptions = DEFAULT_OPTIONS,
) -> Verification:
    """Holds `found` against `paper` of the input (`None`: the one that it is).

    What is expected is read back from the DOCX that the data make, by the same reader as `found`: so page
    headers and numbers are compared as well, and no way of writing makes a difference.
    Data of the time when the sentences of papers stood in templates are held against the file with and
    without those sentences; what differs least is told.
    Raises `InputError` if the file is none of the input's papers, and what `build` raises.
    """
    both = [prepared, *([former] if (former := prepare_formerly(prepared)) else [])]
    return min(
        (_verify(found, each, paper, options) for each in both), key=lambda each: len(each.differences)
    )


def _verify(
    found: ExtractedDocument, prepared: Prepared, paper: Paper | None, options: RenderOptions
) -> Verification:
    chosen = paper or recognise_paper(found, prepared, options)
    built = build(prepared, chosen, replace(options, formats=("docx",), faces=()))
    expected = read_docx(built.files["docx"])
    differences = paper_differences(expected, found, compose.names_of(prepared.office_input))
    return Verification(
        chosen,
        tuple(one for one in differences if one.kind is not Kind.FILLED),
        tuple(one for one in differences if one.kind is Kind.FILLED),
        found.traces,
    )


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
