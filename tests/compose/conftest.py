"""What tests of composing share."""

import pytest

from pipeline.compose.environment import environment


@pytest.fixture
def fresh_environment():
    """Templates are read anew: a test writes its own over those of the one before."""
    environment.cache_clear()
    yield
    environment.cache_clear()
