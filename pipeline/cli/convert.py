"""`saraban convert`: a YAML folder -> a workbook, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import click

from pipeline.cli.console import Console
from pipeline.cli.editor_schema import SCHEMA_NAME, editor_schema
from pipeline.cli.new_folder import write_new_folder
from pipeline.cli.remarks import say_remarks
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import diagnose
from pipeline.intake.source import Plain
from pipeline.kinds import Kinds, kind_of
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.office_kinds import office_of
from pipeline.kinds.picture_files import files_of_pictures, without_contents
from pipeline.kinds.starting import has_offices
from pipeline.kinds.starting_wording import with_wording
from pipeline.kinds.writing import full_workbook_of, workbook_of, yaml_files
from pipeline.output.new_file import write_new
from pipeline.papers.name_rows import name_rows


def convert(
    console: Console,
    source: Path,
    target: Path,
    *,
    all_sheets: bool,
    office: str | None,
    templates: Path | None,
) -> None:
    """Reads and checks the data, and writes them in the other form; `all_sheets` is of a workbook, `office`
    the kind of office whose wording is added where the data have none.
    """
    known = Kinds(templates)
    given = read(source, known)
    record = load(given, known)
    kind, values = kind_of(record), given.values
    if office:
        if not has_offices(kind):
            raise UsageError(diagnose("usage/no-offices", kind=kind.name))
        values = with_wording(values, office_of(office))
        record = load(replace(given, values=values), known)
    if target.suffix.lower() == ".xlsx":
        made = full_workbook_of if all_sheets else workbook_of
        book = made(kind, values, name_rows(record))
        for path, data in {**_beside(target, values), target: book}.items():
            write_new(path, data)
            click.echo(path)
    else:
        schema = json.dumps(editor_schema(kind.name, known), ensure_ascii=False, indent=2) + "\n"
        files = yaml_files(kind, without_contents(values)) | files_of_pictures(values)
        for path in write_new_folder(target, files | {SCHEMA_NAME: schema.encode()}):
            click.echo(path)
    say_remarks(given.remarks, console)


def _beside(book: Path, values: dict[str, Plain]) -> dict[Path, bytes]:
    """The pictures of the data, each beside the workbook that names it."""
    return {book.parent / name: data for name, data in files_of_pictures(values).items()}
