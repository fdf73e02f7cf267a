"""A file that came back, held against the paper that the data make now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pipeline import compose
from pipeline.compose import Paper
from pipeline.extraction.docx.reader import read_docx
from pipeline.extraction.extracted import ExtractedDocument, Trace
from pipeline.papers.build import DEFAULT_OPTIONS, RenderOptions, build
from pipeline.papers.prepared import Prepared
from pipeline.verify.comparison import paper_differences
from pipeline.verify.differences import Difference, Kind
from pipeline.verify.recognition import recognise_paper


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
    Raises `InputError` if the file is none of the input's papers, and what `build` raises.
    """
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
