"""A batch that is told to end, or whose window closes, ends its workers whatever they are at."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.diagnostics.exit_codes import ExitCode

pytestmark = pytest.mark.skipif(os.name != "posix", reason="ends processes by signals")

SARABAN = (sys.executable, "-c", "from pipeline.cli.main import main; main()")
MEMO = Path(__file__).resolve().parents[2] / "input" / "memo-example"
STUCK = """\
import signal
from pathlib import Path
from pipeline.papers.fingerprints import Fingerprints
from pipeline.batch.jobs import JobContext
from pipeline.papers.options import RenderOptions
from pipeline.batch.workers import ProcessPool
from pipeline.intake import Source

def stuck(bench, job):
    print("begun", flush=True)
    signal.pause()

if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    pool = ProcessPool(JobContext(Source("base", {}), RenderOptions(), Fingerprints("", "", "")), 2)
    try:
        list(pool.run(stuck, range(4)))
    except KeyboardInterrupt:
        pool.stop()
"""


def ended(process: subprocess.Popen) -> int:
    """Waits until nobody is left who could write to the process's output: itself and its workers."""
    process.communicate(timeout=30)
    return process.returncode


@pytest.mark.slow
def test_a_batch_whose_window_closes_leaves_no_worker(tmp_path: Path) -> None:
    batch = tmp_path / "batch.yaml"
    units = ", ".join(f"หน่วย {n}" for n in range(40))
    batch.write_text(f"{{kind: batch, base: {MEMO}, units: [{units}]}}", encoding="utf-8")
    out = tmp_path / "out"
    command = [*SARABAN, "batch", str(batch), "-o", str(out), "--jobs", "2", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert json.loads(process.stdout.readline())["event"] == "plan"
        process.send_signal(signal.SIGHUP)
        assert ended(process) == ExitCode.INTERRUPTED
    assert [path for path in out.rglob(".*") if path.name != ".saraban.sqlite"] == []


@pytest.mark.slow
def test_workers_are_ended_in_the_middle_of_a_job(tmp_path: Path) -> None:
    script = tmp_path / "stuck.py"
    script.write_text(STUCK, encoding="utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "begun\n"
        process.send_signal(signal.SIGTERM)
        assert ended(process) == 0
