"""Copies of faulty answers to send back: each fault at its cell, as `check --annotate` marks a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.diagnostics import Lang
from pipeline.intake.opening import ordinary_bytes
from pipeline.intake.sandboxed import read_apart
from pipeline.output.new_file import free_name, holds, write_new
from pipeline.rounds.gather import Gathered
from pipeline.workbook.annotating import annotate
from pipeline.workbook.marked_copies import ANNOTATED

RETURNED = "ส่งกลับแก้"
"""The folder beside a work for answers that are to be mended."""


def marked_answers(found: Gathered, lang: Lang) -> Iterator[tuple[Path, bytes]]:
    """The file that each faulty answer came in, and its marked copy. Raises `InputError`."""
    for answer in found.answers:
        if answer.faults:
            doubts = (*found.doubts.get(answer.file, ()), *answer.remarks)
            data = ordinary_bytes(answer.file)
            yield (
                answer.file,
                read_apart(answer.file, annotate, data, tuple(answer.faults), doubts, lang).data,
            )


def write_marked_answers(found: Gathered, folder: Path, lang: Lang) -> tuple[Path, ...]:
    """Writes the copies into `folder`; one that is there already is not written again."""
    written = []
    for file, data in marked_answers(found, lang):
        target = folder / f"{file.stem.partition(ANNOTATED)[0]}{ANNOTATED}.xlsx"
        if not holds(target, data):
            target = free_name(target)
            write_new(target, data)
        written.append(target)
    return tuple(written)
