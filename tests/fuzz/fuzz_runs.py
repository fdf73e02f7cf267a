"""One spoilt input and the commands that read it: what must hold whatever was spoilt."""

from __future__ import annotations

import json
import os
import random
import re
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from click.testing import CliRunner
from fuzz_files import DRAWINGS, PACKAGES, PDFS, PICTURES
from fuzz_inputs import KINDS, make_good_inputs
from fuzz_mutations import BYTES, TEXTS, Mutation, no_file_at_all

from pipeline.cli.main import saraban
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.intake.sandbox_limits import bounds_of

MEMORY = 500_000_000
SECONDS = 10
PATIENCE = 30
"""Seconds of computing, and twice as many by the clock, after which a command is ended."""
IN_THE_FILE_SYSTEM = 0.06
"""So many of the inputs are no file at all."""
PACKED = {
    ".xlsx": PACKAGES,
    ".docx": PACKAGES,
    ".pdf": PDFS,
    ".svg": DRAWINGS,
    ".png": PICTURES,
    ".p12": BYTES,
}


class Trial(NamedTuple):
    """One input: its number, its kind, the command line, and what was done to the file."""

    number: int
    kind: str
    command: str
    spoilt: str


class Verdict(NamedTuple):
    """What became of a trial; `wrong` says each thing that must not be."""

    trial: Trial
    code: int
    seconds: float
    memory: int
    wrong: tuple[str, ...]


def trials(seed: int, numbers: range, good: Path, scratch: Path) -> Iterator[Verdict]:
    """The verdicts of the inputs that a seed makes, by their numbers; `good` holds the good ones."""
    for number in numbers:
        chance = random.Random(f"{seed}:{number}")
        kind = list(KINDS)[number % len(KINDS)]
        folder = Path(tempfile.mkdtemp(prefix=f"{number}-", dir=scratch))
        here = folder / "in"
        shutil.copytree(good, here, symlinks=True)
        spoilt = _spoil(here / KINDS[kind].file, chance)
        command = chance.choice(KINDS[kind].commands)
        yield _judged(Trial(number, kind, command, spoilt), here, folder / "out")
        shutil.rmtree(folder, ignore_errors=True)


def good_inputs(folder: Path) -> Path:
    """A folder of good inputs, below `folder`."""
    good = folder / "good"
    good.mkdir()
    make_good_inputs(good)
    return good


def _spoil(file: Path, chance: random.Random) -> str:
    if chance.random() < IN_THE_FILE_SYSTEM:
        return no_file_at_all(file, chance)
    mutations: tuple[Mutation, ...] = PACKED.get(file.suffix, TEXTS)
    mutation = chance.choice(mutations)
    file.write_bytes(mutation(file.read_bytes(), chance))
    return mutation.__name__


def _judged(trial: Trial, here: Path, out: Path) -> Verdict:
    words = [re.sub("^IN", str(here), re.sub("^OUT", str(out), word)) for word in trial.command.split()]
    spoilt = here / KINDS[trial.kind].file
    size = spoilt.stat().st_size if spoilt.exists() else 0
    told, used = _in_a_fork(words)
    seconds = used.ru_utime + used.ru_stime
    memory = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    if told is None:
        return Verdict(trial, -1, seconds, memory, ("it ended without a word",))
    written = sorted(str(file.relative_to(out)) for file in out.rglob("*") if file.is_file())
    wrong = (*_in_words(told, trial, written), *_over_bounds(seconds, memory, size))
    return Verdict(trial, told["code"], seconds, memory, wrong)


def _in_words(told: dict[str, Any], trial: Trial, written: list[str]) -> Iterator[str]:
    code, said = told["code"], told["said"]
    if code == ExitCode.INTERNAL:
        yield f"a defect of the program: {told['why']}"
    elif code not in list(ExitCode):
        yield f"no exit code of ours: {code}"
    if "Traceback" in said:
        yield f"a traceback: {said[-900:]}"
    refused = code not in (ExitCode.OK, ExitCode.FINDINGS)
    if refused and "→" not in said and code != ExitCode.USAGE and "--json" not in trial.command:
        yield f"refused without a remedy: {said[-300:]}"
    if refused and written and not trial.command.startswith("batch"):
        yield f"written beside a fault: {written}"


def _over_bounds(seconds: float, memory: int, size: int) -> Iterator[str]:
    bounds = bounds_of(size)
    if seconds > max(SECONDS, bounds.seconds + 2):
        yield f"{seconds:.1f} s of computing time"
    if memory > max(MEMORY, bounds.memory + 100_000_000):
        yield f"{memory // 1_000_000} MB"


def _in_a_fork(words: list[str]) -> tuple[dict[str, Any] | None, resource.struct_rusage]:
    """What the command said, run in a fork of this process, and what it used."""
    receiving, sending = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(receiving)
            resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
            _run_and_tell(words, sending)
        finally:
            os._exit(0)
    os.close(sending)
    answer = b""
    until = time.monotonic() + 2 * PATIENCE
    while select.select([receiving], [], [], max(0, until - time.monotonic()))[0]:
        piece = os.read(receiving, 1 << 16)
        if not piece:
            break
        answer += piece
    else:
        os.kill(child, signal.SIGKILL)
    os.close(receiving)
    used = os.wait4(child, 0)[2]
    return (json.loads(answer) if answer.endswith(b"}") else None), used


def _run_and_tell(words: list[str], sending: int) -> None:
    os.chdir(tempfile.gettempdir())
    result = CliRunner().invoke(saraban, words)
    told = {"code": result.exit_code, "said": result.output[-4_000:]}
    if result.exit_code == ExitCode.INTERNAL:
        told["why"] = CliRunner().invoke(saraban, [*words, "-v"]).output[-1_500:]
    with os.fdopen(sending, "wb") as stream:
        stream.write(json.dumps(told).encode())
