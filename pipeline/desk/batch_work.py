"""A batch on the desk: its plan, a run of it in the background, and what that run made."""

from __future__ import annotations

import secrets
import shutil
import threading
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.batch.events import Delivered, NotMade, Planned
from pipeline.batch.plan import Choice, Plan
from pipeline.batch.runner import Run, plan_batch, run_batch, usual_processes
from pipeline.batch.unit_rows import holds_units
from pipeline.bundle.current import Current, current
from pipeline.desk.template_changes import reload_templates
from pipeline.diagnostics import Diagnostic, SarabanError
from pipeline.output.ledger import read_ledger
from pipeline.papers.options import FORMATS, RenderOptions

if TYPE_CHECKING:
    from pipeline.batch.batch_file import BatchOrder
    from pipeline.batch.events import Event

BATCH_FILE = "batch.yaml"


def is_batch(path: Path) -> bool:
    """Whether a file or folder is a batch: by the name of its file, or a workbook's sheet of units."""
    if path.suffix.lower() == ".xlsx" and path.is_file():
        return holds_units(path)
    return path.name == BATCH_FILE or (path / BATCH_FILE).is_file()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is. `made` are the documents of this run in order; `faults` what stopped rows or all."""

    running: bool = False
    cancelled: bool = False
    wanted: int = 0
    made: tuple[str, ...] = ()
    faults: tuple[Diagnostic, ...] = ()

    @property
    def share(self) -> int:
        """Finished, in percent."""
        return 100 * len(self.made) // self.wanted if self.wanted else 0


class _Cancelled(Exception):
    """The officer stopped the run."""


class BatchWork:
    """An opened batch. The output folder is the person's own, and what a run wrote stays there; where the
    batch was uploaded, `upload_dir` holds both and goes with it. A person knows it by its `name`.
    """

    def __init__(
        self,
        source: Path,
        folder: Path,
        templates: Path | None = None,
        *,
        upload_dir: Path | None = None,
        name: str = "",
    ) -> None:
        self.id = secrets.token_urlsafe(9)
        self.source = source
        self.folder = folder
        self.upload_dir = upload_dir
        self.name = name or (source.resolve().parent.name if source.name == BATCH_FILE else source.name)
        self.progress = Progress()
        self._templates = templates
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._plan: Plan | None = None

    @property
    def _run(self) -> Run:
        return Run(
            self.source, self.folder, RenderOptions(folder=self._templates), _everything, usual_processes()
        )

    def plan(self) -> Plan:
        """What a run would do now. Raises `InputError`."""
        reload_templates(self._templates)
        return plan_batch(self._run)

    def current(self, formats: tuple[str, ...]) -> Current:
        """What of the output folder is up to date now, in these formats. Raises `SarabanError`."""
        reload_templates(self._templates)
        return current(replace(self._run, choose=partial(_everything, formats=formats)))

    @property
    def page(self) -> str:
        """The address of its page."""
        return f"/batches/{self.id}"

    @property
    def stem(self) -> str:
        """Its name without a suffix, for files that are taken away."""
        return Path(self.name).stem

    def start(self) -> None:
        """Runs the batch in the background; what stands already is not made again."""
        if self.progress.running:
            return
        self._stop.clear()
        reload_templates(self._templates)
        self.progress = Progress(running=True)
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Stops the run after the documents at hand; what was made stays, and a new run goes on there."""
        self._stop.set()

    def close(self) -> None:
        """Stops the run, waits until it has let go of the folder, and removes what was uploaded."""
        self.stop()
        if self.upload_dir is not None:
            shutil.rmtree(self.upload_dir, ignore_errors=True)

    def stop(self) -> None:
        """Stops the run and waits until it has let go of the folder."""
        self.cancel()
        self.wait()

    def wait(self) -> None:
        """Waits until the run is over."""
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        try:
            run_batch(replace(self._run, go_on=self._go_on), self._tell)
        except _Cancelled:
            self.progress = replace(self.progress, cancelled=True, made=self._standing())
        except SarabanError as faults:
            self._note(faults.diagnostics)
        finally:
            self.progress = replace(self.progress, running=False)

    def _tell(self, event: Event) -> None:
        if isinstance(event, Planned):
            wanted = len(event.plan.of("new", "changed"))
            self.progress = replace(self.progress, wanted=wanted)
            self._plan = event.plan
            for refused in event.plan.refused:
                self._note(refused.faults)
        elif isinstance(event, Delivered):
            self.progress = replace(self.progress, made=(*self.progress.made, event.document.name))
        elif isinstance(event, NotMade):
            self._note(event.refused.faults)
        self._go_on()

    def _go_on(self) -> None:
        if self._stop.is_set():
            raise _Cancelled

    def _standing(self) -> tuple[str, ...]:
        """What a stopped run has made: it delivers several documents at once, and not all were told."""
        with read_ledger(self.folder) as ledger:
            rows = ledger.documents.all()
        return tuple(
            each.name
            for each in (self._plan.of("new", "changed") if self._plan else ())
            if each.name in rows
            and rows[each.name].content_key == each.key
            and (self.folder / f"{each.name}.pdf").is_file()
        )

    def _note(self, faults: tuple[Diagnostic, ...]) -> None:
        self.progress = replace(self.progress, faults=(*self.progress.faults, *faults))


def _everything(order: BatchOrder, formats: tuple[str, ...] = FORMATS) -> Choice:
    return Choice((), frozenset(unit.folder for unit in order.units), formats)
