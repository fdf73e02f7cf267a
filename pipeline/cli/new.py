"""`saraban new`: a commented starting folder, or a workbook to begin with."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline import intake
from pipeline.cli.console import Console
from pipeline.cli.editor_schema import SCHEMA_NAME, editor_schema
from pipeline.cli.new_folder import write_new_folder
from pipeline.diagnostics import Message
from pipeline.kinds.writing import workbook_of
from pipeline.resources import resource

BOOK_NAME = "สมุดงาน.xlsx"


def new(console: Console, folder: Path, kind: str, xlsx: bool) -> None:
    """Writes the starting files of `kind`: YAML and the editors' schema, or the workbook made from them."""
    for path in write_new_folder(folder, _workbook(kind) if xlsx else _yaml(kind)):
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


def _yaml(kind: str) -> dict[str, bytes]:
    schema = json.dumps(editor_schema(kind), ensure_ascii=False, indent=2) + "\n"
    files = {start.name: start.read_bytes() for start in sorted(_start(kind).glob("*.yaml"))}
    return files | {SCHEMA_NAME: schema.encode()}


def _workbook(kind: str) -> dict[str, bytes]:
    return {BOOK_NAME: workbook_of(kind, intake.read(_start(kind)).values)}
