"""What the audit finds: rules, and the places of a paper that they speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pipeline.diagnostics import Lang, Location, Message
from pipeline.extraction.extracted import TextLocation

if TYPE_CHECKING:
    from pipeline.audit.text_blocks import Reading, Span

Severity = Literal["error", "doubt", "warning", "note"]
"""`error`: the paper contradicts itself or the calendar. `doubt`: the data are asked about, and nothing is
signed until the office says that they are right. `warning`: most likely a slip; a person must look.
`note`: the form is uneven."""

SEVERITIES: dict[Severity, Message] = {
    "error": Message("ผิด", "error"),
    "doubt": Message("ต้องยืนยัน", "to confirm"),
    "warning": Message("น่าสงสัย", "warning"),
    "note": Message("ข้อสังเกต", "note"),
}


@dataclass(frozen=True, slots=True)
class Match:
    """One slip that a rule found: where, why, and the other places that it contradicts."""

    spot: Span
    reason: Message
    others: tuple[Span, ...] = ()


Check = Callable[["Reading"], Iterator[Match]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of slip. `code` is stable: `A` and four figures, the first two of its family.

    `title` names it, `about` says what is looked at and when it keeps silent, `remedy` what to do.
    """

    code: str
    severity: Severity
    title: Message
    about: Message
    remedy: Message
    check: Check

    @property
    def family(self) -> int:
        """The family of checks that it belongs to, 1 to 10 (`domain.md` §3.5)."""
        return int(self.code[1:3])


@dataclass(frozen=True, slots=True)
class Finding:
    """One slip in one paper, as it is told.

    `source` names the paper, `others` are the places (paper, place) that it contradicts, `passage` is the
    whole text it stands in. `data` is where the words stand in the office's data, when they come from there.
    `accepted` is why the office lets it stand (`""`: it does not).
    """

    code: str
    severity: Severity
    source: str
    place: TextLocation
    quote: str
    title: Message
    reason: Message
    remedy: Message
    others: tuple[tuple[str, TextLocation], ...] = ()
    passage: str = ""
    data: Location | None = None
    accepted: str = ""

    def where(self, lang: Lang) -> str:
        """The place for a person: in the data when it is known there, else in the paper."""
        return self.data.text(lang) if self.data else f"{self.source} {self.place.text(lang)}".strip()

    @property
    def refused(self) -> bool:
        """Whether it is an error or a doubt that nobody accepted."""
        return self.severity in {"error", "doubt"} and not self.accepted
