"""Writes an input of any kind as its workbook or its YAML files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.intake.source import Plain
from pipeline.kinds.kind import Kind
from pipeline.workbook import writing
from pipeline.workbook import yaml_files as files
from pipeline.workbook.levelled import with_all_sheets
from pipeline.workbook.name_sheet import NameRow


def workbook_of(kind: Kind, values: Mapping[str, Any], names: Sequence[NameRow] = ()) -> bytes:
    """The workbook of one input, as `workbook.writing` says."""
    return writing.workbook_of(kind.layout, values, names)


def full_workbook_of(kind: Kind, values: Mapping[str, Any], names: Sequence[NameRow] = ()) -> bytes:
    """The same with every sheet and column of the kind, also those that the data do not use."""
    return writing.workbook_of(with_all_sheets(kind.layout), values, names)


def yaml_files(kind: Kind, values: Mapping[str, Plain]) -> dict[str, bytes]:
    """Each YAML file's name and bytes; `values` are those of a whole input."""
    return files.yaml_files(values, kind.label.th, kind.files)
