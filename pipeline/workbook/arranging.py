"""A workbook's cells -> the same values that YAML files give, each with its cell."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.faults import Fault, InputFaults, Place, Words
from pipeline.intake.sheets import Book, Sheet
from pipeline.intake.source import Source
from pipeline.model.choices import choice_name, choice_value
from pipeline.model.inputs import KINDS
from pipeline.workbook.cell_values import no_such_choice
from pipeline.workbook.gathered import Gathered
from pipeline.workbook.headers import folded
from pipeline.workbook.layout import Form, Table
from pipeline.workbook.layouts import layout_of
from pipeline.workbook.matching import Matched, match
from pipeline.workbook.reading_forms import read_form
from pipeline.workbook.reading_prose import read_prose
from pipeline.workbook.reading_tables import read_table
from pipeline.workbook.shared_sheets import GENERAL

_KIND = "ชนิดของข้อมูล"


def arrange(book: Book) -> Source:
    """The data of a workbook.

    Raises `InputFaults` when sheets or columns are missing or not known; what is wrong with single
    cells goes along as the source's `faults`, so that it is told together with what the records say.
    """
    layout = layout_of(_kind_of(book))
    matching = match(layout, book)
    if matching.faults:
        raise InputFaults(matching.faults)
    gathered = Gathered(remarks=[*book.remarks, *matching.remarks])
    for matched in matching.matched:
        read_sheet(matched, gathered)
    return Source(
        book.file,
        gathered.values,
        gathered.places,
        tuple(gathered.remarks),
        (*book.faults, *gathered.faults),
    )


def read_sheet(matched: Matched, gathered: Gathered) -> None:
    """Adds what one sheet holds."""
    if isinstance(matched.wanted, Form):
        read_form(matched.wanted, matched.sheet, matched.header, gathered)
    elif isinstance(matched.wanted, Table):
        read_table(matched.wanted, matched.sheet, matched.header, gathered)
    else:
        read_prose(matched.wanted, matched.sheet, matched.header, gathered)


def _kind_of(book: Book) -> str:
    """The kind of input, as the general sheet says it. Raises `InputFaults`."""
    sheet = next((each for each in book.sheets if folded(each.name) == folded(GENERAL)), None)
    for cells in sheet.rows.values() if sheet else ():
        labelled = [column for column, cell in cells.items() if folded(cell.text) == folded(_KIND)]
        values = [cells[column] for column in sorted(cells) if labelled and column > labelled[0]]
        if values:
            kind = choice_value(values[0].text, tuple(KINDS))
            if kind is None:
                names = [choice_name(each) for each in KINDS]
                raise InputFaults([no_such_choice(_KIND, values[0].text, names, values[0].place)])
            return kind
    raise InputFaults([_no_kind(book, sheet)])


def _no_kind(book: Book, sheet: Sheet | None) -> Fault:
    names = ", ".join(each.name for each in _first(book.sheets))
    what = Words(
        f"ไม่พบช่อง '{_KIND}' ในแผ่นงาน '{GENERAL}' (แผ่นงานที่มี: {names or '-'})",
        f"there is no '{_KIND}' on a sheet '{GENERAL}' (the sheets are: {names or '-'})",
    )
    remedy = Words(
        "เริ่มจากสมุดงานที่โปรแกรมสร้าง: saraban new โฟลเดอร์ --kind hr-scorecard --xlsx",
        "start from a workbook that the program makes: saraban new FOLDER --kind hr-scorecard --xlsx",
    )
    return Fault("not-our-workbook", what, remedy, sheet.place(1, 1) if sheet else Place(book.file))


def _first(sheets: Iterable[Sheet]) -> list[Sheet]:
    return list(sheets)[:12]
