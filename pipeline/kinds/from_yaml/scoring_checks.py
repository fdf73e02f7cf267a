"""What the scoring of a `kind.yaml` may contradict: fields that are not there or of another type, schemes,
scales.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.intake import Source, ValuePath
from pipeline.kinds.from_yaml.compiling import fields_in, place_of
from pipeline.kinds.from_yaml.kind_file import FieldSpec, KindFile
from pipeline.kinds.from_yaml.scored_columns import INDICATORS, MEASURES, columns_of_criteria
from pipeline.kinds.from_yaml.scored_form import ScoredFormInput
from pipeline.kinds.from_yaml.scoring_spec import MembersOfRows, ScoringSpec
from pipeline.model.nearest import hint
from pipeline.model.scales import SCALES
from pipeline.model.shipped_schemes import shipped_names

_SCHEME_FIELD = re.compile(r"scheme|[a-z0-9_]+_scheme")
"""What a field of a scheme is called: others look for schemes by such names."""


_TAKEN = frozenset({*dir(ScoredFormInput), *ScoredFormInput.model_fields}) - frozenset({"scheme"})
"""Names that every scored input has already."""


def scoring_spec_faults(kind_file: KindFile, source: Source) -> Iterator[Diagnostic]:
    """All faults of what a kind says of its scores."""
    for owners, name, spec in fields_in(kind_file.fields):
        here = place_of(owners, name)
        if spec.type == "scheme" and not _SCHEME_FIELD.fullmatch(name):
            yield diagnose("kind-scheme-field", source.place(here), name=name)
        if spec.type == INDICATORS:
            yield from _rows(spec, here, source)
        elif spec.scale:
            yield diagnose("kind-needless", source.place((*here, "scale")), type=spec.type, member="scale")
    for name in kind_file.fields:
        if kind_file.scoring is not None and name in _TAKEN:
            yield diagnose("kind-field-taken", source.place(("fields", name)), name=name)
    listed = [name for name, spec in kind_file.fields.items() if spec.type == INDICATORS]
    if kind_file.scoring is None:
        if listed:
            yield diagnose("kind-unscored", source.place(("fields", listed[0])), name=listed[0])
        return
    yield from _scoring(kind_file.scoring, kind_file.fields, source)


def _rows(spec: FieldSpec, here: ValuePath, source: Source) -> Iterator[Diagnostic]:
    """Rows of indicators have a name, and a scale, either in a column or made of columns."""
    if "name" not in spec.fields:
        yield diagnose("kind-lacks", source.place(here), type=spec.type, member="fields.name")
    if bool(spec.scale) is ("scale" in spec.fields):
        yield diagnose("kind-one-scale", source.place(here), title=spec.title)
    for column in columns_of_criteria(spec.fields, spec.scale):
        if spec.fields[column].personal:
            place = source.place((*here, "fields", column, "personal"))
            yield diagnose("kind-personal-criteria", place, title=spec.fields[column].title)
    for n, maker in enumerate(spec.scale):
        place = source.place((*here, "scale", n))
        if maker.get("when", "") not in ("", *MEASURES):
            listed = ", ".join(MEASURES)
            yield diagnose("kind-scale-when", place, name=str(maker["when"]), listed=listed)
        if maker.get("type") not in SCALES:
            yield diagnose(
                "kind-scale-type", place, name=str(maker.get("type", "-")), listed=", ".join(SCALES)
            )
        elif unknown := _unknown_members(maker):
            yield diagnose("kind-scale-member", place, name=unknown, type=str(maker["type"]))


def _unknown_members(maker: Mapping[str, object]) -> str:
    """The first figure that no scale of that type has."""
    scale = SCALES[str(maker["type"])]
    return next((name for name in maker if name != "when" and name not in scale.model_fields), "")


def _scoring(spec: ScoringSpec, fields: Mapping[str, FieldSpec], source: Source) -> Iterator[Diagnostic]:
    yield from _scheme(spec.scheme, fields, ("scoring", "scheme"), source)
    if bool(spec.members) is (spec.each is not None):
        yield diagnose("kind-one-of-members", source.place(("scoring",)))
    for n, member in enumerate(spec.members):
        path = ("scoring", "members", n)
        yield from _field(member.indicators, fields, INDICATORS, (*path, "indicators"), source)
        if member.scheme:
            yield from _scheme(member.scheme, fields, (*path, "scheme"), source)
    if spec.each is not None:
        yield from _each(spec.each, fields, source)
    for name in filter(None, (spec.summary.group, *spec.summary.columns)):
        if name not in fields:
            place = source.place(("scoring", "summary"))
            yield diagnose("kind-no-field", place, name=name, nearest=hint(name, list(fields)))


def _each(each: MembersOfRows, fields: Mapping[str, FieldSpec], source: Source) -> Iterator[Diagnostic]:
    path = ("scoring", "each")
    yield from _field(each.table, fields, "table", (*path, "table"), source)
    yield from _field(each.indicators, fields, INDICATORS, (*path, "indicators"), source)
    table = fields.get(each.table)
    if table is not None and not table.key:
        yield diagnose("kind-lacks", source.place(("fields", each.table)), type=table.type, member="key")
    for name, inside in (
        (each.title, each.table),
        (each.weight, each.table),
        (each.by, each.indicators),
    ):
        held = fields.get(inside)
        if name and held is not None and name not in held.fields:
            nearest = hint(name, list(held.fields))
            yield diagnose("kind-no-field", source.place(path), name=name, nearest=nearest)
    if each.scheme and (table is None or each.scheme not in table.fields):
        yield from _scheme(each.scheme, fields, (*path, "scheme"), source)


def _field(
    name: str, fields: Mapping[str, FieldSpec], type_name: str, path: ValuePath, source: Source
) -> Iterator[Diagnostic]:
    spec = fields.get(name)
    if spec is None or spec.type != type_name:
        known = [each for each, found in fields.items() if found.type == type_name]
        yield diagnose(
            "kind-no-such-field", source.place(path), name=name, type=type_name, nearest=hint(name, known)
        )


def _scheme(
    name: str, fields: Mapping[str, FieldSpec], path: ValuePath, source: Source
) -> Iterator[Diagnostic]:
    """A scheme is a shipped one or a field of that type; what a field begins with is a shipped one."""
    spec = fields.get(name)
    named = name if spec is None or spec.type != "scheme" else spec.default
    if named and named not in shipped_names():
        known = [*shipped_names(), *(each for each, found in fields.items() if found.type == "scheme")]
        yield diagnose("kind-no-scheme", source.place(path), name=named, nearest=hint(named, known))
