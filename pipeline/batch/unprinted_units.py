"""What the units of a batch fill in and no paper prints, told once for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.diagnostics import Diagnostic, SarabanError
from pipeline.kinds.loading import load
from pipeline.papers.overrides import overridden
from pipeline.papers.unprinted import unprinted

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.batch.batch_file import BatchOrder


def unprinted_of_batch(order: BatchOrder, folder: Path | None = None) -> tuple[Diagnostic, ...]:
    """The remarks of one unit, which stand for all. Nothing if it has faults: those are told with it."""
    if not order.units:
        return ()
    first = order.units[0]
    try:
        source = overridden(order.base, first.folder, first.overrides)
        return unprinted(source, load(source), folder)
    except SarabanError:
        return ()
