"""Puts values into single cells of an officer's workbook; every other byte of its parts stays as it is.

openpyxl would write the whole workbook anew, and lose what it does not know: charts, shapes, saved values of
formulas. Here only the parts of the sheets that change are written: a value into its cell, which keeps its
looks, a row below the last, a number format where the cell's own would not show the figure.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from pipeline.diagnostics import Location
from pipeline.intake.cell_names import cell_name, row_and_column
from pipeline.intake.xlsx_formats import GENERAL, NumberFormats, first_section, shown_as
from pipeline.intake.xlsx_parts import Package, folded_name, parts_of, workbook_part
from pipeline.intake.xlsx_walk import Budget

_FIGURE = re.compile(r"-?\d{1,15}(?:\.(\d{1,10}))?")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CALC = "calcPr"
_AFTER_CALC = (
    "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
    "fileRecoveryPr", "webPublishObjects", "extLst",
)  # fmt: skip
"""What may follow `calcPr` in the part of the workbook; the order is fixed by the format."""


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A cell, by its row and column from 1, and what it is to say; an empty text empties it. A `figure` is
    kept as a number.
    """

    sheet: str
    row: int
    column: int
    text: str
    figure: bool = False


def edited_workbook(book: bytes, edits: Iterable[CellEdit]) -> bytes:
    """The workbook with these cells changed. Raises `KeyError` for a sheet that it does not have."""
    by_sheet: dict[str, list[CellEdit]] = {}
    for edit in edits:
        by_sheet.setdefault(edit.sheet, []).append(edit)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        names = {folded_name(entry.filename): entry.filename for entry in archive.infolist()}
        package, budget = Package(archive), Budget(Location(""))
        of_workbook = workbook_part(package, budget) or ""
        parts = parts_of(of_workbook, package, budget)
        at = {sheet.name: names[sheet.part] for sheet in parts.sheets}
        formats = NumberFormats(budget)
        if parts.styles in package:
            package.walk(parts.styles, formats)
        looks = _Looks(_parse(archive.read(names[parts.styles])) if parts.styles in names else None, formats)
        written: dict[str, bytes] = {}
        for sheet, several in by_sheet.items():
            root = _parse(archive.read(at[sheet]))
            _Sheet(root, looks).put(several)
            written[at[sheet]] = _bytes(root)
        if looks.changed:
            written[names[parts.styles]] = _bytes(looks.root)
        if any(_FORMULA.search(archive.read(name)) for name in at.values()):
            root = _parse(archive.read(names[of_workbook]))
            _ask_to_calculate(root)
            written[names[of_workbook]] = _bytes(root)
        return _zip(archive, written)


def formula_cells(book: bytes) -> frozenset[tuple[str, str]]:
    """The sheet and name of each cell that holds a formula."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        names = {folded_name(entry.filename): entry.filename for entry in archive.infolist()}
        package, budget = Package(archive), Budget(Location(""))
        parts = parts_of(workbook_part(package, budget) or "", package, budget)
        found = set()
        for sheet in parts.sheets:
            data = archive.read(names[sheet.part])
            if _FORMULA.search(data):
                rows = _Sheet(_parse(data), _Looks(None, NumberFormats(budget)))
                found |= {(sheet.name, cell_name(*at)) for at in rows.formulas()}
        return frozenset(found)


def _parse(data: bytes) -> Any:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _bytes(root: Any) -> bytes:
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def _zip(archive: zipfile.ZipFile, written: dict[str, bytes]) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as new:
        for entry in archive.infolist():
            data = written.get(entry.filename, archive.read(entry))
            new.writestr(entry, data, compress_type=entry.compress_type)
    return result.getvalue()


def _ask_to_calculate(root: Any) -> None:
    """Has Excel reckon all formulas when it opens the workbook: what they refer to has changed."""
    space = etree.QName(root).namespace
    found = root.find(f"{{{space}}}{_CALC}")
    if found is None:
        found = etree.Element(f"{{{space}}}{_CALC}")
        after = next((each for each in root if etree.QName(each).localname in _AFTER_CALC), None)
        root.append(found) if after is None else after.addprevious(found)
    found.set("fullCalcOnLoad", "1")


@dataclass
class _Looks:
    """The styles of cells, to which one is added where a figure needs another number format."""

    root: Any
    formats: NumberFormats
    changed: bool = False
    added: dict[tuple[str, str], str] = field(default_factory=dict)

    def for_figure(self, style: str, text: str) -> str:
        """The style that shows the figure with the decimals it has: the cell's own if that does."""
        found = _FIGURE.fullmatch(text)
        decimals = len(found[1] or "") if found else 0
        code = self.formats.of(style) or GENERAL
        section = first_section(code)
        has = len(section.partition(".")[2]) if shown_as(code) == "number" else -1
        trailing = decimals > 0 and text.endswith("0")
        if (code == GENERAL and not trailing) or has == decimals or self.root is None:
            return style
        wanted = "0." + "0" * decimals if trailing else GENERAL
        return self._with_format(style or "0", wanted)

    def _with_format(self, style: str, code: str) -> str:
        if (style, code) in self.added:
            return self.added[style, code]
        space = etree.QName(self.root).namespace
        styles = self.root.find(f"{{{space}}}cellXfs")
        if styles is None or int(style) >= len(styles):
            return style
        made = etree.fromstring(etree.tostring(styles[int(style)]))
        made.set("numFmtId", self._format_id(code, space))
        made.set("applyNumberFormat", "1")
        styles.append(made)
        styles.set("count", str(len(styles)))
        self.changed = True
        self.added[style, code] = str(len(styles) - 1)
        return self.added[style, code]

    def _format_id(self, code: str, space: str) -> str:
        built_in = {GENERAL: "0", "0.00": "2"}
        if code in built_in:
            return built_in[code]
        known = self.root.find(f"{{{space}}}numFmts")
        if known is None:
            known = etree.Element(f"{{{space}}}numFmts")
            self.root.insert(0, known)
        for each in known:
            if each.get("formatCode") == code:
                return str(each.get("numFmtId"))
        number = str(max([163, *(int(each.get("numFmtId", "0")) for each in known)]) + 1)
        etree.SubElement(known, f"{{{space}}}numFmt", numFmtId=number, formatCode=code)
        known.set("count", str(len(known)))
        return number


