"""`saraban new`: a commented starting folder, or a workbook to begin with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from pipeline import kinds
from pipeline.cli.console import Console
from pipeline.cli.editor_schema import SCHEMA_NAME, editor_schema
from pipeline.cli.new_folder import write_new_folder
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import Message, diagnose
from pipeline.intake.source import Plain
from pipeline.kinds.starting import start_under, start_values
from pipeline.kinds.writing import workbook_of, yaml_files
from pipeline.model.scored_input import ScoredInput
from pipeline.resources import resource

BOOK_NAME = "สมุดงาน.xlsx"


def new(console: Console, folder: Path, kind: str, scheme: str | None, xlsx: bool) -> None:
    """Writes the starting files of `kind`: YAML and the editors' schema, or the workbook made from them.

    `scheme` is a shipped one, by which the example is to be scored.
    """
    if scheme and not issubclass(kinds.of(kind).record, ScoredInput):
        raise UsageError(diagnose("usage/no-scores"))
    values = start_under(kind, scheme) if scheme else start_values(kind)
    files = {BOOK_NAME: workbook_of(kind, values)} if xlsx else _yaml(kind, values if scheme else None)
    for path in write_new_folder(folder, files):
        click.echo(path)
    shown = f'"{folder}"' if " " in str(folder) else str(folder)
    where = (
        Message("ในสมุดงาน", "into the workbook") if xlsx else Message("ในแฟ้ม .yaml", "into the .yaml files")
    )
    console.print(
        Message(
            f"แก้ข้อมูล{where.th} แล้วสั่ง: saraban render {shown} -o output",
            f"Put your data {where.en}, then: saraban render {shown} -o output",
        )
    )


def _start(kind: str) -> Path:
    return resource("templates", "start", kind)


def _yaml(kind: str, values: Mapping[str, Plain] | None) -> dict[str, bytes]:
    """The commented example, or plain files with `values`."""
    schema = json.dumps(editor_schema(kind), ensure_ascii=False, indent=2) + "\n"
    example = {start.name: start.read_bytes() for start in sorted(_start(kind).glob("*.yaml"))}
    return (example if values is None else yaml_files(values)) | {SCHEMA_NAME: schema.encode()}
