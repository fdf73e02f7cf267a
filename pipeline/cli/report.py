"""The table at the end of `render`: what was written."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.batch import Delivered
from pipeline.cli.talk import Talk
from pipeline.faults import Words

_COLUMNS = (
    Words("แฟ้ม", "file"),
    Words("หน้า", "pages"),
    Words("ขนาด", "size"),
    Words("ผล", "result"),
)
_CHANGES = {
    "new": Words("ใหม่", "new"),
    "changed": Words("เปลี่ยน", "changed"),
    "unchanged": Words("เหมือนเดิม", "unchanged"),
}


def say_delivered(delivered: Sequence[Delivered], pages: Sequence[int], talk: Talk) -> None:
    """Prints each file with its pages, size in KB and what became of it, and the total."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for title, justify in zip(_COLUMNS, ("left", "right", "right", "left"), strict=True):
        table.add_column(talk.said(title), justify=justify, overflow="fold")  # type: ignore[arg-type]
    for each, count in zip(delivered, pages, strict=True):
        size = f"{each.size / 1000:,.1f} KB"
        table.add_row(Text(str(each.path)), str(count), size, talk.said(_CHANGES[each.change]))
    Console(soft_wrap=True).print(table)
    written = sum(each.change != "unchanged" for each in delivered)
    many = len(delivered)
    talk.say(Words(f"เขียน {written} แฟ้ม จาก {many} แฟ้ม", f"{written} of {many} files written"))
