"""What a `kind.yaml` says, made ready: records, worked-out values in their order, checks, and which papers
are made.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cached_property
from typing import Any, ClassVar, NamedTuple, Self

from pydantic import model_validator

from pipeline.diagnostics import Diagnostic, Location, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.kinds.from_yaml.compiled import Expression, Path
from pipeline.kinds.from_yaml.field_types import printed
from pipeline.kinds.from_yaml.kind_file import CheckSpec, FieldSpec, KindFile
from pipeline.kinds.from_yaml.prose_names import fields_named
from pipeline.model.office_input import OfficeInput
from pipeline.model.records import Record
from pipeline.model.soundness import REFUSED, Unsound, entries, is_refused

NAME_IN_BRACES = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""A name in the message of a check."""

_EXACT = Context(prec=50)
_SATANG = 2
_MOST_PLACES = 10
_MOST_FIGURES = 15
"""What is worked out has at most so many digits before its decimals; more are unknown."""


class Row(NamedTuple):
    """A record of the data with its path, and the records that it stands in, the innermost first."""

    path: ValuePath
    within: tuple[Any, ...]


class MadeField(NamedTuple):
    """A field that is worked out: the tables (and groups) that it stands in, its name, and how."""

    owners: Path
    name: str
    spec: FieldSpec
    expression: Expression


class Check(NamedTuple):
    """A check, compiled: the tables whose rows it looks at."""

    spec: CheckSpec
    owners: Path
    expression: Expression


@dataclass(frozen=True)
class Form:
    """A kind as its file says it: `made` in the order in which they can be worked out."""

    name: str
    file: KindFile
    record: type[FormInput]
    made: tuple[MadeField, ...]
    checks: tuple[Check, ...]
    when: Mapping[str, Expression]

    @cached_property
    def used(self) -> frozenset[Path]:
        """The fields that something is worked out from, checked by, or asked of."""
        made = [each.expression for each in self.made]
        checking = [each.expression for each in self.checks]
        worked = (path for each in (*made, *checking, *self.when.values()) for path in each.uses)
        said = (path for check in self.checks for path in _names_said(check))
        walked = (check.owners[:end] for check in self.checks for end in range(1, len(check.owners) + 1))
        return frozenset((*worked, *said, *walked))

    def fill_in(self, office_input: FormInput) -> None:
        """Works out what is made, and puts it into the records without calling it typed; what needs a value
        that was refused is refused, too.
        """
        for each in self.made:
            for row in rows_at(office_input, each.owners):
                vars(row.within[0])[each.name] = _made_in(each, row)

    def makes(self, paper: str, office_input: FormInput) -> bool:
        """Whether a paper is made of an input. Raises `Unsound` where that needs a value that was refused."""
        when = self.when.get(paper)
        return when is None or when.value(office_input) is True

    def asked(self, office_input: FormInput) -> Iterator[tuple[ValuePath, Message]]:
        """The checks that only ask and do not hold."""
        for check, row in self._broken(office_input, ask=True):
            yield _path_at(check, row), self._say(check.spec.message.message, row)

    def faults(self, office_input: FormInput, place: Callable[[ValuePath], Location]) -> Iterator[Diagnostic]:
        """The other checks that do not hold, each at its place."""
        for check, row in self._broken(office_input, ask=False):
            message = self._say(check.spec.message.message, row)
            if check.spec.help:
                yield diagnose(
                    "kind-check/help",
                    place(_path_at(check, row)),
                    message=message,
                    remedy=check.spec.help.message,
                )
            else:
                yield diagnose("kind-check", place(_path_at(check, row)), message=message)

    def _broken(self, office_input: FormInput, *, ask: bool) -> Iterator[tuple[Check, Row]]:
        for check in self.checks:
            if check.spec.ask is not ask or not self._is_asked_for(check, office_input):
                continue
            for row in rows_at(office_input, check.owners):
                try:
                    if not check.expression.holds(*row.within):
                        yield check, row
                except Unsound:
                    continue

    def _is_asked_for(self, check: Check, office_input: FormInput) -> bool:
        """Whether a paper that the check is for is made: of no named ones, it is for all."""
        if not check.spec.papers:
            return True
        try:
            return any(self.makes(paper, office_input) for paper in check.spec.papers)
        except Unsound:
            return False

    def _say(self, message: Message, row: Row) -> Message:
        """A message with the `{names}` of the row and of what it stands in printed."""
        found: dict[str, str] = {}
        for record in reversed(row.within):
            found |= names_in_record(record)
        return Message(
            *(NAME_IN_BRACES.sub(lambda name: found.get(name[1], name[0]), text) for text in message)
        )


