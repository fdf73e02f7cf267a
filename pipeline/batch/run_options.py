"""How a batch was asked for: noted in the ledger, and asked for again from there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from pipeline.diagnostics import Diagnostic, InputError, Location, Message
from pipeline.output.ledger_runs import RunAsked
from pipeline.papers.options import RenderOptions

if TYPE_CHECKING:
    from pipeline.output.ledger_runs import RunRow
    from pipeline.render.docx import Extent
    from pipeline.render.pdf import Conformance
    from pipeline.thai.digits import DigitPolicy


def asked(batch: Path, options: RenderOptions) -> RunAsked:
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


def asked_again(run: RunRow | None, folder: Path, moved: Path | None) -> tuple[Path, RenderOptions]:
    """The batch of the last run into a folder, and how its papers were wanted; `moved` is where the batch is
    now, if it is elsewhere.

    Raises `InputError`: no run ended here, or its batch, templates or Word file are where they were no more.
    """
    if run is None:
        raise InputError([_no_run(folder)])
    told = run.asked
    batch = moved or Path(told.batch)
    if missing := [path for path in (batch, told.templates) if path and not Path(path).exists()]:
        raise InputError([_moved(Path(path)) for path in missing])
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
    what = Message(
        "ชุดงานในโฟลเดอร์นี้ยังทำไม่จบ หรือทำด้วยโปรแกรมรุ่นก่อน จึงบอกไม่ได้ว่าฉบับใดเป็นปัจจุบัน",
        "the batch of this folder was not run to its end, or by an earlier version, so which documents are "
        "up to date cannot be told",
    )
    remedy = Message(
        "สั่ง saraban batch อีกครั้งให้จบ แล้วทำชุดเสนอลงนาม", "run saraban batch again to its end, then bundle"
    )
    return Diagnostic("no-run", what, remedy, Location(str(folder)))


def _moved(path: Path) -> Diagnostic:
    what = Message(
        "ไม่พบแฟ้มหรือโฟลเดอร์ที่ใช้ทำชุดงานครั้งล่าสุด จึงบอกไม่ได้ว่าฉบับใดเป็นปัจจุบัน",
        "what the last run was made from is not there, so which documents are up to date cannot be told",
    )
    remedy = Message(
        "นำกลับมาไว้ที่เดิม ระบุแฟ้มชุดงานที่ย้ายไปด้วย --batch หรือสั่ง saraban batch จากที่ใหม่ก่อน",
        "put it back, give the batch file's new place with --batch, or run saraban batch from there first",
    )
    return Diagnostic("batch-moved", what, remedy, Location(str(path)))
