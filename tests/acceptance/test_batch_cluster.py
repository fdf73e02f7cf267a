"""A batch on a real Dask cluster: scheduler and two workers as processes of their own, over TCP."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.main import saraban

distributed = pytest.importorskip("distributed", reason="needs the extra saraban[cluster]")

MEMO = Path(__file__).resolve().parents[2] / "input" / "memo-example"
SARABAN = (sys.executable, "-c", "from pipeline.cli.main import main; main()")
UNITS = 12


@pytest.fixture
def processes() -> Iterator[ExitStack]:
    """Processes that end with the test."""
    with ExitStack() as stack:
        yield stack


def started(processes: ExitStack, *command: str, says: str) -> tuple[subprocess.Popen, str]:
    """Starts `python -m distributed.cli…`; the process, and what its log says in the group of `says`."""
    process = subprocess.Popen(
        [sys.executable, "-m", *command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    processes.callback(process.wait)
    processes.callback(process.kill)
    assert process.stdout
    for line in process.stdout:
        if found := re.search(says, line):
            return process, found[1]
    pytest.fail(f"{command} ended before it said {says}")


@pytest.fixture
def cluster(processes: ExitStack) -> tuple[str, list[subprocess.Popen]]:
    """The scheduler's address, and its two workers."""
    _, address = started(
        processes,
        *(
            "distributed.cli.dask_scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--dashboard-address",
            ":0",
        ),
        says=r"Scheduler at:\s+(tcp://\S+)",
    )
    workers = [
        started(
            processes,
            *("distributed.cli.dask_worker", address, "--no-nanny", "--nthreads", "1", "--no-dashboard"),
            says=r"Registered to:\s+(tcp://\S+)",
        )[0]
        for _ in range(2)
    ]
    return address, workers


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    rows = "\n".join(f"  - {{id: หน่วย {n}, set: {{memo.number: '{n}'}}}}" for n in range(UNITS))
    path = tmp_path / "batch.yaml"
    path.write_text(f"kind: batch\nbase: {MEMO}\nunits:\n{rows}\n", encoding="utf-8")
    return path


def standing(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".") and path.stem != "report"
    }


def command(batch: Path, folder: Path, *more: str) -> list[str]:
    return [*SARABAN, "batch", str(batch), "-o", str(folder), "--no-embed", *more]


def test_a_cluster_that_loses_a_worker_makes_the_same_files(cluster, batch: Path, tmp_path: Path) -> None:
    address, workers = cluster
    there = tmp_path / "there"
    with subprocess.Popen(
        command(batch, there, "--scheduler", address, "--json"), stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        events = []
        for line in process.stdout:
            events.append(json.loads(line))
            if events[-1]["event"] == "plan":
                workers[0].kill()
    assert process.returncode == 0
    assert [event["event"] for event in events].count("document") == UNITS
    here = tmp_path / "here"
    subprocess.run(command(batch, here, "--jobs", "1"), check=True, capture_output=True)
    assert standing(there) == standing(here)
    assert len(standing(here)) == 2 * UNITS


def test_a_scheduler_that_does_not_answer_is_told_in_words(batch: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        command(batch, tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 7
    assert "ติดต่อ scheduler ที่ tcp://127.0.0.1:9 ไม่ได้" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("10.0.0.1", "'10.0.0.1' ไม่ใช่ที่อยู่ของ scheduler"),
        ("tcp://10.0.0.1", "tcp://10.0.0.1:8786"),
        ("http://10.0.0.1:8786", "ไม่ใช่ที่อยู่ของ scheduler"),
        ("tls://127.0.0.1:9", "ยังไม่มีใบรับรอง"),
    ],
)
def test_an_address_that_cannot_be_one_is_told_at_once(
    batch: Path, tmp_path: Path, address: str, said: str
) -> None:
    arguments = ["batch", str(batch), "-o", str(tmp_path / "out"), "--scheduler", address]
    result = CliRunner().invoke(saraban, arguments)
    assert result.exit_code == 7
    assert said in result.output
