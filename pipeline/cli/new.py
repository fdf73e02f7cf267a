"""`saraban new`: a commented starting folder, or a workbook to begin with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from pipeline.cli.console import Console
from pipeline.cli.editor_schema import SCHEMA_NAME, editor_schema
from pipeline.cli.new_batch import new_batch
from pipeline.cli.new_folder import write_new_folder
from pipeline.cli.next_round import write_next_round
from pipeline.cli.typed_again import typed
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import Message, diagnose
from pipeline.intake import Source
from pipeline.intake.source import Plain
from pipeline.kinds import Kind, Kinds
from pipeline.kinds.loading import load
from pipeline.kinds.office_kinds import NO_SCORES, office_of
from pipeline.kinds.starting import has_offices, start_files, start_under, start_values, takes_schemes
from pipeline.kinds.writing import workbook_of, yaml_files
from pipeline.model.scored_input import ScoredInput
from pipeline.papers.name_rows import name_rows

BOOK_NAME = "สมุดงาน.xlsx"
BATCH = "batch"
"""No kind of paper: one input for many units."""


def new(
    console: Console,
    *,
    folder: Path,
    kind: str | None,
    last: Path | None,
    scheme: str | None,
    office: str | None,
    templates: Path | None,
    base: Path | None,
    xlsx: bool,
) -> None:
    """Writes the starting files of `kind`: YAML and the editors' schema, or the workbook made from them.

    `scheme` is a shipped one, by which the example is to be scored, or none; `office` the kind of office
    whose wording it has. With `last` it is the next round of that work, of whichever kind it is; of the kind
    `batch`, a batch of units of the data at `base`.
    """
    _refuse_combined(kind, scheme, office, last=last, base=base)
    known = Kinds(templates)
    if last is not None:
        write_next_round(console, last, folder, known, templates, xlsx=xlsx)
    elif base is not None:
        new_batch(console, folder=folder, base=base, templates=templates, xlsx=xlsx)
    elif kind is None:
        raise UsageError(diagnose("usage/new-kind"))
    else:
        made = known.of(kind)
        _refuse_unfit(made, scheme, office)
        of = office_of(office) if office else ""
        values = start_under(made, scheme, of) if scheme else start_values(made, of)
        book = {BOOK_NAME: _book(made, values, known)} if xlsx else None
        for path in write_new_folder(folder, book or _yaml(made, values if scheme else None, of, known)):
            click.echo(path)
        _say_next(console, made, folder, templates, xlsx=xlsx)


def _refuse_combined(
    kind: str | None, scheme: str | None, office: str | None, *, last: Path | None, base: Path | None
) -> None:
    """Raises `UsageError` for options that say different things to begin with."""
    if last is not None and (kind or scheme or office or base):
        raise UsageError(diagnose("usage/from-alone"))
    if kind == BATCH and base is None:
        raise UsageError(diagnose("usage/batch-base"))
    if kind == BATCH and (scheme or office):
        raise UsageError(diagnose("usage/batch-alone"))
    if kind != BATCH and base is not None:
        raise UsageError(diagnose("usage/base-of-batch"))


def _say_next(console: Console, made: Kind, folder: Path, templates: Path | None, *, xlsx: bool) -> None:
    own = ("--templates", templates) if templates and made.origin.is_relative_to(templates) else ()
    shown = typed("render", folder, *own, "-o", "output")
    where = (
        Message("ในสมุดงาน", "into the workbook") if xlsx else Message("ในแฟ้ม .yaml", "into the .yaml files")
    )
    console.print(Message(f"แก้ข้อมูล{where.th} แล้วสั่ง: {shown}", f"Put your data {where.en}, then: {shown}"))


def _refuse_unfit(kind: Kind, scheme: str | None, office: str | None) -> None:
    """Raises `UsageError` for a scheme, or a kind of office, that the kind has no example of."""
    if scheme and not issubclass(kind.record, ScoredInput):
        raise UsageError(diagnose("usage/no-scores"))
    if office and not has_offices(kind):
        raise UsageError(diagnose("usage/no-offices", kind=kind.name))
    if scheme == NO_SCORES and not has_offices(kind):
        raise UsageError(diagnose("usage/always-scored", kind=kind.name))
    if scheme and scheme != NO_SCORES and not takes_schemes(kind):
        raise UsageError(diagnose("usage/scheme-in-data", kind=kind.name))


def _book(kind: Kind, values: Mapping[str, Plain], known: Kinds) -> bytes:
    return workbook_of(kind, values, name_rows(load(Source("", dict(values)), known)))


def _yaml(kind: Kind, values: Mapping[str, Plain] | None, office: str, known: Kinds) -> dict[str, bytes]:
    """The commented example, or plain files with `values`."""
    schema = json.dumps(editor_schema(kind.name, known), ensure_ascii=False, indent=2) + "\n"
    files = start_files(kind, office) if values is None else yaml_files(kind, values)
    return files | {SCHEMA_NAME: schema.encode()}
