"""Which papers there are: those of an input, of all kinds, and those of the program's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import kinds
from pipeline.kinds.paper_lists import PAPERS
from pipeline.kinds.papers import Paper, load_papers
from pipeline.kinds.registry import Kinds
from pipeline.resources import resource

if TYPE_CHECKING:
    from pipeline.model.office_input import OfficeInput


def papers_of(office_input: OfficeInput) -> tuple[Paper, ...]:
    """The papers that an input makes, in the order in which they are bound."""
    return kinds.kind_of(office_input).papers_made(office_input)


def specimen_papers() -> tuple[Paper, ...]:
    """The papers that show what pages can hold, of the example memo beside their template."""
    return load_papers("specimen")


def bundle_paper(id: str) -> Paper:
    """A paper of the bundle itself: its control sheet, the marks that lie on documents."""
    return next(paper for paper in load_papers("bundle") if paper.id == id)


def all_papers(known: Kinds) -> tuple[Paper, ...]:
    """The papers of all `known` kinds, and those of the program's own. Raises `InputError` for a faulty
    kind.
    """
    names = set(known.names())
    own = {file.parent.name for file in resource("templates").glob(f"*/{PAPERS}")} - names
    of_kinds = (paper for kind in known.every() for paper in kind.papers)
    return (*of_kinds, *(paper for folder in sorted(own) for paper in load_papers(folder)))


__all__ = ["Paper", "all_papers", "bundle_paper", "papers_of", "specimen_papers"]
