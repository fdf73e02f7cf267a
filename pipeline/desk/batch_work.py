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
from pipeline.desk.uploads import new_upload_dir
from pipeline.diagnostics import Diagnostic, Message, SarabanError
from pipeline.output.ledger import read_ledger
from pipeline.papers.options import FORMATS, RenderOptions
from pipeline.papers.publishing import what_is_masked

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
    """How far a run is. `made` are the documents of this run in order; `faults` what stopped rows or all.
    `public`: they are copies for the public.
    """

    running: bool = False
    public: bool = False
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

    Copies for the public are made into a folder of their own below `uploads`, from where they are taken away;
    `masked` says what they mask, once they were made.
    """

    def __init__(
        self,
        source: Path,
        folder: Path,
        templates: Path | None = None,
        *,
        upload_dir: Path | None = None,
        uploads: Path | None = None,
        name: str = "",
    ) -> None:
        self.id = secrets.token_urlsafe(9)
        self.source = source
        self.folder = folder
        self.upload_dir = upload_dir
        self.name = name or (source.resolve().parent.name if source.name == BATCH_FILE else source.name)
        self.progress = Progress()
        self.masked: Message | None = None
        self._uploads = uploads
        self._public_folder: Path | None = None
        self._templates = templates
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._plan: Plan | None = None

    @property
    def _run(self) -> Run:
        return Run(
            self.source, self.folder, RenderOptions(folder=self._templates), _everything, usual_processes()
        )

    @property
    def _public_run(self) -> Run:
        """The run that makes copies for the public, in their own folder."""
        if self._public_folder is None:
            self._public_folder = new_upload_dir(self._uploads)
        run = self._run
        return replace(run, folder=self._public_folder, options=replace(run.options, public=True))

    def plan(self) -> Plan:
        """What a run would do now. Raises `InputError`."""
        reload_templates(self._templates)
        return plan_batch(self._run)

    def current(self, formats: tuple[str, ...]) -> Current:
        """What of the output folder is up to date now, in these formats. Raises `SarabanError`."""
        reload_templates(self._templates)
        return current(replace(self._run, choose=partial(_everything, formats=formats)))

    def current_copies(self, formats: tuple[str, ...]) -> Current:
        """The same of the copies for the public."""
        reload_templates(self._templates)
        return current(replace(self._public_run, choose=partial(_everything, formats=formats)))

    @property
    def page(self) -> str:
        """The address of its page."""
        return f"/batches/{self.id}"

    @property
    def stem(self) -> str:
        """Its name without a suffix, for files that are taken away."""
        return Path(self.name).stem

    def count_signed(self) -> int:
        """How many papers of its folder are noted as signed; 0 where that cannot be told."""
        try:
            with read_ledger(self.folder) as ledger:
                return len(ledger.signatures.all())
        except SarabanError:
            return 0

    def start(self) -> None:
        """Runs the batch in the background; what stands already is not made again."""
        if not self.progress.running:
            self._start(self._run, Progress(running=True))

    def publish(self) -> None:
        """Makes copies for the public of all papers in the background, as `start` makes the papers."""
        if not self.progress.running:
            self._start(self._public_run, Progress(running=True, public=True))

    def _start(self, run: Run, progress: Progress) -> None:
        self._stop.clear()
        reload_templates(self._templates)
        self.progress = progress
        self._thread = threading.Thread(target=self._work, args=(run,), daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Stops the run after the documents at hand; what was made stays, and a new run goes on there."""
        self._stop.set()

    def close(self) -> None:
        """Stops the run, waits until it has let go of the folder, and removes what was uploaded."""
        self.stop()
        for folder in filter(None, (self.upload_dir, self._public_folder)):
            shutil.rmtree(folder, ignore_errors=True)

    def stop(self) -> None:
        """Stops the run and waits until it has let go of the folder."""
        self.cancel()
        self.wait()

    def wait(self) -> None:
        """Waits until the run is over."""
        if self._thread is not None:
            self._thread.join()

    def _work(self, run: Run) -> None:
        try:
            ended = run_batch(replace(run, go_on=self._go_on), self._tell)
            if ended.masked:
                self.masked = what_is_masked(ended.masked)
        except _Cancelled:
            self.progress = replace(self.progress, cancelled=True, made=self._standing(run.folder))
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

    def _standing(self, folder: Path) -> tuple[str, ...]:
        """What a stopped run has made in a folder: it delivers several at once, and not all were told."""
        with read_ledger(folder) as ledger:
            rows = ledger.documents.all()
        return tuple(
            each.name
            for each in (self._plan.of("new", "changed") if self._plan else ())
            if each.name in rows
            and rows[each.name].content_key == each.key
            and (folder / f"{each.name}.pdf").is_file()
        )

    def _note(self, faults: tuple[Diagnostic, ...]) -> None:
        self.progress = replace(self.progress, faults=(*self.progress.faults, *faults))


def _everything(order: BatchOrder, formats: tuple[str, ...] = FORMATS) -> Choice:
    return Choice((), frozenset(unit.folder for unit in order.units), formats)
