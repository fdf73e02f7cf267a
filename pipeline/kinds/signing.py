"""Signers of a paper, in order, with its number; and those of a memo, which several kinds have."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.memo import MemoHead
from pipeline.model.people import Person


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


def memo_signing(memo: SentMemo, paper: str) -> Signing:
    """The signing of the memo itself, or of another paper that goes with it."""
    signers = [memo.head.proposer]
    if paper == memo.paper:
        signers += [each.signer for each in memo.head.endorsements]
    return Signing(memo.head.number, tuple(signer(each.person, each.position) for each in signers))


def signer(person: Person, position: str) -> tuple[str, str]:
    """A signer as `(name, post)`."""
    return person.full_name, position
