"""Fields of a kind that no paper prints, and that nothing is checked by or worked out from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.compose.own_templates import names_said
from pipeline.compose.papers import papers_of
from pipeline.compose.unread import watch_record
from pipeline.diagnostics import Diagnostic, Location, SarabanError, diagnose
from pipeline.intake import ValuePath
from pipeline.kinds.from_yaml.compiling import fields_in, place_of
from pipeline.kinds.from_yaml.form import FormInput, rows_at
from pipeline.papers.kind_proofs.start_data import StartData


def unread_remarks(start: StartData, at: Callable[[ValuePath], Location]) -> Iterator[Diagnostic]:
    """A remark for each such field, at its line of `kind.yaml`; nothing while a paper is not made."""
    record = start.record(start.values)
    if record is None or len(papers_of(record)) < len(start.kind.papers):
        return
    log: set[ValuePath] = set()
    try:
        for _ in start.markups(watch_record(record, log)):
            pass
    except SarabanError:
        return
    read = {tuple(step for step in path if isinstance(step, str)) for path in log}
    read |= {(name,) for name in names_said(start.folder, start.kind.papers)} | record.used
    for owners, name, spec in fields_in(start.kind.form.file.fields):
        if (*owners, name) not in read and _is_there(record, owners):
            yield diagnose("kind-not-printed", at(place_of(owners, name)), title=spec.title, name=name)


def _is_there(record: FormInput, owners: tuple[str, ...]) -> bool:
    """Whether the start data have a row in which the field could be read."""
    return next(rows_at(record, owners), None) is not None
