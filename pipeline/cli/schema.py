"""`saraban schema`: the fields of the data, for editors or for reading."""

from __future__ import annotations

import json

import click

from pipeline import kinds
from pipeline.cli.commands import command, option
from pipeline.cli.console import say_json
from pipeline.diagnostics import Message


@command(
    "schema",
    Message(
        "แสดงโครงสร้างของแฟ้มข้อมูลเป็น JSON Schema\nเพื่อให้โปรแกรมแก้ไขข้อความช่วยเติมและตรวจช่องต่าง ๆ",
        "Print the JSON Schema of the data files,\nby which editors complete and check the fields.",
    ),
)
@option(
    "--kind",
    words=Message("เฉพาะแฟ้มชนิดนี้", "Only of this kind of file."),
    type=click.Choice((*kinds.names(), "batch")),
)
@option(
    "--markdown",
    words=Message("แสดงเป็นคู่มือภาษาไทย (docs/input.md)", "As a guide in Thai (docs/input.md)."),
    is_flag=True,
)
def schema(kind: str | None, markdown: bool) -> None:
    """Prints the schema, or the guide made from the same records."""
    from pipeline.cli.editor_schema import editor_schema  # noqa: PLC0415
    from pipeline.cli.input_doc import input_doc  # noqa: PLC0415

    if markdown:
        click.echo(input_doc(), nl=False)
    else:
        say_json(json.dumps(editor_schema(kind), ensure_ascii=False, indent=2))
