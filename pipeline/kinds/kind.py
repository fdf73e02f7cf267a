"""One kind of input: what the stages of the program ask of it.

The parts of a kind are modules of its folder, loaded when first asked for, so that a memo is made without the
records of plans and agreements. Each part is a module with fixed names, and a kind has them all:

    record.py    `RECORD`: the record of the whole input
    checks.py    `faults(office_input, source)`: what valid values may still contradict
    scoring.py   `score(office_input)`: its score card, or `None`; `under(office_input, policy)`;
                 `aims(office_input)`: the scores that its indicators aim at
    sheets.py    `layout()`: the sheets of its workbook
    facts.py     `facts(office_input)`: what all its prose may print; `names(office_input)`: their names, also
                 where something was refused; `names_at` and `are_names_known`: of a text where it stands;
                 `functions`: what else its templates may call
    signers.py   `signing(office_input, paper)` and `date(office_input)`
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from pipeline.diagnostics import Message

if TYPE_CHECKING:
    from decimal import Decimal

    from pipeline.diagnostics import Diagnostic
    from pipeline.intake import Source, ValuePath
    from pipeline.kinds.signing import Signing
    from pipeline.model.office_input import OfficeInput
    from pipeline.model.schemes import Unmeasured
    from pipeline.scoring.cards import ScoreCard
    from pipeline.workbook.layout import Layout

PARTS = ("record", "checks", "scoring", "sheets", "facts", "signers")
"""The modules that the folder of a kind has."""


@dataclass(frozen=True)
class Kind:
    """A kind of input: its name in the data (`hr-scorecard`), its package (`pipeline.kinds.hr_scorecard`).

    `title` is for editors and the guide, `label` what the desk calls it. `files` are the YAML files of a
    folder, by name without ending, each with the fields of the record in it: every field in one of them.
    """

    name: str
    package: str
    title: str
    label: Message
    files: Mapping[str, tuple[str, ...]]

    def _part(self, name: str) -> Any:
        """A module of the kind's folder: the one way in which a kind's parts are loaded."""
        return import_module(f"{self.package}.{name}")

    @property
    def record(self) -> type[OfficeInput]:
        """The record of the whole input."""
        record: type[OfficeInput] = self._part("record").RECORD
        return record

    def faults(self, office_input: OfficeInput, source: Source) -> Iterator[Diagnostic]:
        """What values that are valid one by one contradict: sums, references, dates, results."""
        yield from self._part("checks").faults(office_input, source)

    def score(self, office_input: OfficeInput) -> ScoreCard | None:
        """All scores of a checked input; `None` if the kind has nothing to score."""
        card: ScoreCard | None = self._part("scoring").score(office_input)
        return card

    def under(self, office_input: OfficeInput, policy: Unmeasured) -> OfficeInput:
        """The input under another policy for what was not measured."""
        changed: OfficeInput = self._part("scoring").under(office_input, policy)
        return changed

    def aims(self, office_input: OfficeInput) -> Mapping[str, Decimal]:
        """The scores (1 to 5) that indicators aim at, by their ids, where the input names them."""
        aims: Mapping[str, Decimal] = self._part("scoring").aims(office_input)
        return aims

    @property
    def layout(self) -> Layout:
        """The sheets of its workbook."""
        layout: Layout = self._part("sheets").layout()
        return layout

    def facts(self, office_input: OfficeInput) -> Mapping[str, str]:
        """What all prose of the input may print by name, beside its office."""
        facts: Mapping[str, str] = self._part("facts").facts(office_input)
        return facts

    def fact_names(self, office_input: OfficeInput) -> Iterable[str]:
        """The names of `facts`, also of those that need what was refused."""
        named: Iterable[str] = self._part("facts").names(office_input)
        return named

    def names_at(
        self,
        office_input: OfficeInput,
        card: ScoreCard | None,
        entry: ValuePath,
        is_told: Callable[[ValuePath], bool],
    ) -> Iterable[str]:
        """The names that a text below `entry` may print beside; `is_told` of a value that was refused."""
        named: Iterable[str] = self._part("facts").names_at(office_input, card, entry, is_told)
        return named

    def are_names_known(self, office_input: OfficeInput, path: ValuePath) -> bool:
        """Whether all names that the text at `path` may print are known, and none was refused."""
        known: bool = self._part("facts").are_names_known(office_input, path)
        return known

    def functions(
        self, office_input: OfficeInput, data: object, card: ScoreCard | None, facts: Mapping[str, str]
    ) -> Mapping[str, object]:
        """What its templates may call; `data` is the input's view."""
        functions: Mapping[str, object] = self._part("facts").functions(office_input, data, card, facts)
        return functions

    def signing(self, office_input: OfficeInput, paper: str) -> Signing:
        """Who signs the paper of that id, and under which number."""
        signing: Signing = self._part("signers").signing(office_input, paper)
        return signing

    def date(self, office_input: OfficeInput) -> datetime.date | None:
        """The date that the signed paper bears, if the data hold it."""
        date: datetime.date | None = self._part("signers").date(office_input)
        return date
