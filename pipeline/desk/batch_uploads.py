"""Batches that were dropped on the desk: a workbook with its own units, or a table of units for a work."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from pipeline.batch.unit_rows import holds_units
from pipeline.desk.batch_work import BATCH_FILE, BatchWork, Progress
from pipeline.desk.settings import DeskSettings
from pipeline.desk.uploads import Upload, new_upload_dir
from pipeline.desk.workspace import Workspace

TABLES = (".xlsx", ".csv")
_BASE = "base"
_OUTPUT = "output"


def batch_of_workbook(workbook: Path, settings: DeskSettings) -> BatchWork | None:
    """The batch that an uploaded workbook is, in a folder of its own; `None` if it holds no units."""
    if workbook.suffix.lower() != ".xlsx" or not holds_units(workbook):
        return None
    upload_dir = new_upload_dir(settings.uploads)
    source = upload_dir / workbook.name
    shutil.copyfile(workbook, source)
    return BatchWork(
        source, upload_dir / _OUTPUT, settings.folder, upload_dir=upload_dir, uploads=settings.uploads
    )


def batch_of_table(work: Workspace, table: Upload, settings: DeskSettings) -> BatchWork:
    """The batch of a work's data and an uploaded table of units. Data that were uploaded are copied as they
    are now; a person's own are read where they are.
    """
    upload_dir = new_upload_dir(settings.uploads)
    base = work.source.resolve() if work.followed else _copy_source(work.source, upload_dir / _BASE)
    source = _with_table(upload_dir, str(base), table)
    return BatchWork(
        source,
        upload_dir / _OUTPUT,
        settings.folder,
        upload_dir=upload_dir,
        uploads=settings.uploads,
        name=table.name,
    )


def put_in_place(batch: BatchWork, upload_dir: Path, upload: Upload) -> None:
    """Puts a newer upload in the place of the old one; what was made stays, so that the plan tells what
    changed.
    """
    base = _base(upload_dir)
    batch.stop()
    batch.name, batch.progress = upload.name, Progress()
    for old in (path for path in upload_dir.iterdir() if path.suffix.lower() in TABLES):
        old.unlink()
    if base:
        _with_table(upload_dir, base, upload)
    else:
        batch.source = upload_dir / upload.name
        batch.source.write_bytes(upload.data)


def _copy_source(source: Path, folder: Path) -> Path:
    target = folder / source.name
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        folder.mkdir()
        shutil.copyfile(source, target)
    return target


def _with_table(upload_dir: Path, base: str, table: Upload) -> Path:
    """Writes the table, and the batch file that names it. JSON is YAML, whatever the names hold."""
    (upload_dir / table.name).write_bytes(table.data)
    told = {"kind": "batch", "title": Path(table.name).stem, "base": base, "units_from": table.name}
    source = upload_dir / BATCH_FILE
    source.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return source


def _base(upload_dir: Path) -> str:
    source = upload_dir / BATCH_FILE
    return str(json.loads(source.read_text("utf-8"))["base"]) if source.is_file() else ""
