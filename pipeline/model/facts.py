"""The counted facts of a result: typed, added up, or taken as a percentage of one another."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from graphlib import CycleError, TopologicalSorter

from pipeline.model.passages import Fact

_CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP)
_PERCENT = Decimal("0.01")


class PercentOfNothing(ArithmeticError):
    """A percentage is taken of a fact that is 0; `name` is the percentage."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def names_in(fact: Fact) -> tuple[str, ...]:
    """The facts that a fact is made of."""
    return fact.sum + fact.percent


def circle_in(facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """The names of facts that wait for each other in a circle, the first again at the end; or `()`."""
    try:
        TopologicalSorter(
            {name: names for name, fact in facts.items() if (names := names_in(fact))}
        ).prepare()
    except CycleError as error:
        return tuple(error.args[1])
    return ()


def evaluate_facts(facts: Mapping[str, Fact]) -> dict[str, Decimal]:
    """Each fact's number, in the order of `facts`; percentages run to 100 (ร้อยละ) and are rounded half up to
    2 decimals, as they are printed, so that sums of them add up on paper.

    Every name in them is known, as in a checked input. Raises `graphlib.CycleError` for names in a circle,
    before any number is worked out, and `PercentOfNothing` for a percentage of 0.
    """
    numbers = {name: fact.value for name, fact in facts.items() if fact.value is not None}
    made = {name: names_in(fact) for name, fact in facts.items() if name not in numbers}
    with localcontext(_CONTEXT):
        for name in TopologicalSorter(made).static_order():
            if name not in numbers:
                numbers[name] = _number(name, facts[name], numbers)
    return {name: numbers[name] for name in facts}


def _number(name: str, fact: Fact, numbers: Mapping[str, Decimal]) -> Decimal:
    if fact.sum:
        return sum((numbers[other] for other in fact.sum), Decimal(0))
    part, whole = fact.percent
    if not numbers[whole]:
        raise PercentOfNothing(name)
    return (numbers[part] * 100 / numbers[whole]).quantize(_PERCENT)
