"""The bar of a batch on a terminal: how far, documents per second, time that remains."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
from rich.text import Text

from pipeline.batch.events import Planned
from pipeline.cli.batch_end import say_end
from pipeline.cli.batch_plan import say_plan
from pipeline.cli.console import Console
from pipeline.diagnostics import Message

if TYPE_CHECKING:
    from pipeline.batch.events import Event
    from pipeline.batch.runner import Ended

_RATE = Message("ฉบับ/วินาที", "a second")
_REMAINING = Message("เหลือ", "left")


class Bar:
    """Shows the plan, then a bar until the run ends. It moves with the documents, not by a thread."""

    def __init__(self, console: Console) -> None:
        self._talk = console
        columns = (
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(console),
            console.text(_REMAINING),
            TimeRemainingColumn(),
        )
        self._progress = Progress(*columns, auto_refresh=False)
        self._task = self._progress.add_task("", total=0)

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def tell(self, event: Event) -> None:
        """Shows the plan, or moves the bar."""
        if isinstance(event, Planned):
            say_plan(event.plan, self._talk)
            self._progress.update(self._task, total=len(event.plan.of("new", "changed")))
            self._progress.start()
            return
        self._progress.update(self._task, advance=1, refresh=True)

    def say_end(self, ended: Ended, folder: Path) -> None:
        """Says the faults, and what was written."""
        say_end(ended, folder, self._talk)


class _Rate(ProgressColumn):
    """`12.3 ฉบับ/วินาที`."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._talk = console

    def render(self, task: Task) -> Text:
        """The mean rate until now."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f} {self._talk.text(_RATE)}" if speed else "")
