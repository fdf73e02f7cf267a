"""Who answers for the rows of tables of which a column is `responsible`."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.kinds.from_yaml.field_types import printed
from pipeline.kinds.from_yaml.form import FormInput
from pipeline.kinds.from_yaml.kind_file import FieldSpec
from pipeline.kinds.responsible import OwnedRow, Responsible
from pipeline.model.soundness import entries, is_refused


def owned_rows(office_input: FormInput) -> Iterator[OwnedRow]:
    """Each row that names somebody; what a table calls a row is its key."""
    for name, spec in office_input.form.file.fields.items():
        column = responsible_column(spec)
        if not column or not spec.key:
            continue
        for _, row in entries(getattr(office_input, name)):
            key, who = getattr(row, spec.key), getattr(row, column)
            if is_refused(key) or is_refused(who) or not key or not who:
                continue
            called = printed(who, spec.fields[column].type) or ""
            yield OwnedRow((name,), str(key), Responsible(called, called), whole=False)


def responsible_column(spec: FieldSpec) -> str:
    """The column of a table that says who answers for a row; empty if none does."""
    return next((name for name, each in spec.fields.items() if each.responsible), "")
