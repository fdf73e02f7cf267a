"""`saraban new`: a commented starting folder, or a workbook to begin with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from pipeline.cli.console import Console
from pipeline.cli.editor_schema import SCHEMA_NAME, editor_schema
from pipeline.cli.new_folder import write_new_folder
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import Message, diagnose
from pipeline.intake.source import Plain
from pipeline.kinds import Kind, Kinds
from pipeline.kinds.starting import start_under, start_values
from pipeline.kinds.writing import workbook_of, yaml_files
from pipeline.model.scored_input import ScoredInput

BOOK_NAME = "สมุดงาน.xlsx"


def new(
    console: Console, *, folder: Path, kind: str, scheme: str | None, templates: Path | None, xlsx: bool
) -> None:
    """Writes the starting files of `kind`: YAML and the editors' schema, or the workbook made from them.

    `scheme` is a shipped one, by which the example is to be scored.
    """
    known = Kinds(templates)
    made = known.of(kind)
    if scheme and not issubclass(made.record, ScoredInput):
        raise UsageError(diagnose("usage/no-scores"))
    values = start_under(made, scheme) if scheme else start_values(made)
    written = (
        {BOOK_NAME: workbook_of(made, values)} if xlsx else _yaml(made, values if scheme else None, known)
    )
    for path in write_new_folder(folder, written):
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


def _yaml(kind: Kind, values: Mapping[str, Plain] | None, known: Kinds) -> dict[str, bytes]:
    """The commented example, or plain files with `values`."""
    schema = json.dumps(editor_schema(kind.name, known), ensure_ascii=False, indent=2) + "\n"
    example = {start.name: start.read_bytes() for start in sorted(kind.start.glob("*.yaml"))}
    return (example if values is None else yaml_files(kind, values)) | {SCHEMA_NAME: schema.encode()}
