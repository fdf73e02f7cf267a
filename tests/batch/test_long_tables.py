"""Long tables of a batch: rows of many units in one file, each the entry of its own unit alone."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from batch_runs import run

from pipeline.batch.batch_file import BatchOrder, read_batch
from pipeline.diagnostics import Diagnostic, InputError
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.writing import workbook_of
from pipeline.papers.overrides import apply_overrides

LETTERS = """\
id,ชื่อผู้รับ,หนังสือ,number,ลงวันที่
ก,สมชาย,กองหนึ่ง,ที่ 11,1 มกราคม 2567
ข,สมหญิง,กองสอง,ที่ 21,2 มกราคม 2567
ก,สมชาย,กองสาม,ที่ 12,3 มกราคม 2567
"""

Write = Callable[[str], Path]


@pytest.fixture
def listed(batch: Path) -> Write:
    """A batch of three memos with a long table of the letters that each cites."""

    def written(table: str, name: str = "memo.references") -> Path:
        (batch.parent / "letters.csv").write_text(table, encoding="utf-8")
        text = batch.read_text(encoding="utf-8")
        batch.write_text(f"{text}lists: {{{name}: letters.csv}}\n", encoding="utf-8")
        return batch

    return written


def unit_values(order: BatchOrder, id: str) -> dict:
    unit = next(unit for unit in order.units if unit.id == id)
    return apply_overrides(order.base, unit.folder, unit.overrides, SHIPPED).values


def refused(path: Path) -> list[Diagnostic]:
    with pytest.raises(InputError) as caught:
        read_batch(path, SHIPPED)
    return list(caught.value.diagnostics)


def numbers(order: BatchOrder, id: str) -> list[str]:
    return [each["number"] for each in unit_values(order, id)["memo"]["references"]]


def test_each_unit_gets_its_own_rows_in_their_order(listed: Write) -> None:
    order = read_batch(listed(LETTERS), SHIPPED)
    assert numbers(order, "ก") == ["ที่ 11", "ที่ 12"]
    assert numbers(order, "ข") == ["ที่ 21"]


def test_a_unit_without_rows_gets_none_of_the_bases_and_is_told(batch: Path, listed: Write) -> None:
    base = batch.parent / "memo.yaml"
    letter = "  references: [{text: กองอื่น, number: ที่ 9, date: 1 มกราคม 2560}]\n"
    text = base.read_text(encoding="utf-8").replace("  subject:", f"{letter}  subject:")
    base.write_text(text, encoding="utf-8")
    order = read_batch(listed(LETTERS), SHIPPED)
    assert numbers(order, "ค") == []
    (told,) = [each for each in order.base.remarks if each.code == "list-without-rows"]
    assert "ค" in told.message.th


def test_a_list_may_be_named_by_its_sheet_and_an_own_column_is_told_once(listed: Write) -> None:
    order = read_batch(listed(LETTERS, "อ้างถึง"), SHIPPED)
    assert numbers(order, "ก") == ["ที่ 11", "ที่ 12"]
    assert [each.location.column for each in order.base.remarks if each.code == "own-column"] == [2]


def test_ids_are_compared_as_ids_of_units_are(batch: Path, listed: Write, rewrite) -> None:
    rewrite("id: ก,", "id: กอง ๑,")
    order = read_batch(listed(LETTERS.replace("\nก,", "\nกอง 1,")), SHIPPED)
    assert numbers(order, "กอง ๑") == ["ที่ 11", "ที่ 12"]


def test_a_value_that_is_wrong_is_told_at_its_cell(listed: Write) -> None:
    order = read_batch(listed(LETTERS.replace("2 มกราคม 2567", "32 มกราคม 2567")), SHIPPED)
    unit = order.units[1]
    with pytest.raises(InputError) as caught:
        load(apply_overrides(order.base, unit.folder, unit.overrides, SHIPPED), SHIPPED)
    (fault,) = caught.value.diagnostics
    assert (fault.location.line, fault.location.column) == (3, 5)
    load(apply_overrides(order.base, "ก", order.units[0].overrides, SHIPPED), SHIPPED)


@pytest.mark.parametrize(
    ("table", "code", "line"),
    [
        (LETTERS + "ง,x,กองสี่,ที่ 41,1 มกราคม 2567\n", "list-unknown-unit", 5),
        (LETTERS + ",x,กองสี่,ที่ 41,1 มกราคม 2567\n", "no-id", 5),
        (LETTERS.replace("id,ชื่อผู้รับ,", "หนังสือ,ชื่อผู้รับ,", 1), "list-no-id", 1),
        (LETTERS.replace("ลงวันที่", "ลงวันท"), "unknown-column", 1),
    ],
)
def test_a_table_that_cannot_be_right_is_refused_at_its_row(
    listed: Write, table: str, code: str, line: int
) -> None:
    (fault,) = [each for each in refused(listed(table)) if each.code == code]
    assert fault.location is not None
    assert (Path(fault.location.file).name, fault.location.line) == ("letters.csv", line)


def test_rows_of_nobody_are_told_once_with_all_their_places(listed: Write) -> None:
    more = "".join(f"ง,x,กองสี่,ที่ {n},1 มกราคม 2567\n" for n in range(3))
    (fault,) = refused(listed(LETTERS + more))
    assert [place.line for place in fault.locations] == [5, 6, 7]


def test_a_list_that_the_data_do_not_have_is_refused_where_it_is_named(listed: Write) -> None:
    (fault,) = refused(listed(LETTERS, "memo.refs"))
    assert (fault.code, fault.location.line) == ("list-unknown", 7)
    assert "memo.references" in fault.help.th


def test_a_value_of_a_row_may_be_changed_by_the_units_own(batch: Path, listed: Write, rewrite) -> None:
    rewrite("memo.number: ที่ 2", "'memo.references[ที่ 21].text': กองใหม่")
    order = read_batch(listed(LETTERS), SHIPPED)
    assert unit_values(order, "ข")["memo"]["references"][0]["text"] == "กองใหม่"


def test_a_changed_row_makes_only_its_units_paper_anew(listed: Write) -> None:
    batch = listed(LETTERS)
    run(batch, str)
    table = batch.parent / "letters.csv"
    table.write_text(LETTERS.replace("กองสอง", "กองใหม่"), encoding="utf-8")
    again = run(batch, str)
    assert {each.name: each.state for each in again.plan.documents} == {
        "ก/memo": "unchanged",
        "ข/memo": "changed",
        "ค/memo": "unchanged",
    }
    (changed,) = again.plan.of("changed")
    assert "กองสอง → กองใหม่" in changed.why[0].th


def test_a_workbook_of_data_holds_units_and_their_rows(batch: Path, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook_of(SHIPPED.of("memo"), read(batch.parent / "memo.yaml", SHIPPED).values))
    book = openpyxl.load_workbook(path)
    units = book.create_sheet("units")
    for row in (["id", "memo.number"], ["ก", "ที่ 1"], ["ข", "ที่ 2"]):
        units.append(row)
    del book["อ้างถึง"]
    letters = book.create_sheet("อ้างถึง")
    letters.append(["", "หนังสือที่อ้างถึงของทุกหน่วยงาน"])
    for line in LETTERS.splitlines():
        letters.append(line.split(","))
    book.save(path)
    order = read_batch(path, SHIPPED)
    assert numbers(order, "ก") == ["ที่ 11", "ที่ 12"]
    assert numbers(order, "ข") == ["ที่ 21"]
    assert "references" not in order.base.values["memo"] or not order.base.values["memo"]["references"]
