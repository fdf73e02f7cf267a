"""Tables as structure: which cells head which (PDF 32000-1 §14.8.5.7, ISO 14289-1 §7.5).

The caption names the table. Header rows head the columns below them; a band heads the rows up to the
next one; the first cell of a total heads its row. Where header rows or bands are several, each cell names
its headers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.document.grid import Site, sites
from pipeline.document.text import paragraph_text
from pipeline.document.tree import Cell, Table
from pipeline.render.pdf.elements import Element


class CellElement(NamedTuple):
    """A cell of the tree and its element."""

    cell: Cell
    element: Element


def is_layout(table: Table) -> bool:
    """Whether the table heads nothing and only sets things side by side (two signatures)."""
    return all(row.kind == "body" for row in table.rows)


def table_elements(table: Table, number: int, parent: Element) -> Iterator[CellElement]:
    """Adds the table to `parent`; its cells in reading order. `number` tells tables of a document apart."""
    kinds = [row.kind for row in table.rows]
    heads = kinds.count("header")
    headers = _Headers(number, named=heads > 1 or "band" in kinds)
    whole = parent.add("Table")
    caption = whole.add("Caption") if "caption" in kinds else whole
    top = whole.add("THead") if heads else whole
    body = whole.add("TBody") if heads < len(kinds) else whole
    rows = [caption if kind == "caption" else (top if kind == "header" else body).add("TR") for kind in kinds]
    firsts: set[int] = set()
    for site in sites(table.rows):
        first = site.row not in firsts
        firsts.add(site.row)
        kind = kinds[site.row]
        if kind == "caption":
            element = caption
        elif kind == "header":
            element = rows[site.row].add("TH", headers.of_column(site))
        elif kind != "body" and first and any(map(paragraph_text, site.cell.blocks)):
            element = rows[site.row].add("TH", headers.of_row(site, opens=kind == "band"))
        else:
            element = rows[site.row].add("TD", headers.below(site))
        yield CellElement(site.cell, element)


class _Headers:
    """The header cells of one table so far: those of each column, and the band."""

    def __init__(self, number: int, *, named: bool) -> None:
        self._prefix = f"t{number}-"
        self._named = named
        self._count = 0
        self._columns: dict[int, list[str]] = {}
        self._band: list[str] = []

    def of_column(self, site: Site) -> str:
        """The entries of a header cell of columns."""
        name = self._name()
        entries = self._entries(site, f"/Scope/Column{self._list(self._above(site))}") + self._id(name)
        for column in _columns(site):
            self._columns.setdefault(column, []).append(name)
        return entries

    def of_row(self, site: Site, *, opens: bool) -> str:
        """The entries of a cell that heads its row, or opens a band of rows."""
        name = self._name()
        self._band = [name] if opens else []
        return self._entries(site, "/Scope/Row") + self._id(name)

    def below(self, site: Site) -> str:
        """The entries of a cell that is headed."""
        return self._entries(site, self._list([*self._above(site), *self._band]))

    def _name(self) -> str:
        self._count += 1
        return f"{self._prefix}{self._count}"

    def _id(self, name: str) -> str:
        return f"/ID({name})" if self._named else ""

    def _above(self, site: Site) -> list[str]:
        found = [name for column in _columns(site) for name in self._columns.get(column, ())]
        return list(dict.fromkeys(found))

    def _list(self, names: list[str]) -> str:
        if not self._named or not names:
            return ""
        return f"/Headers[{''.join(f'({name})' for name in names)}]"

    @staticmethod
    def _entries(site: Site, more: str) -> str:
        spans = f"/ColSpan {site.cell.colspan}" if site.cell.colspan > 1 else ""
        spans += f"/RowSpan {site.cell.rowspan}" if site.cell.rowspan > 1 else ""
        return f"/A<</O/Table{spans}{more}>>" if spans or more else ""


def _columns(site: Site) -> range:
    return range(site.column, site.column + site.cell.colspan)
