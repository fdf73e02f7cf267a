"""Kinds made from YAML: records, worked-out values in their order, checks, rows, names in prose, signers."""

from pathlib import Path

import pytest
from form_trials import (
    OFFICE,
    PAPERS,
    PERSON,
    data_faults,
    kind_faults,
    kind_of,
    laid_in,
    record_of,
    source_of,
)

from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.writing import workbook_of
from pipeline.model.doubts.asking import settle_doubts

ROWS = """\
fields:
  budget: {type: money, title: งบ ประมาณ, required: true}
  spent:  {type: money, title: ใช้ไป, made: sum(rows.amount)}
  rows:
    type: table
    title: รายการ
    key: name
    least: 1
    most: 3
    fields:
      name:   {type: text, title: ชื่อ, required: true}
      price:  {type: money, title: ราคา, required: true}
      amount: {type: money, title: จำนวนเงิน, made: price * factor}
  factor: {type: number, title: ตัวคูณ, made: "2"}
  main:   {type: text, title: รายการหลัก, refers: rows}
checks:
  - {that: spent <= budget, at: budget, message: "ใช้ {spent} เกิน {budget}"}
  - {each: rows, that: amount < budget, at: price, message: "{name} แพงกว่า {budget}", help: ลดราคา}
  - {each: rows, ask: true, that: price > 1, at: price, message: "{name} ถูกไป"}
"""
GOOD = {"budget": "1,000", "rows": [{"name": "ก", "price": "100"}, {"name": "ข", "price": "๒๐๐.๕๐"}]}


def test_values_are_worked_out_each_after_what_it_needs() -> None:
    """`spent` stands before `amount`, and that before `factor`."""
    record = record_of(kind_of(ROWS), GOOD)
    # 200.50 × 2 is whole: in baht without satang
    assert [str(row.amount) for row in record.rows] == ["200", "401"]
    assert str(record.spent) == "601"


def test_what_is_worked_out_cannot_be_typed() -> None:
    (fault,) = data_faults(kind_of(ROWS), {**GOOD, "spent": "5"})
    assert fault[0] == "made-value"
    (fault,) = data_faults(kind_of(ROWS), {**GOOD, "rows": [{"name": "ก", "price": "1", "amount": "1"}]})
    assert fault[0] == "made-value"


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [("b", "a", "a, b"), ("a + 1", "1", "a"), ("b", "sum(rows.c)", "a, b, rows.c")],
)
def test_values_worked_out_from_one_another_are_told(first: str, second: str, names: str) -> None:
    fields = (
        f"fields:\n  a: {{type: number, title: เอ, made: {first}}}\n"
        f"  b: {{type: number, title: บี, made: {second}}}\n"
        "  rows: {type: table, title: แถว, fields: {c: {type: number, title: ซี, made: a}}}\n"
    )
    told = kind_faults(fields)
    assert told == [("expression-circle", 2)], names


def test_checks_hold_or_are_told_with_values_at_their_place() -> None:
    kind = kind_of(ROWS)
    assert data_faults(kind, GOOD) == []
    assert data_faults(kind, {**GOOD, "budget": "600"}) == [("kind-check", "ใช้ 601 เกิน 600")]
    assert data_faults(kind, {**GOOD, "budget": "601"}) == []
    dear = {"budget": "1,000", "rows": [{"name": "ก", "price": "500"}]}
    assert data_faults(kind, dear) == [("kind-check", "ก แพงกว่า 1,000")]


def test_a_check_that_asks_makes_a_doubt_and_no_fault() -> None:
    kind = kind_of(ROWS)
    cheap = {**GOOD, "rows": [{"name": "ก", "price": "1"}]}
    assert data_faults(kind, cheap) == []
    asked = [
        doubt.as_fault().message.th for doubt in settle_doubts(record_of(kind, cheap), source_of(cheap))[0]
    ]
    assert any("ก ถูกไป" in said for said in asked)
    assert list(record_of(kind, GOOD).asked()) == []


def test_a_check_of_what_is_empty_holds() -> None:
    fields = "fields:\n  a: {type: number, title: เอ}\nchecks:\n  - {that: a > 5, at: a, message: น้อยไป}\n"
    kind = kind_of(fields)
    assert data_faults(kind, {}) == []
    assert [code for code, _ in data_faults(kind, {"a": "5"})] == ["kind-check"]


