"""Writes an input of any kind as its workbook or its YAML files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline import kinds
from pipeline.intake.source import Plain
from pipeline.workbook import writing
from pipeline.workbook import yaml_files as files
from pipeline.workbook.levelled import with_all_sheets


def workbook_of(kind: str, values: Mapping[str, Any]) -> bytes:
    """The workbook of one input, as `workbook.writing` says."""
    return writing.workbook_of(kinds.of(kind).layout, values)


def full_workbook_of(kind: str, values: Mapping[str, Any]) -> bytes:
    """The same with every sheet and column of the kind, also those that the data do not use."""
    return writing.workbook_of(with_all_sheets(kinds.of(kind).layout), values)


def yaml_files(values: Mapping[str, Plain]) -> dict[str, bytes]:
    """Each YAML file's name and bytes; `values` are those of a whole input, with its `kind`."""
    kind = kinds.of(str(values["kind"]).strip())
    return files.yaml_files(values, kind.label.th, kind.files)
