"""Schemes as a person chooses them: a shipped one by its title, an own one by its id."""

from __future__ import annotations

from pipeline.model.shipped_schemes import shipped_titles
from pipeline.workbook.headers import fold_title

SCHEMES = "schemes"
"""The list of the input whose entries fields of schemes name."""


def scheme_title(named: str) -> str:
    """What a cell says for the scheme that the data name."""
    return shipped_titles().get(named, named)


def scheme_named(typed: str) -> str:
    """The scheme that a cell says."""
    wanted = fold_title(typed)
    return next((name for name, title in shipped_titles().items() if fold_title(title) == wanted), typed)
