"""Which papers each kind of input makes: `papers.yaml` in the folder of the kind's templates."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.diagnostics import Message
from pipeline.intake.safe_yaml import shipped_yaml
from pipeline.resources import resource

if TYPE_CHECKING:
    from pipeline.model.office_input import OfficeInput

PAPERS = "papers.yaml"


class Paper(NamedTuple):
    """A kind of paper: its id (`memo`), Thai title, template file and style sheet name.

    `label` is what a tab of the desk calls it. `needs` is the field of the input without which the paper is
    not made; `""` if it is always made.
    """

    id: str
    title: str
    template: str
    style: str
    label: Message
    needs: str = ""


@cache
def _load_papers(folder: str) -> tuple[Paper, ...]:
    read = shipped_yaml().load(resource("templates", folder, PAPERS).read_text(encoding="utf-8"))
    return tuple(Paper(**{**paper, "label": Message(**paper["label"])}) for paper in read)


def papers_of_kind(kind: str) -> tuple[Paper, ...]:
    """All papers of the kind of that name, also those that not every input makes."""
    return _load_papers(kind)


def papers_of(office_input: OfficeInput) -> tuple[Paper, ...]:
    """The papers that an input makes, in the order in which they are bound."""
    papers = _load_papers(office_input.kind)
    return tuple(paper for paper in papers if not paper.needs or getattr(office_input, paper.needs))


def specimen_papers() -> tuple[Paper, ...]:
    """The papers that show what pages can hold, of the example memo beside their template."""
    return _load_papers("specimen")


def bundle_paper(id: str) -> Paper:
    """A paper of the bundle itself: its control sheet, the marks that lie on documents."""
    return next(paper for paper in _load_papers("bundle") if paper.id == id)


def all_papers() -> tuple[Paper, ...]:
    """The papers of all kinds, and those of the program's own."""
    folders = sorted(file.parent.name for file in resource("templates").glob(f"*/{PAPERS}"))
    return tuple(paper for folder in folders for paper in _load_papers(folder))
