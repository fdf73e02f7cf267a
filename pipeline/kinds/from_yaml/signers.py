"""Who signs the papers of a kind made from YAML, and when."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from pipeline.kinds.from_yaml.form import FormInput
from pipeline.kinds.signing import SentMemo, Signing, memo_signing, signer
from pipeline.model.office_input import HasMemoHead
from pipeline.model.people import Person, PostHolder


def signing(office_input: FormInput, paper: str) -> Signing:
    """Those whom the kind names for the paper; else all signers of the input, in order."""
    memo = sent_memo(office_input)
    if memo is not None:
        return memo_signing(memo, paper)
    file = office_input.form.file
    every = tuple(name for name, spec in file.fields.items() if spec.type == "signer")
    named = file.signers.get(paper, every)
    number = getattr(office_input, file.number) if file.number else ""
    return Signing(number, tuple(_signers(getattr(office_input, name) for name in named)))


def _signers(people: Iterator[Any]) -> Iterator[tuple[str, str]]:
    for each in people:
        if isinstance(each, PostHolder):
            yield signer(each)
        elif isinstance(each, Person):
            yield each.full_name, ""


def date(office_input: FormInput) -> datetime.date | None:
    """What stands in the field that the kind calls its date; the memo's, where one leads."""
    memo = sent_memo(office_input)
    if memo is not None:
        return memo.head.date
    named = office_input.form.file.date
    found: datetime.date | None = getattr(office_input, named) if named else None
    return found


def sent_memo(office_input: FormInput) -> SentMemo | None:
    """The memo that leads the papers, in a kind that has one."""
    if not isinstance(office_input, HasMemoHead):
        return None
    file = office_input.form.file
    return SentMemo(file.memo or file.papers[0].id, office_input.memo)
