"""Interleaved timing: every contender takes a turn in every round, so all share the machine's moods."""

from __future__ import annotations

import gc
import math
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """Seconds a piece of work took in each round."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle round, s."""
        return statistics.median(self.seconds)

    @property
    def spread(self) -> float:
        """Half the distance of the quartiles as a share of the median."""
        if len(self.seconds) < 2:
            return 0.0
        first, _, third = statistics.quantiles(self.seconds, n=4, method="inclusive")
        return (third - first) / 2 / self.median


def interleaved(contenders: Mapping[str, Callable[[int], object]], rounds: int) -> dict[str, Timing]:
    """Each contender once a round, after one round that does not count; it is given the round's number.

    What is in memory by then is out of the collector's sight: nobody pays for what another has loaded.
    """
    for contender in contenders.values():
        contender(0)
    gc.collect()
    gc.freeze()
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(1, rounds + 1):
        for name, contender in contenders.items():
            start = time.perf_counter()
            contender(number)
            seconds[name].append(time.perf_counter() - start)
    return {name: Timing(tuple(taken)) for name, taken in seconds.items()}


def growth(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """The exponent k of time = c * size^k by least squares over the logarithms; 1 is a straight line."""
    x, y = [math.log(size) for size in sizes], [math.log(taken) for taken in seconds]
    return statistics.linear_regression(x, y).slope
