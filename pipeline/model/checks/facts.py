"""Facts: each has one form, names facts of the same result, and can be worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError

from pipeline.faults import Fault, Words
from pipeline.intake import ValuePath
from pipeline.model.checks.places import At
from pipeline.model.checks.references import unknown
from pipeline.model.facts import PercentOfNothing, circle_in, evaluate_facts, names_in
from pipeline.model.passages import Fact
from pipeline.model.plan import ProjectResult

_FACT = Words("ข้อเท็จจริง", "fact")


def fact_faults(results: tuple[ProjectResult, ...], at: At) -> Iterator[Fault]:
    """Forms and names first; circles and percentages of 0 when those are right."""
    for n, result in enumerate(results):
        path = ("results", n, "facts")
        found = [*_form_faults(result.facts, path, at), *_name_faults(result.facts, path, at)]
        yield from found or _sense_faults(result.facts, path, at)


def _form_faults(facts: Mapping[str, Fact], path: ValuePath, at: At) -> Iterator[Fault]:
    for name, fact in facts.items():
        forms = [fact.value is not None, bool(fact.sum), bool(fact.percent)]
        if sum(forms) != 1 or len(fact.percent) not in {0, 2}:
            yield Fault(
                "fact-form",
                Words(f"ข้อเท็จจริง '{name}' ไม่เป็นรูปใดรูปหนึ่ง", f"fact '{name}' has no one form"),
                Words(
                    "ให้เป็นจำนวน หรือ sum: [ชื่อ, …] หรือ percent: [ตัวตั้ง, ตัวหาร] อย่างเดียว",
                    "give it a number, or sum: [names], or percent: [numerator, denominator]",
                ),
                at((*path, name)),
            )


def _name_faults(facts: Mapping[str, Fact], path: ValuePath, at: At) -> Iterator[Fault]:
    for name, fact in facts.items():
        for named in names_in(fact):
            yield from unknown(_FACT, named, list(facts), (*path, name), at)


def _sense_faults(facts: Mapping[str, Fact], path: ValuePath, at: At) -> Iterator[Fault]:
    try:
        evaluate_facts(facts)
    except CycleError:
        circle = circle_in(facts)
        way = " → ".join(circle)
        yield Fault(
            "fact-circle",
            Words(f"ข้อเท็จจริงอ้างกันเป็นวง: {way}", f"facts go round in a circle: {way}"),
            Words("ให้ข้อเท็จจริงหนึ่งในวงเป็นจำนวนที่นับได้", "give one of them a counted number"),
            at((*path, circle[0])),
        )
    except PercentOfNothing as error:
        whole = facts[error.name].percent[1]
        yield Fault(
            "fact-of-zero",
            Words(
                f"ข้อเท็จจริง '{error.name}' เป็นร้อยละของ '{whole}' ซึ่งเป็น 0",
                f"fact '{error.name}' is a percentage of '{whole}', which is 0",
            ),
            Words("แก้ตัวหาร หรือลบข้อเท็จจริงนี้", "mend the denominator, or delete the fact"),
            at((*path, error.name)),
        )
