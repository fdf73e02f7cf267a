"""Functions of expressions that look into texts and at the order of lists."""

from decimal import Decimal

import pytest
from pydantic import Field

from pipeline.kinds.from_yaml.compiled import Scope
from pipeline.kinds.from_yaml.expressions import compile_expression
from pipeline.model.records import Record


class Row(Record, title="แถว"):
    """A row of a list."""

    name: str = Field("", description="ชื่อ")
    score: Decimal | None = Field(None, description="คะแนน")


class Whole(Record, title="ทั้งหมด"):
    """What expressions are asked of."""

    number: str = Field("", description="ที่")
    rows: tuple[Row, ...] = Field((), description="แถว")


def value(text: str, number: str = "", rows: tuple[tuple[str, str | None], ...] = ()) -> object:
    whole = Whole.model_validate({"number": number, "rows": [{"name": n, "score": s} for n, s in rows]})
    return compile_expression(text, Scope(((Whole, ()),))).value(whole)


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("86/2569", "2569"),
        ("ตอ 0102/ว 31", "ว 31"),
        ("1/2/2569", "2569"),
        ("/2569", "2569"),
        ("86", None),
        ("", None),
    ],
)
def test_what_stands_after_a_mark(number: str, found: str | None) -> None:
    assert value("after(number, '/')", number) == found


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("2569", 2569),
        ("๒๕๖๙", 2569),
        ("1,250.50", Decimal("1250.50")),
        ("ว 31", None),
        ("", None),
        ("1.2.3", None),
    ],
)
def test_the_figure_that_a_text_says(number: str, found: object) -> None:
    assert value("value(number)", number) == found


def test_a_year_after_a_stroke_is_compared_in_either_digits() -> None:
    assert value("value(after(number, '/')) == 2569", "๘๖/๒๕๖๙") is True
    assert value("value(after(number, '/')) == 2569", "86/2568") is False
    assert value("value(after(number, '/')) == 2569", "86") is None


@pytest.mark.parametrize(
    ("names", "rises"),
    [
        (("เกษม", "ขวัญ", "เขียว"), True),
        (("ขวัญ", "เกษม"), False),
        (("ก", "ก"), True),
        ((), True),
        (("ป้า", "ป่า"), False),
    ],
)
def test_names_rise_as_in_a_dictionary(names: tuple[str, ...], rises: bool) -> None:
    assert value("rising(rows.name)", rows=tuple((name, None) for name in names)) is rises


@pytest.mark.parametrize(
    ("scores", "falls"), [(("90", "80", "80"), True), (("80", "90"), False), (("100", None, "9"), True)]
)
def test_scores_fall_by_their_size_and_empty_ones_are_passed_over(scores, falls: bool) -> None:
    assert value("falling(rows.score)", rows=tuple(("", score) for score in scores)) is falls
