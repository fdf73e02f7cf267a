"""`saraban schema`: the fields of the data, for editors or for reading."""

from __future__ import annotations

import json

import click

from pipeline.cli.console import Console, say_json
from pipeline.cli.editor_schema import editor_schema
from pipeline.cli.input_doc import input_doc


def schema(_: Console, *, kind: str | None, markdown: bool) -> None:
    """Prints the schema, or the guide made from the same records."""
    if markdown:
        click.echo(input_doc(), nl=False)
    else:
        say_json(json.dumps(editor_schema(kind), ensure_ascii=False, indent=2))
