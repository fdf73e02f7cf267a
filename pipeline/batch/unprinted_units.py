"""What the units of a batch fill in and no paper prints, told once for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.diagnostics import Diagnostic, SarabanError
from pipeline.kinds.loading import load
from pipeline.papers.overrides import apply_overrides
from pipeline.papers.unprinted import find_unprinted_fields

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.batch.batch_file import BatchOrder


def unprinted_of_batch(order: BatchOrder, folder: Path | None = None) -> tuple[Diagnostic, ...]:
    """The remarks of one unit, which stand for all. Nothing if it has faults: those are told with it."""
    if not order.units:
        return ()
    first = order.units[0]
    try:
        source = apply_overrides(order.base, first.folder, first.overrides)
        return find_unprinted_fields(source, load(source), folder)
    except SarabanError:
        return ()
