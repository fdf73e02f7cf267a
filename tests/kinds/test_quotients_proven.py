"""A quotient of a figure that is written out always comes to something; one of a field may not."""

import pytest

from pipeline.papers.kind_proofs.emptied_fields import may_come_to_nothing


@pytest.mark.parametrize(
    "made", ["hours * weeks / 15", "a / 100", "a / 0.5", "join(names, '/')", "(a + b) /2"]
)
def test_what_always_comes_to_something_needs_no_word_for_nothing(made: str) -> None:
    assert not may_come_to_nothing(made)


@pytest.mark.parametrize("made", ["a / b", "a / 0", "a / 0.0", "a / (b - 1)", "least(rows.a)", "a / 2 / b"])
def test_what_may_come_to_nothing_is_proven_so(made: str) -> None:
    assert may_come_to_nothing(made)
