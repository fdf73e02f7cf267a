"""`saraban new`: a commented starting folder."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.cli.commands import argument, command, option
from pipeline.cli.kinds import KIND_NAMES
from pipeline.cli.talk import Talk
from pipeline.faults import Fault, OutputFaults, Place, Words


@command(
    "new",
    Words(
        "สร้างโฟลเดอร์เริ่มต้น พร้อมคำอธิบายทุกช่องและข้อมูลตัวอย่าง\nแก้ข้อมูลแล้วสั่ง saraban render ได้ทันที",
        "Make a starting folder with every field explained and filled with an example.\n"
        "It renders at once; put your own data in place of the example.",
    ),
)
@argument(
    "folder",
    words=Words("โฟลเดอร์ใหม่ (หรือโฟลเดอร์ว่าง)", "A new (or empty) folder."),
    metavar="DIR",
    type=click.Path(path_type=Path),
)
@option(
    "--kind",
    words=Words(
        "ชนิด: hr-scorecard รายงานประจำรอบ, agreement คำรับรอง, memo บันทึกข้อความ",
        "Kind: hr-scorecard, agreement or memo.",
    ),
    type=click.Choice(KIND_NAMES),
    required=True,
)
@click.pass_obj
def new(talk: Talk, folder: Path, kind: str) -> None:
    """Copies the starting files of `kind` and writes the editors' schema beside them."""
    from pipeline.batch import deliver  # noqa: PLC0415
    from pipeline.batch.ledger import LEDGER_NAME  # noqa: PLC0415
    from pipeline.cli.editor_schema import SCHEMA_NAME, editor_schema  # noqa: PLC0415
    from pipeline.resources import resource  # noqa: PLC0415

    _refuse_what_is_there(folder)
    starts = sorted(resource("templates", "start", kind).glob("*.yaml"))
    files = {start.name: start.read_bytes() for start in starts}
    schema = json.dumps(editor_schema(kind), ensure_ascii=False, indent=2) + "\n"
    delivered = deliver(files | {SCHEMA_NAME: schema.encode()}, folder)
    (folder / LEDGER_NAME).unlink()  # these files are the officer's from now on
    for each in delivered:
        click.echo(each.path)
    shown = f'"{folder}"' if " " in str(folder) else str(folder)
    talk.say(
        Words(
            f"แก้ข้อมูลในแฟ้ม .yaml แล้วสั่ง: saraban render {shown} -o output",
            f"Put your data into the .yaml files, then: saraban render {shown} -o output",
        )
    )


def _refuse_what_is_there(folder: Path) -> None:
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
