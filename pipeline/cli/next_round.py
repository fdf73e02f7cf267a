"""`saraban new --from`: the next round of a work, and what is to be done in it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from pipeline import api
from pipeline.cli.console import Console
from pipeline.cli.editor_schema import SCHEMA_NAME, editor_schema
from pipeline.cli.new_folder import write_new_folder
from pipeline.cli.typed_again import typed
from pipeline.diagnostics import Message
from pipeline.intake import ValuePath
from pipeline.kinds import Kind, Kinds, kind_of
from pipeline.kinds.picture_files import files_of_pictures, without_contents
from pipeline.kinds.writing import workbook_of, yaml_files
from pipeline.output.new_file import write_new
from pipeline.papers.name_rows import name_rows
from pipeline.papers.options import RenderOptions
from pipeline.rounds.rolling import Rolled, roll_over
from pipeline.thai.dates import date_range
from pipeline.workbook import book_of
from pipeline.workbook.sheet_of_path import sheet_of

BOOK_NAME = "สมุดงาน.xlsx"


def write_next_round(
    console: Console, last: Path, target: Path, known: Kinds, templates: Path | None, *, xlsx: bool
) -> None:
    """Reads the last round, which must be sound, and writes the next as a workbook where that is one (or is
    asked for), else as YAML files. Nothing that stands there is written over.
    """
    prepared = api.load(last, options=RenderOptions(folder=templates))
    rolled = roll_over(prepared)
    kind = kind_of(prepared.office_input)
    is_file = target.suffix.lower() == ".xlsx"
    pictures = files_of_pictures(rolled.values)
    if is_file or xlsx or book_of(last) is not None:
        book = workbook_of(kind, rolled.values, name_rows(prepared.office_input))
        written = _write_book(target, book, pictures, is_file=is_file)
    else:
        schema = json.dumps(editor_schema(kind.name, known), ensure_ascii=False, indent=2) + "\n"
        files = yaml_files(kind, without_contents(rolled.values)) | pictures
        written = write_new_folder(target, files | {SCHEMA_NAME: schema.encode()})
    for path in written:
        click.echo(path)
    for line in tell_rolled(rolled, kind):
        console.print(line)
    own = ("--templates", templates) if templates and kind.origin.is_relative_to(templates) else ()
    check = typed("check", target, *own)
    console.print(Message(f"กรอกแล้วสั่ง: {check}", f"Fill it in, then: {check}"))


def _write_book(
    target: Path, book: bytes, pictures: Mapping[str, bytes], *, is_file: bool
) -> tuple[Path, ...]:
    """The workbook, and the pictures that it names beside it."""
    if not is_file:
        return write_new_folder(target, {**pictures, BOOK_NAME: book})
    files = {**{target.parent / name: data for name, data in pictures.items()}, target: book}
    for path, data in files.items():
        write_new(path, data)
    return tuple(files)


def tell_rolled(rolled: Rolled, kind: Kind) -> list[Message]:
    """What was made of the last round: the period, and how much is to be filled in or looked at, by sheet."""
    told: list[Message] = []
    if rolled.period is not None:
        days = date_range(rolled.period.start, rolled.period.end)
        anew = Message(" (ขึ้นปีใหม่ ผลสะสมเริ่มนับใหม่)", " (a new year, results begin anew)")
        more = anew if rolled.period.is_new_year else Message("", "")
        told.append(
            Message(
                f"รอบใหม่: {days}{more.th} ถ้าไม่ใช่ แก้วันของรอบก่อนกรอกผล",
                f"The new round: {days}{more.en}. If it is another, change its days first.",
            )
        )
    if rolled.track:
        told.append(Message(f"เพิ่มรอบ {rolled.track} ในเอกสารเดิม", f"Round {rolled.track} was added."))
    emptied = _by_sheet(rolled.emptied, kind)
    told += _counted("กรอกใหม่ {} ช่อง", "{} values to fill in", len(rolled.emptied), emptied)
    dates = _by_sheet(rolled.dates, kind)
    told += _counted(
        "วันที่และเลขที่ของเอกสาร {} ช่อง", "{} dates and numbers of the paper", len(rolled.dates), dates
    )
    texts = _by_sheet(rolled.texts, kind)
    told += _counted(
        "ทบทวนข้อความเดิม {} แห่ง แก้ หรือใส่ ใช่ ในช่อง ยังใช้ได้ ของแผ่นงาน ค่ารอบก่อน",
        "{} texts to look at: write anew, or tick as still right in the sheet ค่ารอบก่อน",
        len(rolled.texts),
        texts,
    )
    told += _counted(
        "เรื่องค้างที่ต้องบอกผล {} เรื่อง", "{} matters left open, to tell the outcome of", rolled.carried, ""
    )
    told += _counted(
        "ตัดข้อยกเว้นของรอบก่อน {} รายการ", "{} exceptions of the last round left out", rolled.dropped, ""
    )
    return told


def _counted(th: str, en: str, count: int, where: str) -> list[Message]:
    if not count:
        return []
    at = f": {where}" if where else ""
    return [Message(th.format(count) + at, en.format(count) + at)]


def _by_sheet(paths: Iterable[ValuePath], kind: Kind) -> str:
    counts = Counter(sheet_of(kind.layout, path) for path in paths)
    return ", ".join(f"{sheet} {count}" for sheet, count in counts.items() if sheet)
