"""Last round's figures beside this round's cells of a workbook: to be read, and read back as nothing."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from pipeline import kinds
from pipeline.kinds.input_reader import read
from pipeline.kinds.writing import workbook_of
from pipeline.papers.build import prepare
from pipeline.rounds.rolling import roll_over

ROOT = Path(__file__).parents[2]


def written(tmp_path: Path) -> Path:
    rolled = roll_over(prepare(ROOT / "input" / "municipality-2568"))
    book = tmp_path / "next.xlsx"
    book.write_bytes(workbook_of(kinds.of("hr-scorecard"), rolled.values))
    return book


def test_each_emptied_cell_has_last_rounds_figure_beside_it(tmp_path: Path) -> None:
    book = written(tmp_path)
    sheet = openpyxl.load_workbook(book)["ผลรอบ"]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    at = rows[0].index("รอบก่อน: ขั้นตอนที่แล้วเสร็จ")
    manuals = next(row for row in rows if row[0] == "manuals")
    assert (manuals[at - 1], manuals[at]) == (None, 3)
    assert sheet.cell(5, at + 1).protection.locked


def test_columns_of_the_last_round_are_read_as_nothing(tmp_path: Path) -> None:
    source = read(written(tmp_path), kinds.SHIPPED)
    assert not source.faults
    results = source.values["results"]
    assert isinstance(results, list)
    assert all(
        isinstance(each, dict) and not {"steps", "value", "numerator"} & each.keys() for each in results
    )


def test_texts_of_the_last_round_are_coloured_until_they_differ(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path))
    texts = [rule for each in book["ข้อความของผล"].conditional_formatting for rule in each.rules]
    assert len(texts) == 1
    assert "ค่ารอบก่อน" in texts[0].formula[0]
    assert not list(book["โครงการ"].conditional_formatting)
