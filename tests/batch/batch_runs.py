"""Batches as a command runs them, without the command."""

from collections.abc import Callable
from pathlib import Path

from pipeline.batch.events import Event
from pipeline.batch.plan import Choice
from pipeline.batch.runner import Ended, Run, run_batch
from pipeline.papers.options import RenderOptions


def as_asked(batch: Path, formats: tuple[str, ...] = ("pdf",), **more) -> Run:
    """A run of the whole batch into `out` beside it, in this process."""

    def everything(order):
        return Choice((), frozenset(unit.folder for unit in order.units), formats)

    usual = {
        "folder": batch.parent / "out",
        "options": RenderOptions(formats=formats, faces=()),
        "choose": everything,
    }
    return Run(batch, **(usual | more))


def run(batch: Path, tell: Callable[[Event], None] = print, **more) -> Ended:
    return run_batch(as_asked(batch, **more), tell)


def states(ended: Ended) -> dict[str, str]:
    return {document.name: document.state for document in ended.plan.documents}


def standing(folder: Path) -> dict[str, bytes]:
    """Every paper in a folder: what stands there without the ledger and the run report."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".") and path.stem != "report"
    }
