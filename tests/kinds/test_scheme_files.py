"""An office keeps its schemes in files: `schemes/NAME.yaml` beside the data."""

from decimal import Decimal as D
from pathlib import Path

import pytest

from pipeline.diagnostics import InputError
from pipeline.intake.yaml_writer import write_yaml
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.scoring import score_input
from tests.scoring.agreements import dimension, indicator, values


def office(folder: Path, scheme: str, text: str, result: str = "72") -> Path:
    """An agreement in a file, and a scheme in another beside it."""
    (folder / "schemes").mkdir()
    (folder / "schemes" / "กรม.yaml").write_text(text, "utf-8")
    one = indicator("1", {"type": "linear", "thresholds": ["60", "70", "80"]})
    made = values([dimension(1, one, weight="100")], [{"indicator": "1", "value": result}], scheme)
    (folder / "data.yaml").write_text(write_yaml(made), "utf-8")
    return folder / "data.yaml"


def test_a_scheme_in_a_file_beside_the_data_is_named_by_its_file(tmp_path):
    text = "title: ของกรม\nlike: opdc-2562\nbelow: first\n"
    loaded = load(read(office(tmp_path, "กรม", text, result="10"), SHIPPED), SHIPPED)
    card = score_input(loaded)
    assert (card.total.score, card.rules.title) == (D(50), "ของกรม")  # `first`: the first level's 50
    assert [scheme.id for scheme in loaded.schemes] == ["กรม"]


def test_a_file_that_nobody_names_is_not_read(tmp_path):
    assert (
        load(read(office(tmp_path, "opdc-2562", "title: [no scheme at all\n"), SHIPPED), SHIPPED).schemes
        == ()
    )


def test_what_is_wrong_in_the_file_is_told_there(tmp_path):
    with pytest.raises(InputError) as refused:
        load(read(office(tmp_path, "กรม", "like: opdc-2562\nbelow: never\n"), SHIPPED), SHIPPED)
    (fault,) = refused.value.diagnostics
    assert (fault.code, Path(fault.location.file).name, fault.location.line) == (
        "unknown-choice",
        "กรม.yaml",
        2,
    )
