"""`python -m benchmarks.docx_table`: the time that the DOCX of one table takes, by its rows of ten cells.

Processor time of the DOCX writer alone, its style sheet loaded and the word boundaries of the text known, as
they are once the pages of the PDF are set.
"""

from __future__ import annotations

import time

from rich.console import Console
from rich.table import Table as Shown

from pipeline.document.sheets import load_sheet
from pipeline.document.tree import Cell, Document, Paragraph, Row, Section, Table, Text
from pipeline.render.docx import write_docx

ROWS = (50, 100, 200, 400, 800)
ROUNDS = 5


def table(rows: int) -> Document:
    """A table of ten cells a row, each of three words and two figures."""
    made = tuple(
        Row(tuple(_cell(f"ดำเนินการตามแผนร้อยละ {row % 100} จำนวน {column} คน") for column in range(10)))
        for row in range(rows)
    )
    return Document("report", "ตาราง", (Section((Table(made, "summary", (1.0,) * 10),)),))


def _cell(said: str) -> Cell:
    return Cell((Paragraph((Text(said),)),))


def seconds(document: Document) -> float:
    """The best of some rounds."""
    sheet = load_sheet("report")
    taken = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        write_docx(document, sheet, ())
        taken.append(time.process_time() - begun)
    return min(taken)


def main() -> None:
    """Shows the figures."""
    shown = Shown("rows", "cells", "seconds", "microseconds a cell")
    for rows in ROWS:
        taken = seconds(table(rows))
        shown.add_row(str(rows), str(10 * rows), f"{taken:.3f}", f"{taken / rows * 1e5:.0f}")
    Console().print(shown)


if __name__ == "__main__":
    main()
