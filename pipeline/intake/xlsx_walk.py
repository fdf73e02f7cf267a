"""The XML parts of a workbook, element by element, within bounds: nothing is expanded, nothing is kept.

Values stand in parts that this walks through itself, so that a part which bears no value (looks, properties,
drawings) can neither cost anything nor stop a workbook from being read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose

MAX_ELEMENTS = 600_000
MAX_CELLS = 100_000
MAX_VALUES = 50_000
"""Cells that hold something; the others are only formatted."""
MAX_TEXT = 10_000_000
"""Letters that all cells of a workbook hold together."""
MAX_TOKEN = 1_000_000
MAX_ATTRIBUTES = 1_000
"""A tag larger than this, or with more attributes, is none that a spreadsheet writes."""

_PIECE = 65_536
"""The bytes of text that a walk is given at once."""

_MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
)
"""The vocabularies that are read: transitional and strict workbooks, and the relations of parts."""


@dataclass(slots=True)
class Budget:
    """What has been used of the bounds by all parts of one workbook together."""

    place: Location
    elements: int = 0
    cells: int = 0
    values: int = 0
    text: int = 0

    def count_element(self) -> None:
        """One more element. Raises `InputError` over the bound, as do the others."""
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise InputError([_too_many(self.place, MAX_CELLS)])

    def count_cell(self) -> None:
        """One more cell, empty or not."""
        self.cells += 1
        if self.cells > MAX_CELLS:
            raise InputError([_too_many(self.place, MAX_CELLS)])

    def count_value(self) -> None:
        """One more cell that holds something."""
        self.values += 1
        if self.values > MAX_VALUES:
            raise InputError([_too_many(self.place, MAX_VALUES)])

    def count_text(self, letters: int) -> None:
        """The letters of one more text; one that many cells share counts for each of them."""
        self.text += letters
        if self.text > MAX_TEXT:
            raise InputError([_too_much_text(self.place)])


class Walk:
    """One part. Subclasses take what they need from `start`, `end` and `text`; names come without namespace,
    and elements of other vocabularies as an empty name.
    """

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self._names: dict[str, str] = {}
        self._events = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A piece of the text between elements."""

    def through(self, stream: IO[bytes]) -> None:
        """Reads the whole part. Raises `InputError` for a DTD or over the bounds, `ExpatError`."""
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text, parser.buffer_size = True, _PIECE
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        while chunk := stream.read(MAX_TOKEN):
            self._events = 0
            parser.Parse(chunk)
            if not self._events and len(chunk) == MAX_TOKEN:
                raise InputError([_diagnose_overgrown_xml(self.budget.place)])
        parser.Parse(b"", True)

    def _doctype(self, *_: object) -> None:
        raise InputError([_dtd(self.budget.place)])

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._events += 1
        self.budget.count_element()
        if len(attributes) > MAX_ATTRIBUTES:
            raise InputError([_diagnose_overgrown_xml(self.budget.place)])
        self.start(self._name(tag), attributes)

    def _end(self, tag: str) -> None:
        self._events += 1
        self.end(self._name(tag))

    def _text(self, text: str) -> None:
        self._events += 1
        self.text(text)

    def _name(self, tag: str) -> str:
        name = self._names.get(tag)
        if name is None:
            space, _, local = tag.rpartition("}")
            name = local if not space or space in _MAIN else ""
            if len(self._names) < MAX_ATTRIBUTES:
                self._names[tag] = name
        return name


def is_true(flag: str | None) -> bool:
    """Whether an attribute says yes."""
    return flag in {"1", "true"}


def _dtd(place: Location) -> Diagnostic:
    return diagnose("xml-dtd", place)


def _diagnose_overgrown_xml(place: Location) -> Diagnostic:
    return diagnose("xml-overgrown", place)


def _too_many(place: Location, most: int) -> Diagnostic:
    return diagnose("too-many", place, limit=f"{most:,}")


def _too_much_text(place: Location) -> Diagnostic:
    most = MAX_TEXT // 1_000_000
    return diagnose("too-much-text", place, most=most)
