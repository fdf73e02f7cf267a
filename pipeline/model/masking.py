"""A copy of an input for the public: its personal values are masks (`masks`).

Whatever reads the copy, templates, names in prose, signers, sees masks alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Literal, TypeVar, get_args, get_origin

from pipeline.intake import ValuePath
from pipeline.model.fields import title_of, types_of
from pipeline.model.masks import Mask, mask_of, without_numbers
from pipeline.model.people import Person
from pipeline.model.records import Record

Names = tuple[str, ...]
"""Where a field stands: the names of the fields from the top, without numbers of rows."""

AnyRecord = TypeVar("AnyRecord", bound=Record)

_TITLES = frozenset({"title", "rank"})
"""What stands before a person's name: it is left out with the name, and found in many other places."""


_ANY_TITLE = "คุณ"
"""What may stand before any name."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A value that a paper for the public must not hold: where it stands, what its field is called, and of
    which type that is, if its kind says. A part of a person's name has the ways in which it is told as one
    (`พัฒนา` alone may be any word).
    """

    path: ValuePath
    title: str
    value: Any
    type_name: str = ""
    as_name: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Masked:
    """What was masked: `hidden` are the values to look for in what is made.

    `fields` counts the values of each personal field by its title, `numbers` the texts in which numbers of
    persons were masked.
    """

    hidden: tuple[Hidden, ...] = ()
    fields: Mapping[str, int] = field(default_factory=dict)
    numbers: int = 0


def mask_record(record: AnyRecord, personal: Mapping[Names, bool]) -> tuple[AnyRecord, Masked]:
    """A copy with masks. `personal` says of fields whether they are, with all that is in them; of one that
    it does not name says what it stands in.
    """
    masker = _Masker(personal)
    copied = masker.record(record, (), (), "")
    return copied, Masked(masker.sought(), dict(masker.fields), masker.numbers)


class _Masker:
    """One walk through an input, gathering what is hidden."""

    def __init__(self, personal: Mapping[Names, bool]) -> None:
        self._personal = personal
        self.hidden: list[Hidden] = []
        self.fields: Counter[str] = Counter()
        self.numbers = 0
        self._scored: set[str] = set()

    def sought(self) -> tuple[Hidden, ...]:
        """What is hidden and tells something where it stands: the name of an indicator that is printed as
        such, in a plan of development too, does not.
        """
        return tuple(each for each in self.hidden if each.value not in self._scored)

    def record(self, record: AnyRecord, names: Names, path: ValuePath, within: str) -> AnyRecord:
        """A record; `within` is the title of the personal field that it stands in, if it does."""
        changed: dict[str, Any] = {}
        kind, found = type(record), len(self.hidden)
        for name, about in kind.model_fields.items():
            value, here = getattr(record, name), (*names, name)
            inside = within
            if (known := self._personal.get(here)) is not None:
                inside = (within or title_of(about)) if known else ""
            if inside and not within and value not in (None, "", ()):
                self.fields[inside] += len(value) if isinstance(value, tuple) else 1
            if isinstance(record, Person) and name in _TITLES and inside:
                changed[name] = Mask("", value) if value else value
                continue
            type_name = _type_name(kind, name) if inside else ""
            made = self._value(value, here, (*path, name), inside, type_name)
            if made is not value:
                changed[name] = made
        if isinstance(record, Person):
            self.hidden[found:] = [replace(each, as_name=_told(record)) for each in self.hidden[found:]]
        if scale := getattr(record, "scale", None):
            self._let_go(found, frozenset(_figures_in(scale)))
            name = changed.get("name", getattr(record, "name", ""))
            self._scored |= {name} if type(name) is str else set()
        return record.model_copy(update=changed) if changed else record

    def _value(self, value: Any, names: Names, path: ValuePath, within: str, type_name: str) -> Any:
        if isinstance(value, Record):
            return self.record(value, names, path, within)
        if isinstance(value, tuple):
            made = tuple(self._value(each, names, (*path, n), within, "") for n, each in enumerate(value))
            return value if all(a is b for a, b in zip(made, value, strict=True)) else made
        if isinstance(value, dict):
            return {
                name: self._value(each, (*names, name), (*path, name), within, "")
                for name, each in value.items()
            }
        if within and value not in (None, ""):
            return self._mask(value, path, within, type_name)
        return self._without_numbers(value) if type(value) is str else value

    def _mask(self, value: Any, path: ValuePath, title: str, type_name: str) -> Mask:
        made = mask_of(value, type_name)
        if not made.opaque:
            self.hidden.append(Hidden(path, title, value, type_name))
        return made

    def _let_go(self, first: int, criteria: frozenset[Any]) -> None:
        """Does not look for results that are exactly a figure of their own scale: that is printed anyway."""
        self.hidden[first:] = [each for each in self.hidden[first:] if each.value not in criteria]

    def _without_numbers(self, text: str) -> str:
        shown = without_numbers(text)
        if shown == text:
            return text
        self.numbers += 1
        return Mask(shown, text)


def _told(person: Person) -> tuple[str, ...]:
    """How a name is told: whole, or the given name behind what stands before it, `นาย` or `คุณ`."""
    given = (f"{before}{person.given}" for before in (person.title, person.rank, _ANY_TITLE) if before)
    return (f"{person.given}{person.surname}", *given)


def _figures_in(held: Any) -> Iterator[Any]:
    """The figures of a record, however deep."""
    if isinstance(held, Record):
        held = [getattr(held, name) for name in type(held).model_fields]
    if isinstance(held, tuple | list):
        for each in held:
            yield from _figures_in(each)
    elif isinstance(held, int | Decimal) and not isinstance(held, bool):
        yield held


def _type_name(kind: type[Record], name: str) -> str:
    """The type of a field as its `kind.yaml` says; of other records whether it is one of a few options."""
    if known := getattr(kind, "types", {}).get(name):
        return str(known)
    return "choice" if _is_one_of_few(types_of(kind)[name]) else ""


def _is_one_of_few(annotation: Any) -> bool:
    return get_origin(annotation) is Literal or any(map(_is_one_of_few, get_args(annotation)))
