"""Caches parsed paragraphs and rows of a markup: most papers of an office share most of them.

A part stands for itself: but for the digit policy nothing around it has a say in how it is read. What is left
when the parts are taken out, the skeleton, is read each time. A part with a fault is never kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from pipeline.diagnostics import TemplateError
from pipeline.document.attributes import Element
from pipeline.document.elements import root_of
from pipeline.document.reader import Reader
from pipeline.document.tree import Cell, Paragraph, Row
from pipeline.thai.digits import DigitPolicy

Node = TypeVar("Node", Paragraph, Row)

PART = "saraban-part"
"""The attribute of an element of the skeleton that stands for a part: its number."""

_PARTS = re.compile(
    r"""
      <(row|band|header|total)>  [^<]*+ (?: <(?!/\1>) [^<]*+ )*+  </\1>
    | <p\ [^<>]*+(?<!/)>         [^<]*+ (?: <(?!/p>)  [^<]*+ )*+  </p>
    """,
    re.VERBOSE,
)
_SIGN = "<sign"
"""Each role signs once in a paper, so these paragraphs are read where they stand."""

_NO_PARTS = ("<!", "<?", PART)
"""Comments, sections of bare text and entities: their markup is read whole."""


def has_parts(markup: str) -> bool:
    """Whether the markup can be parted by its tags alone."""
    return not any(sign in markup for sign in _NO_PARTS)


def split_markup(markup: str) -> tuple[str, Sequence[str]]:
    """The skeleton of a markup, and its parts."""
    parts: list[str] = []

    def taken_out(found: re.Match[str]) -> str:
        text = found[0]
        if _SIGN in text:
            return text
        parts.append(text)
        return f'<{found[1] or "p"} {PART}="{len(parts) - 1}"/>'

    return _PARTS.sub(taken_out, markup), parts


class SkeletonReader(Reader):
    """Reads a skeleton; its parts raise `TemplateError` if anything is wrong in them."""

    def __init__(self, template: str, parts: Sequence[str]) -> None:
        super().__init__(template)
        self._parts = parts

    def check_attributes(self, element: Element) -> None:
        """Notes attributes that the element does not have; the part it stands for is looked at by itself."""
        if element.get(PART) is None:
            super().check_attributes(element)

    def cell(self, element: Element) -> Cell:
        """A cell of a row that was not taken out; its paragraphs are no blocks: none may stand for a part."""
        for child in element:
            if child.get(PART) is not None:
                super().check_attributes(child)
        return super().cell(element)

    def paragraph(self, element: Element) -> Paragraph:
        """A paragraph in a section, maybe read already."""
        number = element.get(PART)
        if number is None:
            return super().paragraph(element)
        return _paragraph(self._parts[int(number)], self.inlines.policy)

    def row(self, element: Element) -> Row:
        """A row of cells, maybe read already."""
        number = element.get(PART)
        return super().row(element) if number is None else _row(self._parts[int(number)], self.inlines.policy)


@lru_cache(maxsize=2_048)
def _paragraph(text: str, policy: DigitPolicy) -> Paragraph:
    return _faultless(text, policy, Reader.paragraph)


@lru_cache(maxsize=2_048)
def _row(text: str, policy: DigitPolicy) -> Row:
    return _faultless(text, policy, Reader.row)


def _faultless(text: str, policy: DigitPolicy, read: Callable[[Reader, Element], Node]) -> Node:
    """A part by itself. Raises `TemplateError`, which do not know the part's place."""
    reader, element = Reader("", policy), root_of(text, "")
    reader.check_attributes(element)
    node = read(reader, element)
    if reader.faults:
        raise TemplateError(reader.faults)
    return node
