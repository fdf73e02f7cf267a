"""A template works within bounds that are counted, not timed: over them it is refused at its line."""

import tracemalloc

import pytest

from pipeline.compose.budget import Budget, spend_from, weigh_value
from pipeline.compose.refusals import Refusal
from tests.compose.own_template import composed, memo, refused

LOOPS = """
{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}
{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}
{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}
{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}
{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}
{% for x in range(9) recursive %}{{ loop(range(9)) }}{% endfor %}
{% include "memo/memo.xml.j2" %}
{% extends "memo/memo.xml.j2" %}
{% block a %}{{ self.a() }}{% endblock %}
{{ range(100001)|list }}
{{ [0] * 10**9 }}
{{ (1,) * 999999999 }}
{{ [1]|batch(10**9, 0)|list }}
{{ [1]|slice(1000000000)|list }}
{% set n = namespace(x=[1]) %}{% for i in range(50) %}{% set n.x = n.x + n.x %}{% endfor %}
{% for i in range(9999) %}{% set x = range(99999)|sort|first %}{% endfor %}
"""
TEXTS = """
{{ "a" * 10**9 }}
{{ 10**9 * "a" }}
{{ "x"|center(10**9) }}
{{ "x".center(999999999) }}
{{ "x".ljust(999999999) }}
{{ "1".zfill(999999999) }}
{{ "x\\ny"|indent(10**9) }}
{{ "x\\ny"|indent("z" * 999999999) }}
{{ ("a" * 100000)|replace("a", "b" * 100000) }}
{{ ("a" * 100000).replace("a", "b" * 100000) }}
{{ "x"|replace("", "y" * 10000000) }}
{{ ("a" * 100000)|wordwrap(1, wrapstring="b" * 100000) }}
{{ range(99999)|join("x" * 99999) }}
{{ ("x" * 99999).join(["a"] * 9999) }}
{{ ["x" * 99999] * 999|join }}
{% set n = namespace(x="ab") %}{% for i in range(40) %}{% set n.x = n.x ~ n.x %}{% endfor %}
{% set n = namespace(x="ab") %}{% for i in range(40) %}{% set n.x = n.x + n.x %}{% endfor %}
{% set n = namespace(x="ab") %}{% for i in range(40) %}{% set n.x = [n.x, n.x]|join %}{% endfor %}
{% set n = namespace(x="ab") %}{% for i in range(40) %}{% set n.x = n.x|replace("a", "aa") %}{% endfor %}
{% set x %}{% for i in range(9999) %}12345{% endfor %}{% endset %}{% for i in range(999) %}{{x}}{% endfor %}
{% set big = "a" * 999999 %}{% for i in range(99999) %}{% if "b" in big %}x{% endif %}{% endfor %}
{% set big = "a" * 999999 %}{% for i in range(99999) %}{% if big ~ "b" == big %}x{% endif %}{% endfor %}
{% set big = "a" * 999999 %}{% for i in range(99999) %}{% set x = big.count("b") %}{% endfor %}
{% set big = "a" * 999999 %}{% for i in range(99999) %}{% set x = big[1:] %}{% endfor %}
{{ ("<!--" * 99999)|striptags }}
{% filter upper %}{% for i in range(99999) %}{{ "0123456789abcdef" * 9 }}{% endfor %}{% endfilter %}
"""
FIGURES = """
{{ 10 ** (10 ** 10) }}
{{ 2 ** 9999999999 }}
{{ (9 ** 999) ** (9 ** 9) }}
{% set n = namespace(x=3) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}{{ n.x }}
"""
NESTED = (
    "{{ " + "(" * 900 + "1" + ")" * 900 + " }}",
    "{{ " + "-" * 300 + "1 }}",
    "{{ " + "1 + " * 300 + "1 }}",
    "{% if 1 %}" * 120 + "{% endif %}" * 120,
    "{% for x in [1] %}" * 18 + "{% endfor %}" * 18,
)


def listed(attempts: str) -> list[str]:
    return attempts.strip().splitlines()


@pytest.fixture(scope="module")
def prepared():
    return memo()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("templates")


@pytest.mark.parametrize("attempt", [*listed(LOOPS), *listed(TEXTS), *listed(FIGURES)])
def test_work_without_end_is_refused_at_its_line(attempt, prepared, folder, fresh_environment):
    fault = refused(prepared, folder, attempt)
    assert fault is not None, "it made a paper"
    assert fault.location is not None
    assert (fault.location.file, fault.location.line) == ("memo/memo.xml.j2", 2)
    assert fault.code in {"template-budget", "template"}


@pytest.mark.parametrize("attempt", NESTED, ids=lambda text: text[:12])
def test_what_nests_too_deeply_is_refused_at_its_line(attempt, prepared, folder, fresh_environment):
    fault = refused(prepared, folder, attempt)
    assert fault is not None
    assert fault.location is not None
    assert (fault.location.file, fault.location.line) == ("memo/memo.xml.j2", 2)


PRINTED = (
    """{% set big = "<" * 99999 %}{% set x %}{% for i in range(9999) %}{{ big }}{% endfor %}{% endset %}"""
)


@pytest.mark.parametrize("attempt", [PRINTED, *listed(TEXTS)[:3], *listed(LOOPS)[10:12]])
def test_nothing_is_made_before_it_is_refused(attempt, prepared, folder, fresh_environment):
    tracemalloc.start()
    refused(prepared, folder, attempt)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000_000


def test_lists_in_lists_that_are_compared_cost_all_that_they_hold():
    """Two such towers of 30 floors are equal only after 2**30 looks."""

    def tower():
        floor = []
        for _ in range(30):
            floor = [floor, floor]
        return floor

    with spend_from(Budget()), pytest.raises(Refusal):
        weigh_value(tower())


def test_a_budget_grows_with_the_input_and_only_once():
    asked = []

    def size() -> int:
        asked.append(1)
        return 1_000

    own = Budget(size)
    own.steps(own.steps_left)
    assert not asked
    own.steps(2_000)
    assert len(asked) == 1
    with pytest.raises(Refusal):
        own.steps(1)


def test_a_table_of_as_many_rows_as_an_input_may_have_is_composed(prepared, folder, fresh_environment):
    body = "{% for row in range(5000) %}{% for cell in range(10) %}{{ cell }}{% endfor %}{% endfor %}"
    assert len(composed(prepared, folder, body)) > 50_000
