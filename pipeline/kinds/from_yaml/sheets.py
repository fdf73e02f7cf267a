"""The workbook of a kind made from YAML: a form of what is filled in once, a sheet for each list and each
prose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pipeline.kinds.from_yaml.compiling import record_inside
from pipeline.kinds.from_yaml.field_types import TYPES
from pipeline.kinds.from_yaml.form import Form
from pipeline.kinds.from_yaml.kind_file import FieldSpec
from pipeline.kinds.from_yaml.scored_columns import INDICATORS
from pipeline.kinds.from_yaml.scored_sheets import sheets_of_scores, usual_schemes
from pipeline.model.fields import title_of
from pipeline.model.memo import SubjectMemoHead
from pipeline.model.records import Record
from pipeline.workbook.layout import (
    EVERY_ROUND,
    AnySheet,
    Layout,
    Owners,
    ProsePart,
    ProseSheet,
    Section,
    Table,
)
from pipeline.workbook.round_sheets import last_round_sheets
from pipeline.workbook.shared_sheets import (
    allowed_findings,
    general_form,
    letter_sheets,
    memo_sheets,
    shown,
)
from pipeline.workbook.sheet_columns import Column, columns_of

NUMBERED = "แถวที่"
"""What names the rows of a table without a key."""


def layout_of(form: Form, title: str) -> Layout:
    """All sheets, in the order of the fields."""
    sheets: list[AnySheet] = [_general(form, title)]
    for name, spec in form.file.fields.items():
        if not spec.made:
            sheets += _sheets_of(form, (name,), spec, Owners())
    scored = sheets_of_scores(form.record, _indicators(form, sheets))
    layout = Layout(form.name, title, (*sheets, *scored, *last_round_sheets(), allowed_findings()))
    return replace(layout, schemes=usual_schemes(form.file))


def _indicators(form: Form, sheets: list[AnySheet]) -> tuple[Table, ...]:
    """The sheets of indicators."""
    listed = {(name,) for name, spec in form.file.fields.items() if spec.type == INDICATORS}
    return tuple(each for each in sheets if isinstance(each, Table) and each.into in listed)


def _general(form: Form, title: str) -> AnySheet:
    """The form: what stands at the top of the data, then persons, groups and the period, a section each."""
    sections = [section for name, spec in form.file.fields.items() for section in _sections(form, name, spec)]
    made = general_form(form.record, title, *sections)
    own = [column for column in columns_of(form.record) if _is_own_cell(form, column)]
    first = made.sections[0]
    elsewhere = {each.at[0] for each in made.sections[1:] if each.at}
    top = tuple(column for column in first.columns if column.path[0] not in elsewhere)
    listed = {column.path for column in top}
    columns = (*top, *shown(tuple(column for column in own if column.path not in listed)))
    return replace(made, sections=(replace(first, columns=columns), *made.sections[1:]))


def _is_own_cell(form: Form, column: Column) -> bool:
    spec = form.file.fields.get(str(column.path[0]))
    return spec is not None and TYPES[spec.type].shape == "cell"


def _sections(form: Form, name: str, spec: FieldSpec) -> Iterator[Section]:
    if TYPES[spec.type].shape != "section":
        return
    record = record_inside(form.record, (name,))
    assert record is not None
    inner = {each for each, field in spec.fields.items() if TYPES[field.type].shape == "section"}
    columns = shown(tuple(each for each in columns_of(record) if each.path[0] not in inner))
    needed = columns if spec.required else tuple(replace(each, required=False) for each in columns)
    yield Section(spec.title, (name,), needed)
    for each in inner:
        person = record_inside(form.record, (name, each))
        assert person is not None
        yield Section(f"{spec.title} {spec.fields[each].title}", (name, each), shown(columns_of(person)))


def _sheets_of(form: Form, path: tuple[str, ...], spec: FieldSpec, owners: Owners) -> list[AnySheet]:
    shape = TYPES[spec.type].shape
    if shape == "table":
        return _table(form, path, spec, owners)
    if shape == "texts":
        return [_texts(path[-1], spec, owners)]
    if shape in {"prose", "chapters"}:
        return [_prose(path[-1], spec, owners)]
    return _memo() if shape == "memo" else []


def _table(form: Form, path: tuple[str, ...], spec: FieldSpec, owners: Owners) -> list[AnySheet]:
    record = record_inside(form.record, path)
    assert record is not None
    made = Table(
        spec.sheet or spec.title,
        spec.hint or spec.title,
        EVERY_ROUND,
        path[-1:],
        tuple(_referring(form, spec, _told_apart(columns_of(record), record))),
        owners,
        key=spec.key,
        numbered="" if spec.key else NUMBERED,
        inner_key=bool(owners.tables),
        optional=not spec.required and not spec.least,
        seldom=spec.seldom,
    )
    inner = [(name, each) for name, each in spec.fields.items() if not each.made]
    below = Owners((made,), made.key_titles)
    return [made, *(sheet for name, each in inner for sheet in _sheets_of(form, (*path, name), each, below))]


def _told_apart(columns: tuple[Column, ...], record: type[Record]) -> tuple[Column, ...]:
    """Columns of one title (the given names of two persons) with the title of their field before it."""
    many = Counter(column.title for column in columns)
    return tuple(
        replace(column, title=f"{title_of(record.model_fields[str(column.path[0])])} {column.title}")
        if many[column.title] > 1 and len(column.path) > 1
        else column
        for column in columns
    )


def _referring(form: Form, spec: FieldSpec, columns: tuple[Column, ...]) -> Iterator[Column]:
    """The columns, those that name a row of another table choosing from its sheet."""
    for column in columns:
        refers = spec.fields[str(column.path[0])].refers
        table = form.file.fields.get(refers)
        yield replace(column, refers=(table.sheet or table.title) if table else "")


def _texts(name: str, spec: FieldSpec, owners: Owners) -> Table:
    column = Column((), spec.title, spec.hint or spec.title, required=True)
    optional = not spec.required and not spec.least
    sheet, about = spec.sheet or spec.title, spec.hint or spec.title
    made = Table(sheet, about, EVERY_ROUND, (name,), (column,), owners, shape="texts", optional=optional)
    return replace(made, seldom=spec.seldom)


def _prose(name: str, spec: FieldSpec, owners: Owners) -> ProseSheet:
    parts = (ProsePart((name,), spec.title),)
    sheet, about = spec.sheet or spec.title, spec.hint or spec.title
    chapters = TYPES[spec.type].shape == "chapters"
    return ProseSheet(sheet, about, EVERY_ROUND, parts, owners, chapters=chapters, optional=not spec.required)


def _memo() -> list[AnySheet]:
    head, orders, stamps = memo_sheets(SubjectMemoHead)
    return [head, *letter_sheets(SubjectMemoHead), orders, stamps]
