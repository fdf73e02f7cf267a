"""A prepared input: checked and scored, with its remarks and doubts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline import compose
from pipeline.compose import Paper
from pipeline.diagnostics import Diagnostic, Location, RequestError, diagnose
from pipeline.intake import ValuePath
from pipeline.intake.source import Plain
from pipeline.model.doubts import Doubt

if TYPE_CHECKING:
    from pipeline.model.office_input import OfficeInput
    from pipeline.scoring.cards import ScoreCard


def _no_place(_: ValuePath) -> Location:
    return Location("")


@dataclass(frozen=True, slots=True)
class Prepared:
    """One input, checked and scored. Its papers go to the subfolder `name`; `values` is what was typed."""

    name: str
    office_input: OfficeInput
    card: ScoreCard | None
    values: Mapping[str, Plain] = field(default_factory=dict)
    remarks: tuple[Diagnostic, ...] = ()
    """What reading it gave that the user should know and that stops nothing."""
    doubts: tuple[Doubt, ...] = ()
    """What in it most likely is a slip, the accepted ones too: it is read, but not bundled or signed."""
    place: Callable[[ValuePath], Location] = field(default=_no_place, compare=False, repr=False)
    """Where a value stands in the user's file."""

    @property
    def papers(self) -> tuple[Paper, ...]:
        """The papers that this input makes."""
        return compose.papers_of(self.office_input)

    def chosen(self, only: Collection[str] | None = None) -> tuple[Paper, ...]:
        """The papers of these ids, in the order in which they are bound; `None`: all of them.

        Raises `RequestError` with all ids that the input makes no paper of.
        """
        made = {paper.id: paper for paper in self.papers}
        if unknown := [id for id in only or () if id not in made]:
            asked, papers = ", ".join(unknown), ", ".join(made)
            raise RequestError([diagnose("usage/no-paper", asked=asked, papers=papers)])
        return tuple(paper for paper in self.papers if only is None or paper.id in only)
