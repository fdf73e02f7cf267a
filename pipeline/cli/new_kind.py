"""`saraban new-kind`: a kind of paper of an office's own, to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.console import Console
from pipeline.cli.typed_again import typed
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import Message, OutputError, diagnose
from pipeline.kinds.from_yaml.kind_names import name_fault
from pipeline.kinds.new_kind import EXAMPLE, is_taken, new_kind_files
from pipeline.output.new_file import diagnose_occupied_name, free_name, holds, write_new


def new_kind(console: Console, *, folder: Path, name: str | None) -> None:
    """Writes the example as the kind called `name`, over nothing that is there, and says what comes next."""
    called = (name or EXAMPLE).strip()
    if fault := name_fault(called):
        raise UsageError(fault)
    if is_taken(called):
        raise UsageError(diagnose("kind-taken", name=called))
    files = {folder / path: data for path, data in new_kind_files(called).items()}
    _refuse_what_is_there(files)
    for path, data in files.items():
        write_new(path, data)
        click.echo(path)
    _say_what_comes_next(console, folder, called)


def _refuse_what_is_there(files: dict[Path, bytes]) -> None:
    """Raises `OutputError` with every name that something else has."""
    taken = [
        path for path, data in files.items() if (path.exists() or path.is_symlink()) and not holds(path, data)
    ]
    if taken:
        raise OutputError(map(diagnose_occupied_name, taken))


def _say_what_comes_next(console: Console, folder: Path, name: str) -> None:
    data = free_name(Path(f"data-{name}"))
    own = ("--templates", folder)
    console.print(
        Message(
            "แก้แฟ้มข้างบนเป็นเอกสารของท่าน (docs/own-kinds.md) แล้วสั่งตามลำดับ:",
            "Change the files above into your paper (docs/own-kinds.md), then:",
        )
    )
    for words in (
        ("check", *own),
        ("new", data, "--kind", name, *own),
        ("render", data, *own, "-o", "output"),
    ):
        click.echo(f"  {typed(*words)}")
