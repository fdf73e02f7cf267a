"""The interface of a kind of input: which parts it must have, and how they are found.

The parts of a kind (`kinds.parts`) are found when first asked for, so that a memo is made without the
records of plans and agreements: of one written in Python they are the modules of its folder.
"""

from __future__ import annotations

import datetime
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.diagnostics import Message
from pipeline.kinds.parts import (
    ChecksPart,
    FactsPart,
    ScoringPart,
    SheetsPart,
    SignersPart,
    load_part,
    refuse_missing_parts,
)
from pipeline.resources import resource

if TYPE_CHECKING:
    from decimal import Decimal

    from pipeline.diagnostics import Diagnostic
    from pipeline.intake import Source, ValuePath
    from pipeline.kinds.papers import Paper
    from pipeline.kinds.responsible import OwnedRow
    from pipeline.kinds.signing import SentLetter, Signing
    from pipeline.model.fact_names import FactName
    from pipeline.model.office_input import OfficeInput
    from pipeline.model.schemes import Unmeasured
    from pipeline.scoring.cards import ScoreCard
    from pipeline.workbook.layout import Layout


@dataclass(frozen=True)
class Kind(ABC):
    """A kind of input: its name in the data (`hr-scorecard`).

    `title` is for editors and the guide, `label` what people choose it by: on the desk, in a workbook, on the
    command line. `old_labels` are what workbooks of earlier versions call it, read and told nowhere.
    `files` are the YAML files of a folder, by name without ending, each with the fields of the record in it:
    every field in one of them.
    """

    name: str
    title: str
    label: Message
    files: Mapping[str, tuple[str, ...]]
    old_labels: tuple[str, ...] = field(default=(), kw_only=True)

    @abstractmethod
    def part(self, name: str) -> Any:
        """A part of the kind, with all that its protocol asks of it. Raises `IncompleteKind`."""

    @property
    @abstractmethod
    def origin(self) -> Path:
        """The folder that it comes from."""

    @property
    @abstractmethod
    def start(self) -> Path:
        """The folder of its example data."""

    @property
    @abstractmethod
    def about(self) -> Message:
        """What its papers are for."""

    @property
    @abstractmethod
    def papers(self) -> tuple[Paper, ...]:
        """All papers that it makes, also those that not every input makes, in the order of binding."""

    @abstractmethod
    def papers_made(self, office_input: OfficeInput) -> tuple[Paper, ...]:
        """The papers that an input makes, in the order in which they are bound."""

    @cached_property
    def record(self) -> type[OfficeInput]:
        """The record of the whole input."""
        record: type[OfficeInput] = self.part("record").RECORD
        record.made_by = self
        return record

    @cached_property
    def _checks(self) -> ChecksPart[Any]:
        part: ChecksPart[Any] = self.part("checks")
        return part

    @cached_property
    def _scoring(self) -> ScoringPart[Any]:
        part: ScoringPart[Any] = self.part("scoring")
        return part

    @cached_property
    def _sheets(self) -> SheetsPart:
        part: SheetsPart = self.part("sheets")
        return part

    @cached_property
    def _facts(self) -> FactsPart[Any]:
        part: FactsPart[Any] = self.part("facts")
        return part

    @cached_property
    def _signers(self) -> SignersPart[Any]:
        part: SignersPart[Any] = self.part("signers")
        return part

    def faults(self, office_input: OfficeInput, source: Source) -> Iterator[Diagnostic]:
        """What values that are valid one by one contradict: sums, references, dates, results."""
        yield from self._checks.faults(office_input, source)

    def score(self, office_input: OfficeInput) -> ScoreCard | None:
        """All scores of a checked input; `None` if the kind has nothing to score."""
        return self._scoring.score(office_input)

    def under(self, office_input: OfficeInput, policy: Unmeasured) -> OfficeInput:
        """The input under another policy for what was not measured."""
        changed: OfficeInput = self._scoring.under(office_input, policy)
        return changed

    def aims(self, office_input: OfficeInput) -> Mapping[str, Decimal]:
        """The scores (1 to 5) that indicators aim at, by their ids, where the input names them."""
        return self._scoring.aims(office_input)

    @property
    def layout(self) -> Layout:
        """The sheets of its workbook."""
        return replace(self._sheets.layout(self.label.th), old_titles=self.old_labels)

    def owned_rows(self, office_input: OfficeInput) -> tuple[OwnedRow, ...]:
        """The rows that others fill in when a round is handed out, each with who answers for it."""
        return tuple(self._sheets.owned_rows(office_input))

    def responsible_fields(self, into: tuple[str, ...]) -> frozenset[tuple[str, ...]]:  # noqa: ARG002
        """The columns of the list at `into` that say who answers for a row. Of a kind that keeps them
        elsewhere: none.
        """
        return frozenset()

    @property
    def fact_guide(self) -> str:
        """Its own names that prose may print, for `docs/input.md`: a table in Markdown, or nothing."""
        return self._facts.GUIDE

    @property
    def fact_names_declared(self) -> tuple[FactName, ...]:
        """Its own names that prose may print, in both languages."""
        return self._facts.NAMES

    def facts_at(
        self, office_input: OfficeInput, card: ScoreCard | None, entry: ValuePath
    ) -> Mapping[str, str]:
        """The present values of what a text below `entry` may print beside, of a checked input."""
        return self._facts.facts_at(office_input, card, entry)

    def facts(self, office_input: OfficeInput) -> Mapping[str, str]:
        """What all prose of the input may print by name, beside its office."""
        return self._facts.facts(office_input)

    def fact_names(self, office_input: OfficeInput) -> Iterable[str]:
        """The names of `facts`, also of those that need what was refused."""
        return self._facts.names(office_input)

    def names_in(self, record: type[object]) -> Iterable[str]:
        """The names that the texts of a record of this class may print beside."""
        return self._facts.names_in(record)

    def names_at(
        self,
        office_input: OfficeInput,
        card: ScoreCard | None,
        entry: ValuePath,
        is_told: Callable[[ValuePath], bool],
    ) -> Iterable[str]:
        """The names that a text below `entry` may print beside; `is_told` of a value that was refused."""
        return self._facts.names_at(office_input, card, entry, is_told)

    def are_names_known(self, office_input: OfficeInput, path: ValuePath) -> bool:
        """Whether all names that the text at `path` may print are known, and none was refused."""
        return self._facts.are_names_known(office_input, path)

    def functions(
        self, office_input: OfficeInput, data: object, card: ScoreCard | None, facts: Mapping[str, str]
    ) -> Mapping[str, object]:
        """What its templates may call; `data` is the input's view."""
        return self._facts.functions(office_input, data, card, facts)

    def signing(self, office_input: OfficeInput, paper: str) -> Signing:
        """Who signs the paper of that id, and under which number."""
        return self._signers.signing(office_input, paper)

    def date(self, office_input: OfficeInput) -> datetime.date | None:
        """The date that the signed paper bears, if the data hold it."""
        return self._signers.date(office_input)

    def personal(self) -> Mapping[tuple[str, ...], bool]:
        """The fields whose values papers for the public mask (`True`), by their names from the top, and those
        in them that are shown all the same (`False`). Of a kind that says nothing: none.
        """
        return {}

    def has_personal_scores(self) -> bool:
        """Whether papers for the public mask scores and grades. Of a kind that says nothing: they do not."""
        return False

    def sent_letter(self, office_input: OfficeInput) -> SentLetter | None:
        """What is sent to another office's system; `None` if the kind sends nothing."""
        return self._signers.sent_letter(office_input)


@dataclass(frozen=True)
class CodedKind(Kind):
    """A kind written in Python: a `package` (`pipeline.kinds.hr_scorecard`) whose modules are its parts.

    `purpose` says what its papers are for. Raises `IncompleteKind` where a part is missing.
    """

    package: str
    purpose: Message

    def __post_init__(self) -> None:
        refuse_missing_parts(self.package)

    @property
    def origin(self) -> Path:
        """The folder of its templates."""
        return resource("templates", self.name)

    @property
    def start(self) -> Path:
        """The folder of its example data."""
        return resource("templates", "start", self.name)

    @property
    def about(self) -> Message:
        """What its papers are for."""
        return self.purpose

    @property
    def papers(self) -> tuple[Paper, ...]:
        """All papers that it makes: those of `papers.yaml`."""
        from pipeline.kinds.papers import load_papers  # noqa: PLC0415

        return load_papers(self.name)

    def papers_made(self, office_input: OfficeInput) -> tuple[Paper, ...]:
        """The papers of which the input has the field that they need."""
        return tuple(each for each in self.papers if not each.needs or getattr(office_input, each.needs))

    def part(self, name: str) -> Any:
        """A module of its folder. Raises `IncompleteKind`."""
        return load_part(self.package, name)
