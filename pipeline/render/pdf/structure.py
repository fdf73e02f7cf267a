"""The document tree as the structure that assistive programs read (PDF 32000-1 §14.8, PDF/UA-1).

Each paragraph of the tree has a `Leaf`, in the order of `document.text.paragraphs`: the element that its
text belongs to, wherever its lines stand. Blank paragraphs are room on the page and say nothing: their
elements stay empty and are dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, assert_never

from pipeline.document.charts import chart_text
from pipeline.document.lengths import Cm
from pipeline.document.style import StyleSheet
from pipeline.document.text import paragraph_text
from pipeline.document.tree import (
    Block,
    Chart,
    Contents,
    Document,
    Field,
    Frame,
    Group,
    Image,
    PageBreak,
    Paragraph,
    Table,
)
from pipeline.render.pdf.elements import Element, alternate_text_entry
from pipeline.render.pdf.lists import Lists, is_list_entry
from pipeline.render.pdf.table_structure import is_layout, table_elements

HEADINGS = 6
"""PDF 1.7 knows H1 to H6."""

_AT_THE_MARGIN = Cm(0.0)
"""Where an entry begins whose style the sheet does not have."""


class Leaf(NamedTuple):
    """The element of a paragraph; of a list entry, `label` has the first `label_length` characters."""

    element: Element
    label: Element | None = None
    label_length: int = 0


class Heading(NamedTuple):
    """A heading, or a paragraph that has one run in: its level, from 1, and what it is called."""

    level: int
    text: str
    element: Element


class Link(NamedTuple):
    """A line of the contents: the number of its paragraph, the anchor that it leads to, its text."""

    source: int
    anchor: int
    text: str
    element: Element


@dataclass(slots=True)
class Structure:
    """The elements of one document, not yet filled with marks. `pictures` are in the order of the tree.

    `anchors` are the elements of the paragraphs that `links` lead to, `forms` those of who signs, by role.
    """

    root: Element = field(default_factory=lambda: Element("Document"))
    leaves: list[Leaf] = field(default_factory=list)
    pictures: list[Element] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    anchors: dict[int, Element] = field(default_factory=dict)
    forms: dict[str, Element] = field(default_factory=dict)
    classification: Element | None = None


def structure(document: Document, sheet: StyleSheet | None) -> Structure:
    """The structure of a document. Headings are what `sheet` gives an outline level.

    Their levels begin with 1 and never skip one (ISO 14289-1 §7.4.2). A secrecy mark is said once, first.
    """
    builder = _Builder(sheet)
    made = builder.made
    if document.classification:
        made.classification = made.root.add("P")
    for section in document.sections:
        builder.blocks(section.blocks, made.root.add("Sect") if len(document.sections) > 1 else made.root)
    return made


class _Builder:
    """Walks the tree once, in reading order."""

    def __init__(self, sheet: StyleSheet | None) -> None:
        self.made = Structure()
        self._styles = sheet.paragraphs if sheet else {}
        self._tables = 0
        self._level = 0

    def blocks(self, blocks: Sequence[Block], parent: Element) -> None:
        """Adds the elements of blocks to `parent`; entries that follow one another make a list."""
        lists = Lists(parent)
        for block in blocks:
            if isinstance(block, Paragraph) and block.signature:
                lists.end()
                self._signature(block.signature, parent)
            if isinstance(block, Paragraph) and is_list_entry(block) and not self._outline(block):
                self._entry(block, lists)
            else:
                lists.end()
                self._block(block, parent)

    def _block(self, block: Block, parent: Element) -> None:
        if isinstance(block, Paragraph):
            self._paragraph(block, parent)
        elif isinstance(block, Table):
            self._table(block, parent)
        elif isinstance(block, Image):
            self.made.pictures.append(parent.add("Figure", alternate_text_entry(block.alt)))
        elif isinstance(block, Chart):
            self.made.pictures.append(parent.add("Figure", alternate_text_entry(chart_text(block))))
        elif isinstance(block, Frame):
            self.blocks(block.blocks, parent.add("Div"))
        elif isinstance(block, Contents):
            self._contents(block, parent.add("TOC"))
        elif isinstance(block, Group):
            self.blocks(block.blocks, parent)
        elif not isinstance(block, PageBreak):
            assert_never(block)

    def _signature(self, signer: Field, parent: Element) -> None:
        """The place where somebody signs, said before the name."""
        self.made.forms[signer.name] = parent.add("Form", alternate_text_entry(signer.title))

    def _outline(self, paragraph: Paragraph) -> int:
        style = self._styles.get(paragraph.style)
        return style.outline if style else 0

    def _paragraph(self, paragraph: Paragraph, parent: Element) -> None:
        element = parent.add("P")
        self.made.leaves.append(Leaf(element))
        if paragraph.anchor:
            self.made.anchors[paragraph.anchor] = element
        wanted = self._outline(paragraph)
        if wanted and (text := paragraph_text(paragraph)):
            self._level = min(wanted, self._level + 1, HEADINGS)
            element.role = f"H{self._level}"
            self.made.headings.append(Heading(self._level, text, element))
        elif paragraph.entry:
            self.made.headings.append(Heading(paragraph.entry.level, paragraph.entry.text, element))

    def _entry(self, paragraph: Paragraph, lists: Lists) -> None:
        style = self._styles.get(paragraph.style)
        label, body = lists.entry(style.indent + style.first_line if style else _AT_THE_MARGIN)
        self.made.leaves.append(Leaf(body, label, sum(len(text.text) for text in paragraph.marker)))

    def _contents(self, contents: Contents, table: Element) -> None:
        for entry in contents.entries:
            element = table.add("TOCI").add("Reference").add("Link")
            self.made.links.append(Link(len(self.made.leaves), entry.target, paragraph_text(entry), element))
            self.made.leaves.append(Leaf(element))

    def _table(self, table: Table, parent: Element) -> None:
        if is_layout(table):
            for row in table.rows:
                for cell in row.cells:
                    self.blocks(cell.blocks, parent)
            return
        self._tables += 1
        for cell, element in table_elements(table, self._tables, parent):
            if len(cell.blocks) == 1 and not is_list_entry(cell.blocks[0]):
                self.made.leaves.append(Leaf(element))
            else:
                self.blocks(cell.blocks, element)
