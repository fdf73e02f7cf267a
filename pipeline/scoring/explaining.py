"""How a score came about, in sentences: the figure, the points of the scale, rounding, what was changed,
the weight.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import assert_never

from pipeline.diagnostics import Message
from pipeline.model.curves import Curve, Point
from pipeline.model.indicators import Measured
from pipeline.model.schemes import Adjustment, Gate, Policy, Rules
from pipeline.scoring.cards import GroupScore, IndicatorScore, Origin, ScoreCard
from pipeline.scoring.curve import points_around
from pipeline.scoring.rounding import figure_text, round_to, score_text, settle_figure, weighted_text

_POLICIES: dict[Policy, Message] = {
    "excluded": Message("ไม่นำมาคิดคะแนน", "left out of the totals"),
    "zero": Message("คิดเป็น 0 คะแนน", "counts 0"),
    "floor": Message("คิดเป็นคะแนนของระดับแรก", "counts the score of the first level"),
    "failed": Message("ถือว่าไม่ผ่าน คิดเป็น 0 คะแนน", "counts as not passed, 0"),
}


def explain_indicator(scored: IndicatorScore, within: Rules | None) -> Iterator[Message]:
    """The sentences of an indicator, project or part; `within` are the rules by which it is combined."""
    if scored.parts:
        yield from _explain_composite(scored)
    elif scored.status != "measured":
        yield _unmeasured(scored)
    elif scored.origin is not None and scored.reported is not None:
        yield from _explain_figure(scored.reported, scored.origin, scored)
        yield from explain_changes(scored.origin.adjustments, scored.origin.ceilings, scored.score)
    if within is not None:
        yield from _explain_weight(scored, within)


def _unmeasured(scored: IndicatorScore) -> Message:
    counted = _POLICIES[scored.policy]
    return Message(f"ไม่มีผล: {counted.th}", f"no result: {counted.en}")


def _explain_figure(result: Measured, origin: Origin, scored: IndicatorScore) -> Iterator[Message]:
    """From what was typed to the score on the scale, and to the one that was given instead."""
    if scored.result is not None and origin.exact is not None:
        yield _figure(result, origin, scored.result)
        yield from _explain_scale(origin, scored.result, scored.counted)
    if origin.given is None:
        return
    given = figure_text(origin.given)
    if origin.by_scale is None:
        yield Message(f"ผู้ประเมินให้ {given} คะแนน", f"the judge gave {given}")
    else:
        by_scale = figure_text(origin.by_scale)
        yield Message(
            f"ใช้คะแนนที่ผู้ประเมินให้ {given} แทนคะแนนตามเกณฑ์ {by_scale}",
            f"the score that the judge gave, {given}, stands for that of the scale, {by_scale}",
        )


def _figure(result: Measured, origin: Origin, figure: Decimal) -> Message:
    shown = figure_text(figure)
    if result.numerator is not None and result.denominator is not None:
        per = figure_text(origin.scale.per or Decimal(100))
        ratio = f"{figure_text(result.numerator)} ÷ {figure_text(result.denominator)} × {per}"
        rounded = _rounded(origin.exact, figure, origin.rules.rounding.ratio)
        return Message(f"ผล: {ratio} = {shown}{rounded.th}", f"result: {ratio} = {shown}{rounded.en}")
    if result.steps is not None:
        return Message(f"ผล: แล้วเสร็จ {shown} ขั้นตอน", f"result: {shown} steps done")
    return Message(f"ผล: {shown}", f"result: {shown}")


def _rounded(exact: Decimal | None, rounded: Decimal, places: tuple[int, ...]) -> Message:
    """That a figure was rounded, and to how many decimals, if that changed it."""
    if exact is None or settle_figure(exact) == rounded or not places:
        return Message("", "")
    listed = " แล้ว ".join(map(str, places)), " then ".join(map(str, places))
    return Message(f" (ปัดเป็นทศนิยม {listed[0]} ตำแหน่ง)", f" (rounded to {listed[1]} decimals)")


def _explain_scale(origin: Origin, figure: Decimal, counted: Decimal | None) -> Iterator[Message]:
    """The points of the scale that the figure lies between, and what is reckoned from them."""
    compared, curve = origin.scale.compared(figure), origin.scale.curve(origin.rules)
    if compared != figure:
        expected = figure_text(figure - compared)
        gap = figure_text(compared)
        yield Message(
            f"ผลต่างจากระดับที่คาดหวัง: {figure_text(figure)} − {expected} = {gap}",
            f"against what is expected: {figure_text(figure)} − {expected} = {gap}",
        )
    low, high = points_around(curve, compared)
    if low is None:
        yield _below(curve, compared, counted)
    elif high is None or curve.between == "step" or origin.by_scale is None or compared == low.figure:
        yield _reached(low, is_last=high is None)
    else:
        yield _interpolated(low, high, compared, origin)


def _below(curve: Curve, figure: Decimal, counted: Decimal | None) -> Message:
    first, shown = figure_text(curve.points[0].figure), figure_text(figure)
    short = Message(
        f"{shown} ยังไม่ถึงระดับแรก ({first}): ", f"{shown} does not reach the first level ({first}): "
    )
    match curve.below:
        case "first":
            score = figure_text(curve.points[0].score)
            told = Message(f"ได้คะแนนของระดับแรก {score}", f"earns the score of the first level, {score}")
        case "zero":
            told = Message("ได้ 0 คะแนน", "earns 0")
        case "none":
            told = Message("ถือว่าไม่มีผล", "counts as no result")
        case "no-level":
            score = "-" if counted is None else figure_text(counted)
            told = Message(f"ไม่ได้ระดับ แต่คิดเป็น {score} คะแนน", f"has no level, but counts {score}")
        case _:
            assert_never(curve.below)
    return Message(short.th + told.th, short.en + told.en)


def _reached(point: Point, *, is_last: bool) -> Message:
    figure, score = figure_text(point.figure), figure_text(point.score)
    last = Message(" ซึ่งเป็นระดับสูงสุด", ", the highest level") if is_last else Message("", "")
    return Message(f"ถึงเกณฑ์ {figure}{last.th}: ได้ {score} คะแนน", f"reaches {figure}{last.en}: earns {score}")


def _interpolated(low: Point, high: Point, figure: Decimal, origin: Origin) -> Message:
    a, b, x = figure_text(low.figure), figure_text(high.figure), figure_text(figure)
    s, t = figure_text(low.score), figure_text(high.score)
    score = Decimal(0) if origin.by_scale is None else origin.by_scale
    reckoned = f"{s} + ({x} − {a}) × ({t} − {s}) ÷ ({b} − {a}) = {figure_text(score)}"
    rounded = _rounded(_exact_between(low, high, figure), score, origin.rules.rounding.score)
    return Message(
        f"เทียบบัญญัติไตรยางศ์ระหว่าง {a} ({s} คะแนน) กับ {b} ({t} คะแนน): {reckoned}{rounded.th}",
        f"interpolated between {a} ({s}) and {b} ({t}): {reckoned}{rounded.en}",
    )


def _exact_between(low: Point, high: Point, figure: Decimal) -> Decimal:
    return low.score + (figure - low.figure) * (high.score - low.score) / (high.figure - low.figure)


def explain_changes(
    adjustments: tuple[Adjustment, ...], ceilings: tuple[Gate, ...], score: Decimal | None
) -> Iterator[Message]:
    """What was given or taken from outside, and what conditions leave."""
    for each in adjustments:
        amount = figure_text(abs(each.amount))
        word = Message("เพิ่ม", "plus") if each.amount >= 0 else Message("หัก", "less")
        yield Message(f"{word.th} {amount} คะแนน: {each.reason}", f"{word.en} {amount}: {each.reason}")
    for gate in ceilings:
        if gate.ceiling is not None:
            most = figure_text(gate.ceiling)
            yield Message(
                f"ไม่เป็นไปตามเงื่อนไข '{gate.condition}': ไม่เกิน {most} คะแนน",
                f"the condition '{gate.condition}' does not hold: {most} at most",
            )
        if gate.grade:
            yield Message(
                f"ไม่เป็นไปตามเงื่อนไข '{gate.condition}': ระดับผลไม่เกิน {gate.grade}",
                f"the condition '{gate.condition}' does not hold: {gate.grade} at most",
            )
    if score is not None and (adjustments or any(gate.ceiling is not None for gate in ceilings)):
        yield Message(f"คะแนนที่ใช้: {figure_text(score)}", f"the score in use: {figure_text(score)}")


def _explain_composite(scored: IndicatorScore) -> Iterator[Message]:
    """From which parts, and how they were combined."""
    counted = [part for part in scored.parts if part.counted is not None]
    if not counted or scored.counted is None:
        yield Message("ไม่มีตัวชี้วัดย่อยที่นำมาคิดคะแนน", "no part of it counts")
        return
    whole = figure_text(sum((part.weight for part in counted), Decimal(0)))
    score, full = figure_text(scored.counted), figure_text(scored.full)
    if scored.rules is not None and scored.rules.combine == "sum":
        got = " + ".join(figure_text(part.counted or Decimal(0)) for part in counted)
        yield Message(
            f"จากตัวชี้วัดย่อย: {got} จากคะแนนเต็ม {whole} = {score} (เต็ม {full})",
            f"from its parts: {got} of {whole} marks = {score} (of {full})",
        )
        return
    terms = " + ".join(f"{figure_text(part.weight)} × {_in_marks(part, scored.full)}" for part in counted)
    yield Message(
        f"จากตัวชี้วัดย่อย: ({terms}) ÷ {whole} = {score}", f"from its parts: ({terms}) ÷ {whole} = {score}"
    )


def _in_marks(part: IndicatorScore, full: Decimal) -> str:
    """The score of a part, out of other full marks where those of the composite differ."""
    counted = figure_text(part.counted or Decimal(0))
    if part.full == full:
        return counted
    return f"({counted} ÷ {figure_text(part.full)} × {figure_text(full)})"


def _explain_weight(scored: IndicatorScore, within: Rules) -> Iterator[Message]:
    """What the score brings to the whole."""
    if scored.counted is None or scored.weighted is None:
        return
    weight, counted = figure_text(scored.weight), figure_text(scored.counted)
    match within.combine:
        case "weighted":
            share = counted if _is_as_scored(scored, within) else _share(scored, within)
            weighted = weighted_text(scored.weighted, scored.places)
            product = f"{weight} × {share} ÷ {figure_text(within.of)} = {weighted}"
            yield Message(f"คะแนนถ่วงน้ำหนัก: {product}", f"weighted: {product}")
        case "sum":
            full = figure_text(scored.full)
            yield Message(f"ได้ {counted} จากคะแนนเต็ม {full}", f"{counted} of {full} marks")
        case "mean":
            return
        case _:
            assert_never(within.combine)


def _is_as_scored(scored: IndicatorScore, within: Rules) -> bool:
    """Whether the score was weighed as it is, and not as its share of the full marks of the total."""
    weighted = scored.weight * (scored.counted or 0) / within.of
    return scored.weighted == round_to(weighted, within.rounding.weighted)


def _share(scored: IndicatorScore, within: Rules) -> str:
    counted, full = figure_text(scored.counted or Decimal(0)), figure_text(scored.full)
    return f"({counted} ÷ {full} × {figure_text(within.out_of or Decimal(100))})"


def explain_group(group: GroupScore) -> Iterator[Message]:
    """How the score of a dimension, a group or the whole comes from its members."""
    rules = group.rules
    if group.score is None:
        yield Message("ไม่มีผลที่นำมาคิดคะแนน", "nothing counts in it")
        return
    score, full = score_text(group.score, group.places), figure_text(group.full)
    weighted, counted = figure_text(group.weighted), figure_text(group.denominator)
    match rules.combine:
        case "weighted":
            of = figure_text(rules.of)
            yield Message(
                f"ผลรวมคะแนนถ่วงน้ำหนัก {weighted} × {of} ÷ น้ำหนักที่นำมาคิด {counted} = {score} (เต็ม {full})",
                f"weighted scores {weighted} × {of} ÷ weight counted {counted} = {score} (of {full})",
            )
        case "mean":
            yield Message(
                f"ค่าเฉลี่ยของ {counted} รายการที่นำมาคิด = {score} (เต็ม {full})",
                f"the mean of the {counted} that count = {score} (of {full})",
            )
        case "sum":
            yield Message(
                f"คะแนนที่ได้ {weighted} จากคะแนนเต็ม {counted} = {score} (เต็ม {full})",
                f"{weighted} of {counted} marks = {score} (of {full})",
            )
        case _:
            assert_never(rules.combine)


def explain_total(card: ScoreCard) -> Iterator[Message]:
    """How the total comes about, with what was changed in it, and its grade."""
    yield from explain_group(replace(card.total, score=card.before))
    yield from explain_changes(card.adjustments, card.ceilings, card.total.score)
    if card.grade:
        yield Message(f"ระดับผล: {card.grade}", f"grade: {card.grade}")
