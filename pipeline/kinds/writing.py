"""Writes an input of any kind as its workbook or its YAML files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline import kinds
from pipeline.intake.source import Plain
from pipeline.workbook import writing
from pipeline.workbook import yaml_files as files


def workbook_of(kind: str, values: Mapping[str, Any]) -> bytes:
    """The workbook of one input, as `workbook.writing` says."""
    return writing.workbook_of(kinds.of(kind).layout, values)


def yaml_files(values: Mapping[str, Plain]) -> dict[str, bytes]:
    """Each YAML file's name and bytes; `values` are those of a whole input, with its `kind`."""
    kind = kinds.of(str(values["kind"]).strip())
    return files.yaml_files(values, kind.label.th, kind.files)