class FormInput(OfficeInput):
    """An input whose fields a `kind.yaml` names; `form` is what that says, the same for all such inputs."""

    form: ClassVar[Form]

    types: ClassVar[Mapping[str, str]] = {}
    """The types of its fields, by their names."""

    @model_validator(mode="after")
    def _fill_in_made(self) -> Self:
        """Puts what is worked out into its fields: once, before anybody sees the record."""
        self.form.fill_in(self)
        return self

    def work_out(self) -> None:
        """Fills in what is worked out from values that are sound."""
        self.form.fill_in(self)

    @property
    def used(self) -> frozenset[Path]:
        """The fields that something is worked out from, checked by or asked of, and those that texts name."""
        return self.form.used | fields_named(self.form.file.fields, self)

    def asked(self) -> Iterator[tuple[ValuePath, Message]]:
        """What checks that only ask have to ask: the path, and what is odd there."""
        return self.form.asked(self)


def _names_said(check: Check) -> Iterator[Path]:
    """The fields that the message of a check prints: those of its rows, or of what these stand in."""
    words = (check.spec.message, check.spec.help)
    texts = [text for each in words if each for text in each.message]
    for name in {name for text in texts for name in NAME_IN_BRACES.findall(text)}:
        yield from ((*check.owners[:end], name) for end in range(len(check.owners) + 1))


def rows_at(office_input: Any, owners: Path) -> Iterator[Row]:
    """The input itself, or each row of a table in it (of a table in that, …); refused ones left out."""
    found = [Row((), (office_input,))]
    for name in owners:
        found = [inner for row in found for inner in _inside(row, name)]
    return iter(found)


def _inside(row: Row, name: str) -> Iterator[Row]:
    held = getattr(row.within[0], name)
    if held is None or is_refused(held):
        return
    if isinstance(held, Record):
        yield Row((*row.path, name), (held, *row.within))
        return
    for n, entry in entries(held):
        yield Row((*row.path, name, n), (entry, *row.within))


def _made_in(made: MadeField, row: Row) -> Any:
    try:
        return _as_field(made.expression.value(*row.within), made.spec)
    except Unsound:
        return REFUSED


def _as_field(value: Any, spec: FieldSpec) -> Any:
    """What was worked out as a field of that type holds it, half up: money in whole baht or to the satang,
    counts whole.
    """
    if spec.type == "month" and isinstance(value, datetime.date):
        return value.replace(day=1)
    if not isinstance(value, Decimal):
        return value
    if value.adjusted() >= _MOST_FIGURES:
        return None
    if spec.type == "money" and spec.places is None and value == value.to_integral_value():
        return value.quantize(Decimal(1))
    if spec.type in {"count", "year"}:
        return int(value.to_integral_value(ROUND_HALF_UP))
    usual = _SATANG if spec.type in {"money", "percent"} else _MOST_PLACES
    places = usual if spec.places is None else spec.places
    exponent = value.as_tuple().exponent
    too_long = isinstance(exponent, int) and -exponent > places
    return round_half_up(value, places) if too_long or spec.places is not None else value


def round_half_up(value: Decimal, places: int) -> Decimal:
    """A figure with so many decimals."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)


def names_in_record(record: Any) -> dict[str, str]:
    """The values of a record that texts may print, by the names of their fields; what is empty prints
    nothing.
    """
    found: dict[str, str] = {}
    for name, type_name in getattr(type(record), "types", {}).items():
        value = getattr(record, name)
        if is_refused(value):
            continue
        text = "" if value is None else printed(value, type_name)
        if text is not None:
            found[name] = text
    return found


def _path_at(check: Check, row: Row) -> ValuePath:
    return (*row.path, *check.spec.at.split(".")) if check.spec.at else row.path
