"""An input -> what the next round keeps of it (`model.last_round`), as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pipeline import kinds
from pipeline.compose.facts import common_facts
from pipeline.compose.placeholders import fill
from pipeline.diagnostics import InputError
from pipeline.intake import ValuePath
from pipeline.intake.source import Plain
from pipeline.model.choices import choice_name
from pipeline.model.criteria import criteria_of
from pipeline.model.doubts.walk import values_in
from pipeline.model.office_input import HasPeriod
from pipeline.model.people import Unit
from pipeline.model.round_values import RoundValue, round_values
from pipeline.model.scored_input import ScoredInput
from pipeline.model.written_paths import keys_of, member, written_path
from pipeline.scoring.rounding import figure_text, percent_text, score_text
from pipeline.thai.dates import long_date

if TYPE_CHECKING:
    from pipeline.model.indicators import Scored
    from pipeline.papers.prepared import Prepared
    from pipeline.scoring.cards import GroupScore, IndicatorScore, ScoreCard

Values = dict[str, Plain]


def last_round_of(prepared: Prepared) -> Values:
    """The input as the last round of another: period, date, number, scores, and all that was typed for it."""
    told = prepared.office_input
    kind = kinds.kind_of(told)
    found: dict[str, Plain | None] = {}
    if isinstance(told, HasPeriod):
        period = told.period
        found["period"] = {
            "start": long_date(period.start),
            "end": long_date(period.end),
            "year": period.year_kind,
        }
    if date := kind.date(told):
        found["date"] = long_date(date)
    papers = kind.papers_made(told)
    found["number"] = kind.signing(told, papers[0].id).number if papers else ""
    if prepared.card is not None:
        total = prepared.card.total
        found["total"] = _group_text(total)
        found["grade"] = total.grade
        found["percent"] = None if total.percent is None else percent_text(total.percent)
        found["full"] = figure_text(total.full)
        found["scheme"] = total.rules.id
        found["dimensions"] = list(_dimensions(prepared.card))
    found["scores"] = list(_scores(prepared))
    found["values"] = [*_values(prepared), *_units(prepared)]
    return {name: value for name, value in found.items() if value}


def _dimensions(card: ScoreCard) -> Iterator[Values]:
    """The scores of dimensions as printed; those without a number are told by no row."""
    for each in card.dimensions:
        if each.number:
            found: dict[str, Plain | None] = {
                "number": each.number,
                "name": each.name,
                "score": _group_text(each),
                "percent": None if each.percent is None else percent_text(each.percent),
                "full": figure_text(each.full),
                "scheme": each.rules.id,
            }
            yield {name: value for name, value in found.items() if value}


def _group_text(group: GroupScore) -> str | None:
    return None if group.score is None else score_text(group.score, group.places)


def _scores(prepared: Prepared) -> Iterator[Values]:
    told = prepared.office_input
    if not isinstance(told, ScoredInput):
        return
    facts = common_facts(told)
    scored_by = _by_id(prepared.card)
    for placed in told.scored:
        scored = placed.scored
        own = scored_by.get(scored.id or "") or scored_by.get(scored.name)
        found: dict[str, Plain | None] = {
            "id": scored.id or scored.name,
            "name": _printed(scored.name, facts),
            "of": placed.above.scored.id or placed.above.scored.name if placed.above else "",
            "weight": None if scored.weight is None else f"{scored.weight:f}",
            "criteria": criteria_of(scored),
        }
        if own is not None:
            found |= _figures(scored, own)
        yield {name: value for name, value in found.items() if value}


def _printed(name: str, facts: Mapping[str, str]) -> str:
    """A name as papers print it; one that names what is not known here stays as it was typed."""
    try:
        return fill(name, facts, "short")
    except InputError:
        return name


def _figures(_: Scored, own: IndicatorScore) -> dict[str, Plain | None]:
    result = figure_text(own.result) if own.result is not None else choice_name(own.status)
    return {
        "result": result,
        "level": "" if own.level is None else figure_text(own.level),
        "percent": None if own.percent is None else percent_text(own.percent),
        "score": _text(own.score),
        "full": figure_text(own.full),
        "scheme": own.rules.id if own.rules else "",
    }


def _by_id(card: ScoreCard | None) -> dict[str, IndicatorScore]:
    found: dict[str, IndicatorScore] = {}

    def gather(indicator: IndicatorScore) -> None:
        found[indicator.id] = indicator
        found.setdefault(indicator.name, indicator)
        for part in indicator.parts:
            gather(part)

    for dimension in card.dimensions if card else ():
        for indicator in dimension.indicators:
            gather(indicator)
    return found


def _text(figure: Decimal | None) -> str | None:
    return None if figure is None else score_text(figure)


def _values(prepared: Prepared) -> Iterator[Values]:
    for each in round_values(prepared.office_input):
        place = prepared.place(each.path)
        owner = _owner(prepared.office_input, each)
        words = [place.sheet, owner, each.title] if place.sheet else [owner, each.title]
        yield {
            "place": " ".join(word for word in words if word),
            "path": each.written,
            "value": typed_at(prepared.values, each.path) or f"{each.value}",
        }


def _owner(office_input: Any, each: RoundValue) -> str:
    """How the row is called that a value is of; empty for a value of the input itself."""
    for end in range(len(each.owner), 0, -1):
        step = each.owner[end - 1]
        if isinstance(step, int):
            holder = office_input
            for before in each.owner[: end - 1]:
                holder = member(holder, before)
            return keys_of(holder)[step]
    return ""


def _units(prepared: Prepared) -> Iterator[Values]:
    """The names of units, to be known where they were renamed."""
    for path, value in values_in(prepared.office_input):
        if isinstance(value, Unit):
            written = written_path(prepared.office_input, (*path, "name"))
            yield {"place": f"{value.id} ชื่อหน่วยงาน", "path": written, "value": value.name}


def typed_at(values: Any, path: ValuePath) -> str:
    """What was typed at a path; a bare text or figure that stands for a record is what it holds."""
    here = values
    for step in path:
        inner = member(here, step) if isinstance(here, list | dict) else None
        if inner is None:
            break
        here = inner
    return here if isinstance(here, str) else ""
