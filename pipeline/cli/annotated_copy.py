"""The copy of a workbook that `check --annotate` writes beside it."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline import api
from pipeline.cli.console import Console
from pipeline.cli.remarks import say_remarks
from pipeline.diagnostics import Diagnostic, InputError, Message, SarabanError
from pipeline.intake.book_reader import read_book_apart
from pipeline.intake.sandboxed import read_apart
from pipeline.output.new_file import free_name, write_new
from pipeline.papers.auditing import fault_of
from pipeline.workbook.annotating import annotate
from pipeline.workbook.marked_copies import ANNOTATED


def write_copy(
    book: Path, faults: tuple[Diagnostic, ...], remarks: tuple[Diagnostic, ...], console: Console
) -> None:
    """Writes the copy and says where; none for a book without findings, or one that cannot be opened.

    `remarks` are marked with those of reading the book. Data without faults are audited too. Where no copy
    can be made, that is said, and the faults are told all the same. Raises `OutputError`; `InputError`
    where there are no faults besides.
    """
    try:
        remarks = tuple(dict.fromkeys((*read_book_apart(book).remarks, *remarks)))
    except InputError:
        return
    audited, accepted = ((), ()) if faults else _audit_book(book)
    doubts = (*remarks, *audited)
    if not faults and not doubts and not accepted:
        return
    try:
        copy = read_apart(book, annotate, book.read_bytes(), faults, doubts, console.lang, accepted)
    except InputError as error:
        if not faults:
            raise
        say_remarks(error.diagnostics, console)
        return
    target = free_name(book.with_stem(f"{book.stem.partition(ANNOTATED)[0]}{ANNOTATED}"))
    write_new(target, copy.data)
    click.echo(console.text(Message(f"สำเนาที่อธิบายไว้ในช่อง: {target}", f"annotated copy: {target}")), err=True)


def _audit_book(book: Path) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """What the audit finds wrong or doubtful in good data; and what the office has accepted."""
    try:
        findings = api.audit(book)
    except SarabanError:
        return (), ()
    open_ones = (each for each in findings if each.severity != "note" and not each.accepted)
    return tuple(map(fault_of, open_ones)), tuple(fault_of(each) for each in findings if each.accepted)
