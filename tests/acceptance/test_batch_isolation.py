"""No trace of one unit's data in another's file: A then B is B alone, over the 76 annexes of the example."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2
import pytest

from pipeline.batch.batch_file import BatchOrder, read_batch
from pipeline.batch.jobs import JobContext, MadePaper, MakeJob, make
from pipeline.batch.workers import ProcessPool
from pipeline.kinds import SHIPPED
from pipeline.papers.fingerprints import fingerprints
from pipeline.papers.options import RenderOptions

BATCH = Path(__file__).resolve().parents[2] / "input" / "annexes-2547"
CENTRAL = "กรุงเทพมหานคร"
"""Has no provincial office: the central office stands in its row."""
OPTIONS = RenderOptions(formats=("pdf",), faces=())

Made = dict[str, bytes]


@pytest.fixture(scope="module")
def order() -> BatchOrder:
    return read_batch(BATCH, SHIPPED)


@pytest.fixture(scope="module")
def both_ways(order: BatchOrder) -> tuple[Made, Made]:
    """The papers made by one process in the order of the batch, and by another in the opposite one.

    Of any two units each is made before the other in one of them, and first and last are made alone.
    """
    with ThreadPoolExecutor(2) as both:
        forward = both.submit(made, order, list(order.units))
        backward = both.submit(made, order, list(reversed(order.units)))
    return forward.result(), backward.result()


def made(order: BatchOrder, units: list) -> Made:
    """The annexes of the units, made one after the other by one fresh process."""
    pool = ProcessPool(JobContext(order.base, OPTIONS, fingerprints(OPTIONS)), 1)
    jobs = [MakeJob(unit, ("annexes",), ()) for unit in units]
    try:
        return {job.unit.folder: _pdf(result) for job, result in pool.run(make, jobs)}
    finally:
        pool.close()


def _pdf(result) -> bytes:
    (paper,) = result
    assert isinstance(paper, MadePaper)
    return paper.files["pdf"]


def text_of(pdf: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


@pytest.mark.slow
def test_what_was_made_before_leaves_no_trace(both_ways: tuple[Made, Made]) -> None:
    forward, backward = both_ways
    assert len(forward) == 76
    assert [unit for unit in forward if forward[unit] != backward[unit]] == []


@pytest.mark.slow
def test_each_annex_names_its_own_province_and_no_other(
    order: BatchOrder, both_ways: tuple[Made, Made]
) -> None:
    ids = {unit.id for unit in order.units}
    for unit in order.units:
        text = "".join(text_of(both_ways[0][unit.folder]).split())
        assert [id for id in ids if f"จังหวัด{id}" in text] == ([unit.id] if unit.id != CENTRAL else [])


def test_units_of_the_example_are_the_provinces_of_2547(order: BatchOrder) -> None:
    assert len({unit.id for unit in order.units}) == 76
    assert "บึงกาฬ" not in {unit.id for unit in order.units}