def test_keys_that_repeat_and_names_of_no_row_are_told() -> None:
    kind = kind_of(ROWS)
    twice = [{"name": "กอง ๑", "price": "2"}, {"name": "กอง 1", "price": "3"}]
    assert [code for code, _ in data_faults(kind, {**GOOD, "rows": twice})] == ["row-named-twice"]
    assert [code for code, _ in data_faults(kind, {**GOOD, "main": "ค"})] == ["no-such-row"]
    assert data_faults(kind, {**GOOD, "main": "ข"}) == []


def test_a_table_has_as_many_rows_as_it_may() -> None:
    rows = [{"name": str(n), "price": "1"} for n in range(4)]
    assert len(data_faults(kind_of(ROWS), {**GOOD, "rows": rows})) == 1
    assert len(data_faults(kind_of(ROWS), {**GOOD, "rows": []})) == 1


def test_prose_prints_single_values_by_name_and_by_title() -> None:
    fields = ROWS.replace("checks:", "  who: {type: signer, title: ผู้ ลงนาม}\nchecks:")
    kind = kind_of(fields)
    signer = {"person": PERSON, "position": "หัวหน้า"}
    facts = kind.facts(record_of(kind, {**GOOD, "who": signer}))
    said = {
        name: facts[name] for name in ("budget", "งบประมาณ", "spent", "who", "who_position", "ตำแหน่งผู้ลงนาม")
    }
    assert list(said.values()) == ["1,000", "1,000", "601", "นายสมมติ ทดลอง", "หัวหน้า", "หัวหน้า"]
    assert "main" not in facts, "left empty"


def test_signers_number_and_date_of_a_paper() -> None:
    fields = (
        "fields:\n  no: {type: text, title: ที่}\n  on: {type: date, title: วันที่}\n"
        "  one: {type: signer, title: ผู้เสนอ}\n  two: {type: signer, title: ผู้อนุมัติ}\n"
        "number: no\ndate: on\nsigners: {second: [two]}\n"
    )
    second = "  - {id: second, title: ใบ, label: ใบ, template: trial/b.xml.j2, style: memo, when: no != ''}\n"
    kind = kind_of(fields, PAPERS + second)
    people = {name: {"person": PERSON, "position": name} for name in ("one", "two")}
    record = record_of(kind, {"no": "5/2569", "on": "2026-02-13", **people})
    assert [post for _, post in kind.signing(record, "paper").signers] == ["one", "two"]
    assert [post for _, post in kind.signing(record, "second").signers] == ["two"]
    assert kind.signing(record, "paper").number == "5/2569"
    assert str(kind.date(record)) == "2026-02-13"
    assert [paper.id for paper in kind.papers_made(record)] == ["paper", "second"]
    assert [paper.id for paper in kind.papers_made(record_of(kind, people))] == ["paper"]


NESTED = """\
fields:
  date: {type: date, title: วันที่}
  chair: {type: person, title: ประธาน}
  meetings:
    type: table
    title: การประชุม
    key: name
    fields:
      name: {type: text, title: ครั้งที่, required: true}
      says: {type: prose, title: เรื่องแจ้ง}
      lines: {type: texts, title: มติ}
      people:
        type: table
        title: ผู้มาประชุม
        fields:
          name: {type: text, title: ชื่อ, required: true}
          hours: {type: number, title: ชั่วโมง}
      total: {type: number, title: รวมชั่วโมง, made: sum(people.hours)}
  grand: {type: number, title: รวมทั้งหมด, made: sum(meetings.total)}
"""


def test_nested_tables_go_through_a_workbook_without_loss(tmp_path: Path) -> None:
    known = laid_in(tmp_path / "own", NESTED)
    values = {
        **OFFICE,
        "date": "13 กุมภาพันธ์ 2569",
        "chair": PERSON,
        "meetings": [
            {
                "name": "1/2569",
                "says": ["แจ้งว่า {date}", {"text": "ดังนี้", "numbered": ["ก", "ข"]}],
                "lines": ["รับทราบ", "เห็นชอบ"],
                "people": [{"name": "หนึ่ง", "hours": "1.50"}, {"name": "สอง"}],
            },
            {"name": "2/2569", "people": [{"name": "หนึ่ง", "hours": "2"}]},
        ],
    }
    book = tmp_path / "book.xlsx"
    book.write_bytes(workbook_of(known.of("trial"), values))
    from_book, from_values = load(read(book, known), known), record_of(known.of("trial"), values)  # type: ignore[arg-type]
    assert from_book == from_values
    assert str(from_book.grand) == "3.50"


