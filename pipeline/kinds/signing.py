"""Signers of a paper, in order, with its number; those of a memo, which several kinds have; what is sent."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from pipeline.model.memo import CitedLetter, MemoHead
from pipeline.model.people import PostHolder


@dataclass(frozen=True, slots=True)
class Signing:
    """How a paper is signed: its number (`""`: not given yet), and the signers in order as `(name, post)`.

    A paper that nobody signs by itself, such as an annex, goes with the signers of what it belongs to.
    """

    number: str
    signers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SentMemo:
    """The memo that leads the papers of an input: the id of its paper, and its head."""

    paper: str
    head: MemoHead


@dataclass(frozen=True, slots=True)
class SentLetter:
    """What an input sends to another office: which of its papers leads, and what that letter says.

    `enclosures` are the names of what goes with it, `fields` those of its number and its date in the data.
    """

    paper: str
    number: str
    date: datetime.date | None
    to: str
    signer: PostHolder
    urgency: str | None = None
    secrecy: str | None = None
    references: tuple[CitedLetter, ...] = ()
    enclosures: tuple[str, ...] = ()
    fields: tuple[str, str] = ("memo.number", "memo.date")


def letter_of(memo: SentMemo) -> SentLetter:
    """A memo as what is sent."""
    head = memo.head
    return SentLetter(
        memo.paper,
        head.number,
        head.date,
        head.to,
        head.proposer,
        head.urgency,
        head.secrecy,
        head.references,
        tuple(each.name for each in head.enclosures),
    )


def memo_signing(memo: SentMemo, paper: str) -> Signing:
    """The signing of the memo itself, or of another paper that goes with it."""
    signers = list(memo.head.signers)
    if paper == memo.paper:
        signers += [each.signer for each in memo.head.endorsements]
    return Signing(memo.head.number, tuple(map(signer, signers)))


def signer(who: PostHolder) -> tuple[str, str]:
    """A signer as `(name, post)`; the post says for whom somebody acts."""
    return who.person.full_name, who.post
