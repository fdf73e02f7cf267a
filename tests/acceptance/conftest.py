"""The example papers, rendered once as a user does it."""

import pytest
from click.testing import CliRunner
from rendered_papers import INPUTS, ROOT, Papers, Rendered, render

from pipeline.cli.main import saraban


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    folder = tmp_path_factory.mktemp("papers")
    render(*(ROOT / "input" / name for name in INPUTS), to=folder)
    return Rendered(folder)


@pytest.fixture(scope="session")
def specimen(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """The papers of `saraban specimen`."""
    folder = tmp_path_factory.mktemp("gallery")
    result = CliRunner().invoke(saraban, ["specimen", "-o", str(folder)])
    assert result.exit_code == 0, result.output
    return Papers(folder / "specimen")
