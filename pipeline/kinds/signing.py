"""How a paper is signed; and how memos are, which several kinds have."""

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


def memo_signing(memo: MemoHead, paper: str) -> Signing:
    """The signing of the paper `memo`, or of another that goes with it."""
    signers = [memo.proposer]
    if paper == "memo":
        signers += [each.signer for each in memo.endorsements]
    return Signing(memo.number, tuple(signer(each.person, each.position) for each in signers))


def signer(person: Person, position: str) -> tuple[str, str]:
    """A signer as `(name, post)`."""
    return person.full_name, position
