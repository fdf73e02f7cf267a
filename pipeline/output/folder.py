"""Where a run writes: the folder, its ledger, and whether edits by hand may be overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.output.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Output:
    """An output folder whose ledger is open. `force` overwrites files that were edited by hand."""

    folder: Path
    ledger: Ledger
    force: bool
