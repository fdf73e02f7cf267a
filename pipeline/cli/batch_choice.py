"""`--only annexes,กระ*`: which papers and units of a batch are wanted."""

from __future__ import annotations

from collections.abc import Callable
from fnmatch import fnmatchcase

from pipeline.batch.batch_file import BatchOrder
from pipeline.batch.plan import Choice
from pipeline.cli.options import PAPERS
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import diagnose
from pipeline.model.nearest import hint


def chooser(only: str, formats: tuple[str, ...]) -> Callable[[BatchOrder], Choice]:
    """Reads `only` once the batch is known; names that are neither paper nor unit are a `UsageError`."""
    names = [name.strip() for name in only.split(",") if name.strip()]

    def choose(order: BatchOrder) -> Choice:
        papers = tuple(name for name in names if name in PAPERS)
        patterns = [name for name in names if name not in PAPERS]
        return Choice(papers, _units(order, patterns), formats)

    return choose


def _units(order: BatchOrder, patterns: list[str]) -> frozenset[str]:
    """The folders of the units whose id or folder fits one of the patterns; of all when there are none."""
    if not patterns:
        return frozenset(unit.folder for unit in order.units)
    found: set[str] = set()
    for pattern in patterns:
        fitting = {
            unit.folder
            for unit in order.units
            if pattern in (unit.id, unit.folder) or fnmatchcase(unit.id, pattern)
        }
        if not fitting:
            raise _unknown_unit_error(pattern, order)
        found |= fitting
    return frozenset(found)


def _unknown_unit_error(name: str, order: BatchOrder) -> UsageError:
    near = hint(name, [unit.id for unit in order.units] + list(PAPERS))
    return UsageError(diagnose("usage/no-unit", name=name, near=near))
