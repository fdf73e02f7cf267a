"""What the fields of a `kind.yaml` may contradict: names, what a type needs, sheets."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator, Mapping

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.intake import Source, ValuePath
from pipeline.kinds.from_yaml.expressions import OUTER
from pipeline.kinds.from_yaml.field_types import TYPES
from pipeline.kinds.from_yaml.kind_file import FieldSpec, KindFile
from pipeline.model.nearest import hint
from pipeline.model.office_input import OfficeInput
from pipeline.model.records import Record

NAME = re.compile(r"[a-z][a-z0-9_]*")
"""What a field may be called."""

_TAKEN = frozenset({"data", "card", "facts", "public", "form", *OfficeInput.model_fields})
"""Names that an input, or what templates see beside it, has already."""

_TYPE_BY_NAME = {type.needs_name: name for name, type in TYPES.items() if type.needs_name}
"""The types that fields of these names have, at the top of the data."""
_AT_TOP = 2
"""The length of the path of a field there: `fields`, and its name."""

_IN_ROWS = frozenset({"cell", "section", "table", "texts", "prose"})
_IN_GROUPS = frozenset({"cell"})
_LONGEST_SHEET = 31
_NOT_IN_SHEETS = re.compile(r"[\[\]:*?/\\]")


def field_faults(kind_file: KindFile, source: Source) -> Iterator[Diagnostic]:
    """All faults of fields that are valid one by one."""
    yield from _fields(kind_file.fields, ("fields",), source)
    for name, spec in kind_file.fields.items():
        if NAME.fullmatch(name) and not _is_taken(name) and (name in _TAKEN or hasattr(OfficeInput, name)):
            yield diagnose("kind-field-taken", source.place(("fields", name)), name=name)
        yield from _references(kind_file, spec, ("fields", name), source)
        if spec.followed_by and spec.followed_by not in kind_file.fields:
            place = source.place(("fields", name, "followed_by"))
            nearest = hint(spec.followed_by, list(kind_file.fields))
            yield diagnose("kind-no-field", place, name=spec.followed_by, nearest=nearest)
    yield from _sheets(kind_file, source)


def _fields(fields: Mapping[str, FieldSpec], path: ValuePath, source: Source) -> Iterator[Diagnostic]:
    titles: dict[str, str] = {}
    for name, spec in fields.items():
        here = (*path, name)
        if not NAME.fullmatch(name):
            yield diagnose("kind-field-name", source.place(here), name=name)
        elif _is_taken(name):
            yield diagnose("kind-field-taken", source.place(here), name=name)
        if (first := titles.setdefault(spec.title, name)) != name:
            yield diagnose("kind-title-twice", source.place((*here, "title")), title=spec.title, first=first)
        yield from _of_type(spec, name, here, source)
        if spec.fields:
            yield from _inner(spec, here, source)
            yield from _fields(spec.fields, (*here, "fields"), source)


def _is_taken(name: str) -> bool:
    """Whether no record can have a field of that name."""
    is_word = keyword.iskeyword(name) or name.startswith("model_")
    return is_word or name in {"row_key", "types", OUTER} or hasattr(Record, name)


def _of_type(spec: FieldSpec, name: str, here: ValuePath, source: Source) -> Iterator[Diagnostic]:
    """What a type needs and is not there, or is there and means nothing for it."""
    kind = TYPES[spec.type]
    yield from _of_shared_type(spec, name, here, source)
    needs = {"rows": "fields", "group": "fields", "choice": "options"}.get(kind.holds, "")
    for member in ("fields", "options"):
        given = bool(getattr(spec, member))
        if given is not (member == needs):
            key = "kind-lacks" if member == needs else "kind-needless"
            told = diagnose("kind-lacks", source.place(here), type=spec.type, member=member)
            if key == "kind-needless":
                told = diagnose("kind-needless", source.place((*here, member)), type=spec.type, member=member)
            yield told
    if len(set(spec.options)) < len(spec.options):
        yield diagnose("kind-options-twice", source.place((*here, "options")))
    if spec.made and (spec.required or spec.default or kind.shape not in {"cell", "texts"}):
        yield diagnose("kind-made-typed", source.place((*here, "made")), title=spec.title)
    if spec.key and spec.key not in spec.fields:
        yield diagnose(
            "kind-no-field",
            source.place((*here, "key")),
            name=spec.key,
            nearest=hint(spec.key, list(spec.fields)),
        )
    if any(each.responsible for each in spec.fields.values()) and not spec.key:
        yield diagnose("kind-responsible", source.place(here), title=spec.title)
    if spec.least is not None and spec.most is not None and spec.least > spec.most:
        yield diagnose("kind-least-most", source.place((*here, "least")), least=spec.least, most=spec.most)


def _of_shared_type(spec: FieldSpec, name: str, here: ValuePath, source: Source) -> Iterator[Diagnostic]:
    """Fields that the program looks for in every kind: their name, their type, and that they are there."""
    kind = TYPES[spec.type]
    if kind.needs_name and name != kind.needs_name:
        yield diagnose("kind-field-called", source.place(here), type=spec.type, name=kind.needs_name)
    elif kind.needs_name and not spec.required:
        yield diagnose("kind-field-required", source.place(here), type=spec.type, name=name)
    elif len(here) == _AT_TOP and (meant := _TYPE_BY_NAME.get(name, spec.type)) != spec.type:
        yield diagnose("kind-field-called/type", source.place((*here, "type")), type=meant, name=name)


def _inner(spec: FieldSpec, here: ValuePath, source: Source) -> Iterator[Diagnostic]:
    """Fields that cannot stand where they are: lists in a group, chapters in a row."""
    is_table = TYPES[spec.type].holds == "rows"
    allowed = _IN_ROWS if is_table else _IN_GROUPS
    for name, each in spec.fields.items():
        kind = TYPES[each.type]
        is_person = each.type in {"person", "signer"}
        if (kind.shape in allowed and kind.holds != "group") or is_person:
            continue
        yield diagnose(
            "kind-field-inside", source.place((*here, "fields", name)), type=each.type, title=spec.title
        )


def _references(
    kind_file: KindFile, spec: FieldSpec, here: ValuePath, source: Source
) -> Iterator[Diagnostic]:
    """Tables that fields refer to and that have no key, or are not there."""
    if spec.refers:
        table = kind_file.fields.get(spec.refers)
        if table is None or not table.key:
            keyed = [name for name, each in kind_file.fields.items() if each.key]
            nearest = hint(spec.refers, keyed)
            yield diagnose("kind-refers", source.place((*here, "refers")), name=spec.refers, nearest=nearest)
    for name, each in spec.fields.items():
        yield from _references(kind_file, each, (*here, "fields", name), source)


def _sheets(kind_file: KindFile, source: Source) -> Iterator[Diagnostic]:
    """Titles of sheets that Excel does not take, or that two sheets would have."""
    seen: dict[str, ValuePath] = {}
    for path, title in sheet_titles(kind_file.fields):
        if len(title) > _LONGEST_SHEET or _NOT_IN_SHEETS.search(title):
            yield diagnose("kind-sheet-title", source.place(path), title=title, most=_LONGEST_SHEET)
        if seen.setdefault(title.casefold(), path) != path:
            yield diagnose("kind-sheet-twice", source.place(path), title=title)


def sheet_titles(
    fields: Mapping[str, FieldSpec], path: ValuePath = ("fields",)
) -> Iterator[tuple[ValuePath, str]]:
    """The sheets that fields have to themselves, each with the place of its field."""
    for name, spec in fields.items():
        if TYPES[spec.type].shape in {"table", "texts", "prose", "chapters"} and not spec.made:
            yield (*path, name), spec.sheet or spec.title
        yield from sheet_titles(spec.fields, (*path, name, "fields"))
