"""`saraban new --kind batch`: a batch file for a base, and a table of units to fill in."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import click

from pipeline.batch.batch_file import BATCH_FILE
from pipeline.batch.units_workbook import unit_headers, units_workbook
from pipeline.cli.console import Console
from pipeline.cli.new_folder import write_new_folder
from pipeline.cli.typed_again import typed
from pipeline.diagnostics import Message
from pipeline.kinds import Kinds
from pipeline.kinds.input_reader import read

BOOK_NAME, TABLE_NAME = "หน่วยงาน.xlsx", "หน่วยงาน.csv"

_BATCH = """\
# ชุดงาน: แต่ละแถวใน {table} คือหน่วยงานหนึ่ง (หรือบุคคลหนึ่ง) ช่องว่างคือใช้ค่าของข้อมูลตั้งต้น
# A batch: each row of {table} is a unit (or a person); an empty cell leaves the base's value.
#
#   saraban batch . --dry-run       แสดงแผนและทุกช่องที่ต้องแก้ ไม่เขียนแฟ้ม / the plan and all faults, nothing written
#   saraban batch . -o output       ทำเอกสาร / make the papers

kind: batch
title: {title}
base: {base}
units_from: {table}

# ค่าที่ทุกหน่วยงานใช้แทนข้อมูลตั้งต้น {{unit}} คือ id ของแถว เช่น
# What every unit has instead of the base's; {{unit}} is the row's id, as in
# set:
#   office.name: สำนักงานจังหวัด{{unit}}
"""


def new_batch(console: Console, *, folder: Path, base: Path, templates: Path | None, xlsx: bool) -> None:
    """Writes `batch.yaml` for the data at `base`, and its table of units. Raises `InputError` for data that
    cannot be read.
    """
    known = Kinds(templates)
    source = read(base, known)
    values = source.values
    known.of(str(values.get("kind")).strip())
    table = BOOK_NAME if xlsx else TABLE_NAME
    written = {
        BATCH_FILE: _batch_file(folder, base, table),
        table: units_workbook(values, known) if xlsx else _csv(unit_headers(values, known)),
    }
    for path in write_new_folder(folder, written):
        click.echo(path)
    own = ("--templates", templates) if templates else ()
    shown = typed("batch", folder, *own, "--dry-run")
    console.print(
        Message(
            f"กรอกแถวละหนึ่งหน่วยงานหรือหนึ่งคนใน {table} แล้วสั่ง: {shown}",
            f"Fill in a row for each unit or person in {table}, then: {shown}",
        )
    )


def _batch_file(folder: Path, base: Path, table: str) -> bytes:
    """The batch file. JSON strings are YAML, whatever they hold."""
    try:
        beside = os.path.relpath(base.resolve(), folder.resolve())
    except ValueError:  # another drive
        beside = str(base.resolve())
    title = json.dumps(folder.resolve().name, ensure_ascii=False)
    where = json.dumps(Path(beside).as_posix(), ensure_ascii=False)
    return _BATCH.format(title=title, base=where, table=table).encode()


def _csv(header: tuple[str, ...]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerow(header)
    return written.getvalue().encode("utf-8-sig")
