"""The diagnostic for an unknown kind of input."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.diagnostics import InputError, diagnose
from pipeline.model.nearest import hint


def unknown_kind(name: str, known: Sequence[str]) -> InputError:
    """Of a name that came from elsewhere than a field of the data, whose place could be told."""
    nearest = hint(name, list(known))
    told = diagnose("unknown-kind", shown=f"'{name}'", choices=", ".join(known), nearest=nearest)
    return InputError([told])
