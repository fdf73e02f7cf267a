"""What the papers of a `kind.yaml` may contradict: ids, who signs, number and date, files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.diagnostics import Diagnostic, Location, diagnose
from pipeline.intake import Source
from pipeline.kinds.from_yaml.kind_file import KindFile
from pipeline.model.nearest import hint
from pipeline.model.office_input import OfficeInput

_SIGN = frozenset({"signer", "person"})
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
_LONGEST_ID = 60
_NUMBERS = frozenset({"text", "id"})
_OF_LETTERS: Mapping[str, frozenset[str]] = {
    "to": frozenset({"text"}),
    "signer": frozenset({"signer"}),
    "urgency": frozenset({"choice"}),
    "secrecy": frozenset({"choice"}),
    "references": frozenset({"table"}),
    "enclosures": frozenset({"table"}),
}
"""The types of the fields that a letter names."""


def paper_faults(kind_file: KindFile, source: Source) -> Iterator[Diagnostic]:
    """All faults of what is said of papers."""
    ids = [paper.id for paper in kind_file.papers]
    for n, id in enumerate(ids):
        if not _ID.fullmatch(id) or len(id) > _LONGEST_ID:
            yield diagnose("kind-paper-id", source.place(("papers", n, "id")), id=id, most=_LONGEST_ID)
        if id in ids[:n]:
            yield diagnose("kind-paper-twice", source.place(("papers", n, "id")), id=id)
    yield from _signers(kind_file, ids, source)
    yield from _of_type(kind_file, kind_file.number, _NUMBERS, source.place(("number",)))
    yield from _of_type(kind_file, kind_file.date, frozenset({"date"}), source.place(("date",)))
    if kind_file.memo and kind_file.memo not in ids:
        yield diagnose("kind-no-paper", source.place(("memo",)), id=kind_file.memo, choices=", ".join(ids))
    yield from _checked(kind_file, ids, source)
    yield from _letter(kind_file, ids, source)
    yield from _files(kind_file, source)


def _signers(kind_file: KindFile, ids: list[str], source: Source) -> Iterator[Diagnostic]:
    for paper, names in kind_file.signers.items():
        if paper not in ids:
            told = source.place(("signers", paper))
            yield diagnose("kind-no-paper", told, id=paper, choices=", ".join(ids))
        for n, name in enumerate(names):
            yield from _of_type(kind_file, name, _SIGN, source.place(("signers", paper, n)))


def _checked(kind_file: KindFile, ids: list[str], source: Source) -> Iterator[Diagnostic]:
    """Papers of which checks are, and that are not there."""
    for n, check in enumerate(kind_file.checks):
        for m, paper in enumerate(check.papers):
            if paper not in ids:
                told = source.place(("checks", n, "papers", m))
                yield diagnose("kind-no-paper", told, id=paper, choices=", ".join(ids))


def _letter(kind_file: KindFile, ids: list[str], source: Source) -> Iterator[Diagnostic]:
    """What a letter to another office's system names."""
    letter = kind_file.letter
    if letter is None:
        return
    if letter.paper and letter.paper not in ids:
        place = source.place(("letter", "paper"))
        yield diagnose("kind-no-paper", place, id=letter.paper, choices=", ".join(ids))
    for member in ("number", "date"):
        if not getattr(kind_file, member):
            nearest = hint(member, list(kind_file.fields))
            yield diagnose("kind-no-field", source.place(("letter",)), name=member, nearest=nearest)
    for member, wanted in _OF_LETTERS.items():
        yield from _of_type(kind_file, getattr(letter, member), wanted, source.place(("letter", member)))
    for member, columns in (("references", ("text", "number", "date")), ("enclosures", ("name",))):
        table = kind_file.fields.get(getattr(letter, member))
        for column in columns:
            if table is not None and column not in table.fields:
                place, nearest = source.place(("letter", member)), hint(column, list(table.fields))
                yield diagnose("kind-no-field", place, name=column, nearest=nearest)


def _of_type(kind_file: KindFile, name: str, wanted: frozenset[str], place: Location) -> Iterator[Diagnostic]:
    """That a name, where one is given, is one of a field of one of these types."""
    table, _, column = name.partition(".")
    spec = kind_file.fields.get(table)
    if spec is not None and column:
        spec = spec.fields.get(column)
    if not name:
        return
    if spec is None:
        yield diagnose("kind-no-field", place, name=name, nearest=hint(name, list(kind_file.fields)))
    elif spec.type not in wanted:
        choices = ", ".join(sorted(wanted))
        yield diagnose("kind-field-type", place, name=name, type=spec.type, wanted=choices)


def _files(kind_file: KindFile, source: Source) -> Iterator[Diagnostic]:
    """Fields that no file of a folder holds, or two, or that are none."""
    if not kind_file.files:
        return
    known = {*kind_file.fields, *OfficeInput.model_fields} - {
        name for name, spec in kind_file.fields.items() if spec.made
    }
    listed = [name for names in kind_file.files.values() for name in names]
    for name in dict.fromkeys(listed):
        if name not in known:
            yield diagnose(
                "kind-no-field", source.place(("files",)), name=name, nearest=hint(name, sorted(known))
            )
        elif listed.count(name) > 1:
            yield diagnose("kind-file-twice", source.place(("files",)), name=name)
    for name in sorted(known - set(listed)):
        yield diagnose("kind-no-file", source.place(("files",)), name=name)
