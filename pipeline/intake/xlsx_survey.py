"""A first walk through the XML of a workbook's parts: what openpyxl does not tell, and what it must not open.

Finds hidden rows and columns, merged cells, and formulas without a saved value. Stops at a DTD (no
workbook has one; entity bombs do), and at more cells than any input of ours holds.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.parsers import expat

from openpyxl.utils import coordinate_to_tuple, range_boundaries
from openpyxl.utils.exceptions import CellCoordinatesException

from pipeline.faults import Fault, InputFaults, Place, Words
from pipeline.intake.xlsx_package import broken

MAX_CELLS = 100_000
MAX_VALUES = 50_000
"""Cells that hold something; the others are only formatted."""
MAX_ELEMENTS = 600_000
MAX_ROWS = 5_000
MAX_COLUMNS = 200

_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    ElementTree.ParseError,
    CellCoordinatesException,
    KeyError,
    ValueError,
    EOFError,
    OSError,
)
"""What the readers of zip, XML and cell names raise for a damaged file."""


@dataclass(slots=True)
class Survey:
    """What the XML of one worksheet tells besides values. Rows and columns count from 1."""

    last_row: int = 0
    last_column: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First column, first row, last column, last row of each merged area."""
    unsaved: list[str] = field(default_factory=list)
    """Formulas without a saved value."""
    foreign: list[str] = field(default_factory=list)
    """Formulas that read from another file."""


def survey(package: zipfile.ZipFile, file: str) -> dict[str, Survey]:
    """Each worksheet's survey by the sheet's name. Raises `InputFaults` for what must not be opened."""
    place = Place(file)
    surveys: dict[str, Survey] = {}
    cells = values = 0
    try:
        for part in package.namelist():
            if part.endswith((".xml", ".rels")):
                walk = _Walk(place, cells, values)
                walk.through(package.read(part))
                cells, values = walk.cells, walk.values
                surveys[part] = walk.survey
        sheets = _sheet_parts(package)
    except _DAMAGE as error:
        raise InputFaults([broken(place)]) from error
    if not set(sheets.values()) <= surveys.keys():
        raise InputFaults([broken(place)])
    return {name: surveys[part] for name, part in sheets.items()}


def _sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """The part of the package that each sheet stands in."""
    relations = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    targets = {each.get("Id", ""): each.get("Target", "") for each in relations}
    workbook = ElementTree.fromstring(package.read("xl/workbook.xml"))
    sheets = [each for each in workbook.iter() if each.tag.endswith("}sheet")]
    return {
        each.get("name", ""): posixpath.normpath(posixpath.join("/xl", targets[each.get(_RELATIONSHIP, "")]))[
            1:
        ]
        for each in sheets
        if each.get(_RELATIONSHIP, "") in targets
    }


class _Walk:
    """One part of the package, element by element."""

    def __init__(self, place: Place, cells: int, values: int) -> None:
        self.place = place
        self.survey = Survey()
        self.cells, self.values = cells, values
        self.elements = 0
        self.row = 0
        self.cell = ""
        self.formula: list[str] | None = None
        self.has_formula = self.has_value = self.in_value = self.foreign = False

    def through(self, xml: bytes) -> None:
        """Reads the whole part."""
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(xml, True)

    def _doctype(self, *_: object) -> None:
        raise InputFaults([_dtd(self.place)])

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise InputFaults([_too_many(self.place)])
        match tag.rpartition("}")[2]:
            case "c":
                self._start_cell(attributes)
            case "f" if self.cell:
                self.has_formula, self.formula = True, []
            case "v" | "is" if self.cell:
                self.in_value = True
            case "row":
                self._start_row(attributes)
            case "col" if _is_true(attributes.get("hidden")):
                self.survey.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))
            case "mergeCell" if attributes.get("ref"):
                self.survey.merged.append(range_boundaries(attributes["ref"]))  # type: ignore[arg-type]

    def _start_row(self, attributes: dict[str, str]) -> None:
        self.row = int(attributes.get("r", self.row + 1))
        if _is_true(attributes.get("hidden")):
            self.survey.hidden_rows.add(self.row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.cells += 1
        if self.cells > MAX_CELLS:
            raise InputFaults([_too_many(self.place)])
        self.cell = attributes.get("r", "A1")
        self.has_formula = self.has_value = False
        self.foreign = False

    def _text(self, text: str) -> None:
        if self.formula is not None:
            self.formula.append(text)
        self.has_value |= self.in_value

    def _end(self, tag: str) -> None:
        match tag.rpartition("}")[2]:
            case "f":
                if self.formula and "[" in "".join(self.formula):
                    self.foreign = True
                self.formula = None
            case "v" | "is":
                self.in_value = False
            case "c":
                self._end_cell()

    def _end_cell(self) -> None:
        if self.has_formula and not self.has_value:
            self.survey.unsaved.append(self.cell)
        if self.has_formula and self.foreign:
            self.survey.foreign.append(self.cell)
        if self.has_formula or self.has_value:
            self.values += 1
            if self.values > MAX_VALUES:
                raise InputFaults([_too_many(self.place, MAX_VALUES)])
            row, column = coordinate_to_tuple(self.cell)
            if row > MAX_ROWS or column > MAX_COLUMNS:
                raise InputFaults([_far_away(self.place, self.cell)])
            self.survey.last_row = max(self.survey.last_row, row)
            self.survey.last_column = max(self.survey.last_column, column)
        self.cell = ""


def _is_true(flag: str | None) -> bool:
    return flag in {"1", "true"}


def _dtd(place: Place) -> Fault:
    what = Words(
        "ในสมุดงานมีคำสั่ง XML (DTD) ที่ Excel ไม่เคยเขียน", "the workbook holds an XML DTD, which Excel never writes"
    )
    remedy = Words("อย่าใช้แฟ้มนี้ ขอแฟ้มใหม่จากผู้ส่ง", "do not use this file; ask its sender for another")
    return Fault("xml-dtd", what, remedy, place)


def _too_many(place: Place, most: int = MAX_CELLS) -> Fault:
    what = Words(f"สมุดงานมีเกิน {most:,} ช่อง", f"the workbook has more than {most:,} cells")
    remedy = Words("ลบแถว คอลัมน์ และแผ่นงานที่ไม่ใช้", "delete rows, columns and sheets that are not needed")
    return Fault("too-many", what, remedy, place)


def _far_away(place: Place, cell: str) -> Fault:
    what = Words(
        f"มีข้อมูลอยู่ไกลถึงช่อง {cell} (รับได้ {MAX_ROWS:,} แถว {MAX_COLUMNS} คอลัมน์)",
        f"there are data as far as cell {cell} (at most {MAX_ROWS:,} rows, {MAX_COLUMNS} columns)",
    )
    remedy = Words("ลบข้อมูลที่พิมพ์ไว้นอกตาราง", "delete what is typed outside the tables")
    return Fault("too-far", what, remedy, place)
