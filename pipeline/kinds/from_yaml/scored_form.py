"""The record of an input whose kind says how it is scored, and the parts that it is scored in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, ClassVar, NamedTuple, Self

from pydantic import Field, model_validator

from pipeline.intake import ValuePath
from pipeline.kinds.from_yaml.compiled import Expression
from pipeline.kinds.from_yaml.field_types import printed
from pipeline.kinds.from_yaml.form import FormInput
from pipeline.kinds.from_yaml.records import IndicatorRow
from pipeline.kinds.from_yaml.scored_rows import make_scale, result_of, value_of
from pipeline.kinds.from_yaml.scoring_spec import MembersOfRows, ScoringSpec
from pipeline.model.in_templates import in_templates
from pipeline.model.indicators import Measured, MeasuredBy
from pipeline.model.office_input import RegisterEntry
from pipeline.model.placed import Placed, rules_of
from pipeline.model.records import Seldom
from pipeline.model.schemes import Rules, Unmeasured
from pipeline.model.scored_input import ScoredInput
from pipeline.model.soundness import Unsound, entries, is_refused

SCHEME = "scheme"
"""The type of a field that names a scheme."""


class Member(NamedTuple):
    """One part of the whole: its number, what it is called, its weight with the path of that, the scheme that
    it names, and its rows with their paths.
    """

    number: int
    name: str
    weight: Decimal | None
    scheme: str
    path: ValuePath
    rows: tuple[tuple[ValuePath, IndicatorRow], ...]


@dataclass(frozen=True, slots=True)
class Scoring:
    """How inputs of a kind are scored: what its file says, with the weights of parts, compiled."""

    spec: ScoringSpec
    weights: tuple[Expression | None, ...] = ()

    def scheme_of(self, office_input: ScoredFormInput) -> str:
        """The scheme of the whole."""
        return named_scheme(office_input, self.spec.scheme)

    def members(self, office_input: ScoredFormInput) -> Iterator[Member]:
        """The parts in order; one without rows and without a weight is none. Raises `Unsound` where what they
        are made of was refused.
        """
        if self.spec.each is not None:
            yield from _of_table(office_input, self.spec.each)
        for n, each in enumerate(self.spec.members):
            weight = self.weights[n]
            figure = None if weight is None else weight.value(office_input)
            rows = tuple(rows_in(office_input, each.indicators))
            if rows or figure:
                path = (weight_field(weight) or each.indicators,)
                scheme = named_scheme(office_input, each.scheme)
                yield Member(n + 1, each.title, figure, scheme, path, rows)


def weight_field(weight: Expression | None) -> str:
    """The first field that a weight is worked out from; empty where it is a figure, or none is named."""
    return "" if weight is None else next((path[0] for path in sorted(weight.uses) if path), "")


def named_scheme(record: Any, name: str) -> str:
    """The scheme that a kind names: by a field of the record, or itself."""
    if getattr(type(record), "types", {}).get(name) == SCHEME:
        found: str = getattr(record, name)
        return found
    return name


def rows_in(office_input: FormInput, field: str) -> Iterator[tuple[ValuePath, IndicatorRow]]:
    """The rows of a field, those that were refused left out."""
    for n, row in entries(getattr(office_input, field)):
        yield (field, n), row


def _of_table(office_input: ScoredFormInput, spec: MembersOfRows) -> Iterator[Member]:
    rows = list(rows_in(office_input, spec.indicators))
    key = office_input.form.file.fields[spec.table].key
    for n, each in entries(getattr(office_input, spec.table)):
        own = tuple((path, row) for path, row in rows if _same(getattr(row, spec.by), getattr(each, key)))
        weight = getattr(each, spec.weight) if spec.weight else None
        is_column = spec.scheme in type(each).model_fields
        scheme = named_scheme(each if is_column else office_input, spec.scheme)
        yield Member(
            n + 1, getattr(each, spec.title), weight, scheme, (spec.table, n, spec.weight or key), own
        )


def _same(one: object, other: object) -> bool:
    return "".join(str(one).split()) == "".join(str(other).split())


class ScoredFormInput(FormInput, ScoredInput):
    """An input that is scored; `scoring` is how, the same for all inputs of its kind."""

    scoring: ClassVar[Scoring]

    unmeasured: Annotated[Unmeasured | None, Seldom()] = Field(
        None,
        title="ตัวชี้วัดที่ไม่มีผล",
        description="วิธีคิดตัวชี้วัดที่ยังไม่มีผล: excluded ไม่นับ, zero เป็น 0, floor เป็นคะแนนระดับแรก (ว่าง = ตามแบบคะแนน)",
    )

    @model_validator(mode="after")
    def _make_rows_ready(self) -> Self:
        """Numbers the rows that have no number of their own, and makes scales where no column holds one.

        Where no scheme can be found the checks tell so, and nothing is scored.
        """
        for member, rules in self._with_rules():
            for n, (_, row) in enumerate(member.rows, 1):
                _make_ready(row, f"{member.number}.{n}", rules)
        return self

    def _with_rules(self) -> list[tuple[Member, Rules]]:
        """The parts with the rules of each; none where a scheme is not known."""
        try:
            book = self.scheme_book
            whole = rules_of(book, self.scoring.scheme_of(self), None)
            return [(each, rules_of(book, each.scheme, whole)) for each in self.scoring.members(self)]
        except Unsound:
            return []

    @property
    @in_templates
    def part_word(self) -> str:
        """What its kind calls the parts."""
        return self.scoring.spec.called

    @property
    def scored(self) -> Iterator[Placed]:
        """Its indicators, part by part. Raises `Unsound` where a scheme gives no rules."""
        book = self.scheme_book
        whole = rules_of(book, self.scoring.scheme_of(self), None)
        for member in self.scoring.members(self):
            rules = rules_of(book, member.scheme, whole)
            for n, (path, row) in enumerate(member.rows, 1):
                _make_ready(row, f"{member.number}.{n}", rules)
                yield Placed(path, row, rules, rules, value_of(row, "unit", ""))

    @property
    def placed_results(self) -> Iterator[tuple[ValuePath, str, Measured]]:
        """The results, each at its path, with the id of what it is of."""
        for placed in self.scored:
            result = result_of(placed.scored)  # type: ignore[arg-type]  # rows of this kind
            if result is not None:
                yield placed.path, placed.scored.id, result

    @property
    def measured(self) -> Iterator[MeasuredBy]:
        """The results of what has a scale."""
        placed = {each.path: each for each in self.scored}
        for path, whose, result in self.placed_results:
            scale = placed[path].scored.scale
            if scale is not None and not is_refused(scale):
                yield MeasuredBy(path, whose, result, scale, placed[path].rules, placed[path].unit)

    @property
    def register_entry(self) -> RegisterEntry:
        """The columns that its kind names."""
        spec, types = self.scoring.spec.summary, type(self).types
        fields = self.form.file.fields

        def text(name: str) -> str:
            value = getattr(self, name)
            return "" if value is None else printed(value, types[name]) or ""

        cells = tuple((fields[name].title, text(name)) for name in spec.columns)
        return RegisterEntry(text(spec.group) if spec.group else "", cells)


def _make_ready(row: IndicatorRow, number: str, rules: Rules) -> None:
    """A number for a row without a column of numbers, and a scale where its kind makes one."""
    if vars(row).get("id") is None:
        vars(row)["id"] = number
    if row.scale_makers:
        try:
            vars(row)["scale"] = make_scale(row, rules)
        except Unsound:
            vars(row)["scale"] = None
