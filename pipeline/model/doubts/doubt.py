"""A doubt: something in the data that may be right and most likely is a slip; and how a rule is added.

A rule is one function below a `@doubt(…)`: it gives each odd value's path, and nothing else needs to be told
of it. Codes are `D` and four figures; a code keeps its meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pipeline.diagnostics import Diagnostic, Location, Message
from pipeline.intake import ValuePath
from pipeline.model.suppressions import Said

if TYPE_CHECKING:
    from pipeline.model.doubts.walk import Walked

SHEET_OF_EXCEPTIONS = "ข้อยกเว้น"
LONGEST_QUOTE = 60


class Odd(NamedTuple):
    """One odd value: where it stands in the data, its words, and what is odd about it."""

    path: ValuePath
    quote: str
    what: Message


Check = Callable[["Walked"], Iterator[Odd]]


@dataclass(frozen=True, slots=True)
class DoubtRule:
    """One kind of doubt: `about` says what is asked about and when not, `ask` is the question."""

    code: str
    title: Message
    about: Message
    ask: Message
    check: Check


RULES: dict[str, DoubtRule] = {}
"""Every rule by its code, put here by `doubt`."""


def doubt(code: str, *, title: Message, about: Message, ask: Message) -> Callable[[Check], Check]:
    """Makes a function that finds odd values a rule. Raises `ValueError` for a code that is taken."""
    if code in RULES:
        raise ValueError(f"two rules have the code {code}")

    def add_rule(check: Check) -> Check:
        RULES[code] = DoubtRule(code, title, about, ask, check)
        return check

    return add_rule


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt at its place; `accepted` is why the office says that it is right (`""`: it has not)."""

    rule: DoubtRule
    path: ValuePath
    quote: str
    what: Message
    place: Location
    accepted: str = ""

    @property
    def code(self) -> str:
        """The code of its rule."""
        return self.rule.code

    @property
    def said(self) -> Said:
        """What an exception may name a part of."""
        place = self.place
        texts = (self.quote, self.what.th, self.what.en, place.text("th"), place.text("en"))
        return Said(self.code, texts)

    @property
    def how(self) -> Message:
        """The question, and how to answer that it is right; an accepted one's reason."""
        if self.accepted:
            return Message(f"ยอมรับแล้ว: {self.accepted}", f"accepted: {self.accepted}")
        th, en = self.rule.ask
        if self.place.sheet:
            sheet = f"'{SHEET_OF_EXCEPTIONS}'"
            th += f" ถ้าถูกต้องแล้ว เพิ่มแถวในแผ่นงาน {sheet}: รหัส {self.code} ข้อความ {self.quote} และเหตุผล"
            en += f"; if it is right, add a row to sheet {sheet}: {self.code}, {self.quote}, and the reason"
        else:
            entry = f'{{code: {self.code}, where: "{self.quote}", reason: …}}'
            th += f" ถ้าถูกต้องแล้ว เพิ่มใน audit: allow: - {entry}"
            en += f"; if it is right, add to audit: allow: - {entry}"
        return Message(th, en)

    def as_fault(self) -> Diagnostic:
        """The doubt as it is told beside faults."""
        title, what = self.rule.title, self.what
        return Diagnostic(
            self.code,
            Message(f"{self.code} {title.th}: {what.th}", f"{self.code} {title.en}: {what.en}"),
            self.how,
            self.place,
        )


def shorten_quote(text: str) -> str:
    """The words on one line, short enough to show and to be typed as `where`."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE].rstrip()
