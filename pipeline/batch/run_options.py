"""The options of a batch run, noted in the ledger and read again from there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.output.ledger_runs import RunAsked
from pipeline.papers.options import RenderOptions

if TYPE_CHECKING:
    from pipeline.output.ledger_runs import RunRow
    from pipeline.render.docx import Extent
    from pipeline.render.pdf import Conformance
    from pipeline.thai.digits import DigitPolicy


def options_to_note(batch: Path, options: RenderOptions) -> RunAsked:
    """What the ledger notes of a run."""
    return RunAsked(
        batch=str(batch.resolve()),
        digits=options.digits or "",
        embeds=options.faces is None,
        extent=options.extent,
        conformance=options.conformance,
        templates=str(options.folder.resolve()) if options.folder else "",
        reference=str(Path(options.reference.source).resolve()) if options.reference else "",
    )


def read_last_run(run: RunRow | None, folder: Path, moved: Path | None) -> tuple[Path, RenderOptions]:
    """The batch of the last run into a folder, and its render options; `moved` is where the batch is
    now, if it is elsewhere.

    Raises `InputError`: no run ended here, or its batch, templates or Word file are where they were no more.
    """
    if run is None:
        raise InputError([_no_run(folder)])
    told = run.asked
    batch = moved or Path(told.batch)
    if missing := [path for path in (batch, told.templates) if path and not Path(path).exists()]:
        raise InputError([_diagnose_moved_batch(Path(path)) for path in missing])
    reference = None
    if told.reference:
        from pipeline.document.reference import read_reference  # noqa: PLC0415

        reference = read_reference(Path(told.reference))
    return batch, RenderOptions(
        cast("DigitPolicy | None", told.digits or None),
        faces=None if told.embeds else (),
        folder=Path(told.templates) if told.templates else None,
        conformance=cast("Conformance", told.conformance),
        reference=reference,
        extent=cast("Extent", told.extent),
    )


def _no_run(folder: Path) -> Diagnostic:
    return diagnose("no-run", Location(str(folder)))


def _diagnose_moved_batch(path: Path) -> Diagnostic:
    return diagnose("batch-moved", Location(str(path)))
