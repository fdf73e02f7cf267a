"""The elements of a markup -> the nodes of a tree, with all that is wrong in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, cast

from lxml.etree import ProcessingInstruction

from pipeline.diagnostics import diagnose
from pipeline.document.attributes import AttributeReader
from pipeline.document.charts import read_chart
from pipeline.document.grid import ragged_row
from pipeline.document.inlines import InlineParser
from pipeline.document.lengths import Cm
from pipeline.document.tree import (
    Align,
    Block,
    Cell,
    Chart,
    Contents,
    Document,
    Entry,
    Frame,
    Group,
    Image,
    PageBreak,
    Paragraph,
    Row,
    RowKind,
    Section,
    Table,
)
from pipeline.thai.digits import DigitPolicy

Element = Any

_ROW_KINDS: dict[str, RowKind] = {
    "caption": "caption",
    "header": "header",
    "band": "band",
    "row": "body",
    "total": "total",
}
_SHARE = re.compile(r"\d{1,18}(\.\d{1,10})?")
MOST_SPANNED = 1_000
"""So many columns or rows one cell may cover."""
_INLINES = frozenset({"b", "u", "t", "tab", "br"})


class Reader(AttributeReader):
    """Reads one markup, which the template named `template` made, or a part of it; gathers its faults."""

    def __init__(self, template: str, policy: DigitPolicy = "thai") -> None:
        super().__init__(template)
        self.inlines = InlineParser(policy, self.fault)
        self._blocks: dict[str, Callable[[Element], Block]] = {
            "p": self.paragraph,
            "table": self.table,
            "frame": self.frame,
            "group": self.group,
            "image": self.image,
            "chart": self.chart,
            "contents": self.contents,
            "page-break": lambda _: PageBreak(),
        }

    def document(self, root: Element) -> Document:
        """The whole paper."""
        if root.tag != "document":
            self.fault(root, partial(diagnose, "markup-root"))
            return Document("", "", ())
        policy = self.choice(root, "digits", ("thai", "arabic", "mixed"), "thai")
        self.inlines = InlineParser(cast(DigitPolicy, policy), self.fault)
        self.check_attributes(root)
        if root.find("section") is None:
            self.fault(root, partial(diagnose, "markup-section"))
        return Document(
            kind=root.get("kind", ""),
            title=self.inlines.plain(root.get("title", "")),
            sections=tuple(self.section(child) for child in self.children(root, {"section"})),
            author=self.inlines.plain(root.get("author", "")),
            subject=self.inlines.plain(root.get("subject", "")),
            lang=root.get("lang", "th"),
            digits=cast(DigitPolicy, policy),
            classification=root.get("classification", ""),
            unit=self.inlines.plain(root.get("unit", "")),
            fiscal_year=int(self.number(root, "fiscal-year", 0, (2400, 2999))),
            keywords=tuple(word.strip() for word in root.get("keywords", "").split(",") if word.strip()),
        )

    def children(self, element: Element, allowed: Container[str]) -> Iterator[Element]:
        """The element's children, each known here; stray text between them is a fault."""
        inside = list(element)
        loose = "".join([text for text in (element.text, *[child.tail for child in inside]) if text])
        if loose.strip():
            self.fault(element, partial(diagnose, "markup-text", element=element.tag))
        for child in inside:
            if child.tag is ProcessingInstruction:
                self.fault(element, partial(diagnose, "markup-element/instruction"))
            elif child.tag in allowed:
                self.check_attributes(child)
                yield child
            elif isinstance(child.tag, str):
                self.unknown(child, element)

    def unknown(self, child: Element, parent: Element) -> None:
        """Notes an element that may not stand where it does."""
        self.fault(child, partial(diagnose, "markup-element", element=child.tag, parent=parent.tag))

    def section(self, element: Element) -> Section:
        """A section and its page style."""
        return Section(self.blocks(element), element.get("page", "portrait"))

    def blocks(self, element: Element) -> tuple[Block, ...]:
        """The blocks inside a section or group."""
        return tuple(self._blocks[child.tag](child) for child in self.children(element, self._blocks))

    def paragraph(self, element: Element) -> Paragraph:
        """A paragraph in a section; it names its style."""
        if not element.get("style"):
            self.fault(element, partial(diagnose, "markup-style/paragraph"))
        made = self.inlines.paragraph(element)
        entry = self.inlines.plain(element.get("entry", ""))
        return replace(made, entry=Entry(entry, self.level(element, "level", 1))) if entry else made

    def contents(self, element: Element) -> Contents:
        """The table of contents, still without its entries."""
        return Contents(self.level(element, "levels", 3))

    def group(self, element: Element) -> Group:
        """Blocks that stand on one page."""
        return Group(self.blocks(element), element.get("role", ""))

    def frame(self, element: Element) -> Frame:
        """A framed box of paragraphs at the place that its style says."""
        blocks = tuple(self.paragraph(child) for child in self.children(element, {"p"}))
        return Frame(blocks, self.required_style(element))

    def image(self, element: Element) -> Image:
        """A picture of the assets, or one of the data."""
        width = self.number(element, "width", 0, (0.1, 50)) if element.get("width") else None
        return Image(
            name=element.get("name", ""),
            height=Cm(self.number(element, "height", 1.0, (0.1, 50))),
            alt=element.get("alt", ""),
            align=cast(Align, self.choice(element, "align", ("left", "center", "right"), "left")),
            beside=self.choice(element, "beside", ("yes", "no"), "no") == "yes",
            digest=element.get("picture", ""),
            width=Cm(width) if width else None,
        )

    def chart(self, element: Element) -> Chart:
        """A chart and its bars."""
        return read_chart(element, list(self.children(element, {"bar"})), self, self.inlines.plain)

    def table(self, element: Element) -> Table:
        """A table; its rows must make a rectangle."""
        rows = tuple(self.row(child) for child in self.children(element, _ROW_KINDS))
        if not rows:
            self.fault(element, partial(diagnose, "markup-columns/no-row"))
        if not _begins_with_its_head([row.kind for row in rows]):
            self.fault(element, partial(diagnose, "markup-header"))
        columns = sum(cell.colspan for cell in rows[0].cells) if rows else 0
        if ragged_row(rows, columns) is not None:
            self.fault(element, partial(diagnose, "markup-columns"))
        by_content = element.get("widths", "").split()[:1] == ["content"]
        widths = () if element.get("widths") == "content" else self.widths(element)
        return Table(rows, self.required_style(element), widths, by_content)

    def required_style(self, element: Element) -> str:
        """The style of a table or frame, which has none of its own accord."""
        style = str(element.get("style", ""))
        if not style:
            self.fault(element, partial(diagnose, "markup-style", element=element.tag))
        return style

    def widths(self, element: Element) -> tuple[float, ...]:
        """Shares of the table's width, when the table brings its own columns."""
        given = element.get("widths", "").removeprefix("content ").split()
        if not all(_SHARE.fullmatch(part) and 0.001 <= float(part) <= 100_000 for part in given):
            self.fault(element, partial(diagnose, "markup-value/widths"))
            return ()
        return tuple(float(part) for part in given)

    def row(self, element: Element) -> Row:
        """A row of cells."""
        cells = tuple(self.cell(child) for child in self.children(element, {"cell"}))
        return Row(cells, _ROW_KINDS[element.tag])

    def cell(self, element: Element) -> Cell:
        """A cell: paragraphs, or inlines that make one."""
        if len(element) and next(element.iterchildren("p"), None) is not None:
            blocks = tuple(self.inlines.paragraph(child) for child in self.children(element, {"p"}))
        else:
            blocks = (self.inlines.paragraph(element),)
        if not element.keys():
            return Cell(blocks)
        return Cell(
            blocks, *[int(self.number(element, name, 1, (1, 1_000))) for name in ("colspan", "rowspan")]
        )


def _begins_with_its_head(kinds: list[RowKind]) -> bool:
    """Whether the caption, of which there is at most one, stands first and the header rows below it."""
    below = kinds[1:] if kinds[:1] == ["caption"] else kinds
    return "caption" not in below and "header" not in below[below.count("header") :]
