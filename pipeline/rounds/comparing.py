"""Two rounds of one work, held against each other: scores, results, targets, texts, persons, rows.

It needs no last round in the data: the earlier input is read as one (`last_rounds.last_round_of`).
Differences are exact, of figures as printed or as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline import kinds
from pipeline.compose.facts import common_facts
from pipeline.diagnostics import InputError, Message, diagnose
from pipeline.model.choices import choice_name
from pipeline.model.last_round import LastRound, LastScore
from pipeline.model.office_input import HasPeriod, OfficeInput
from pipeline.model.scored_input import ScoredInput
from pipeline.papers.prepared import Prepared
from pipeline.rounds.differing import Differing, Part, differing
from pipeline.rounds.last_rounds import last_round_of
from pipeline.rounds.periods import round_title
from pipeline.rounds.value_texts import value_text
from pipeline.scoring.against_last import ENDED, NEW, AgainstLast, Change, LastLine
from pipeline.scoring.cards import GroupScore, IndicatorScore
from pipeline.scoring.rounding import figure_text
from pipeline.workbook.sheet_of_path import sheet_of

PARTS: dict[Part, Message] = {
    "results": Message("ผล", "Results"),
    "targets": Message("เป้าหมาย เกณฑ์ และน้ำหนัก", "Targets and weights"),
    "rows": Message("รายการที่เพิ่มหรือหายไป", "Rows that came or went"),
    "texts": Message("ข้อความ", "Texts"),
    "persons": Message("บุคคล", "Persons"),
    "paper": Message("รอบ วันที่ และเลขที่", "Period, dates and numbers"),
    "other": Message("อื่น ๆ", "Other"),
}
"""What differences are about, in the order in which they are told."""


_TOTAL = Message("รวม", "total")


@dataclass(frozen=True, slots=True)
class Figures:
    """One figure in both rounds as texts, empty where a round has none, and its change: `+0.5`, `ใหม่`."""

    before: str
    after: str
    change: str

    @property
    def is_changed(self) -> bool:
        """Whether the rounds differ in it."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """The total, a dimension, an indicator or a part in both rounds; `depth` is 1 of indicators.

    `label` is how a table calls it: of a dimension with the office's own word and the number.
    """

    of: str
    id: str
    name: str
    label: Message
    depth: int
    score: Figures
    percent: Figures
    result: Figures

    @property
    def is_changed(self) -> bool:
        """Whether the rounds differ in any figure of it."""
        return any(each.is_changed for each in (self.score, self.percent, self.result))


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that differs: what it is about, where it stands, and what it was and is as texts. `row` is
    the name of what it is of, with the number that it has on paper.
    """

    part: Part
    path: str
    sheet: str
    row: str
    field: str
    before: str
    after: str
    change: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """An earlier and a later input of one kind and office, each as it is called, and what differs."""

    kind: Message
    office: str
    before: Message
    after: Message
    scores: tuple[ScoreLine, ...]
    differences: tuple[Difference, ...]

    def of_part(self, part: Part) -> tuple[Difference, ...]:
        """The differences of one part."""
        return tuple(each for each in self.differences if each.part == part)


def compare(before: Prepared, after: Prepared) -> Comparison:
    """What changed from one input to another. Raises `InputError` for other kinds or offices."""
    was, now = before.office_input, after.office_input
    _refuse_unlike(before, after)
    names = {**_names(was), **_names(now)}
    layout = kinds.kind_of(now).layout
    told = (_told(each, names, sheet_of(layout, each.path)) for each in differing(was, now))
    found = (*told, *_sums(was, now))
    scores = tuple(_scores(before, after))
    kind = kinds.kind_of(now).label
    return Comparison(kind, now.office.name, _title(before), _title(after), scores, found)


def _refuse_unlike(before: Prepared, after: Prepared) -> None:
    was, now = before.office_input, after.office_input
    if was.kind != now.kind:
        labels = (kinds.kind_of(was).label, kinds.kind_of(now).label)
        raise InputError([diagnose("compare-kinds", before=labels[0], after=labels[1])])
    if was.office.name != now.office.name:
        raise InputError([diagnose("compare-offices", before=was.office.name, after=now.office.name)])


def _sums(was: OfficeInput, now: OfficeInput) -> Iterator[Difference]:
    """What texts may print as sums of all rows (names that begin with `total_`), where the rounds differ."""
    before, after = common_facts(was), common_facts(now)
    for name in kinds.kind_of(now).fact_names_declared:
        old, new = before.get(name.id, ""), after.get(name.id, "")
        if name.id.startswith("total_") and old != new:
            change = _difference(old.replace(",", ""), new.replace(",", ""))
            yield Difference("results", "", "", "", name.about, old, new, change)


