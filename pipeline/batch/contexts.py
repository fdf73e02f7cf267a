"""Job contexts: what all jobs of a run share, identified on both sides by one digest.

The driver packs what its run shares (base, options, and the digests of program and templates). The digest of
what it packed goes with every job, and comes back with every result. A worker keeps the contexts of several
runs by their digests; a job whose context it has not is refused, and the driver supplies it.
"""

from __future__ import annotations

import pickle
import shutil
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Generic, TypeVar

from pipeline.batch.jobs import JobContext, warm
from pipeline.diagnostics import Diagnostic, MachineError, diagnose

Job = TypeVar("Job")
Result = TypeVar("Result")

KEPT = 4
"""A worker keeps the contexts of so many runs; that of the run which it served longest ago goes first."""


@dataclass(frozen=True, slots=True)
class PackedContext:
    """The context of a run, packed: `digest` is that of all of it."""

    digest: str
    packed: bytes


@dataclass(frozen=True, slots=True)
class Answer(Generic[Result]):
    """What came of a job, and the digest of the context in which it was done."""

    context: str
    result: Result


@dataclass(frozen=True, slots=True)
class Lacking:
    """A refusal: the worker has no context of that digest."""

    context: str


@dataclass(frozen=True, slots=True)
class Stranger:
    """A refusal: what makes papers at the worker `address` is not what the driver has installed."""

    address: str


def pack_context(context: JobContext, installed: str = "", *, with_files: bool = False) -> PackedContext:
    """The context of a run. `installed` is what a worker must have installed, where it may have another;
    `with_files`: the office's own folder goes along, as the worker may not see this disk.
    """
    files = _read(context.options.folder) if with_files and context.options.folder else None
    data = pickle.dumps((context, files, installed), protocol=pickle.HIGHEST_PROTOCOL)
    return PackedContext(sha256(data).hexdigest(), data)


class Contexts:
    """The contexts that one worker keeps.

    `folder` is where it may put the offices' own files; `installed` tells what it makes papers with.
    """

    def __init__(
        self, folder: Path | None = None, installed: Callable[[], str] = str, address: str = ""
    ) -> None:
        self._kept: OrderedDict[str, JobContext] = OrderedDict()
        self._folder = folder
        self._installed = installed
        self._address = address
        self._one_at_a_time = threading.Lock()

    def answer(
        self,
        task: Callable[[JobContext, Job], Result],
        digest: str,
        job: Job,
        supplied: PackedContext | None = None,
    ) -> Answer[Result] | Lacking | Stranger:
        """Does one job in the context of that digest, kept or `supplied`; one at a time, as a paper in the
        making keeps the interpreter busy.
        """
        with self._one_at_a_time:
            if supplied is not None and not self._took(supplied):
                return Stranger(self._address)
            if digest not in self._kept:
                return Lacking(digest)
            self._kept.move_to_end(digest)
            return Answer(digest, task(self._kept[digest], job))

    def take(self, context: PackedContext) -> bool:
        """Keeps a context, ready for its first job; not if it is that of another program."""
        with self._one_at_a_time:
            return self._took(context)

    def _took(self, context: PackedContext) -> bool:
        if context.digest in self._kept:
            return True
        if sha256(context.packed).hexdigest() != context.digest:
            raise ValueError("the context is not what its digest says")
        unpacked, files, installed = pickle.loads(context.packed)
        if installed and installed != self._installed():
            return False
        if files is not None:
            unpacked = self._unpack_context(unpacked, files, context.digest)
        warm(unpacked)
        self._kept[context.digest] = unpacked
        while len(self._kept) > KEPT:
            self._let_go(self._kept.popitem(last=False)[0])
        return True

    def _unpack_context(self, context: JobContext, files: dict[str, bytes], digest: str) -> JobContext:
        """The context with the office's folder here: named by the context, so no other run reads in it."""
        if self._folder is None:
            raise ValueError("this worker has no folder for the office's own files")
        folder = self._folder / digest
        _write(files, folder)
        return replace(context, options=replace(context.options, folder=folder))

    def _let_go(self, digest: str) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder / digest, ignore_errors=True)


def open_answer(answer: Any, context: PackedContext) -> Any:
    """The result in a worker's answer. Raises `MachineError` for one of another program or run."""
    if isinstance(answer, Stranger):
        raise MachineError([other_version(answer.address)])
    if not isinstance(answer, Answer) or answer.context != context.digest:
        raise MachineError([mixed_up()])
    return answer.result


def _read(folder: Path) -> dict[str, bytes]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def _write(files: dict[str, bytes], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        path = folder.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def mixed_up() -> Diagnostic:
    """What a worker sent back was made from other data than those that were asked for."""
    return diagnose("mixed-up")


def other_version(address: str) -> Diagnostic:
    """A worker's program, libraries, fonts or templates differ from this machine's."""
    return diagnose("other-version", address=address)
