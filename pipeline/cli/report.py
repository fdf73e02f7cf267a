"""The table at the end of `render`: what was written."""

from __future__ import annotations

from collections.abc import Sequence

import click

from pipeline.cli.console import Console
from pipeline.cli.plain_table import plain_table
from pipeline.diagnostics import Message
from pipeline.output.delivery import Delivered

_COLUMNS = (
    Message("แฟ้ม", "file"),
    Message("หน้า", "pages"),
    Message("ขนาด", "size"),
    Message("ผล", "result"),
)
_TO_THE_RIGHT = (False, True, True, False)
_CHANGES = {
    "new": Message("ใหม่", "new"),
    "changed": Message("เปลี่ยน", "changed"),
    "unchanged": Message("เหมือนเดิม", "unchanged"),
}


def say_delivered(delivered: Sequence[Delivered], pages: Sequence[int], console: Console) -> None:
    """Prints each file with its pages, size in KB and what became of it, and the total."""
    rows = [[console.text(title) for title in _COLUMNS]]
    for each, count in zip(delivered, pages, strict=True):
        size = f"{each.size / 1000:,.1f} KB"
        rows.append([str(each.path), str(count), size, console.text(_CHANGES[each.change])])
    if (plain := plain_table(rows, _TO_THE_RIGHT)) is None:
        _print_by_rich(rows)
    else:
        click.echo(plain)
    written = sum(each.change != "unchanged" for each in delivered)
    many = len(delivered)
    console.print(Message(f"เขียน {written} แฟ้ม จาก {many} แฟ้ม", f"{written} of {many} files written"))


def _print_by_rich(rows: Sequence[Sequence[str]]) -> None:
    from rich.console import Console as RichConsole  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    titles, *files = rows
    table = Table(box=None, header_style="bold", pad_edge=False)
    for title, to_the_right in zip(titles, _TO_THE_RIGHT, strict=True):
        table.add_column(title, justify="right" if to_the_right else "left", overflow="fold")
    for path, *others in files:
        table.add_row(Text(path), *others)
    RichConsole(soft_wrap=True).print(table)
