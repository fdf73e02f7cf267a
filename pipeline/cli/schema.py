"""`saraban schema`: the fields of the data, for editors or for reading."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.cli.console import Console, say_json
from pipeline.cli.editor_schema import editor_schema
from pipeline.cli.input_doc import input_doc
from pipeline.cli.scheme_list import say_scheme, say_schemes
from pipeline.kinds import Kinds


def schema(
    console: Console,
    *,
    kind: str | None,
    markdown: bool,
    schemes: bool,
    scheme: str | None,
    templates: Path | None,
) -> None:
    """Prints the schema, or the guide made from the same records, or the schemes of scoring."""
    if scheme is not None:
        say_scheme(scheme)
    elif schemes:
        say_schemes(console)
    elif markdown:
        click.echo(input_doc(Kinds(templates)), nl=False)
    else:
        say_json(json.dumps(editor_schema(kind, Kinds(templates)), ensure_ascii=False, indent=2))