def test_options_that_excel_cannot_offer_are_checked_all_the_same(tmp_path: Path) -> None:
    options = [f"ตัวเลือกยาวมากลำดับที่ {n}, มีจุลภาค" for n in range(30)]
    listed = ", ".join(f'"{each}"' for each in options)
    known = laid_in(tmp_path / "own", f"fields:\n  c: {{type: choice, title: เลือก, options: [{listed}]}}\n")
    book = tmp_path / "book.xlsx"
    book.write_bytes(workbook_of(known.of("trial"), {**OFFICE, "c": options[7]}))
    assert load(read(book, known), known).c == options[7]  # type: ignore[attr-defined]


CHECKED = "fields:\n  a: {type: text, title: ก}\nchecks:\n"
FAULTY = {
    "fields:\n  A: {type: text, title: ก}\n": ("kind-field-name", 2),
    "fields:\n  __class__: {type: text, title: ก}\n": ("kind-field-name", 2),
    "fields:\n  เลขที่: {type: text, title: ก}\n": ("kind-field-name", 2),
    "fields:\n  office: {type: text, title: ก}\n": ("kind-field-taken", 2),
    # The program looks for these by their name in every kind, and for what they hold.
    "fields:\n  period: {type: period, title: ก}\n": ("kind-field-required", 2),
    "fields:\n  when: {type: period, title: ก, required: true}\n": ("kind-field-called", 2),
    "fields:\n  memo: {type: text, title: ก}\n": ("kind-field-called", 2),
    "fields:\n  a: {type: txt, title: ก}\n": ("unknown-choice", 2),
    "fields:\n  a: {type: text, title: ก, hnt: ข}\n": ("unknown-key", 2),
    "fields:\n  a: {type: choice, title: ก}\n": ("kind-lacks", 2),
    "fields:\n  a: {type: text, title: ก, options: [ข]}\n": ("kind-needless", 2),
    "fields:\n  a: {type: text, title: ก}\n  b: {type: text, title: ก}\n": ("kind-title-twice", 3),
    "fields:\n  a: {type: text, title: ก, made: \"'x'\", required: true}\n": ("kind-made-typed", 2),
    "fields:\n  a: {type: text, title: ก, refers: b}\n": ("kind-refers", 2),
    "fields:\n  a: {type: text, title: ก}\nnumber: b\n": ("kind-no-field", 3),
    "fields:\n  a: {type: text, title: ก}\ndate: a\n": ("kind-field-type", 3),
    "fields:\n  a: {type: text, title: ก}\nsigners: {paper: [a]}\n": ("kind-field-type", 3),
    "fields:\n  a: {type: text, title: ก}\nsigners: {papr: []}\n": ("kind-no-paper", 3),
    CHECKED + "  - {that: a, message: x}\n": ("expression-no-check", 4),
    CHECKED + "  - {that: a == 'x', at: b, message: x}\n": (
        "kind-no-field",
        4,
    ),
    CHECKED + "  - {that: a == 'x', message: 'x {b}'}\n": (
        "kind-no-field",
        4,
    ),
    CHECKED + "  - {that: a == 'x', message: 'x {a|money}'}\n": (
        "kind-no-field",
        4,
    ),
    "fields:\n  register: {type: text, title: ก}\n": ("kind-field-taken", 2),
    "fields:\n  class: {type: text, title: ก}\n": ("kind-field-taken", 2),
    CHECKED + "  - {each: b, that: 1 == 1, message: x}\n": (
        "kind-no-table",
        4,
    ),
    "fields:\n  a: {type: number, title: ก, made: \"'x'\"}\n": ("expression-made", 2),
}


@pytest.mark.parametrize(("text", "fault"), FAULTY.items())
def test_faults_of_a_kind_are_told_at_their_line(text: str, fault: tuple[str, int]) -> None:
    assert kind_faults(text) == [fault]


@pytest.mark.parametrize("id", ["../x", "a b", "ก", "-a", "a" * 61])
def test_no_file_is_called_by_an_id_that_leads_elsewhere(id: str) -> None:
    papers = f"papers:\n  - {{id: {id!r}, title: ก, label: ก, template: t/t.xml.j2, style: memo}}\n"
    assert kind_faults("fields:\n  a: {type: text, title: ก}\n", papers) == [("kind-paper-id", 4)]


def test_anchors_that_hold_themselves_and_depth_are_refused() -> None:
    circle = "fields:\n  a: &a {type: group, title: ก, fields: {b: *a}}\n"
    assert len(kind_faults(circle)) == 1
    deep = "fields: " + "{a: {type: group, title: ก, fields: " * 60 + "{}" + "}}" * 60 + "\n"
    assert len(kind_faults(deep)) >= 1
