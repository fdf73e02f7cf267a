"""The names that a text may print where it stands, also in an input of which something was refused.

Of a sound input they are those that `facts` gives. Where a fact needs what was refused, its name is there all
the same: that it cannot be printed follows from what is told already.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from pipeline import kinds
from pipeline.compose.common_names import BRACES, OFFICE_NAMES, SUM, names_of_kind
from pipeline.compose.facts import common_facts, memo_names
from pipeline.model.fact_names import Present
from pipeline.model.fields import Written
from pipeline.model.passages import PLAN_STEPS, FreeTable, Passage

if TYPE_CHECKING:
    from pipeline.diagnostics import Location
    from pipeline.intake import Source, ValuePath
    from pipeline.model.office_input import OfficeInput
    from pipeline.scoring.cards import ScoreCard

_OFFICE = tuple(name.id for name in OFFICE_NAMES)
_OF_PASSAGES = PLAN_STEPS.strip("{}")
"""A name that only a passage may print, alone."""


class Scopes:
    """The names of one input, by where a text stands.

    `card` is there if nothing was refused; `told` are the places of what was.
    """

    def __init__(
        self,
        office_input: OfficeInput,
        card: ScoreCard | None,
        source: Source,
        told: AbstractSet[Location | None],
    ) -> None:
        self.office_input, self.card, self.source, self.told = office_input, card, source, told
        self.kind = kinds.kind_of(office_input)
        self.known = names_of_kind(self.kind)
        self.is_sound = not told - {None}
        self.common = (
            *self._office(),
            *memo_names(office_input),
            *self.kind.fact_names(office_input),
            *BRACES,
        )
        self._of_entries: dict[ValuePath, tuple[str, ...]] = {}

    def at(self, path: ValuePath, written: Written) -> tuple[str, ...]:
        """The names that the text at `path` may print."""
        names = (*self.common, *self.of_entry(path[:2]))
        if issubclass(written.record, Passage):
            return (*names, "count")
        if issubclass(written.record, FreeTable):
            names = (*names, SUM)
        names = tuple(name for name in names if not self.known.is_block(name) and name != _OF_PASSAGES)
        return (*names, *self.kind.names_in(written.record))

    def present(self, ids: Sequence[str], path: ValuePath) -> tuple[Present, ...]:
        """The names with what they print there now; without values where something was refused."""
        return tuple(self.known.present(ids, self.values(path)))

    def values(self, path: ValuePath) -> Mapping[str, str]:
        """What the names of a place print now, as far as the input is sound."""
        if not self.is_sound:
            return {}
        return {
            **BRACES,
            **common_facts(self.office_input),
            **self.kind.facts_at(self.office_input, self.card, path[:2]),
        }

    def _office(self) -> tuple[str, ...]:
        """The names of the office; without those of fields that are left empty."""
        if not self.is_sound:
            return _OFFICE
        facts = common_facts(self.office_input)
        return tuple(name for name in _OFFICE if facts[name])

    def all_known(self, path: ValuePath) -> bool:
        """Whether all names that the text may print are known: not where a result's own were not read."""
        return self.kind.are_names_known(self.office_input, path)

    def of_entry(self, entry: ValuePath) -> tuple[str, ...]:
        """What a text may print for the entry of a list that it stands in, as for a result."""
        if entry not in self._of_entries:
            named = self.kind.names_at(self.office_input, self.card, entry, self._is_told)
            self._of_entries[entry] = tuple(dict.fromkeys(named))
        return self._of_entries[entry]

    def _is_told(self, path: ValuePath) -> bool:
        """Whether the value at `path` was refused."""
        return self.source.place(path) in self.told
