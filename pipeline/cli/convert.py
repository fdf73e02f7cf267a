"""`saraban convert`: a YAML folder -> a workbook, and back."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.cli.console import Console
from pipeline.cli.editor_schema import SCHEMA_NAME, editor_schema
from pipeline.cli.new_folder import write_new_folder
from pipeline.cli.remarks import say_remarks
from pipeline.kinds import Kinds, kind_of
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.writing import full_workbook_of, workbook_of, yaml_files
from pipeline.output.new_file import write_new


def convert(console: Console, source: Path, target: Path, all_sheets: bool, templates: Path | None) -> None:
    """Reads and checks the data, and writes them in the other form; `all_sheets` is of a workbook."""
    known = Kinds(templates)
    given = read(source, known)
    kind = kind_of(load(given, known))
    if target.suffix.lower() == ".xlsx":
        made = full_workbook_of if all_sheets else workbook_of
        write_new(target, made(kind, given.values))
        click.echo(target)
    else:
        schema = json.dumps(editor_schema(kind.name, known), ensure_ascii=False, indent=2) + "\n"
        for path in write_new_folder(target, yaml_files(kind, given.values) | {SCHEMA_NAME: schema.encode()}):
            click.echo(path)
    say_remarks(given.remarks, console)
