"""docs/own-kinds.md tells of every type, function and key that there is."""

from pathlib import Path

from pipeline.kinds.from_yaml.calls import SPECIAL
from pipeline.kinds.from_yaml.function_words import WORDS
from pipeline.kinds.from_yaml.functions import FUNCTIONS
from pipeline.kinds.from_yaml.reference_page import with_tables

PAGE = Path(__file__).parents[3] / "docs" / "own-kinds.md"


def test_the_tables_are_current() -> None:
    page = PAGE.read_text("utf-8")
    assert with_tables(page) == page, "make docs-kinds"


def test_every_function_is_explained() -> None:
    assert WORDS.keys() == {*FUNCTIONS, *SPECIAL}
