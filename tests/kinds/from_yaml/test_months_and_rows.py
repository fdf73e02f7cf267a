"""What kinds made from YAML know of months, of the numbers of rows, of yes and no, and of checks by paper."""

from pathlib import Path

import pytest
from form_trials import PAPERS, data_faults, kind_faults, kind_of, laid_in, record_of, source_of

from pipeline.diagnostics import InputError
from pipeline.kinds.from_yaml.reading import read_form
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import check_input, load
from pipeline.kinds.writing import workbook_of
from pipeline.model.doubts import questions_beside_faults
from pipeline.papers.examining import examine
from pipeline.papers.options import RenderOptions
from pipeline.thai.dates import month_year, parse_month

MONTH = """\
fields:
  of: {type: month, title: เดือน, required: true}
  next: {type: month, title: เดือนถัดไป, made: "add_days(of, 40)"}
  days: {type: count, title: วัน, made: "days(of, add_months(of, 1))"}
  said: {type: text, title: ข้อความ, made: month_year(of)}
  fits: {type: yes-no, title: ตรงรอบ}
checks:
  - {that: month(of) != 2, at: of, message: "ไม่ใช่ {of}"}
"""


@pytest.mark.parametrize(
    "typed",
    [
        "มีนาคม 2569",
        "เดือนมีนาคม พ.ศ. ๒๕๖๙",
        "มี.ค. 69",
        "มีค 2569",
        "March 2026",
        "3/2569",
        "2569-03",
        "2026-03-01",
        "1 มีนาคม 2569",
    ],
)
def test_a_month_is_read_as_people_type_it(typed: str) -> None:
    found = parse_month(typed)
    assert found is not None
    assert (str(found), month_year(found)) == ("2026-03-01", "มีนาคม 2569")


@pytest.mark.parametrize(
    "typed", ["มีนาคม", "2569", "13/2569", "5 มีนาคม 2569", "มี.ค. 20", "3/69", "", "มีนา 2569"]
)
def test_what_is_no_month_is_no_month(typed: str) -> None:
    assert parse_month(typed) is None


def test_a_month_is_reckoned_with_as_its_first_day_and_printed_as_a_month() -> None:
    kind = kind_of(MONTH)
    record = record_of(kind, {"of": "มี.ค. ๖๙", "fits": "ใช่"})
    # 40 days after 1 March are 10 April, of which the month is kept; March has 31 days
    assert (str(record.next), record.days, record.said) == ("2026-04-01", 31, "มีนาคม 2569")
    assert kind.facts(record)["เดือน"] == "มีนาคม 2569"
    assert data_faults(kind, {"of": "กุมภาพันธ์ 2569"}) == [("kind-check", "ไม่ใช่ กุมภาพันธ์ 2569")]
    assert [code for code, _ in data_faults(kind, {"of": "5 มีนาคม 2569"})] == ["not-a-month"]
    ((code, said),) = data_faults(kind, {"of": "มี.ค. 20"})
    assert code == "which-century", said


@pytest.mark.parametrize(("typed", "meant"), [("ใช่", True), ("ไม่ใช่", False), ("true", True), ("No", False)])
def test_yes_and_no_are_typed_in_thai_too(typed: str, meant: bool) -> None:
    assert record_of(kind_of(MONTH), {"of": "3/2569", "fits": typed}).fits is meant


def test_what_is_neither_yes_nor_no_is_told_in_words() -> None:
    ((code, said),) = data_faults(kind_of(MONTH), {"of": "3/2569", "fits": "อาจจะ"})
    assert (code, "ใช่ หรือ ไม่ใช่" in said) == ("not-yes-or-no", True)


NUMBERED = """\
fields:
  rows:
    type: table
    title: รายการ
    fields:
      no: {type: count, title: ลำดับ, made: row()}
      group: {type: text, title: กลุ่ม, required: true}
      inner:
        type: count
        title: ลำดับในกลุ่ม
        made: count(where(rows, group == outer.group and no <= outer.no))
      parts:
        type: table
        title: ส่วน
        fields:
          no: {type: count, title: ลำดับส่วน, made: row()}
          name: {type: text, title: ชื่อส่วน}
  first: {type: text, title: กลุ่มแรก, made: "join(where(rows, row() == 1).group, '')"}
checks:
  - {each: rows, that: row() < 4, at: group, message: "รายการที่ {no} เกินสามรายการ"}
"""


def test_rows_are_numbered_without_being_typed() -> None:
    kind = kind_of(NUMBERED)
    parts = [{"name": "ก"}, {"name": "ก"}]
    rows = [{"group": "ก", "parts": parts}, {"group": "ข", "parts": parts}, {"group": "ก"}]
    record = record_of(kind, {"rows": rows})
    assert [(row.no, row.inner) for row in record.rows] == [(1, 1), (2, 1), (3, 2)]
    assert [part.no for row in record.rows for part in row.parts] == [1, 2, 1, 2]  # equal rows, too
    assert record.first == "ก"
    assert data_faults(kind, {"rows": [*rows, {"group": "ค"}]}) == [("kind-check", "รายการที่ 4 เกินสามรายการ")]


