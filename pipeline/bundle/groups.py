"""One bundle for all, or one for each signer or each unit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from pipeline.bundle.entries import Entry
from pipeline.papers.names import distinct_names


class Group(NamedTuple):
    """The documents of one bundle, and whose they are (`""`: everybody's)."""

    title: str
    entries: tuple[Entry, ...]


def group_entries(entries: Sequence[Entry], name: str, split: str | None) -> dict[str, Group]:
    """File names and what goes into each: `sign.pdf`, or `sign - นายมนู เลียวไพโรจน์.pdf` for each signer.

    A document that two sign is in the bundles of both; positions are those of the whole.
    """
    if split is None:
        return {name: Group("", tuple(entries))}
    whose: dict[str, list[Entry]] = {}
    for entry in entries:
        for who in _signers(entry) if split == "signer" else (entry.unit,):
            whose.setdefault(who, []).append(entry)
    stem, suffix = PurePath(name).stem, PurePath(name).suffix
    names = distinct_names(f"{stem} - {who}{suffix}" for who in whose)
    told = "ผู้ลงนาม " if split == "signer" else ""
    return {
        file: Group(f"{told}{who}", tuple(group))
        for file, (who, group) in zip(names, whose.items(), strict=True)
    }


def _signers(entry: Entry) -> tuple[str, ...]:
    """Each signer once, by name."""
    return tuple(dict.fromkeys(name for name, _ in entry.signers)) or ("-",)