def _title(of: Prepared) -> Message:
    told = of.office_input
    return round_title(told.period) if isinstance(told, HasPeriod) else Message(of.name, of.name)


def _names(office_input: OfficeInput) -> dict[str, str]:
    """The names of what is scored, and of units, by their ids."""
    if not isinstance(office_input, ScoredInput):
        return {}
    return {each.scored.id: each.scored.name for each in office_input.scored if each.scored.id}


def _scores(before: Prepared, after: Prepared) -> Iterator[ScoreLine]:
    told = after.office_input
    if before.card is None or after.card is None or not isinstance(told, ScoredInput):
        return
    last = LastRound.model_validate(last_round_of(before))
    against = AgainstLast(told, after.card, last)
    results = {each.id: each for each in last.scores}
    yield _group("total", after.card.total, against, _TOTAL)
    for dimension in after.card.dimensions:
        numbered = f"{dimension.number} {dimension.name}"
        label = Message(f"{told.part_word}ที่ {numbered}", numbered)
        yield _group("dimension", dimension, against, label)
        for indicator in dimension.indicators:
            yield from _indicators(indicator, against, results, 1)
    for ended in against.ended:
        nothing = Figures("", "", "")
        score, percent = (replace(_full(each), change=ENDED) for each in (ended.score, ended.percent))
        label = Message(ended.name, ended.name)
        yield ScoreLine("indicator", ended.id, ended.name, label, 1, score, percent, nothing)


def _group(of: str, group: GroupScore, against: AgainstLast, label: Message) -> ScoreLine:
    line = against.line(group)
    score, percent = _full(line.score), _full(line.percent)
    return ScoreLine(of, group.number, group.name, label, 0, score, percent, Figures("", "", ""))


def _indicators(
    own: IndicatorScore, against: AgainstLast, results: dict[str, LastScore], depth: int
) -> Iterator[ScoreLine]:
    line = against.line(own)
    was = results.get(own.id) or results.get(own.name)
    result = _result(was.result if was else "", own, line)
    score, percent = _full(line.score), _full(line.percent)
    yield ScoreLine("indicator", own.id, own.name, Message(own.name, own.name), depth, score, percent, result)
    for part in own.parts:
        yield from _indicators(part, against, results, depth + 1)


def _result(was: str, own: IndicatorScore, line: LastLine) -> Figures:
    now = figure_text(own.result) if own.result is not None else choice_name(own.status)
    if line.is_new:
        return Figures(was, now, NEW)
    difference = _difference(was, now)
    trimmed = difference.rstrip("0").rstrip(".") if "." in difference else difference
    return Figures(was, now, trimmed)


def _full(change: Change) -> Figures:
    after = "" if change.this is None else f"{_at(change.this, change.places)}"
    before = "" if change.last is None else change.last_in_full
    return Figures(before, after, "" if change.in_full == "-" else change.in_full)


def _at(figure: Decimal, places: int) -> str:
    return Change(figure, None, places).last_in_full


def _told(each: Differing, names: dict[str, str], sheet: str) -> Difference:
    key, _, track = each.row.partition(", ")
    name = names.get(key, "")
    shown = f"{key} {name}" if name and key[:1].isdigit() else name or key
    row = shown + (f" ({track})" if track else "")
    field = " ".join(dict.fromkeys(title for title in each.titles if title))
    before, after = value_text(each.before), value_text(each.after)
    if each.part == "rows":
        return Difference(
            each.part, each.written, sheet, row, field, *_row_texts(each, row), NEW if each.after else ENDED
        )
    return Difference(each.part, each.written, sheet, row, field, before, after, _change(each))


def _row_texts(each: Differing, row: str) -> tuple[str, str]:
    """A row is told by its name: what is called by an id alone, by the name it has."""
    entry = each.before if each.after is None else each.after
    name = next((str(text) for n in ("name", "title") if (text := getattr(entry, n, ""))), "") or row
    return ("", name) if each.before is None else (name, "")


def _change(each: Differing) -> str:
    was, now = each.before, each.after
    if isinstance(was, Decimal | int) and isinstance(now, Decimal | int) and not isinstance(now, bool):
        return _signed(Decimal(now) - Decimal(was))
    return ""


def _difference(was: str, now: str) -> str:
    """The difference of two texts that are figures; empty of others."""
    if not (_FIGURE.fullmatch(was) and _FIGURE.fullmatch(now)):
        return ""
    return _signed(Decimal(now) - Decimal(was))


_FIGURE = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def _signed(difference: Decimal) -> str:
    return f"+{difference:,f}" if difference > 0 else f"{difference:,f}"


__all__ = ["PARTS", "Comparison", "Difference", "Figures", "ScoreLine", "compare"]
