"""Expressions of `kind.yaml`: what each comes to, against values worked out by hand, and what is refused."""

import datetime
from decimal import Decimal

import pytest
from form_trials import PERSON, kind_faults, kind_of, record_of

from pipeline.kinds.from_yaml.calls import SPECIAL
from pipeline.kinds.from_yaml.functions import FUNCTIONS

FIELDS = """\
fields:
  a: {type: number, title: เอ}
  b: {type: number, title: บี}
  t: {type: text, title: ข้อความ}
  first: {type: date, title: วันแรก}
  last: {type: date, title: วันหลัง}
  who: {type: person, title: ใคร}
  rows:
    type: table
    title: รายการ
    key: s
    fields:
      s: {type: id, title: ชื่อ, required: true}
      n: {type: number, title: จำนวน}
      ok: {type: yes-no, title: ใช้ได้}
  none:
    type: table
    title: ไม่มีแถว
    fields:
      n: {type: number, title: จำนวน}
"""
DATA = {
    "a": "2",
    "t": "๘๖/๒๕๖๙",
    "first": "2026-02-11",
    "last": "2026-02-13",
    "who": PERSON,
    "rows": [
        {"s": "ก", "n": "10", "ok": "true"},
        {"s": "ข", "n": "20.5", "ok": "false"},
        {"s": "ค", "ok": "true"},
        {"s": "ง", "n": "5", "ok": "true"},
    ],
}
"""`b` is left empty, and `n` in one row."""


def value(expression: str, type_name: str = "number", **changed: str) -> object:
    """What an expression comes to as a field of that type."""
    made = f'  made_here: {{type: {type_name}, title: ผล, made: "{expression}"}}\n'
    return record_of(kind_of(FIELDS + made), {**DATA, **changed}).made_here


FIGURES = {
    "0.1 + 0.2": "0.3",  # no binary fractions
    "a * 3 - 1 / 4": "5.75",
    "-a": "-2",
    "0.12345678901234567890 * 0 + 1234567890123.25": "1234567890123.25",  # more digits than a float has
    "2 if a > 1 else 3": "2",
    "2 if a > 2 else 3": "3",
    "sum(rows.n)": "35.5",  # 10 + 20.5 + 5; the empty one is passed over
    "sum(none.n)": "0",
    "count(rows)": "4",
    "count(rows.n)": "3",
    "least(rows.n)": "5",
    "most(rows.n)": "20.5",
    "mean([1, 2, 6])": "3",
    "sum(where(rows, ok).n)": "15",  # ก and ง; ค is empty
    "sum(where(rows, n > a * 3).n)": "30.5",  # names of the whole after those of the row
    "sum(rows.n * 2)": "71",
    "lookup(rows, 'ข', n)": "20.5",
    "round(2.345, 2)": "2.35",
    "round(-2.345, 2)": "-2.35",
    "round(2.5, 0)": "3",
    "round_up(101, 10)": "110",
    "round_up(100, 10)": "100",
    "round_down(109, 10)": "100",
    "days(first, last)": "2",
    "days(last, first)": "-2",
    "months(first, last)": "0",
    "years(first, last)": "0",
    "year(first)": "2569",
    "month(first)": "2",
    "day(last)": "13",
    "fiscal_year(first)": "2569",
    "length('กขค')": "3",
    "day(add_months(last, -12))": "13",
    "days(last, add_months(last, 1))": "28",  # to 13 March
    "year(add_years(first, 2))": "2571",
    "count(where(rows, count(where(rows, n < outer.n)) == 1))": "1",  # ก, above ง alone
    "value(after(t, '/'))": "2569",  # Thai digits are read
}


@pytest.mark.parametrize(("expression", "figure"), FIGURES.items())
def test_figures(expression: str, figure: str) -> None:
    assert value(expression) == Decimal(figure)


TEXTS = {
    "month_year(first)": "กุมภาพันธ์ 2569",
    "text(count(where(rows, row() < 3)))": "2",
    "t + '!'": "๘๖/๒๕๖๙!",
    "baht(18250)": "หนึ่งหมื่นแปดพันสองร้อยห้าสิบบาทถ้วน",
    "baht(0.25)": "ยี่สิบห้าสตางค์",
    "baht(1000001)": "หนึ่งล้านเอ็ดบาทถ้วน",
    "words(11)": "สิบเอ็ด",
    "words(2.5)": "สองจุดห้า",
    "text(first)": "11 กุมภาพันธ์ 2569",
    "text(year(first))": "2569",
    "service(first, last)": "2 วัน",
    "service(first, first)": "0 วัน",
    "who.full_name": "นายสมมติ ทดลอง",
    "after('86/2569', '/')": "2569",
    "weekday(first)": "วันพุธ",  # 11 February 2026
    "join(where(rows, ok).s, ', ')": "ก, ค, ง",
}


@pytest.mark.parametrize(("expression", "text"), TEXTS.items())
def test_texts(expression: str, text: str) -> None:
    assert value(expression, "text") == text


TRUTHS = {
    "a == 2.00": True,
    "1 < a < 3": True,
    "1 < a < 2": False,
    "not a > 3": True,
    "a > 1 and t == 'x'": False,
    "a > 1 or b > 1": True,  # what is unknown does not matter where the other side decides
    "a in [1, 2]": True,
    "a not in [1, 2]": False,
    "'๒๕๖๙' in t": True,
    "first <= last": True,
    "every(rows.n > 4)": True,
    "every(rows.n > 5)": False,
    "some(rows.n > 20)": True,
    "some(rows.ok) and every(rows.ok)": False,
    "unique(rows.s)": True,
    "unique([1, 1])": False,
    "rising(['ก', 'เก', 'ข'])": True,  # in a dictionary เก is among ก
    "rising([1, 3, 2])": False,
    "falling([3, 2, 2])": True,
    "filled(t)": True,
    "filled(b)": False,
    "filled(none)": False,
}


