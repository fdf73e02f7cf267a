"""`python -m benchmarks.batch`: a batch of one-page annexes, DOCX and PDF.

Measures the whole command, as a user runs it: a full run, a run with nothing to do, a run after one changed
target; and the peak memory of a worker after 100 documents and at the end. Linux only (`/proc`).
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

import click

RESULTS = Path(__file__).with_name("results") / "batch.json"
SARABAN = (sys.executable, "-c", "from pipeline.cli.main import main; main()")
EARLY = 100
"""After each so many documents the workers' memory is looked at."""

BASE = """\
kind: agreement
office: {name: สำนักงานตัวอย่าง, short: สตอ., ministry: กระทรวงอุตสาหกรรม}
period: {start: 1 ตุลาคม 2546, end: 30 กันยายน 2547}
agreement:
  receiver: {person: {title: นาย, given: สมมติ, surname: ตัวอย่าง}, position: ปลัดกระทรวง}
  maker: {person: {title: นางสาว, given: สมหญิง, surname: ตัวอย่าง}, position: หัวหน้าสำนักงาน}
  dimensions:
    - number: 1
      name: มิติด้านประสิทธิผลตามพันธกิจ
      weight: 70
      groups:
        - name: ตัวชี้วัดผลการปฏิบัติราชการตามแผนยุทธศาสตร์ของส่วนราชการ
          weight: 70
          indicators:
            - {id: 1, name: ร้อยละของบุคลากรที่ได้รับการอบรมและผ่านการทดสอบ, unit: ร้อยละ, weight: 40,
               scale: {type: linear, thresholds: [60, 65, 70, 75, 80]}}
            - {id: 2, name: ร้อยละของงบประมาณที่สามารถประหยัดได้, unit: ร้อยละ, weight: 30,
               scale: {type: linear, thresholds: [0, 5, 10, 15, 20]}}
    - number: 2
      name: มิติด้านคุณภาพการให้บริการ
      weight: 30
      groups:
        - name: ตัวชี้วัดด้านคุณภาพการให้บริการ
          weight: 30
          indicators:
            - {id: 3, name: ร้อยละของระดับความพึงพอใจของผู้รับบริการ, unit: ร้อยละ, weight: 30,
               scale: {type: linear, thresholds: [40, 50, 60, 70, 80]}}
"""


@click.command()
@click.option("--documents", default=1000, show_default=True, help="One-page annexes.")
@click.option("--jobs", default=len(os.sched_getaffinity(0)), show_default=True, help="Workers.")
@click.option("--again", default=5, show_default=True, help="Runs with nothing to do; the quickest counts.")
def main(documents: int, jobs: int, again: int) -> None:
    """Prints the figures and writes them to results/batch.json."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        batch = _write_batch(folder, documents, changed=False)
        full, memory, pages = _watched(batch, jobs)
        nothing = min(_timed(batch, jobs) for _ in range(again))
        change = _timed(_write_batch(folder, documents, changed=True), jobs)
    figures = {
        "documents": documents,
        "pages": pages,
        "jobs": jobs,
        "full": full.told(),
        "documents_per_second": round(documents / full.wall, 2),
        "documents_per_core_second": round(documents / full.cpu, 2),
        "no_op": nothing.told(),
        "no_op_share_of_full": {
            "wall": f"1/{full.wall / nothing.wall:.0f}",
            "cpu": f"1/{full.cpu / nothing.cpu:.0f}",
        },
        "one_target": change.told(),
        "worker_peak_mb": memory,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
    }
    RESULTS.parent.mkdir(exist_ok=True)
    text = json.dumps(figures, ensure_ascii=False, indent=2)
    RESULTS.write_text(text + "\n", encoding="utf-8")
    click.echo(text)


def _write_batch(folder: Path, documents: int, changed: bool) -> Path:
    """Units that all have a target of their own; `changed` gives the first another."""
    (folder / "base.yaml").write_text(BASE, encoding="utf-8")
    rows = ["id,office.name,indicators[2].target"]
    for n in range(documents):
        target = 30 if changed and n == 0 else 20 + n % 7
        rows.append(f"หน่วยงาน {n:06d},สำนักงานตัวอย่างที่ {n},{target}")
    (folder / "units.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    batch = folder / "batch.yaml"
    batch.write_text(
        "kind: batch\nbase: base.yaml\npapers: [annexes]\nunits_from: units.csv\n", encoding="utf-8"
    )
    return batch


def _command(batch: Path, jobs: int) -> list[str]:
    return [*SARABAN, "batch", str(batch), "-o", str(batch.parent / "out"), "--jobs", str(jobs), "--json"]


class Spent(NamedTuple):
    """Seconds from the start of a command to its end, and seconds of cores that it and its workers used."""

    wall: float
    cpu: float

    @classmethod
    def until_now(cls) -> Spent:
        """What was spent since this process began, on the clock and by all that it has waited for."""
        times = os.times()
        return cls(time.perf_counter(), times.children_user + times.children_system)

    def since(self, before: Spent) -> Spent:
        """What was spent after `before`."""
        return Spent(self.wall - before.wall, self.cpu - before.cpu)

    def told(self) -> dict[str, float]:
        """For the report."""
        return {"wall_seconds": round(self.wall, 3), "cpu_seconds": round(self.cpu, 3)}


def _timed(batch: Path, jobs: int) -> Spent:
    """One run, from the start of the command to its end."""
    before = Spent.until_now()
    subprocess.run(_command(batch, jobs), check=True, stdout=subprocess.DEVNULL)
    return Spent.until_now().since(before)


def _watched(batch: Path, jobs: int) -> tuple[Spent, dict[str, float], int]:
    """The first run, the workers' peak memory in MB after `EARLY` documents and at its end, and pages."""
    before = Spent.until_now()
    made, pages, memory = 0, 0, {}
    with subprocess.Popen(_command(batch, jobs), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            event: dict[str, Any] = json.loads(line)
            if event["event"] == "document":
                made, pages = made + 1, pages + event["pages"]
                if made % EARLY == 0:
                    memory[f"after {made}"] = _peak(process.pid)
    if process.returncode:
        raise click.ClickException(f"the batch ended with code {process.returncode}")
    return Spent.until_now().since(before), memory, pages


def _peak(driver: int) -> float:
    """The largest peak of resident memory among a process's children, MB."""
    children = Path(f"/proc/{driver}/task/{driver}/children").read_text().split()
    return max((_high_water(child) for child in children), default=0.0)


def _high_water(process: str) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next((round(int(line.split()[1]) / 1024, 1) for line in lines if line.startswith("VmHWM")), 0.0)


if __name__ == "__main__":
    main()
