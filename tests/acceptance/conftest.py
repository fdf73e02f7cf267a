"""The example papers, rendered once as a user does it."""

import pytest
from rendered_papers import INPUTS, ROOT, Rendered, render


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    folder = tmp_path_factory.mktemp("papers")
    render(*(ROOT / "input" / name for name in INPUTS), to=folder)
    return Rendered(folder)
