"""Batches that were dropped on the desk: a workbook with its own units, or a table of units for a work."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from pipeline.batch.unit_rows import holds_units
from pipeline.desk.batch_work import BATCH_FILE, BatchWork, Progress
from pipeline.desk.settings import DeskSettings
from pipeline.desk.uploads import Upload, new_shelf
from pipeline.desk.work import Work

TABLES = (".xlsx", ".csv")
_BASE = "base"
_OUTPUT = "output"


def batch_of_workbook(workbook: Path, settings: DeskSettings) -> BatchWork | None:
    """The batch that an uploaded workbook is, in a folder of its own; `None` if it holds no units."""
    if workbook.suffix.lower() != ".xlsx" or not holds_units(workbook):
        return None
    shelf = new_shelf(settings.uploads)
    source = shelf / workbook.name
    shutil.copyfile(workbook, source)
    return BatchWork(source, shelf / _OUTPUT, settings.folder, shelf=shelf)


def batch_of_table(work: Work, table: Upload, settings: DeskSettings) -> BatchWork:
    """The batch of a work's data and an uploaded table of units. Data that were uploaded are copied as they
    are now; a person's own are read where they are.
    """
    shelf = new_shelf(settings.uploads)
    base = work.source.resolve() if work.followed else _copied(work.source, shelf / _BASE)
    source = _with_table(shelf, str(base), table)
    return BatchWork(source, shelf / _OUTPUT, settings.folder, shelf=shelf, name=table.name)


def put_in_place(batch: BatchWork, shelf: Path, upload: Upload) -> None:
    """Puts a newer upload in the place of the old one; what was made stays, so that the plan tells what
    changed.
    """
    base = _base(shelf)
    batch.stop()
    batch.name, batch.progress = upload.name, Progress()
    for old in (path for path in shelf.iterdir() if path.suffix.lower() in TABLES):
        old.unlink()
    if base:
        _with_table(shelf, base, upload)
    else:
        batch.source = shelf / upload.name
        batch.source.write_bytes(upload.data)


def _copied(source: Path, folder: Path) -> Path:
    target = folder / source.name
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        folder.mkdir()
        shutil.copyfile(source, target)
    return target


def _with_table(shelf: Path, base: str, table: Upload) -> Path:
    """Writes the table, and the batch file that names it. JSON is YAML, whatever the names hold."""
    (shelf / table.name).write_bytes(table.data)
    told = {"kind": "batch", "title": Path(table.name).stem, "base": base, "units_from": table.name}
    source = shelf / BATCH_FILE
    source.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return source


def _base(shelf: Path) -> str:
    source = shelf / BATCH_FILE
    return str(json.loads(source.read_text("utf-8"))["base"]) if source.is_file() else ""
