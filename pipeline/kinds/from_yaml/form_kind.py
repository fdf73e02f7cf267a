"""A kind that a `kind.yaml` describes, with the parts that the kinds written in Python have as modules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from pipeline.diagnostics import Message
from pipeline.kinds.from_yaml import data_checks, facts, scoring, sheets, signers
from pipeline.kinds.from_yaml.form import Form, FormInput
from pipeline.kinds.from_yaml.owned_rows import owned_rows, responsible_column
from pipeline.kinds.from_yaml.personal import are_scores_personal, personal_fields
from pipeline.kinds.kind import Kind
from pipeline.kinds.papers import Paper
from pipeline.model.office_input import OfficeInput
from pipeline.workbook.layout import Layout

KIND_FILE = "kind.yaml"
START = "start"
_LAST, _LAST_FILE = "last_round", "last-round"
"""The field of every input that stands in a YAML file of its own, and that file."""


@dataclass(frozen=True)
class FormKind(Kind):
    """A kind made from `folder`/kind.yaml; `form` is what that says."""

    form: Form
    folder: Path

    @property
    def origin(self) -> Path:
        """The folder that describes it."""
        return self.folder

    @property
    def start(self) -> Path:
        """The folder of its example data."""
        return self.folder / START

    @property
    def about(self) -> Message:
        """What its papers are for."""
        return self.form.file.about.message

    @cached_property
    def papers(self) -> tuple[Paper, ...]:
        """All papers that it makes, also those that not every input makes."""
        return tuple(
            Paper(each.id, each.title, each.template, each.style, each.label.message)
            for each in self.form.file.papers
        )

    def papers_made(self, office_input: OfficeInput) -> tuple[Paper, ...]:
        """The papers that an input makes: those of which the condition holds."""
        assert isinstance(office_input, FormInput)
        return tuple(paper for paper in self.papers if self.form.makes(paper.id, office_input))

    def part(self, name: str) -> Any:
        """A part of the kind, with all that its protocol asks of it (`kinds.parts`)."""
        parts: Mapping[str, Any] = {
            "record": SimpleNamespace(RECORD=self.form.record),
            "checks": data_checks,
            "scoring": scoring,
            "sheets": SimpleNamespace(layout=self._layout, owned_rows=owned_rows),
            "facts": facts,
            "signers": signers,
        }
        return parts[name]

    def responsible_fields(self, into: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
        """The column of a table that its file calls responsible."""
        spec = self.form.file.fields.get(into[0]) if into else None
        column = responsible_column(spec) if spec else ""
        return frozenset({(column,)}) if column else frozenset()

    def personal(self) -> Mapping[tuple[str, ...], bool]:
        """Those that its file calls personal, and what is worked out from them."""
        return self._personal

    def has_personal_scores(self) -> bool:
        """Whether its file says so, of scores or of the results that they come from."""
        return are_scores_personal(self.form.file)

    @cached_property
    def _personal(self) -> Mapping[tuple[str, ...], bool]:
        return personal_fields(self.form.file, self.form.made)

    def _layout(self, title: str) -> Layout:
        return sheets.layout_of(self.form, title)


def form_kind(name: str, form: Form, folder: Path) -> FormKind:
    """The kind called `name`."""
    file = form.file
    title = file.title.message
    own = tuple(each for each in form.record.model_fields if each != _LAST)
    files = {**(file.files or {name: own}), _LAST_FILE: (_LAST,)}
    typed = {name for name, spec in file.fields.items() if spec.made}
    listed = {each: tuple(field for field in fields if field not in typed) for each, fields in files.items()}
    return FormKind(name=name, title=title.th, label=title, files=listed, form=form, folder=folder)
