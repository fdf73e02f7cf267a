"""`python -m benchmarks`: every workload in one run; tables on the terminal, figures in `results/`."""

from __future__ import annotations

import json
import os
import platform
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from benchmarks.speed import peers, workloads
from benchmarks.speed.timing import growth, interleaved
from benchmarks.speed.workloads import OURS, Growth, Workload

RESULTS = Path(__file__).with_name("results")


@click.command()
@click.option("--rounds", default=15, show_default=True, help="Rounds of each workload.")
@click.option("--name", default="speed", show_default=True, help="The figures go to results/NAME.json.")
def main(rounds: int, name: str) -> None:
    """Times saraban and the peers that are installed, interleaved; the last line is the ratio to Typst."""
    console = Console(width=110)
    compared = [
        _compared(workload(rounds), rounds, console)
        for workload in (workloads.memo_pdf, workloads.memo_docx, workloads.memo_both, workloads.annexes)
    ]
    compared.append(_compared(workloads.cold_starts(), min(rounds, 5), console))
    grown = [
        _grown(work, console)
        for work in (
            workloads.growth_in_pages(),
            workloads.growth_in_rows(),
            workloads.growth_in_documents(),
        )
    ]
    RESULTS.mkdir(exist_ok=True)
    figures = {"machine": _machine(), "workloads": compared, "growth": grown}
    (RESULTS / f"{name}.json").write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    console.print(_last_line(compared[0]))


def _compared(workload: Workload, rounds: int, console: Console) -> dict[str, Any]:
    timings = interleaved(workload.contenders, rounds)
    rows = {
        who: {
            "seconds": round(timing.median / workload.each.get(who, 1), 5),
            "spread": round(timing.spread, 3),
        }
        for who, timing in timings.items()
    }
    first = next(iter(rows.values()))["seconds"]
    table = Table("", "ms", "± quartile", "ratio", width=80, title=workload.name)
    for who, row in rows.items():
        row["ratio"] = round(row["seconds"] / first, 2)
        table.add_row(who, f"{row['seconds'] * 1e3:.1f}", f"{row['spread']:.0%}", f"{row['ratio']:.2f}")
    console.print(table)
    return {"workload": workload.name, "rounds": rounds, "contenders": rows}


def _grown(work: Growth, console: Console) -> dict[str, Any]:
    named = {str(size): each for size, each in zip(work.sizes, work.works, strict=True)}
    medians = [timing.median for timing in interleaved(named, 5).values()]
    exponent = growth(work.sizes, medians)
    table = Table(work.unit, "s", width=60, title=f"{work.name}: exponent {exponent:.2f}")
    for size, median in zip(work.sizes, medians, strict=True):
        table.add_row(f"{size:.0f}", f"{median:.2f}")
    console.print(table)
    sizes = dict(zip(map(str, work.sizes), (round(median, 4) for median in medians), strict=True))
    return {"workload": work.name, "unit": work.unit, "seconds": sizes, "exponent": round(exponent, 3)}


def _machine() -> dict[str, Any]:
    names = ("reportlab", "python-docx", "uharfbuzz", "thaibreak", "typst", "weasyprint", "docxtpl")
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "LibreOffice": peers.office_version(),
        "packages": {name: peers.version(name) for name in names},
    }


def _last_line(memo: dict[str, Any]) -> str:
    peers_of_it = memo["contenders"]
    if "Typst" not in peers_of_it:
        return f"{OURS}: Typst is not installed, no ratio"
    anew, kept = (peers_of_it[name]["ratio"] for name in ("Typst", "Typst, compiler kept"))
    return f"seed memo, PDF: {OURS} is {anew:.1f} times as fast as Typst ({kept:.1f} with its compiler kept)"


if __name__ == "__main__":
    main()
