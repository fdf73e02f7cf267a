"""Compiles the expressions of a `kind.yaml`, and puts what is worked out in an order in which it can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.diagnostics import Diagnostic, Location, diagnose
from pipeline.intake import Source, ValuePath
from pipeline.kinds.from_yaml.compiled import Expression, Path, Scope
from pipeline.kinds.from_yaml.expressions import compile_expression
from pipeline.kinds.from_yaml.form import Check, FormInput, MadeField
from pipeline.kinds.from_yaml.kind_file import CheckSpec, FieldSpec, KindFile
from pipeline.kinds.from_yaml.refusals import ExpressionError
from pipeline.kinds.from_yaml.value_types import NUMBER, YES_NO, ValueType, member_type, type_of
from pipeline.model.fields import record_at
from pipeline.model.nearest import hint
from pipeline.model.records import Record

Faults = list[Diagnostic]


def fields_in(fields: Mapping[str, FieldSpec], owners: Path = ()) -> Iterator[tuple[Path, str, FieldSpec]]:
    """Every field with the tables and groups that it stands in, the outermost first."""
    for name, spec in fields.items():
        yield owners, name, spec
        yield from fields_in(spec.fields, (*owners, name))


def place_of(owners: Path, name: str) -> ValuePath:
    """Where a field stands in the file of its kind."""
    return (*(step for owner in owners for step in ("fields", owner)), "fields", name)


def scope_of(record: type[FormInput], owners: Path) -> Scope:
    """The records by which an expression in a row (of a table in a table, …) looks names up."""
    scope = Scope(((record, ()),))
    for n in range(1, len(owners) + 1):
        inner = record_inside(record, owners[:n])
        if inner is not None:
            scope = scope.inside(inner, owners[:n])
    return scope


def record_inside(record: type[FormInput], owners: Path) -> type[Record] | None:
    """The class of the rows of a table or of a group."""
    loc: list[str | int] = []
    for name in owners:
        loc.append(name)
        if record_at(record, (*loc, 0)) is not None:
            loc.append(0)
    return record_at(record, loc)


def compile_made(
    kind_file: KindFile, record: type[FormInput], source: Source, faults: Faults
) -> tuple[MadeField, ...]:
    """What is worked out, each after what it needs; faults are added to `faults`."""
    made: dict[Path, MadeField] = {}
    for owners, name, spec in fields_in(kind_file.fields):
        if not spec.made:
            continue
        place = (*place_of(owners, name), "made")
        expression = _compiled(spec.made, scope_of(record, owners), source, place, faults)
        if expression is None:
            continue
        made[*owners, name] = MadeField(owners, name, spec, expression)
        wanted = _declared(record, owners, name)
        if wanted is not None and expression.type != wanted:
            told = diagnose(
                "expression-made",
                source.place(place),
                title=spec.title,
                wanted=wanted.said,
                found=expression.type.said,
            )
            faults.append(told)
    return tuple(_in_order(made, source, faults))


def _declared(record: type[FormInput], owners: Path, name: str) -> ValueType | None:
    whole = record_inside(record, owners) if owners else record
    return member_type(whole, name) if whole is not None else None


def _in_order(made: Mapping[Path, MadeField], source: Source, faults: Faults) -> Iterator[MadeField]:
    """Each after those that it needs; those that need one another are a fault."""
    done: set[Path] = set()
    waiting = dict(made)
    while waiting:
        ready = [path for path, each in waiting.items() if not (each.expression.uses & waiting.keys())]
        if not ready:
            first = next(iter(waiting))
            circle = ", ".join(".".join(path) for path in waiting)
            faults.append(
                diagnose(
                    "expression-circle",
                    source.place((*place_of(first[:-1], first[-1]), "made")),
                    names=circle,
                )
            )
            return
        for path in ready:
            done.add(path)
            yield waiting.pop(path)


def compile_checks(
    kind_file: KindFile, record: type[FormInput], source: Source, faults: Faults
) -> tuple[Check, ...]:
    """The checks; faults are added to `faults`."""
    return tuple(
        check
        for n, spec in enumerate(kind_file.checks)
        if (check := _check(n, spec, record, source, faults)) is not None
    )


def _check(n: int, spec: CheckSpec, record: type[FormInput], source: Source, faults: Faults) -> Check | None:
    owners = tuple(spec.each.split(".")) if spec.each else ()
    here: ValuePath = ("checks", n)
    if owners and record_inside(record, owners) is None:
        tables = [name for name in record.model_fields if record_inside(record, (name,)) is not None]
        nearest = hint(spec.each, tables)
        faults.append(
            diagnose("kind-no-table", source.place((*here, "each")), name=spec.each, nearest=nearest)
        )
        return None
    scope = scope_of(record, owners)
    at = scope.records[0][0]
    if spec.at and not _leads_somewhere(at, spec.at):
        faults.append(_no_field(spec.at, scope, source.place((*here, "at"))))
    for path, name in _unknown_names(spec, scope):
        faults.append(_no_field(name, scope, source.place((*here, *path))))
    expression = _compiled(spec.that, scope, source, (*here, "that"), faults)
    if expression is None:
        return None
    if expression.type != YES_NO:
        told = source.place((*here, "that"))
        faults.append(diagnose("expression-no-check", told, found=expression.type.said))
        return None
    return Check(spec, owners, expression)


def _no_field(name: str, scope: Scope, place: Location) -> Diagnostic:
    known = [each for record, _ in scope.records for each in record.model_fields]
    return diagnose("kind-no-field", place, name=name, nearest=hint(name, known))


_IN_BRACES = re.compile(r"\{([^{}]*)\}")
"""What stands in braces in a message, a name or not."""


def _unknown_names(spec: CheckSpec, scope: Scope) -> Iterator[tuple[ValuePath, str]]:
    """Names in the messages of a check that are no fields."""
    known = {name for record, _ in scope.records for name in record.model_fields}
    for member in ("message", "help"):
        words = getattr(spec, member)
        for text in (words.th, words.en) if words else ():
            yield from (((member,), name) for name in _IN_BRACES.findall(text) if name not in known)


def _leads_somewhere(record: type[Record], at: str) -> bool:
    """Whether a path of names leads to a field."""
    here: type[Record] | None = record
    for name in at.split("."):
        if here is None or name not in here.model_fields:
            return False
        kind = type_of(here.model_fields[name].annotation)
        here = kind.record if kind else None
    return True


def compile_when(
    kind_file: KindFile, record: type[FormInput], source: Source, faults: Faults
) -> dict[str, Expression]:
    """When papers are made that are not always made, by their ids."""
    found: dict[str, Expression] = {}
    for n, paper in enumerate(kind_file.papers):
        if not paper.when:
            continue
        place: ValuePath = ("papers", n, "when")
        expression = _compiled(paper.when, Scope(((record, ()),)), source, place, faults)
        if expression is not None and expression.type != YES_NO:
            faults.append(diagnose("expression-no-check", source.place(place), found=expression.type.said))
        elif expression is not None:
            found[paper.id] = expression
    return found


def compile_weights(
    kind_file: KindFile, record: type[FormInput], source: Source, faults: Faults
) -> tuple[Expression | None, ...]:
    """The weights of the parts that a kind scores; none where it says no weight of a part."""
    members = kind_file.scoring.members if kind_file.scoring else ()
    found = []
    for n, member in enumerate(members):
        place: ValuePath = ("scoring", "members", n, "weight")
        scope = Scope(((record, ()),))
        expression = _compiled(member.weight, scope, source, place, faults) if member.weight else None
        if expression is not None and expression.type != NUMBER:
            told = source.place(place)
            faults.append(diagnose("expression-weight", told, title=member.title, found=expression.type.said))
        found.append(expression)
    return tuple(found)


def _compiled(text: str, scope: Scope, source: Source, path: ValuePath, faults: Faults) -> Expression | None:
    try:
        return compile_expression(text, scope)
    except ExpressionError as error:
        faults.append(error.told(source.place(path)))
        return None
