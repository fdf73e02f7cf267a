"""Facts are counted once and worked out from one another."""

from decimal import Decimal as D

import pytest
from pydantic import TypeAdapter

from pipeline.model.facts import PercentOfNothing, evaluate_facts
from pipeline.model.passages import Facts


def facts(**typed):
    return TypeAdapter(Facts).validate_python(typed)


def test_sums_and_percentages_are_worked_out_whatever_their_order():
    numbers = evaluate_facts(
        facts(share={"percent": ["done", "all"]}, all={"sum": ["done", "left"]}, done="6", left="๑")
    )
    assert list(numbers) == ["share", "all", "done", "left"]
    assert (numbers["all"], numbers["share"].quantize(D("0.01"))) == (7, D("85.71"))


def test_a_percentage_that_ends_is_exact():
    assert evaluate_facts(facts(share={"percent": ["a", "b"]}, a="7", b="8"))["share"] == D("87.5")


def test_a_long_chain_of_facts_is_no_trouble():
    chain = {f"f{n}": {"sum": [f"f{n - 1}", "f0"]} for n in range(1, 3000)}
    assert evaluate_facts(facts(f0="1", **chain))["f2999"] == 3000


def test_a_percentage_of_0_names_itself():
    with pytest.raises(PercentOfNothing) as error:
        evaluate_facts(facts(share={"percent": ["a", "b"]}, a="1", b="0"))
    assert error.value.name == "share"
