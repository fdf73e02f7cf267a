"""What a scored input of a kind made from YAML may contradict: weights, scales, results, schemes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.diagnostics import Diagnostic, Message
from pipeline.intake import Source, ValuePath
from pipeline.kinds.from_yaml.scored_form import SCHEME, Member, ScoredFormInput
from pipeline.kinds.from_yaml.scored_rows import value_of
from pipeline.model.checks.figures import figure_faults
from pipeline.model.checks.negatives import negative_results
from pipeline.model.checks.percents import percent_faults
from pipeline.model.checks.places import At
from pipeline.model.checks.references import find_repeated_names
from pipeline.model.checks.schemes import Named
from pipeline.model.checks.scored import scale_or_parts_faults
from pipeline.model.checks.scoring import scoring_faults
from pipeline.model.checks.weights import Weights, WeightSum, sum_faults
from pipeline.model.placed import rules_of
from pipeline.model.schemes import Rules
from pipeline.model.soundness import Unsound, entries, is_refused, sound

_INDICATOR = Message("ตัวชี้วัดที่", "indicator")


def scored_form_faults(office_input: ScoredFormInput, source: Source) -> Iterator[Diagnostic]:
    """Each check by itself: what one cannot tell for want of a sound value, another may."""
    at = source.place
    checks: tuple[Callable[[], Iterator[Diagnostic]], ...] = (
        lambda: _numbers(office_input, at),
        lambda: scale_or_parts_faults(office_input.scored, at),
        lambda: _weights(office_input, source),
        lambda: _schemes(office_input, at),
        lambda: _figures(office_input, at),
        lambda: negative_results(office_input.measured, at),
        lambda: percent_faults(office_input.scored, office_input.measured, source),
    )
    for check in checks:
        yield from sound(check())


def _numbers(office_input: ScoredFormInput, at: At) -> Iterator[Diagnostic]:
    """Indicators stand once each, in whichever part."""
    rows = ((each.path, each.scored.id) for each in office_input.scored)
    typed = [(path, id) for path, id in rows if "id" in office_input.form.file.fields[str(path[0])].fields]
    yield from find_repeated_names(_INDICATOR, (((*path, "id"), id) for path, id in typed), at)


def _figures(office_input: ScoredFormInput, at: At) -> Iterator[Diagnostic]:
    """There is one figure of a result, of the kind that its scale measures."""
    for each in office_input.measured:
        yield from sound(figure_faults(each, at))


def _schemes(office_input: ScoredFormInput, at: At) -> Iterator[Diagnostic]:
    scheme = office_input.scoring.scheme_of(office_input)
    named = list(_named(office_input))
    yield from scoring_faults(office_input, scheme, named, office_input.placed_results, at)


def _named(office_input: ScoredFormInput) -> Iterator[Named]:
    """The ids of schemes that are named, each at its field."""
    for name, spec in office_input.form.file.fields.items():
        if spec.type == SCHEME:
            yield (name,), getattr(office_input, name)
        inner = [each for each, field in spec.fields.items() if field.type == SCHEME]
        if inner:
            for n, row in entries(getattr(office_input, name)):
                yield from (((name, n, each), getattr(row, each)) for each in inner)


def _weights(office_input: ScoredFormInput, source: Source) -> Iterator[Diagnostic]:
    """The weights of parts come to what the whole's scheme says, and those of indicators to what their part's
    does, or to the part's own weight where the kind says so.
    """
    at, scoring = source.place, office_input.scoring
    book = office_input.scheme_book
    whole = rules_of(book, scoring.scheme_of(office_input), None)
    members = list(scoring.members(office_input))
    for member in members:
        rules = rules_of(book, member.scheme, whole)
        due = member.weight if scoring.spec.weights_of_whole else rules.of
        if rules.combine == "weighted" and due is not None:
            yield from sound(_indicator_sum(member, due, at))
    if whole.combine == "weighted":
        yield from sound(_member_sum(members, whole, at))


def _indicator_sum(member: Member, due: object, at: At) -> Iterator[Diagnostic]:
    weights = _known([((*path, "weight"), value_of(row, "weight")) for path, row in member.rows])
    if weights:
        whose = Message(f"น้ำหนักของตัวชี้วัดใน '{member.name}'", f"the weights of indicators in '{member.name}'")
        total = member.path if len(weights) == 1 or len(member.path) > 1 else member.rows[0][0][:1]
        yield from sum_faults(WeightSum(whose, weights, due, total), at)  # type: ignore[arg-type]


def _member_sum(members: list[Member], whole: Rules, at: At) -> Iterator[Diagnostic]:
    weights = _known([(each.path, each.weight) for each in members])
    if weights:
        whose = Message("น้ำหนักขององค์ประกอบ", "the weights of the parts")
        yield from sum_faults(WeightSum(whose, weights, whole.of, weights[0][0]), at)


def _known(weights: list[tuple[ValuePath, object]]) -> Weights:
    """The weights; none where one was left out, which is told by itself. Raises `Unsound`."""
    if any(is_refused(weight) for _, weight in weights):
        raise Unsound
    if any(weight is None for _, weight in weights):
        return ()
    return tuple(weights)  # type: ignore[arg-type]  # none is `None`
