"""`saraban bundle`: the documents of a batch in one PDF, to be printed and signed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.commands import argument, command, option
from pipeline.cli.console import Console
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import AuditError, Diagnostic, InputError, Location, Message, diagnose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.bundle.current import Current, Outdated
    from pipeline.bundle.entries import Entry
    from pipeline.intake.source import Plain
    from pipeline.thai.digits import DigitPolicy


@command(
    "bundle",
    Message(
        "รวมเอกสารของชุดงานเป็น PDF เดียว สำหรับพิมพ์สองหน้าและเสนอลงนาม\n"
        "มีใบคุมการลงนาม ต้นฉบับ สำเนาคู่ฉบับ สารบัญ และรหัส QR ที่หน้าสุดท้ายของแต่ละฉบับ\n"
        "มีเฉพาะฉบับที่เป็นปัจจุบัน หาเอกสารจากรหัสบนกระดาษ: saraban bundle DIR --which รหัส",
        "Put the documents of a batch into one PDF, to print on both sides and sign.\n"
        "With a control sheet, originals, file copies, outline, and a QR code on each last page.\n"
        "It holds only what is up to date. To find a paper by its code: saraban bundle DIR --which CODE",
    ),
    answers=False,
)
@argument(
    "folder",
    words=Message("โฟลเดอร์ผลลัพธ์ของ saraban batch", "The output folder of saraban batch."),
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
)
@option(
    "-o",
    "--output",
    words=Message("แฟ้ม PDF ที่จะเขียน", "The PDF to write."),
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
)
@option(
    "--copies",
    words=Message("จำนวนสำเนาคู่ฉบับของแต่ละฉบับ (ถ้าไม่ระบุ: 1)", "File copies of each document (otherwise: 1)."),
    metavar="N",
    default=1,
    type=click.IntRange(0, 20),
)
@option(
    "--split",
    words=Message("แยกแฟ้มตามผู้ลงนาม (signer) หรือหน่วยงาน (unit)", "One file for each signer, or each unit."),
    type=click.Choice(["signer", "unit"]),
)
@option(
    "--digits",
    words=Message("ตัวเลขในใบคุม: thai, arabic, mixed", "Digits of the control sheet."),
    type=click.Choice(["thai", "arabic", "mixed"]),
    default="thai",
)
@options.templates("โฟลเดอร์แม่แบบของสำนักงาน", "The office's own templates.")
@option(
    "--batch",
    "batch_file",
    words=Message("แฟ้มชุดงาน ถ้าย้ายไปจากที่เดิม", "The batch file, if it was moved since."),
    metavar="RUN",
    type=click.Path(path_type=Path, exists=True),
)
@option(
    "--without-outdated",
    words=Message(
        "ทำชุดโดยเว้นฉบับที่ไม่เป็นปัจจุบัน (ปกติ: ไม่ทำ และบอกว่าฉบับใด)",
        "Leave out documents that are out of date (otherwise: refuse, and name them).",
    ),
    is_flag=True,
)
@option(
    "--which",
    "code",
    words=Message("บอกว่ารหัสนี้เป็นเอกสารใด", "Tell which document bears this code."),
    metavar="CODE",
)
@option("--force", words=Message("เขียนทับแม้แฟ้มถูกแก้ไข", "Overwrite even an edited file."), is_flag=True)
@click.pass_obj
def bundle(
    console: Console,
    *,
    folder: Path,
    output: Path | None,
    copies: int,
    split: str | None,
    digits: DigitPolicy,
    templates: Path | None,
    batch_file: Path | None,
    without_outdated: bool,
    code: str | None,
    force: bool,
) -> None:
    """Reads the ledger, makes the bundle or bundles, and delivers them whole."""
    if code:
        _say_which(folder, code, console)
        return
    if output is None:
        raise UsageError(Message("ยังไม่ได้ระบุแฟ้มที่จะเขียน: -o FILE", "the file to write is missing: -o FILE"))
    from pipeline.bundle.binding import BundleOptions  # noqa: PLC0415
    from pipeline.bundle.binding import bundle as bundled  # noqa: PLC0415
    from pipeline.bundle.current import current_of  # noqa: PLC0415
    from pipeline.bundle.groups import group_entries  # noqa: PLC0415
    from pipeline.output.delivery import deliver  # noqa: PLC0415

    found = current_of(folder, batch_file)
    _refuse_outdated(found, folder, without_outdated)
    render_options = BundleOptions(copies, digits, templates)
    groups = group_entries(found.entries, output.name, split)
    files = {
        name: bundled(group.entries, found.title, group.title, render_options, found.run)
        for name, group in groups.items()
    }
    for delivered in deliver(files, output.parent, force=force):
        console.print(Message(f"เขียน {delivered.path}", f"wrote {delivered.path}"))
    _say_left_out(found, console)
    _say_edited([entry for entry in found.entries if entry.edited], console)


def _refuse_outdated(found: Current, folder: Path, without: bool) -> None:
    """Nothing is bound that is out of date or doubtful, and nothing left out unasked."""
    if found.outdated and not without:
        raise InputError(_diagnose_outdated(each, folder) for each in found.outdated)
    if not found.entries:
        raise InputError([_nothing_current(folder)])
    if found.doubts:
        raise AuditError(dict.fromkeys(doubt.named for doubt in found.doubts))


def _diagnose_outdated(document: Outdated, folder: Path) -> Diagnostic:
    thai, english = ("; ".join(each) for each in zip(*document.why, strict=True))
    return diagnose("outdated", Location(str(folder)), document=document.name, papers=Message(thai, english))


def _nothing_current(folder: Path) -> Diagnostic:
    return diagnose("nothing-current", Location(str(folder)))


def _say_left_out(found: Current, console: Console) -> None:
    """Documents that are not in the bundle."""
    for each in found.outdated:
        console.error(Message(f"เว้น {each.name}: ไม่เป็นปัจจุบัน", f"left out {each.name}: out of date"))
    for name in found.gone:
        console.error(
            Message(f"เว้น {name}: ไม่มีในชุดงานแล้ว", f"left out {name}: the batch does not make it any more")
        )


def _say_edited(entries: list[Entry], console: Console) -> None:
    """Documents that are bound as somebody changed them."""
    for entry in entries:
        console.error(
            Message(
                f"ระวัง: {entry.path} ถูกแก้ด้วยมือ ชุดนี้ใช้แฟ้มที่แก้แล้ว",
                f"note: {entry.path} was edited by hand; the bundle holds it as edited",
            )
        )


def _say_which(folder: Path, code: str, console: Console) -> None:
    """The ledger's line: document, unit, what it was made from."""
    from pipeline.bundle.entries import find  # noqa: PLC0415

    row, made_from, files = find(folder, code)
    title = made_from.facts["titles"][row.paper]
    console.print(
        Message(f"{row.name}: {title} ของ {row.facts['unit']}", f"{row.name}: {title}, {row.facts['unit']}")
    )
    for file in files:
        console.print(
            Message(f"  {folder / file.path} {file.sha256}", f"  {folder / file.path} {file.sha256}")
        )
    for path, value in made_from.overrides:
        for line in _describe_override(path, value):
            console.print(Message(line, line))


def _describe_override(path: str, value: Plain) -> Iterator[str]:
    """An override in the paths that one types, a list with `;` between."""
    if isinstance(value, dict) and value:
        for name, part in value.items():
            yield from _describe_override(f"{path}.{name}", part)
    elif isinstance(value, list) and not any(isinstance(entry, dict | list) for entry in value):
        yield f"  {path}: {'; '.join(map(str, value)) or '[]'}"
    elif isinstance(value, list):
        for number, entry in enumerate(value, 1):
            yield from _describe_override(f"{path}[{number}]", entry)
    else:
        yield f"  {path}: {value or '-'}"
