"""What people drop on the desk: one file, its name made safe, its kind looked at before anything reads it."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from typing import NamedTuple

from starlette.datastructures import UploadFile
from starlette.requests import Request

from pipeline.batch.names import safe_name
from pipeline.faults import Fault, InputFaults, Words

KINDS = (".xlsx", ".yaml", ".yml")


class Upload(NamedTuple):
    """An uploaded file: a name that is safe on this machine, and its bytes."""

    name: str
    data: bytes


async def uploaded(request: Request) -> Upload:
    """The one file of the form. Raises `InputFaults` if there is none or it is of another kind."""
    form = await request.form(max_files=1, max_fields=4)
    file = form.get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        raise InputFaults([_nothing()])
    given = PureWindowsPath(PurePosixPath(file.filename).name).name
    ending = next((kind for kind in KINDS if given.lower().endswith(kind)), "")
    if not ending:
        raise InputFaults([_other_kind(given)])
    return Upload(safe_name(given[: -len(ending)], ending), await file.read())


def _nothing() -> Fault:
    return Fault(
        "no-file",
        Words("ยังไม่ได้เลือกแฟ้ม", "no file was chosen"),
        Words("เลือกสมุดงาน Excel (.xlsx) หรือแฟ้ม .yaml", "choose an Excel workbook (.xlsx) or a .yaml file"),
    )


def _other_kind(name: str) -> Fault:
    return Fault(
        "file-kind",
        Words(f"แฟ้ม {name} ไม่ใช่สมุดงาน Excel (.xlsx) หรือแฟ้ม .yaml", f"{name} is no .xlsx or .yaml file"),
        Words("บันทึกเป็น .xlsx แล้วเลือกใหม่", "save it as .xlsx and choose it again"),
    )