@pytest.mark.parametrize("made", ["row()", "sum(where(rows.parts, row() == 1).no)"])
def test_what_is_in_no_row_of_a_table_has_no_number(made: str) -> None:
    fields = NUMBERED.replace("  first:", f'  bad: {{type: count, title: ผิด, made: "{made}"}}\n  first:')
    assert [code for code, _ in kind_faults(fields)] == ["expression-no-row"]


def test_months_and_made_numbers_go_through_a_workbook(tmp_path: Path) -> None:
    kinds = laid_in(tmp_path, MONTH)
    data = tmp_path / "data.yaml"
    data.write_text("kind: trial\noffice: {name: สำนักงาน}\nof: มีนาคม 2569\nfits: ใช่\n", "utf-8")
    source = read(data, kinds)
    book = tmp_path / "data.xlsx"
    book.write_bytes(workbook_of(kinds.of("trial"), source.values))
    assert load(read(book, kinds), kinds) == load(source, kinds)


BY_PAPER = """\
fields:
  total: {type: number, title: ยอด}
  order: {type: yes-no, title: ทำคำสั่ง}
checks:
  - {that: total > 5, at: total, papers: [order], message: ยอดต่ำกว่าคำสั่ง}
"""
ORDER = "  - {id: order, title: คำสั่ง, label: คำสั่ง, template: trial/b.xml.j2, style: memo, when: order}\n"


def test_a_check_of_a_paper_is_made_where_that_paper_is() -> None:
    kind = kind_of(BY_PAPER, PAPERS + ORDER)
    assert data_faults(kind, {"total": "5"}) == []
    assert data_faults(kind, {"total": "5", "order": "ใช่"}) == [("kind-check", "ยอดต่ำกว่าคำสั่ง")]
    # whether the paper is made is not known: nothing follows from that
    assert [code for code, _ in data_faults(kind, {"total": "5", "order": "?"})] == ["not-yes-or-no"]


def test_a_check_of_a_paper_that_is_not_there_is_told_at_its_line() -> None:
    assert kind_faults(BY_PAPER.replace("[order]", "[oder]"), PAPERS + ORDER) == [("kind-no-paper", 5)]


ASKING = """\
fields:
  low: {type: number, title: ต่ำ}
  other: {type: number, title: อื่น}
  twice: {type: number, title: สองเท่า, made: low * 2}
  rest: {type: number, title: เหลือ, made: low - other}
checks:
  - {that: twice > 10, at: low, ask: true, message: "สองเท่าเพียง {twice}"}
  - {that: rest > 10, at: low, ask: true, message: เหลือน้อย}
  - {that: twice > 8, at: low, message: "ต่ำไป {twice}"}
"""


def test_questions_of_sound_values_are_told_beside_faults() -> None:
    """`rest` needs what is refused: of that nothing is asked."""
    kind = kind_of(ASKING)
    values = {"low": "4", "other": "สี่"}
    faults = data_faults(kind, values)
    assert [code for code, _ in faults] == ["not-a-number"], "what is worked out is told after loading"

    class Known:
        def names(self) -> list[str]:
            return ["trial"]

        def of(self, _: str) -> object:
            return kind

    record, told = check_input(source_of(values), Known())  # type: ignore[arg-type]
    assert [one.code for one in told] == ["not-a-number", "kind-check"]
    asked = questions_beside_faults(record, source_of(values))
    assert [doubt.what.th for doubt in asked] == ["สองเท่าเพียง 8"]


def test_check_asks_and_refuses_in_one_run(tmp_path: Path) -> None:
    laid_in(tmp_path, ASKING)
    data = tmp_path / "data.yaml"
    head = "kind: trial\noffice: {name: สำนักงาน}\nlow: 4.5\nother: สี่\n"
    data.write_text(head, "utf-8")
    found = examine(data, options=RenderOptions(folder=tmp_path))
    assert ([one.code for one in found.faults], len(found.doubts)) == (["not-a-number"], 1)
    data.write_text(head + "audit: {allow: [{code: D0901, where: สองเท่า, reason: ตรวจแล้ว}]}\n", "utf-8")
    assert [doubt.accepted for doubt in examine(data, options=RenderOptions(folder=tmp_path)).doubts] == [
        "ตรวจแล้ว"
    ]


def told_of(text: str) -> list[str]:
    whole = f"title: ท\nabout: ท\nfields:\n{text}{PAPERS}"
    with pytest.raises(InputError) as refused:
        read_form("trial", "kind.yaml", whole.encode())
    return [fault.text("th") for fault in refused.value.diagnostics]


def test_a_comma_in_braces_is_told_with_the_text_in_quotes() -> None:
    (fault,) = told_of("  a: {type: text, title: ชื่อ, สกุล}\n")
    assert 'title: "ชื่อ, สกุล"' in fault
    # a field that is named on a line of its own is no rest of a text
    (fault,) = told_of("  a:\n    type: text\n    title: ชื่อ\n    สกุล:\n")
    assert "จุลภาค" not in fault


@pytest.mark.parametrize(("text", "column"), [("ชื่อ: สกุล", 30), ("ใช้ {x}", 30)])
def test_a_mark_in_braces_is_told_where_it_stands(text: str, column: int) -> None:
    (fault,) = told_of(f"  a: {{type: text, title: {text}}}\n")
    assert fault.startswith(f"kind.yaml:4:{column}:")
    assert "ครอบข้อความ" in fault
