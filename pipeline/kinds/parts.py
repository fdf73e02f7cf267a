"""The parts of a kind, each a module of its folder: what it has, and a clear word where something is lacking.

A kind says by `Parts` in its `__init__` that its modules are these, so that the type checker looks at them;
`load_part` looks again where the kind is used.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from decimal import Decimal

    from pipeline.diagnostics import Diagnostic
    from pipeline.intake import Source, ValuePath
    from pipeline.kinds.responsible import OwnedRow
    from pipeline.kinds.signing import SentLetter, Signing
    from pipeline.model.fact_names import FactName
    from pipeline.model.office_input import OfficeInput
    from pipeline.model.schemes import Unmeasured
    from pipeline.scoring.cards import ScoreCard
    from pipeline.workbook.layout import Layout

Input = TypeVar("Input", bound="OfficeInput")
Asked_contra = TypeVar("Asked_contra", bound="OfficeInput", contravariant=True)


class IncompleteKind(TypeError):
    """A folder of a kind lacks a part, or a part lacks what is asked of it: to be mended in the program."""


class RecordPart(Protocol):
    """`record.py`: the record of the whole input."""

    @property
    def RECORD(self) -> type[OfficeInput]:
        """The class of the record."""


class ChecksPart(Protocol[Asked_contra]):
    """`checks.py`: what values that are valid one by one may still contradict."""

    def faults(self, office_input: Asked_contra, source: Source, /) -> Iterator[Diagnostic]:
        """Sums, references, dates, results."""


class ScoringPart(Protocol[Input]):
    """`scoring.py`: how the input is scored."""

    def score(self, office_input: Input, /) -> ScoreCard | None:
        """All scores of a checked input; `None` if the kind has nothing to score."""

    def under(self, office_input: Input, policy: Unmeasured, /) -> Input:
        """The input under another policy for what was not measured."""

    def aims(self, office_input: Input, /) -> Mapping[str, Decimal]:
        """The scores (1 to 5) that indicators aim at, by their ids, where the input names them."""


class SheetsPart(Protocol):
    """`sheets.py`: its workbook."""

    def layout(self, title: str, /) -> Layout:
        """The sheets; `title` is what the kind is called there."""

    def owned_rows(self, office_input: Any, /) -> Iterable[OwnedRow]:
        """The rows that somebody else fills in when a round is handed out, each with who answers for it."""


class FactsPart(Protocol[Asked_contra]):
    """`facts.py`: what its prose may print by `{name}`, and what its templates may call."""

    @property
    def GUIDE(self) -> str:
        """The names for `docs/input.md`, a table in Markdown; empty where there are none of its own."""

    @property
    def NAMES(self) -> tuple[FactName, ...]:
        """All names of its own, in both languages, beside those of every kind."""

    def facts(self, office_input: Asked_contra, /) -> Mapping[str, str]:
        """What all prose of the input may print, beside its office."""

    def names(self, office_input: Asked_contra, /) -> Iterable[str]:
        """The names of `facts`, also of those that need what was refused."""

    def names_in(self, record: type[object], /) -> Iterable[str]:
        """The names that the texts of a record of this class may print beside."""

    def facts_at(
        self, office_input: Asked_contra, card: ScoreCard | None, entry: ValuePath, /
    ) -> Mapping[str, str]:
        """The present values of what a text below `entry` may print beside, of a checked input."""

    def names_at(
        self,
        office_input: Asked_contra,
        card: ScoreCard | None,
        entry: ValuePath,
        is_told: Callable[[ValuePath], bool],
        /,
    ) -> Iterable[str]:
        """The names that a text below `entry` may print beside; `is_told` of a value that was refused."""

    def are_names_known(self, office_input: Asked_contra, path: ValuePath, /) -> bool:
        """Whether all names that the text at `path` may print are known, and none was refused."""

    def functions(
        self, office_input: Asked_contra, data: Any, card: ScoreCard | None, facts: Mapping[str, str], /
    ) -> Mapping[str, object]:
        """What its templates may call; `data` is the input's view."""


class SignersPart(Protocol[Asked_contra]):
    """`signers.py`: who signs, when, and what is sent to another office."""

    def signing(self, office_input: Asked_contra, paper: str, /) -> Signing:
        """Who signs the paper of that id, and under which number."""

    def date(self, office_input: Asked_contra, /) -> datetime.date | None:
        """The date that the signed paper bears, if the data hold it."""

    def sent_letter(self, office_input: Asked_contra, /) -> SentLetter | None:
        """What is sent to another office's system; `None` if the kind sends nothing."""


PROTOCOLS: Mapping[str, type] = {
    "record": RecordPart,
    "checks": ChecksPart,
    "scoring": ScoringPart,
    "sheets": SheetsPart,
    "facts": FactsPart,
    "signers": SignersPart,
}
"""The modules that the folder of a kind has, and what each has."""


@dataclass(frozen=True)
class Parts(Generic[Input]):
    """The modules of a kind whose input is `Input`, for the type checker: none is loaded for it."""

    record: RecordPart
    checks: ChecksPart[Input]
    scoring: ScoringPart[Input]
    sheets: SheetsPart
    facts: FactsPart[Input]
    signers: SignersPart[Input]


def refuse_missing_parts(package: str) -> None:
    """Looks for the modules of a kind without loading them. Raises `IncompleteKind`."""
    lacking = [f"{name}.py" for name in PROTOCOLS if find_spec(f"{package}.{name}") is None]
    if lacking:
        raise IncompleteKind(f"the kind {package} lacks {', '.join(lacking)}")


def load_part(package: str, name: str) -> Any:
    """A module of a kind, with all that its protocol asks of it. Raises `IncompleteKind`."""
    module = import_module(f"{package}.{name}")
    lacking = [each for each in vars(PROTOCOLS[name]) if each[0] != "_" and not hasattr(module, each)]
    if lacking:
        raise IncompleteKind(f"{package}.{name} lacks {', '.join(lacking)}")
    return module
