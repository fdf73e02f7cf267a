"""Reads a `kind.yaml`: what it says, ready for use, or every fault in it at once, each with its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake import Source
from pipeline.intake.decoding import decode
from pipeline.intake.opening import ordinary_bytes, unreadable
from pipeline.intake.yaml_reader import read_yaml
from pipeline.kinds.from_yaml.compiling import compile_checks, compile_made, compile_weights, compile_when
from pipeline.kinds.from_yaml.field_checks import field_faults
from pipeline.kinds.from_yaml.form import Form, FormInput
from pipeline.kinds.from_yaml.kind_file import KindFile
from pipeline.kinds.from_yaml.kind_names import name_fault
from pipeline.kinds.from_yaml.paper_checks import paper_faults
from pipeline.kinds.from_yaml.records import build_record, class_name, types_of
from pipeline.kinds.from_yaml.scored_form import ScoredFormInput, Scoring
from pipeline.kinds.from_yaml.scoring_checks import scoring_spec_faults
from pipeline.model.loading import validate_record

LARGEST = 500_000
"""A `kind.yaml` has at most so many bytes."""


def kind_bytes(file: Path) -> bytes:
    """What a `kind.yaml` holds. Raises `InputError` where it cannot be read, or is too large."""
    try:
        data = ordinary_bytes(file, LARGEST + 1)
    except OSError as error:
        raise InputError([unreadable(file, error)]) from error
    if len(data) > LARGEST:
        raise InputError([diagnose("kind-too-large", Location(str(file)), limit=f"{LARGEST:,}")])
    return data


def read_form(name: str, file: str, data: bytes) -> Form:
    """The kind called `name` that a file describes. Raises `InputError`."""
    values, places = read_yaml(decode(data, file), file)
    source = Source(file, values, places)
    kind_file = validate_record(source, KindFile)
    faults = [
        *_name_faults(name, source),
        *field_faults(kind_file, source),
        *paper_faults(kind_file, source),
        *scoring_spec_faults(kind_file, source),
    ]
    if faults:
        raise InputError(faults)
    return _form(name, kind_file, source)


def _name_faults(name: str, source: Source) -> Iterator[Diagnostic]:
    if fault := name_fault(name, Location(source.name)):
        yield fault


def _form(name: str, kind_file: KindFile, source: Source) -> Form:
    """The kind with its records built and its expressions compiled. Raises `InputError`."""
    record = _record(name, kind_file)
    faults: list[Diagnostic] = []
    made = compile_made(kind_file, record, source, faults)
    checks = compile_checks(kind_file, record, source, faults)
    when = compile_when(kind_file, record, source, faults)
    weights = compile_weights(kind_file, record, source, faults)
    if faults:
        raise InputError(faults)
    form = Form(name, kind_file, record, made, checks, when)
    record.form = form
    if issubclass(record, ScoredFormInput) and kind_file.scoring is not None:
        record.scoring = Scoring(kind_file.scoring, weights)
    return form


def _record(name: str, kind_file: KindFile) -> type[FormInput]:
    kind: tuple[Any, Any] = (Literal.__getitem__((name,)), Field(..., description="ชนิดของข้อมูล"))
    title = kind_file.title.message.th
    base = FormInput if kind_file.scoring is None else ScoredFormInput
    record: type[FormInput] = build_record(
        class_name(name) + "Input", title, kind_file.fields, base, kind=kind
    )
    record.types = types_of(kind_file.fields)
    return record
