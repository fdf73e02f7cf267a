"""Letters that an escape names and no paper can print, in YAML: each is a fault at its place."""

import pytest

from pipeline.diagnostics import InputError
from pipeline.intake.yaml_reader import read_yaml


@pytest.mark.parametrize(
    "escape", [r"\U00110000", r"\UFFFFFFFF", r"\ud800", r"\0", r"\x07", r"\e", r"\uFFFE", r"\uFFFF"]
)
@pytest.mark.parametrize(("line", "column"), [(3, 9)])
def test_an_escape_that_names_no_letter_is_told_at_its_place(escape, line, column):
    with pytest.raises(InputError) as refused:
        read_yaml(f'kind: memo\nmemo:\n  body: "{escape}"\n', "a.yaml")
    (fault,) = refused.value.diagnostics
    assert fault.location is not None
    assert (fault.location.file, fault.location.line) == ("a.yaml", line)
    assert fault.location.column in (column, column + 1)


def test_a_name_of_a_field_is_looked_at_too():
    with pytest.raises(InputError) as refused:
        read_yaml('"a\\0b": x\n', "a.yaml")
    assert refused.value.diagnostics[0].code == "control-character"


def test_letters_beyond_the_basic_plane_are_read():
    assert read_yaml(r'a: "\U0001F600\u0E01"', "a.yaml")[0] == {"a": "😀ก"}
