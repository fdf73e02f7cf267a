"""Spoils inputs of all kinds; says what did not end in words: `python tests/fuzz --seed 1 --count 300`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from fuzz_runs import Verdict, good_inputs, trials


def _some(seed: int, numbers: range, good: Path, scratch: Path) -> list[Verdict]:
    return list(trials(seed, numbers, good, scratch))


def main() -> int:
    """Runs the trials, on as many cores as there are; 1 if any of them went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--only", type=int, help="the number of one input")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    os.environ["SARABAN_LANG"] = "en"
    numbers = range(asked.count) if asked.only is None else range(asked.only, asked.only + 1)
    with tempfile.TemporaryDirectory(prefix="saraban-fuzz-") as name:
        scratch = Path(name)
        good = good_inputs(scratch)
        jobs = asked.jobs
        with ProcessPoolExecutor(jobs) as pool:
            shares = [pool.submit(_some, asked.seed, numbers[n::jobs], good, scratch) for n in range(jobs)]
            verdicts = [verdict for share in shares for verdict in share.result()]
    for verdict in sorted(verdicts):
        for wrong in verdict.wrong:
            print(f"--seed {asked.seed} --only {verdict.trial.number}: {verdict.trial}\n    {wrong}")
    bad = sum(bool(verdict.wrong) for verdict in verdicts)
    refused = sum(verdict.code not in (0, 8) for verdict in verdicts)
    slow = max(verdicts, key=lambda one: one.seconds)
    large = max(verdicts, key=lambda one: one.memory)
    print(f"{len(verdicts)} inputs, {refused} refused, {bad} went wrong")
    print(f"at most {slow.seconds:.1f} s of computing (--only {slow.trial.number})", end=" ")
    print(f"and {large.memory // 1_000_000} MB (--only {large.trial.number})")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
