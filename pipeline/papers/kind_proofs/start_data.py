"""The start data of a kind, as they are and with fields left empty, as records of which papers are made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline import compose
from pipeline.diagnostics import SarabanError
from pipeline.document.markup import parse
from pipeline.intake import Source
from pipeline.kinds.from_yaml.compiled import Path as FieldPath
from pipeline.kinds.from_yaml.compiling import record_inside
from pipeline.kinds.from_yaml.form import FormInput
from pipeline.kinds.from_yaml.form_kind import FormKind
from pipeline.kinds.from_yaml.kind_file import FieldSpec
from pipeline.kinds.scoring import score_input
from pipeline.model.loading import validate_parts
from pipeline.model.records import Record

Values = dict[str, Any]

_OWN_CHECK = "kind-check"
_PAIR = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class StartData:
    """What a kind begins with: its `source`, and the folder of the templates that print it."""

    kind: FormKind
    source: Source
    folder: Path

    @property
    def values(self) -> Values:
        """The values, to be changed by whoever asked."""
        return dict(self.source.values)

    def record(self, values: Values) -> FormInput | None:
        """The values as a record, `None` if one of them is refused, or lacks what it is scored by.

        Its own checks need not hold: they say nothing of what templates are given.
        """
        source = replace(self.source, values=values, faults=())
        record, faults = validate_parts(source, self.kind.record)
        if faults or not isinstance(record, FormInput):
            return None
        refused = (fault for fault in self.kind.faults(record, source) if fault.code != _OWN_CHECK)
        return None if next(refused, None) else record

    def markups(self, office_input: FormInput) -> Iterator[tuple[str, str]]:
        """The template and the markup of each paper that is made of a record. Raises `SarabanError`."""
        card = score_input(office_input)
        for paper in compose.papers_of(office_input):
            markup = compose.compose(paper, office_input, card, folder=self.folder)
            parse(markup, paper.template)
            yield paper.template, markup

    def refusal(
        self, values: Values, change: Callable[[FormInput], None] | None = None
    ) -> SarabanError | None:
        """What refuses the papers of these values; `None` if nothing does, or the values are no input.

        `change` is done to the record before.
        """
        office_input = self.record(without_names(values))
        if office_input is None:
            return None
        if change:
            change(office_input)
        try:
            for _ in self.markups(office_input):
                pass
        except SarabanError as refused:
            return refused
        return None


def without_names(value: Any) -> Any:
    """The values with `{name}` in texts as plain words: a name of an empty field would be refused."""
    if isinstance(value, str):
        return _PAIR.sub(r"\1", value)
    if isinstance(value, list):
        return [without_names(each) for each in value]
    if isinstance(value, dict):
        return {name: without_names(each) for name, each in value.items()}
    return value


def optional_fields(
    fields: Mapping[str, FieldSpec], above: FieldPath = ()
) -> Iterator[tuple[FieldPath, FieldSpec]]:
    """Every field that may be left empty, with the tables and groups that it stands in."""
    for name, spec in fields.items():
        if not spec.required and not spec.made and not spec.least:
            yield (*above, name), spec
        yield from optional_fields(spec.fields, (*above, name))


def without_field(values: Any, path: FieldPath) -> Any:
    """The values without a field; of one in a table, without it in every row."""
    if isinstance(values, list):
        return [without_field(each, path) for each in values]
    if not isinstance(values, dict):
        return values
    name, *below = path
    if not below:
        return {each: value for each, value in values.items() if each != name}
    return {
        each: without_field(value, tuple(below)) if each == name else value for each, value in values.items()
    }


def required_alone(kind: FormKind, values: Values) -> Values:
    """The values of what must be filled in, and no others."""
    fields = kind.form.file.fields
    kept = {"kind": kind.name, "office": {"name": values.get("office", {}).get("name", "")}}
    for name, spec in fields.items():
        if name in values and (spec.required or spec.least):
            kept[name] = _required_in(kind, (name,), spec, values[name])
    return kept


def _required_in(kind: FormKind, path: FieldPath, spec: FieldSpec, value: Any) -> Any:
    if isinstance(value, list) and spec.fields:
        return [_required_in(kind, path, spec, each) for each in value]
    if not isinstance(value, dict):
        return value
    if spec.fields:
        return {
            name: _required_in(kind, (*path, name), inner, value[name])
            for name, inner in spec.fields.items()
            if name in value and (inner.required or inner.least)
        }
    record = record_inside(kind.form.record, path)
    return _required_of(record, value) if record else value


def _required_of(record: type[Record], value: Values) -> Values:
    """The same of a record that kinds share: a person, a signer, the head of a memo."""
    return {
        name: each
        for name, each in value.items()
        if name in record.model_fields and record.model_fields[name].is_required()
    }
