"""A batch that is killed at any moment and run again ends as if nothing had happened."""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from killing import killed_at, lines_of

from pipeline.batch import executor as carrying_out
from pipeline.batch import jobs
from pipeline.batch.plan import Choice
from pipeline.batch.runner import Run, run_batch
from pipeline.output.ledger import LEDGER_NAME
from pipeline.papers.options import RenderOptions

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")]

UNITS = 6
MOMENTS = 20
WATCHED = {
    "carrying_out.py",
    "delivery.py",
    "ledger.py",
    "ledger_documents.py",
    "ledger_runs.py",
    "report.py",
    "running.py",
    "standing.py",
    "temporary_files.py",
}
SARABAN = (sys.executable, "-c", "from pipeline.cli.main import main; main()")
MEMO = Path(__file__).resolve().parents[2] / "input" / "memo-example"


def write_batch(folder: Path, round: int) -> Path:
    """Units that all print which round it is, so that a second round replaces every file."""
    rows = "\n".join(f"  - {{id: หน่วย {n}, set: {{memo.number: {round}-{n}}}}}" for n in range(UNITS))
    batch = folder / "batch.yaml"
    batch.write_text(f"kind: batch\nbase: {MEMO}\nunits:\n{rows}\n", encoding="utf-8")
    return batch


def run_into(batch: Path, folder: Path) -> None:
    def everything(order) -> Choice:
        return Choice((), frozenset(unit.folder for unit in order.units), ("docx", "pdf"))

    ended = run_batch(Run(batch, folder, RenderOptions(faces=()), everything), print)
    assert ended.not_made == ()


def standing(folder: Path) -> dict[str, bytes]:
    """Every file but the ledger, temporary ones included; of the run report all but the seconds."""
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in (LEDGER_NAME, "report.html")
    }
    report = json.loads(found["report.json"])
    for document in [*report["documents"], report["totals"]]:
        document.pop("seconds")
    return found | {"report.json": json.dumps(report).encode()}


def once(built_from: Callable) -> Callable:
    """Builds each paper one time only: the kills are to fall among the files, not among the glyphs."""
    built: dict[str, Any] = {}

    def known(document, prepared, paper, options):
        key = f"{prepared.name} {prepared.office_input.memo.number}"
        return built.get(key) or built.setdefault(key, built_from(document, prepared, paper, options))

    return known


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path, Path, int]]:
    """The batch of round 2, the folder after round 1, that after an undisturbed round 2, and its lines."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(carrying_out, "TOGETHER", 2)
        patch.setattr(jobs, "built_from", once(jobs.built_from))
        folder = tmp_path_factory.mktemp("kills")
        before, after = folder / "before", folder / "after"
        run_into(write_batch(folder, 1), before)
        shutil.copytree(before, after)
        batch = write_batch(folder, 2)
        lines = lines_of(WATCHED, lambda: run_into(batch, after))
        yield batch, before, after, lines


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_a_run_killed_at_a_random_moment_is_ended_by_the_next(rounds, tmp_path: Path, moment: int) -> None:
    batch, before, after, lines = rounds
    folder = tmp_path / "out"
    shutil.copytree(before, folder)
    width = lines / MOMENTS
    line = int(random.Random(moment).uniform(moment * width, (moment + 1) * width)) + 1
    assert killed_at(line, WATCHED, lambda: run_into(batch, folder))
    run_into(batch, folder)
    assert standing(folder) == standing(after)
    with sqlite3.connect(folder / LEDGER_NAME) as ledger:
        assert ledger.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("documents", [0, 3])
def test_the_command_with_its_workers_is_killed_and_run_again(rounds, tmp_path: Path, documents: int) -> None:
    batch, before, after, _ = rounds
    folder = tmp_path / "out"
    shutil.copytree(before, folder)
    command = [*SARABAN, "batch", str(batch), "-o", str(folder), "--no-embed", "--jobs", "2"]
    with subprocess.Popen([*command, "--json"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        seen = 0
        for line in process.stdout:
            seen += json.loads(line)["event"] == "document"
            if seen >= documents:
                process.kill()
                break
        assert process.stdout.read() is not None
    subprocess.run(command, check=True, capture_output=True)
    assert standing(folder) == standing(after)
