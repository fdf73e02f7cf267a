"""An input -> its doubts, those marked that the office has accepted (`audit.allow`)."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pipeline.model.doubts.rules  # noqa: F401  (its modules put the rules into RULES)
from pipeline.diagnostics import Diagnostic
from pipeline.intake import Source
from pipeline.model.doubts.doubt import RULES, Doubt, shorten_quote
from pipeline.model.doubts.rules.own_checks import OWN_CHECKS
from pipeline.model.doubts.walk import Walked
from pipeline.model.soundness import Unsound
from pipeline.model.suppressions import PlacedExceptions, reasons

if TYPE_CHECKING:
    from pipeline.model.office_input import OfficeInput


class Settled(NamedTuple):
    """The doubts of an input, the accepted ones marked, and what is wrong with exceptions of doubts."""

    doubts: tuple[Doubt, ...]
    remarks: tuple[Diagnostic, ...]


def settle_doubts(office_input: OfficeInput, source: Source, of_others: Container[str] = ()) -> Settled:
    """Asks every rule; exceptions whose codes are `of_others` (the audit's) are left to those."""
    doubts = _doubts(office_input, source)
    allow = [(n, each) for n, each in enumerate(office_input.audit.allow) if each.meant not in of_others]
    exceptions = PlacedExceptions(
        [each for _, each in allow], lambda n: source.place(("audit", "allow", allow[n][0]))
    )
    accepted, wrong = reasons([doubt.said for doubt in doubts], exceptions, RULES)
    marked = (replace(doubt, accepted=reason) for doubt, reason in zip(doubts, accepted, strict=True))
    return Settled(tuple(marked), tuple(each.fault for each in wrong))


def questions_beside_faults(office_input: OfficeInput, source: Source) -> tuple[Doubt, ...]:
    """What the kind itself asks about values that are sound, of an input of which others were refused; the
    accepted ones are marked. No other rule looks at an input that is not whole.
    """
    rule = RULES[OWN_CHECKS]
    try:
        odd = [*rule.check(Walked(office_input))]
        allow = [each for each in office_input.audit.allow if each.meant == OWN_CHECKS]
    except Unsound:
        return ()
    found = [Doubt(rule, one.path, shorten_quote(one.quote), one.what, source.place(one.path)) for one in odd]
    accepted, _ = reasons([doubt.said for doubt in found], PlacedExceptions(allow), RULES)
    return tuple(replace(doubt, accepted=reason) for doubt, reason in zip(found, accepted, strict=True))


def _doubts(office_input: OfficeInput, source: Source) -> list[Doubt]:
    """Every doubt, in the order of the codes, each value once for each rule."""
    found: dict[tuple[object, ...], Doubt] = {}
    walked = Walked(office_input)
    for code in sorted(RULES):
        rule = RULES[code]
        for odd in rule.check(walked):
            one = Doubt(rule, odd.path, shorten_quote(odd.quote), odd.what, source.place(odd.path))
            found.setdefault((code, odd.path, odd.what), one)
    return list(found.values())
