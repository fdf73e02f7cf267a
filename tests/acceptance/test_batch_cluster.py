"""A batch on a real Dask cluster: scheduler and two workers as processes of their own, over TCP."""

import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.batch.batch_file import BatchOrder
from pipeline.batch.cluster import Cluster
from pipeline.batch.events import Planned
from pipeline.batch.jobs import JobContext
from pipeline.batch.plan import Choice
from pipeline.batch.runner import Ended, Run, run_batch
from pipeline.cli.main import saraban
from pipeline.diagnostics import MachineError
from pipeline.intake import Source
from pipeline.papers.fingerprints import Fingerprints
from pipeline.papers.options import RenderOptions
from pipeline.papers.rerender import read_held_paper

distributed = pytest.importorskip("distributed", reason="needs the extra saraban[cluster]")

MEMO = Path(__file__).resolve().parents[2] / "input" / "memo-example"
SARABAN = (sys.executable, "-c", "from pipeline.cli.main import main; main()")
UNITS = 12
BENCH = JobContext(Source("base", {}), RenderOptions(), Fingerprints("", "", ""))


@pytest.fixture(scope="module")
def processes() -> Iterator[ExitStack]:
    """Processes that end with the tests."""
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


@pytest.fixture(scope="module")
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


def office(folder: Path, name: str) -> Path:
    """The batch of one office: memos of the same units as every office has, that all bear its name."""
    folder.mkdir()
    data = (MEMO / "memo.yaml").read_text("utf-8")
    ours = re.sub(r"(?m)^  subject: .*$", f"  subject: เรื่องของ{name}", data, count=1)
    assert ours != data
    (folder / "memo.yaml").write_text(ours, encoding="utf-8")
    rows = "\n".join(f"  - {{id: หน่วย {n}, set: {{memo.number: '{n}'}}}}" for n in range(UNITS))
    path = folder / "batch.yaml"
    path.write_text(f"kind: batch\nbase: memo.yaml\nunits:\n{rows}\n", encoding="utf-8")
    return path


def everything(order: BatchOrder) -> Choice:
    return Choice((), frozenset(unit.folder for unit in order.units), ("pdf",))


def subjects(folder: Path) -> set[str]:
    """What the papers in a folder are about, by the data inside them."""
    return {read_held_paper(path).record.values["memo"]["subject"] for path in sorted(folder.rglob("*.pdf"))}


@pytest.mark.slow
def test_two_drivers_at_once_each_get_their_own_papers(cluster, tmp_path: Path) -> None:
    names = ("สำนักงานก", "สำนักงานข")
    batches = {name: office(tmp_path / name, name) for name in names}
    options = RenderOptions(formats=("pdf",), faces=())
    runs = {
        name: Run(batch, batch.parent / "out", options, everything, scheduler=cluster[0])
        for name, batch in batches.items()
    }
    both_look = threading.Barrier(2, timeout=60)

    def driven(run: Run) -> Ended:
        """Both have planned before either has its papers made: the workers serve both by turns."""
        return run_batch(run, lambda event: both_look.wait() if isinstance(event, Planned) else None)

    with ThreadPoolExecutor(2) as drivers:
        ended = list(drivers.map(driven, runs.values()))
    assert [(each.delivered, each.not_made) for each in ended] == [(UNITS, ()), (UNITS, ())]
    for name, run in runs.items():
        assert subjects(run.folder) == {f"เรื่องของ{name}"}
        assert len(standing(run.folder)) == UNITS


@pytest.mark.slow
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


@pytest.mark.slow
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
        ("tcp://10.0.0.1:8786", "10.0.0.1:8786 ไม่เข้ารหัส"),
        ("tcp://scheduler.example:8786", "--without-tls"),
        ("tcp://[2001:db8::1]:8786", "ไม่เข้ารหัส"),
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
    assert not (tmp_path / "out").is_dir() or standing(tmp_path / "out") == {}


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "tcp://localhost:9", "tcp://[::1]:9"])
def test_this_machine_needs_no_tls(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def client(address: str, **_: object) -> None:
        asked.append(address)
        raise OSError

    monkeypatch.setattr(distributed, "Client", client)
    with pytest.raises(MachineError) as refused:
        Cluster(BENCH, address)
    assert ([fault.code for fault in refused.value.diagnostics], asked) == (["no-scheduler"], [address])


def test_another_machine_is_reached_without_tls_on_demand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def client(address: str, **_: object) -> None:
        raise OSError(address)

    monkeypatch.setattr(distributed, "Client", client)
    codes = {}
    for leave in (False, True):
        with pytest.raises(MachineError) as refused:
            Cluster(BENCH, "tcp://10.0.0.1:8786", without_tls=leave)
        codes[leave] = refused.value.diagnostics[0].code
    assert codes == {False: "no-tls", True: "no-scheduler"}