@pytest.mark.parametrize(("expression", "truth"), TRUTHS.items())
def test_truths(expression: str, truth: bool) -> None:
    assert value(expression, "yes-no") is truth


@pytest.mark.parametrize(
    "expression",
    [
        "a + b",
        "a / 0",
        "mean(none.n)",
        "least(none.n)",
        "lookup(rows, 'ฮ', n)",
        "round_up(a, 0)",
        "value('x')",
    ],
)
def test_what_does_not_come_about_is_empty(expression: str) -> None:
    assert value(expression) is None


DATES = {
    ("2026-01-31", "2026-02-28"): ("0", "28 วัน"),
    ("2026-01-15", "2026-03-15"): ("2", "2 เดือน"),
    ("2026-01-31", "2026-03-01"): ("1", "1 เดือน 1 วัน"),  # a month after the 31st of January is its last day
    ("2014-10-01", "2026-09-30"): ("143", "11 ปี 11 เดือน 29 วัน"),
    ("2024-02-29", "2025-02-28"): ("11", "11 เดือน 30 วัน"),  # 29 January + 30 days
}


@pytest.mark.parametrize(("days", "said"), DATES.items())
def test_months_and_service_between_dates(days: tuple[str, str], said: tuple[str, str]) -> None:
    first, last = days
    assert value("months(first, last)", first=first, last=last) == Decimal(said[0])
    assert value("months(last, first)", first=first, last=last) == -Decimal(said[0])
    assert value("service(first, last)", "text", first=first, last=last) == said[1]
    assert value("service(last, first)", "text", first=first, last=last) is None


def test_the_day_after_and_the_fiscal_year() -> None:
    assert value("add_days(first, 1)", "date", first="2024-02-28") == datetime.date(2024, 2, 29)
    assert value("add_days(first, 999999)", "date") is None
    assert value("fiscal_year(first)", first="2026-09-30") == 2569
    assert value("fiscal_year(first)", first="2026-10-01") == 2570


def test_a_field_holds_what_its_type_holds() -> None:
    assert value("10 / 3", "money") == Decimal("3.33")
    assert value("2.5", "count") == 3
    assert str(value("1 / 3", "number")) == "0.3333333333"


def test_every_function_is_worked_out_here() -> None:
    tried = " ".join((*FIGURES, *TEXTS, *TRUTHS, "add_days(", "service(", "mean("))
    assert [name for name in (*FUNCTIONS, *SPECIAL) if f"{name}(" not in tried] == []


REFUSED = {
    "a +": "expression-unreadable",
    "a b": "expression-unreadable",
    "c + 1": "expression-no-name",
    "rows.m": "expression-no-name",
    "a.m": "expression-no-member",
    "a + t": "expression-type",
    "a > t": "expression-type",
    "sum(a)": "expression-arguments",
    "sum(rows.n, 1)": "expression-arguments",
    "sum(rows.s)": "expression-type",
    "round(a)": "expression-arguments",
    "summ(rows.n)": "expression-no-function",
    "[1, 't']": "expression-mixed",
    "where(a, 1 == 1)": "expression-no-table",
    "lookup(none, 1, n)": "expression-no-key",
    "1e99": "expression-figure",
    "a and 1 == 1": "expression-type",
}


@pytest.mark.parametrize(("expression", "code"), REFUSED.items())
def test_slips_are_told_at_their_line(expression: str, code: str) -> None:
    made = f'  made_here: {{type: number, title: ผล, made: "{expression}"}}\n'
    assert kind_faults(FIELDS + made) == [(code, FIELDS.count("\n") + 1)]


@pytest.mark.parametrize(
    "expression",
    [
        "a.__class__",
        "().__class__.__bases__[0]",
        "__import__('os')",
        "sum.__globals__",
        "(lambda: 1)()",
        "(a := 1)",
        "[x for x in rows]",
        "rows[0]",
        "f'{a}'",
        "'%s' % a",
        "'x' * 9",
        "9 ** 9 ** 9",
        "sum(*rows)",
        "{1: 2}",
        "a if b",
        "who.model_dump()",
        "who.__dict__",
        "1j",
        "0x10",
        "...",
        "(" * 300 + "1" + ")" * 300,
        "-" * 900 + "1",
        "1+" * 600 + "1",
        "a\\n.b",
    ],
)
def test_nothing_of_python_is_in_reach(expression: str) -> None:
    made = f'  made_here: {{type: number, title: ผล, made: "{expression}"}}\n'
    (fault,) = kind_faults(FIELDS + made)
    assert fault[0].startswith("expression-")


def test_texts_and_figures_that_grow_have_an_end() -> None:
    doubled = "".join(f"  t{n + 1}: {{type: text, title: ต{n + 1}, made: t{n} + t{n}}}\n" for n in range(60))
    squared = "".join(
        f"  f{n + 1}: {{type: number, title: จ{n + 1}, made: f{n} * f{n}}}\n" for n in range(30)
    )
    start = "fields:\n  t0: {type: text, title: ต}\n  f0: {type: number, title: จ}\n"
    record = record_of(kind_of(start + doubled + squared), {"t0": "ก", "f0": "10"})
    assert (len(record.t10), record.t60) == (1_024, None)
    assert (record.f3, record.f30) == (Decimal("1e8"), None)
