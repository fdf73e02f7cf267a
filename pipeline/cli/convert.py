"""`saraban convert`: a YAML folder -> a workbook, and back."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.cli.commands import argument, command
from pipeline.cli.console import Console
from pipeline.cli.new_folder import write_new_folder
from pipeline.cli.remarks import say_remarks
from pipeline.diagnostics import Message


@command(
    "convert",
    Message(
        "แปลงข้อมูลระหว่างโฟลเดอร์ YAML กับสมุดงาน Excel โดยไม่เสียข้อมูล\n"
        "ปลายทางที่ลงท้ายด้วย .xlsx คือสมุดงาน นอกนั้นคือโฟลเดอร์ใหม่\n"
        "หมายเหตุหลัง # ในแฟ้ม YAML ไม่ใช่ข้อมูล จึงไม่ตามไปด้วย",
        "Turn a folder of YAML into an Excel workbook, or back, without loss.\n"
        "A target that ends in .xlsx is a workbook, any other a new folder.\n"
        "Comments after # in YAML are no data and do not go along.",
    ),
    answers=False,
)
@argument(
    "source",
    words=Message("ข้อมูล: โฟลเดอร์ แฟ้ม .yaml หรือสมุดงาน .xlsx", "The data: a folder, a .yaml or an .xlsx file."),
    metavar="FROM",
    type=click.Path(path_type=Path),
)
@argument(
    "target",
    words=Message("สมุดงาน .xlsx ใหม่ หรือโฟลเดอร์ใหม่", "A new .xlsx workbook, or a new folder."),
    metavar="TO",
    type=click.Path(path_type=Path),
)
@click.pass_obj
def convert(console: Console, source: Path, target: Path) -> None:
    """Reads and checks the data, and writes them in the other form."""
    from pipeline.kinds.input_reader import read  # noqa: PLC0415
    from pipeline.kinds.loading import load  # noqa: PLC0415
    from pipeline.output.new_file import write_new  # noqa: PLC0415

    given = read(source)
    kind = load(given).kind
    if target.suffix.lower() == ".xlsx":
        from pipeline.kinds.writing import workbook_of  # noqa: PLC0415

        write_new(target, workbook_of(kind, given.values))
        click.echo(target)
    else:
        from pipeline.cli.editor_schema import SCHEMA_NAME, editor_schema  # noqa: PLC0415
        from pipeline.kinds.writing import yaml_files  # noqa: PLC0415

        schema = json.dumps(editor_schema(kind), ensure_ascii=False, indent=2) + "\n"
        for path in write_new_folder(target, yaml_files(given.values) | {SCHEMA_NAME: schema.encode()}):
            click.echo(path)
    say_remarks(given.remarks, console)
