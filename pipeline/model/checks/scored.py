"""What is scored fits the scheme that it is scored by: levels, points, weights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.diagnostics import Diagnostic, Location, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.model.checks.calling import name_field
from pipeline.model.checks.places import At
from pipeline.model.indicators import Indicator, MeasuredBy
from pipeline.model.placed import Placed, PlacedScale, scales_of
from pipeline.model.scales import LinearScale, MarksScale, PointsScale, TableScale
from pipeline.model.scales.thresholds import ThresholdScale
from pipeline.model.schemes import Rules
from pipeline.model.soundness import entries, sound

_THRESHOLDS = Message("เกณฑ์", "the thresholds")


def scored_faults(scored: Iterable[Placed], at: At) -> Iterator[Diagnostic]:
    """The faults of scales under the rules of their schemes, and of weights among parts."""
    for placed in scored:
        for scale in scales_of(placed):
            yield from sound(_scale(scale, at))
        yield from sound(_weight(placed, at))
        yield from sound(_target_level(placed, at))


def _scale(placed: PlacedScale, at: At) -> Iterator[Diagnostic]:
    scale, rules, path = placed.scale, placed.rules, placed.path
    count = len(rules.levels)
    if not count and scale.needs_levels:
        yield diagnose("levels-lacking", at((*path, "type")), whose=placed.whose, scheme=rules.id)
        return
    if isinstance(scale, ThresholdScale):
        count_given = len(scale.thresholds)
        yield from level_count_faults(
            _THRESHOLDS, placed.whose, count_given, rules, (*path, "thresholds"), at=at
        )
    if isinstance(scale, TableScale):
        for n, row in entries(scale.rows):
            if row.level > count:
                yield _level_unknown(placed.whose, row.level, rules, at((*path, "rows", n, "level")))
    if isinstance(scale, PointsScale):
        yield from _points(placed, scale, at)


def level_count_faults(
    what: Message, whose: str, count: int, rules: Rules, path: ValuePath, *, at: At
) -> Iterator[Diagnostic]:
    """A list with one entry for each level of the scheme has so many: told at the first that lacks, or is too
    many.
    """
    levels = len(rules.levels)
    if not count and levels:
        place = at((*path, 0))
        yield diagnose("levels-unfilled", place, what=what, whose=whose, scheme=rules.id, levels=levels)
    elif count != levels:
        yield diagnose(
            "levels-differ",
            at((*path, min(count, levels))),
            what=what,
            whose=whose,
            count=count,
            scheme=rules.id,
            levels=levels,
        )


def given_score_faults(measured: Iterable[MeasuredBy], at: At) -> Iterator[Diagnostic]:
    """Marks and scores that were given lie between 0 and full marks."""
    for each in measured:
        yield from sound(_given(each, at))


def _given(each: MeasuredBy, at: At) -> Iterator[Diagnostic]:
    full, result = each.scale.full(each.rules), each.result
    marks = result.value if isinstance(each.scale, MarksScale) else None
    for field, score in (("score", result.score), ("value", marks)):
        if score is not None and not 0 <= score <= full:
            yield diagnose(
                "score-beyond",
                at((*each.path, field)),
                whose=each.whose,
                score=f"{score:f}",
                full=f"{full:f}",
            )


def _points(placed: PlacedScale, scale: PointsScale, at: At) -> Iterator[Diagnostic]:
    rules, path = placed.rules, placed.path
    if not scale.points and not rules.points:
        yield diagnose("points-lacking", at((*path, "type")), whose=placed.whose, scheme=rules.id)
    full = scale.full(rules)
    for n, point in entries(scale.points):
        if point.score > full:
            yield diagnose(
                "points-beyond",
                at((*path, "points", n, "score")),
                whose=placed.whose,
                score=f"{point.score:f}",
                full=f"{full:f}",
            )


def _level_unknown(whose: str, level: int, rules: Rules, place: Location) -> Diagnostic:
    return diagnose(
        "level-unknown", place, whose=whose, level=level, scheme=rules.id, levels=len(rules.levels)
    )


def _target_level(placed: Placed, at: At) -> Iterator[Diagnostic]:
    """The level that is aimed at is one of the scheme's."""
    scored, rules = placed.scored, placed.rules
    if isinstance(scored, Indicator) and scored.target_level and scored.target_level > len(rules.levels):
        place = at((*placed.path, "target_level"))
        yield _level_unknown(scored.id, scored.target_level, rules, place)


def _weight(placed: Placed, at: At) -> Iterator[Diagnostic]:
    """A weight where members are weighed, and none where they are not."""
    scored, within = placed.scored, placed.within
    weight, place = scored.weight, at((*placed.path, "weight"))
    if weight is None and within.combine == "weighted":
        yield diagnose("weight-lacking", place, whose=scored.id)
    if weight is not None and within.combine != "weighted" and not _is_full_marks(placed):
        yield diagnose("weight-unused", place, whose=scored.id, weight=f"{weight:f}", scheme=within.id)


def _is_full_marks(placed: Placed) -> bool:
    """Whether the weight repeats the full marks, which weigh where marks are summed."""
    scored = placed.scored
    marks = None if scored.scale is None else scored.scale.full(placed.rules)
    return placed.within.combine == "sum" and scored.weight == marks


def scale_or_parts_faults(scored: Iterable[Placed], at: At) -> Iterator[Diagnostic]:
    """What is scored has a scale, its own or of single rounds, or parts: never both, never neither."""
    for placed in scored:
        yield from sound(_scale_or_parts(placed, at))


def _scale_or_parts(placed: Placed, at: At) -> Iterator[Diagnostic]:
    path, scored = placed.path, placed.scored
    has_scale = scored.scale is not None or bool(scored.targets)
    if has_scale != bool(scored.parts):
        return
    has = Message("มีทั้ง", "has both") if has_scale else Message("ไม่มีทั้ง", "has neither")
    joined = Message("และ", "and") if has_scale else Message("และ", "nor")
    place = at((*path, "scale", "type")) if at(path).in_table else at(path)
    scale, of_parts = _scale_and_parts(place)
    yield diagnose(
        "scale-or-parts",
        place,
        indicator=scored.id,
        has=has,
        scale=scale,
        joined=joined,
        of_parts=of_parts,
    )


def _scale_and_parts(place: Location) -> tuple[Message, Message]:
    """What the two are called: columns of a sheet and rows of another, or fields of YAML."""
    if place.in_table:
        named = name_field(place, LinearScale, "type")
        return (
            Message(f"เกณฑ์ ({named.th})", f"a scale ({named.en})"),
            Message("แถวในแผ่นงาน 'ตัวชี้วัดย่อย'", "rows on the sheet 'ตัวชี้วัดย่อย'"),
        )
    return Message("เกณฑ์ (scale)", "a scale"), Message("ตัวชี้วัดย่อย (parts)", "parts")
