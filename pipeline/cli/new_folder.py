"""A new folder of files that are the officer's from then on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline.faults import Fault, OutputFaults, Place, Words


def write_new_folder(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Writes `files` into `folder`, which is new or empty. Raises `OutputFaults`."""
    from pipeline.batch import deliver  # noqa: PLC0415
    from pipeline.batch.ledger import LEDGER_NAME  # noqa: PLC0415

    refuse_what_is_there(folder)
    delivered = deliver(files, folder)
    (folder / LEDGER_NAME).unlink()
    return tuple(each.path for each in delivered)


def refuse_what_is_there(folder: Path) -> None:
    """Raises `OutputFaults` unless `folder` is new or empty."""
    try:
        occupied = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        what = Words(f"เปิดโฟลเดอร์ไม่ได้ ({error.strerror})", f"cannot open the folder ({error.strerror})")
        remedy = Words("เลือกโฟลเดอร์อื่น", "choose another folder")
        raise OutputFaults([Fault("unwritable", what, remedy, Place(str(folder)))]) from error
    if occupied:
        what = Words("มีแฟ้มหรือโฟลเดอร์นี้อยู่แล้ว และไม่ว่าง", "it exists and is not empty")
        remedy = Words("ใช้ชื่ออื่น หรือย้ายของเดิมออกก่อน", "use another name, or move what is there")
        raise OutputFaults([Fault("not-empty", what, remedy, Place(str(folder)))])
