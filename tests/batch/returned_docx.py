"""A DOCX as it comes back from an office: edited in its XML as a person edits it in Word."""

import copy
import io
from collections.abc import Callable

import docx
from docx.oxml.ns import qn

Edit = Callable[["Returned"], None]


class Returned:
    """A DOCX to edit. Texts are found as they are read: a no-break space is a space."""

    def __init__(self, data: bytes) -> None:
        self.docx = docx.Document(io.BytesIO(data))
        self.body = self.docx.element.body

    def bytes(self) -> bytes:
        """The DOCX with its edits."""
        stream = io.BytesIO()
        self.docx.save(stream)
        return stream.getvalue()

    def paragraph(self, said: str, number: int = 0):
        """The paragraph of that number (from 0) among those that say `said`, in the text or a table."""
        return [one for one in self.body.iter(qn("w:p")) if said in _text(one)][number]

    def say(self, old: str, new: str, *, within: str = "", number: int = 0) -> None:
        """Types `new` over `old` in the first paragraph that says `within` (otherwise `old`)."""
        _type_over(self.paragraph(within or old, number), old, new)

    def delete(self, said: str) -> None:
        """Deletes the paragraph that says `said`."""
        paragraph = self.paragraph(said)
        paragraph.getparent().remove(paragraph)

    def copy_after(self, said: str, text: str) -> None:
        """A new paragraph of the look of the one that says `said`, after it."""
        paragraph = self.paragraph(said)
        made = copy.deepcopy(paragraph)
        pieces = list(made.iter(qn("w:t")))
        for piece in pieces[1:]:
            piece.text = ""
        pieces[0].text = text
        paragraph.addnext(made)

    def move_after(self, said: str, behind: str) -> None:
        """Cuts the paragraph that says `said` and pastes it after the one that says `behind`."""
        self.paragraph(behind).addnext(self.paragraph(said))

    def rows(self, table: int):
        """The rows of a table, from 0."""
        return self.docx.tables[table]._tbl.findall(qn("w:tr"))

    def cell(self, table: int, row: int, cell: int):
        """A cell by its number in the row, from 0."""
        return self.rows(table)[row].findall(qn("w:tc"))[cell]

    def delete_row(self, table: int, row: int) -> None:
        """Deletes a row."""
        gone = self.rows(table)[row]
        gone.getparent().remove(gone)

    def add_row(self, table: int, after: int, texts: list[str]) -> None:
        """Adds a row like the one before it, with other texts in its cells."""
        made = copy.deepcopy(self.rows(table)[after])
        for cell, text in zip(made.findall(qn("w:tc")), texts, strict=True):
            pieces = list(cell.iter(qn("w:t")))
            for piece in pieces:
                piece.text = ""
            if pieces:
                pieces[0].text = text
        self.rows(table)[after].addnext(made)

    def move_row(self, table: int, row: int, after: int) -> None:
        """Drags a row below another."""
        rows = self.rows(table)
        rows[after].addnext(rows[row])

    def swap_cells(self, table: int, row: int, one: int, other: int) -> None:
        """Swaps what stands in two cells of a row."""
        first, second = self.cell(table, row, one), self.cell(table, row, other)
        left, right = first.findall(qn("w:p")), second.findall(qn("w:p"))
        for paragraph in right:
            first.append(paragraph)
        for paragraph in left:
            second.append(paragraph)

    def say_in_cell(self, table: int, row: int, cell: int, new: str) -> None:
        """Types over all that a cell of one paragraph says."""
        pieces = list(self.cell(table, row, cell).iter(qn("w:t")))
        for piece in pieces[1:]:
            piece.text = ""
        pieces[0].text = new


def _text(paragraph) -> str:
    return "".join((one.text or "").replace("\u00a0", " ") for one in _pieces(paragraph))


def _pieces(paragraph) -> list:
    return [one for one in paragraph.iter(qn("w:t")) if next(one.iterancestors(qn("w:p"))) is paragraph]


def _type_over(paragraph, old: str, new: str) -> None:
    """Replaces `old`, which may go over several runs; the new text stands in the run where it began."""
    text = _text(paragraph)
    start = text.index(old)
    end, at = start + len(old), 0
    for piece in _pieces(paragraph):
        said = piece.text or ""
        left, right = max(start - at, 0), min(end - at, len(said))
        if left < len(said) and right > 0 and left < right:
            piece.text = said[:left] + (new if at + left == start else "") + said[right:]
        at += len(said)
