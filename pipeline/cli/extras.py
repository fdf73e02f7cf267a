"""Extras that may not be installed: asked for before what needs them is loaded."""

from __future__ import annotations

from importlib.util import find_spec

from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import diagnose

_DESK = ("starlette", "uvicorn", "watchfiles", "python_multipart")


def require_desk() -> None:
    """Raises `UsageError` where `saraban[desk]` is not installed."""
    if not _installed(_DESK):
        raise UsageError(diagnose("usage/desk-extra"))


def require_watching() -> None:
    """Raises `UsageError` where what watches files, a part of `saraban[desk]`, is not installed."""
    if not _installed(_DESK):
        raise UsageError(diagnose("usage/watch-extra"))


def _installed(modules: tuple[str, ...]) -> bool:
    return all(find_spec(name) for name in modules)
