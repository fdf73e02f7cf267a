"""Who signs the papers of a kind made from YAML, and when."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from pipeline.kinds.from_yaml.form import FormInput
from pipeline.kinds.signing import SentLetter, SentMemo, Signing, letter_of, memo_signing, signer
from pipeline.model.memo import CitedLetter
from pipeline.model.office_input import HasMemoHead
from pipeline.model.people import Person, PostHolder


def signing(office_input: FormInput, paper: str) -> Signing:
    """Those whom the kind names for the paper; else all signers of the input, in order."""
    memo = _memo(office_input)
    if memo is not None:
        return memo_signing(memo, paper)
    file = office_input.form.file
    every = tuple(name for name, spec in file.fields.items() if spec.type == "signer")
    named = file.signers.get(paper, every)
    number = getattr(office_input, file.number) if file.number else ""
    return Signing(number, tuple(_signers(each for name in named for each in _people(office_input, name))))


def _people(office_input: FormInput, name: str) -> Iterator[Any]:
    """Who stands in a field: one person, or (`cosigners.signer`) one in each row of a table."""
    table, _, column = name.partition(".")
    held = getattr(office_input, table)
    yield from (getattr(row, column) for row in held) if column else (held,)


def _signers(people: Iterator[Any]) -> Iterator[tuple[str, str]]:
    for each in people:
        if isinstance(each, PostHolder):
            yield signer(each)
        elif isinstance(each, Person):
            yield each.full_name, ""


def date(office_input: FormInput) -> datetime.date | None:
    """What stands in the field that the kind calls its date; the memo's, where one leads."""
    memo = _memo(office_input)
    if memo is not None:
        return memo.head.date
    named = office_input.form.file.date
    found: datetime.date | None = getattr(office_input, named) if named else None
    return found


def sent_letter(office_input: FormInput) -> SentLetter | None:
    """The memo that leads the papers, or the letter that the kind describes."""
    memo = _memo(office_input)
    said = office_input.form.file.letter
    if memo is not None or said is None:
        return letter_of(memo) if memo else None
    file = office_input.form.file

    def value(name: str, empty: Any = None) -> Any:
        return getattr(office_input, name) if name else empty

    return SentLetter(
        said.paper or file.papers[0].id,
        value(file.number, ""),
        value(file.date),
        value(said.to),
        value(said.signer),
        value(said.urgency),
        value(said.secrecy),
        tuple(
            CitedLetter(text=each.text, number=each.number, date=each.date)
            for each in value(said.references, ())
        ),
        tuple(each.name for each in value(said.enclosures, ())),
        (file.number, file.date),
    )


def _memo(office_input: FormInput) -> SentMemo | None:
    """The memo that leads the papers, in a kind that has one."""
    if not isinstance(office_input, HasMemoHead):
        return None
    file = office_input.form.file
    return SentMemo(file.memo or file.papers[0].id, office_input.memo)
