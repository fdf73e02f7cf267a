"""The names that prose may print in braces: each with its id, what it is called in Thai, and what it prints.

A fact is declared once, in the module that works it out; `{percent}` and `{ร้อยละ}` are then the same name.
Lists for people (docs, workbooks, faults, `saraban names`) are made from these declarations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Prints = Literal["text", "block"]
"""A text stands anywhere in prose; a block (a table, a list, sections) is a paragraph of its own."""


class FactName(NamedTuple):
    """One name: `id` in Latin letters, `thai` names of which the first is shown, `about` what it prints.

    An id that ends with `_` begins the names of a family: `target_` those of `target_5` and `target_16_1`;
    its Thai names then begin names, too. `reads` are the fields that it is made of and that need not be
    filled in, as paths with `*` for any entry of a list: where the name stands in a text, they are printed.
    """

    id: str
    thai: tuple[str, ...]
    about: str
    prints: Prints = "text"
    reads: tuple[tuple[str, ...], ...] = ()


class Present(NamedTuple):
    """A name as it can be printed at one place of the data: its id, its Thai name, its present value, and
    what it is; `also` are its other Thai names. A block has no value, nor has a name whose value is not
    known yet.
    """

    id: str
    thai: str
    value: str
    about: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class FactNames:
    """The names of one kind of input, looked up by either language."""

    names: tuple[FactName, ...]
    _ids: dict[str, str] = field(init=False, default_factory=dict)
    _families: dict[str, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for name in self.names:
            into = self._families if name.id.endswith("_") else self._ids
            for thai in name.thai:
                if into.setdefault(thai, name.id) != name.id:
                    raise ValueError(f"{thai} names both {into[thai]} and {name.id}")

    def id_of(self, typed: str) -> str:
        """The id of a name typed in either language; a name that is not declared stands as it is."""
        if typed in self._ids:
            return self._ids[typed]
        begins = next((thai for thai in self._families if typed.startswith(thai) and typed != thai), None)
        return typed if begins is None else self._families[begins] + typed[len(begins) :]

    def declared(self, id: str) -> FactName | None:
        """The declaration of an id, also of one of a family."""
        family: FactName | None = None
        for name in self.names:
            if name.id == id:
                return name
            if name.id.endswith("_") and id.startswith(name.id):
                family = name
        return family

    def thai_of(self, id: str) -> str:
        """What an id is called in Thai; the id itself where it is an own name of the data."""
        name = self.declared(id)
        if name is None or not name.thai:
            return id
        return name.thai[0] + id[len(name.id) :] if name.id != id else name.thai[0]

    def is_block(self, id: str) -> bool:
        """Whether a name prints a block."""
        name = self.declared(id)
        return name is not None and name.prints == "block"

    def present(self, ids: Iterable[str], values: Mapping[str, str]) -> Iterator[Present]:
        """Each of the names with its present value, in their order, once."""
        for id in dict.fromkeys(ids):
            name = self.declared(id)
            also = name.thai[1:] if name and name.id == id else ()
            yield Present(id, self.thai_of(id), values.get(id, ""), name.about if name else "", also)


def guide(heading: str, names: Iterable[FactName]) -> str:
    """A table of names in Markdown, for `docs/input.md`."""
    rows = [
        f"| {' '.join(f'`{{{_shown(thai, name)}}}`' for thai in name.thai)} | `{{{_shown(name.id, name)}}}` "
        f"| {name.about} |"
        for name in names
    ]
    return "\n".join([f"| {heading} | หรือ | พิมพ์เป็น |", "|---|---|---|", *rows, ""])


def _shown(text: str, name: FactName) -> str:
    return f"{text}1" if name.id.endswith("_") else text
