"""`saraban new`: a commented starting folder, or a workbook to begin with."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline import kinds
from pipeline.cli.commands import argument, command, option
from pipeline.cli.console import Console
from pipeline.cli.new_folder import write_new_folder
from pipeline.diagnostics import Message

BOOK_NAME = "สมุดงาน.xlsx"


@command(
    "new",
    Message(
        "สร้างโฟลเดอร์เริ่มต้น พร้อมคำอธิบายทุกช่องและข้อมูลตัวอย่าง\nแก้ข้อมูลแล้วสั่ง saraban render ได้ทันที\n"
        "ใส่ --xlsx ถ้าต้องการเป็นสมุดงาน Excel",
        "Make a starting folder with every field explained and filled with an example.\n"
        "It renders at once; put your own data in place of the example.\n"
        "With --xlsx it is an Excel workbook.",
    ),
    answers=False,
)
@argument(
    "folder",
    words=Message("โฟลเดอร์ใหม่ (หรือโฟลเดอร์ว่าง)", "A new (or empty) folder."),
    metavar="DIR",
    type=click.Path(path_type=Path),
)
@option(
    "--kind",
    words=Message(
        "ชนิด: hr-scorecard รายงานประจำรอบ, agreement คำรับรอง, memo บันทึกข้อความ",
        "Kind: hr-scorecard, agreement or memo.",
    ),
    type=click.Choice(kinds.names()),
    required=True,
)
@option(
    "--xlsx",
    words=Message("เป็นสมุดงาน Excel แทนแฟ้ม YAML", "An Excel workbook instead of YAML files."),
    is_flag=True,
)
@click.pass_obj
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
    from pipeline.resources import resource  # noqa: PLC0415

    return resource("templates", "start", kind)


def _yaml(kind: str) -> dict[str, bytes]:
    from pipeline.cli.editor_schema import SCHEMA_NAME, editor_schema  # noqa: PLC0415

    schema = json.dumps(editor_schema(kind), ensure_ascii=False, indent=2) + "\n"
    files = {start.name: start.read_bytes() for start in sorted(_start(kind).glob("*.yaml"))}
    return files | {SCHEMA_NAME: schema.encode()}


def _workbook(kind: str) -> dict[str, bytes]:
    from pipeline import intake  # noqa: PLC0415
    from pipeline.kinds.writing import workbook_of  # noqa: PLC0415

    return {BOOK_NAME: workbook_of(kind, intake.read(_start(kind)).values)}
