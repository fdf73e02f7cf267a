"""What a paper costs, counted in work: shaping, segmenting, cutting fonts, compiling templates.

The clock differs from machine to machine; the number of calls does not (docs/performance.md).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import jinja2
import pytest
import thaibreak
import uharfbuzz

from benchmarks.speed import content
from pipeline.papers.build import Built, RenderOptions, build
from pipeline.papers.caches import clear_text_caches
from pipeline.papers.prepared import Prepared

DEAR = (
    (uharfbuzz, "shape"),
    (uharfbuzz, "subset"),
    (thaibreak, "boundaries"),
    (jinja2.Environment, "compile"),
)
"""What must not be done again for what is the same."""


@pytest.fixture
def work(monkeypatch) -> Counter[str]:
    """Counts the calls of the dear functions from now on."""
    counted: Counter[str] = Counter()

    def counting(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            counted[name] += 1
            return function(*arguments, **named)

        return call

    for holder, name in DEAR:
        monkeypatch.setattr(holder, name, counting(name, getattr(holder, name)))
    return counted


def made(prepared: Prepared) -> Built:
    return build(prepared, content.paper_of(prepared, "memo"), RenderOptions())


def work_of(counted: Counter[str], prepared: Prepared) -> Counter[str]:
    counted.clear()
    made(prepared)
    return counted.copy()


def test_a_paper_that_is_made_again_is_neither_shaped_segmented_nor_compiled(work):
    prepared = content.seed(1)
    made(prepared)
    assert work_of(work, prepared) == Counter()


def test_a_paper_is_segmented_and_shaped_for_what_changed_alone(work):
    """Of all that the memo says the figures, days and one name are others: less than a tenth."""
    clear_text_caches()
    whole = work_of(work, content.seed(1))
    changed = work_of(work, content.seed(2))
    assert whole["boundaries"] > 100
    assert whole["shape"] > 100
    assert changed["boundaries"] * 10 < whole["boundaries"]
    assert changed["shape"] * 10 < whole["shape"]
    assert changed["compile"] == 0


def test_other_figures_of_as_many_digits_have_no_text_segmented(work):
    made(content.seed(31))
    assert work_of(work, content.seed(32))["boundaries"] == 0


def test_one_unit_of_a_batch_costs_no_more_than_the_one_before(work):
    made(content.annex(1))
    costs = [work_of(work, content.annex(number)) for number in range(11, 15)]
    assert all(cost["compile"] == 0 for cost in costs)
    # Other digits than those of the unit before may need another subset of each of the two faces, no more.
    assert all(cost["subset"] <= 2 for cost in costs)
    assert max(cost["shape"] for cost in costs) < 60


def test_what_was_worked_out_for_one_unit_is_in_no_file_of_another():
    alone = made(content.annex(8)).files
    clear_text_caches()
    made(content.annex(7))
    assert made(content.annex(8)).files == alone
