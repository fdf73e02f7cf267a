"""Which papers each kind of input makes: `templates/papers.yaml`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from pipeline.intake.safe_yaml import shipped_yaml
from pipeline.resources import resource

if TYPE_CHECKING:
    from pipeline.model.inputs import AgreementInput, HrScorecardInput, MemoInput

    AnyInput: TypeAlias = HrScorecardInput | AgreementInput | MemoInput


class Paper(NamedTuple):
    """A kind of paper: its id (`memo`), Thai title, template file and style sheet name."""

    id: str
    title: str
    template: str
    style: str


@lru_cache(maxsize=1)
def _registry() -> dict[str, tuple[Paper, ...]]:
    read = shipped_yaml().load(resource("templates", "papers.yaml").read_text(encoding="utf-8"))
    return {kind: tuple(Paper(**paper) for paper in papers) for kind, papers in read.items()}


def papers_of(office_input: AnyInput) -> tuple[Paper, ...]:
    """The papers that an input makes, in the order in which they are bound."""
    papers = _registry()[office_input.kind]
    if office_input.kind == "agreement" and not office_input.results:
        return tuple(paper for paper in papers if paper.id != "scores")
    return papers


def specimen_papers() -> tuple[Paper, ...]:
    """The papers that show what pages can hold, of the example memo beside their template."""
    return _registry()["specimen"]


def bundle_paper(id: str) -> Paper:
    """A paper of the bundle itself: its control sheet, the marks that lie on documents."""
    return next(paper for paper in _registry()["bundle"] if paper.id == id)


def all_papers() -> tuple[Paper, ...]:
    """The papers of all kinds."""
    return tuple(paper for papers in _registry().values() for paper in papers)
