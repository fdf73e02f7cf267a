"""Watching a batch: a bar with rate and remaining time on a terminal, lines elsewhere, JSON for programs."""

from __future__ import annotations

import json
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol

from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
from rich.text import Text

from pipeline.batch.events import Delivered, Event, Planned
from pipeline.batch.failures import Failure
from pipeline.batch.plan import Plan
from pipeline.batch.runner import Ended
from pipeline.cli.batch_end import say_end
from pipeline.cli.batch_plan import say_plan
from pipeline.cli.console import Console, say_json
from pipeline.diagnostics import Message

_RATE = Message("ฉบับ/วินาที", "a second")
_REMAINING = Message("เหลือ", "left")


LINES = 20
"""Without a terminal, so many lines tell how far a run is."""


class Watcher(Protocol):
    """Shows the events of a run, and how it ended."""

    def tell(self, event: Event) -> None:
        """Shows one event."""
        ...

    def say_end(self, ended: Ended, folder: Path) -> None:
        """Says what was written, and everything that is to mend."""
        ...


def watcher(console: Console, as_json: bool) -> AbstractContextManager[Watcher]:
    """The one for this run: JSON if asked for, a bar on a terminal, else lines."""
    if as_json:
        return nullcontext(_Json(console))
    if sys.stdout.isatty():
        return Bar(console)
    return nullcontext(Lines(console))


class Lines:
    """Plain lines: the plan, then how far the run is."""

    def __init__(self, console: Console) -> None:
        self._talk = console
        self._all = 0
        self._done = 0

    def tell(self, event: Event) -> None:
        """Shows the plan, and one line for each twentieth of the documents."""
        if isinstance(event, Planned):
            say_plan(event.plan, self._talk)
            self._all = len(event.plan.of("new", "changed"))
            return
        self._done += 1
        if self._done * LINES // max(self._all, 1) > (self._done - 1) * LINES // max(self._all, 1):
            self._talk.print(
                Message(f"ทำแล้ว {self._done} จาก {self._all} ฉบับ", f"{self._done} of {self._all} made")
            )

    def say_end(self, ended: Ended, folder: Path) -> None:
        """Says the faults, and what was written."""
        say_end(ended, folder, self._talk)


class _Json:
    """One JSON object a line: `plan`, `doubt`, `document`, `fault`, `end`."""

    def __init__(self, console: Console) -> None:
        self._talk = console

    def tell(self, event: Event) -> None:
        """Prints the event."""
        if isinstance(event, Planned):
            say_plan_json(event.plan, self._talk)
        elif isinstance(event, Delivered):
            name = event.document.name
            told = {"pages": event.pages, "bytes": event.size, "seconds": round(event.seconds, 3)}
            _print({"event": "document", "name": name, "state": event.document.state, **told})
        else:
            _print_refused(event.refused, self._talk)

    def say_end(self, ended: Ended, folder: Path) -> None:
        """Prints the last event."""
        _print(
            {
                "event": "end",
                "delivered": ended.delivered,
                "not_made": len(ended.not_made),
                "folder": str(folder),
            }
        )


def say_plan_json(plan: Plan, console: Console) -> None:
    """The plan as one JSON object, one for each doubt, and one for each unit that is refused."""
    documents = [
        {"name": each.name, "state": each.state, "why": [console.text(words) for words in each.why]}
        for each in plan.documents
    ]
    orphans = [{"name": each.name, "why": console.text(each.why)} for each in plan.orphans]
    _print({"event": "plan", "documents": documents, "orphans": orphans})
    for doubt in plan.doubts:
        place = doubt.fault.location.text(console.lang) if doubt.fault.location else None
        said = {
            "place": place,
            "what": console.text(doubt.fault.message),
            "remedy": console.text(doubt.fault.help),
        }
        told = {"event": "doubt", "unit": doubt.unit, "code": doubt.fault.code}
        _print({**told, **said, "accepted": doubt.accepted or None})
    for refused in plan.refused:
        _print_refused(refused, console)


def _print_refused(refused: Failure, console: Console) -> None:
    for fault in refused.faults:
        place = fault.location.text(console.lang) if fault.location else None
        said = {"place": place, "what": console.text(fault.message), "remedy": console.text(fault.help)}
        _print({"event": "fault", "unit": refused.unit, "paper": refused.paper, "code": fault.code, **said})


def _print(told: dict[str, Any]) -> None:
    say_json(json.dumps(told, ensure_ascii=False))


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
