"""Texts in which `{names}` may stand and that a template prints as they are, with their braces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jinja2 import TemplateError as JinjaTemplateError

from pipeline.compose.environment import environment
from pipeline.compose.own_templates import reach_of
from pipeline.diagnostics import Diagnostic, Location, SarabanError, diagnose
from pipeline.intake import ValuePath
from pipeline.kinds.from_yaml.compiled import Path as FieldPath
from pipeline.kinds.from_yaml.compiling import place_of
from pipeline.kinds.from_yaml.kind_file import FieldSpec
from pipeline.papers.kind_proofs.start_data import StartData, without_names

_MARK = "ฆฏ{number}ฆฏ"
"""What no paper says."""


def unfilled_faults(start: StartData, at: Callable[[ValuePath], Location]) -> Iterator[Diagnostic]:
    """A fault for each such text, where its template prints it, as far as that can be told."""
    fields = list(_fields_with_names(start.kind.form.file.fields))
    values = without_names(start.values)
    for number, (path, spec) in enumerate(fields):
        text = "{office}" + _MARK.format(number=number)
        values = _with_text(values, path, [text] if spec.type == "prose" else text)
    record = start.record(values)
    if record is None:
        return
    try:
        markups = list(start.markups(record))
    except SarabanError:
        return
    for number, (path, spec) in enumerate(fields):
        sought = "{office}" + _MARK.format(number=number)
        printing = [template for template, markup in markups if sought in markup]
        for template in printing:
            place = _line_printing(path[-1], template, start)
            told = at(place_of(path[:-1], path[-1]))
            yield diagnose("kind-not-filled", place, also=[told], title=spec.title, name=path[-1])


def _fields_with_names(
    fields: Mapping[str, FieldSpec], above: FieldPath = ()
) -> Iterator[tuple[FieldPath, FieldSpec]]:
    for name, spec in fields.items():
        if (spec.type == "text" and spec.names) or spec.type == "prose":
            yield (*above, name), spec
        yield from _fields_with_names(spec.fields, (*above, name))


def _with_text(values: Any, path: FieldPath, text: Any) -> Any:
    """The values with this text at a field; in a table, in every row."""
    if isinstance(values, list):
        return [_with_text(each, path, text) for each in values]
    if not isinstance(values, dict):
        return values
    name, *below = path
    if not below:
        return {**values, name: text}
    return {
        each: _with_text(value, tuple(below), text) if each == name else value
        for each, value in values.items()
    }


def _line_printing(name: str, template: str, start: StartData) -> Location:
    """The first line, of a template and those that it uses, that prints a field of that name unfilled."""
    named = rf"[^}}]*\b{re.escape(name)}\b[^}}]*\}}"
    printed = re.compile(rf"\{{\{{(?![^}}]*\bfilled\b){named}|\{{%-? *for\b{named}")
    made = environment(start.folder)
    for used in (template, *sorted(_used_by(template, start))):
        try:
            source = made.loader.get_source(made, used)[0] if made.loader else ""
        except (JinjaTemplateError, SarabanError):
            continue
        if found := printed.search(source):
            return Location(used, source.count("\n", 0, found.start()) + 1)
    return Location(template)


def _used_by(template: str, start: StartData) -> frozenset[str]:
    papers = [paper for paper in start.kind.papers if paper.template == template]
    return reach_of(start.folder, papers).templates - {template}
