"""Standard streams that never stop the work: any encoding, a pipe that closes, a disk that is full.

An outlet that takes nothing more is noted, and told at the end. Letters
that a console's encoding lacks are spelled in those that it has (`spelling`).
"""

from __future__ import annotations

import codecs
import io
import os
import select
import signal
import sys
from contextlib import suppress
from typing import Any, TextIO

from pipeline.cli.spelling import PLAIN_ASCII, SPELLED, register_spelling

_THAI = "กั๑"


class _Outlet(io.RawIOBase):
    """Where bytes go out; once that has failed, they are dropped."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self.failed: OSError | None = None

    def writable(self) -> bool:
        """Always: what cannot be written is dropped."""
        return True

    def isatty(self) -> bool:
        """Whether a person looks on."""
        return bool(self._raw.isatty())

    def fileno(self) -> int:
        """The descriptor."""
        return int(self._raw.fileno())

    def write(self, data: Any) -> int:
        """All of `data`, or nothing more from here on."""
        rest = memoryview(data).cast("B")
        size = len(rest)
        while rest and not self.failed:
            try:
                written = self._raw.write(rest)
                if written is None:
                    select.select([], [self.fileno()], [])
                rest = rest[written or 0 :]
            except OSError as error:
                self.failed = error
        return size


class OutputStreams:
    """The standard output and the place where errors go, of one process."""

    def __init__(self) -> None:
        register_spelling()
        _occupy_descriptors()
        self._outlets: dict[str, _Outlet] = {}
        for name in ("stdout", "stderr"):
            self._take(name)

    def _take(self, name: str) -> None:
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
            return
        outlet = _Outlet(getattr(stream.buffer, "raw", stream.buffer))
        self._outlets[name] = outlet
        setattr(sys, name, _spelling_stream(io.BufferedWriter(outlet), stream))

    def lost(self) -> OSError | None:
        """Why some of the standard output is lost, if it is; a reader who had enough lost nothing."""
        sys.stdout.flush()
        outlet = self._outlets.get("stdout")
        failed = outlet.failed if outlet else None
        return None if isinstance(failed, BrokenPipeError) else failed


def _spelling_stream(buffer: io.BufferedWriter, like: TextIO) -> TextIO:
    encoding = PLAIN_ASCII if codecs.lookup(like.encoding).name == "ascii" else like.encoding
    return io.TextIOWrapper(buffer, encoding, SPELLED, line_buffering=True)


def shows_thai() -> bool:
    """Whether both streams have the letters for it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            _THAI.encode(stream.encoding or "utf-8")
        except (UnicodeEncodeError, LookupError):
            return False
    return True


def _occupy_descriptors() -> None:
    """A standard stream that was closed must not become the first file that is opened."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def end_when_told() -> None:
    """A request to end, or a window that closes, stops a command as Ctrl-C does."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            with suppress(ValueError):  # not the main thread
                signal.signal(number, signal.default_int_handler)
