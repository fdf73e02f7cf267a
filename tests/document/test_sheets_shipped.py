"""What comes with the program reads the same with libyaml as with the reader in Python."""

import pytest

from pipeline.intake.safe_yaml import safe_yaml, shipped_yaml
from pipeline.resources import resource

FILES = [*resource("templates", "styles").glob("*.yaml"), *resource("templates").glob("*/papers.yaml")]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_both_readers_of_yaml_agree_on_what_is_shipped(file):
    text = file.read_text(encoding="utf-8")
    assert repr(shipped_yaml().load(text)) == repr(safe_yaml().load(text))