class _Sheet:
    """The part of one sheet, with its rows and cells by number."""

    def __init__(self, root: Any, looks: _Looks) -> None:
        self.root, self.looks = root, looks
        self.space = etree.QName(root).namespace
        self.data = root.find(f"{{{self.space}}}sheetData")
        self.rows: dict[int, Any] = {}
        self.cells: dict[tuple[int, int], Any] = {}
        row_number = 0
        for row in self.data.iterfind(f"{{{self.space}}}row"):
            row_number = int(row.get("r") or row_number + 1)
            self.rows[row_number] = row
            column = 0
            for cell in row.iterfind(f"{{{self.space}}}c"):
                column = row_and_column(cell.get("r"))[1] if cell.get("r") else column + 1
                self.cells[row_number, column] = cell

    def formulas(self) -> Iterator[tuple[int, int]]:
        """The cells that hold a formula."""
        for at, cell in self.cells.items():
            if cell.find(f"{{{self.space}}}f") is not None:
                yield at

    def put(self, edits: Sequence[CellEdit]) -> None:
        """Changes the cells."""
        for edit in edits:
            cell = self._cell(edit.row, edit.column)
            for child in list(cell):
                if etree.QName(child).localname in {"f", "v", "is"}:
                    cell.remove(child)
            cell.attrib.pop("t", None)
            if not edit.text:
                continue
            if edit.figure and _FIGURE.fullmatch(edit.text):
                style = self.looks.for_figure(cell.get("s", ""), edit.text)
                if style:
                    cell.set("s", style)
                etree.SubElement(cell, f"{{{self.space}}}v").text = edit.text
            else:
                cell.set("t", "inlineStr")
                inner = etree.SubElement(cell, f"{{{self.space}}}is")
                text = etree.SubElement(inner, f"{{{self.space}}}t")
                text.text = edit.text
                text.set(_SPACE, "preserve")
        dimension = self.root.find(f"{{{self.space}}}dimension")
        if dimension is not None:
            self.root.remove(dimension)

    def _cell(self, row: int, column: int) -> Any:
        """The cell; a new one, with the looks of the one above, where there is none."""
        if (row, column) in self.cells:
            return self.cells[row, column]
        holder = self._row(row)
        made = etree.Element(f"{{{self.space}}}c", r=cell_name(row, column))
        above = next(
            (self.cells[n, column] for n in range(row - 1, 0, -1) if (n, column) in self.cells), None
        )
        if above is not None and above.get("s"):
            made.set("s", above.get("s"))
        later = min((c for r, c in self.cells if r == row and c > column), default=None)
        holder.append(made) if later is None else self.cells[row, later].addprevious(made)
        holder.attrib.pop("spans", None)
        self.cells[row, column] = made
        return made

    def _row(self, number: int) -> Any:
        if number in self.rows:
            return self.rows[number]
        made = etree.Element(f"{{{self.space}}}row", r=str(number))
        later = min((each for each in self.rows if each > number), default=None)
        self.data.append(made) if later is None else self.rows[later].addprevious(made)
        self.rows[number] = made
        return made
