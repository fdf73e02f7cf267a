"""Weights that must sum (`domain.md` §2.2, §3.5 check 3): a fault stands at the weights themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.diagnostics import Diagnostic, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.model.checks.places import At

WHOLE = Decimal(100)
"""What the weights of a whole plan or agreement sum to."""
_MOST_ADDENDS = 12
Weights = tuple[tuple[ValuePath, Decimal], ...]


@dataclass(frozen=True, slots=True)
class WeightSum:
    """Weights that must sum to `due`; `total` is where the weight stands that they divide, or their list."""

    whose: Message
    of: Weights
    due: Decimal
    total: ValuePath

    @property
    def is_(self) -> Decimal:
        """What they sum to."""
        return sum((weight for _, weight in self.of), Decimal(0))

    @property
    def off(self) -> Decimal:
        """What is lacking; less than nothing if it is too much. Raises `Unsound`."""
        return self.due - self.is_


def sum_faults(one: WeightSum, at: At) -> Iterator[Diagnostic]:
    """A fault if the weights do not come out, at the weights themselves. Raises `Unsound`."""
    if not one.off:
        return
    off = plain_figure(abs(one.off))
    away = Message(f"ขาด {off}", f"{off} short") if one.off > 0 else Message(f"เกิน {off}", f"{off} too much")
    addends = ""
    if 1 < len(one.of) <= _MOST_ADDENDS:
        addends = f" ({' + '.join(plain_figure(weight) for _, weight in one.of)})"
    whole, places = at(one.total), [at(path) for path, _ in one.of]
    if not whole.in_table and not any(place.in_table for place in places):
        places = [whole]
    first, *also = dict.fromkeys(places)
    if one.is_ * 100 == one.due:  # typed as fractions
        yield diagnose(
            "weight-sum/fractions",
            first,
            also=also,
            whose=one.whose,
            sum=plain_figure(one.is_),
            due=plain_figure(one.due),
            away=away,
            addends=addends,
        )
    else:
        yield diagnose(
            "weight-sum/off",
            first,
            also=also,
            whose=one.whose,
            sum=plain_figure(one.is_),
            due=plain_figure(one.due),
            away=away,
            addends=addends,
        )


def plain_figure(number: Decimal) -> str:
    """`95`, `17.5`: no zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
