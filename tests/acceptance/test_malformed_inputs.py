"""A hundred and more inputs that cannot be: each is refused in words, by its exit code, and makes no file."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner
from malformed_contents import CELLS, SHEETS, TABLES, TEXTS
from malformed_files import FILES, Make

from pipeline.cli.main import saraban
from pipeline.diagnostics.exit_codes import ExitCode

CASES = [*FILES, *SHEETS, *CELLS, *TEXTS, *TABLES]
HEAVY = ("fifty megabytes", "zip bomb", "entities", "million", "too many", "laughs", "six mega", "thousand")
SECONDS, MEGABYTES = 5, 300


def test_there_are_more_than_a_hundred_of_them() -> None:
    assert len({name for name, _, _ in CASES}) == len(CASES) > 120


PROCESS = Path("/proc/self/status")
"""Where Linux tells the peak of a process's own memory (`getrusage` counts that of its parent in)."""


@pytest.mark.parametrize(("make", "says"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_malformed_input_is_refused_in_words(make: Make, says: str, tmp_path: Path) -> None:
    folder, output = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    result = CliRunner().invoke(saraban, ["render", str(make(folder)), "-o", str(output)])
    assert result.exit_code == ExitCode.INPUT, result.output
    assert re.search(says if "|" in says else re.escape(says), result.stderr), result.stderr
    assert "\n    → " in result.stderr
    assert result.stdout == ""
    assert not list(output.rglob("*.*"))


@pytest.mark.slow
@pytest.mark.skipif(not PROCESS.exists(), reason="only Linux tells a process's peak of memory")
def test_a_heavy_input_takes_little_time_and_room(tmp_path: Path) -> None:
    """One process refuses them all, so its peak is no lower than that of any of them."""
    paths = []
    for n, (name, make, _) in enumerate(CASES):
        if any(word in name for word in HEAVY):
            folder = tmp_path / str(n)
            folder.mkdir()
            paths.append(str(make(folder)))
    assert len(paths) > 10
    code = f"""
        import re, time
        from pathlib import Path
        from click.testing import CliRunner
        from pipeline.cli.main import saraban
        slowest = 0
        for path in {paths!r}:
            start = time.process_time()
            assert CliRunner().invoke(saraban, ["check", path]).exit_code == 3, path
            slowest = max(slowest, time.process_time() - start)
        peak = re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1]
        print(slowest, int(peak) * 1024 / 1e6)
    """
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, timeout=120, check=True
    )
    slowest, peak = map(float, run.stdout.split())
    assert slowest < SECONDS
    assert peak < MEGABYTES
