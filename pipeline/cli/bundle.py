"""`saraban bundle`: the documents of a batch in one PDF, to be printed and signed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.bundle.binding import BundleOptions
from pipeline.bundle.binding import bundle as bundled
from pipeline.bundle.current import Current, Outdated, current_of
from pipeline.bundle.entries import Entry, find
from pipeline.bundle.groups import group_entries
from pipeline.cli.console import Console
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import AuditError, Diagnostic, InputError, Location, Message, diagnose
from pipeline.intake.source import Plain
from pipeline.output.delivery import deliver
from pipeline.thai.digits import DigitPolicy


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
    with_signed: bool,
    code: str | None,
    force: bool,
) -> None:
    """Reads the ledger, makes the bundle or bundles, and delivers them whole."""
    if code:
        _say_which(folder, code, console)
        return
    if output is None:
        raise UsageError(diagnose("usage/no-output"))
    standing = current_of(folder, batch_file)
    found = standing if with_signed else standing.to_sign
    _refuse_outdated(found, folder, without_outdated, standing.entries)
    render_options = BundleOptions(copies, digits, templates)
    groups = group_entries(found.entries, output.name, split)
    files = {
        name: bundled(group.entries, found.title, group.title, render_options, found.run)
        for name, group in groups.items()
    }
    for delivered in deliver(files, output.parent, force=force):
        console.print(Message(f"เขียน {delivered.path}", f"wrote {delivered.path}"))
    _say_left_out(found, len(standing.entries) - len(found.entries), console)
    _say_edited([entry for entry in found.entries if entry.edited], console)


def _refuse_outdated(found: Current, folder: Path, without: bool, standing: tuple[Entry, ...]) -> None:
    """Nothing is bound that is out of date or doubtful, and nothing left out unasked."""
    if found.outdated and not without:
        raise InputError(_diagnose_outdated(each, folder) for each in found.outdated)
    if not found.entries:
        raise InputError([_all_signed(folder) if standing else _nothing_current(folder)])
    if found.doubts:
        raise AuditError(dict.fromkeys(doubt.named for doubt in found.doubts))


def _diagnose_outdated(document: Outdated, folder: Path) -> Diagnostic:
    thai, english = ("; ".join(each) for each in zip(*document.why, strict=True))
    return diagnose("outdated", Location(str(folder)), document=document.name, papers=Message(thai, english))


def _nothing_current(folder: Path) -> Diagnostic:
    return diagnose("nothing-current", Location(str(folder)))


def _all_signed(folder: Path) -> Diagnostic:
    return diagnose("all-signed", Location(str(folder)))


def _say_left_out(found: Current, many: int, console: Console) -> None:
    """Documents that are not in the bundle; `many` are signed already."""
    if many:
        console.error(
            Message(
                f"เว้นฉบับที่ลงนามแล้ว {many} ฉบับ (รวมด้วย: --with-signed)",
                f"left out {many} signed documents (to bind them, too: --with-signed)",
            )
        )
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
