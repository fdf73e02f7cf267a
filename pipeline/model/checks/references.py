"""Names that must be known, and must stand once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.diagnostics import Diagnostic, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.model.checks.places import At
from pipeline.model.nearest import hint
from pipeline.model.soundness import is_refused


def find_repeated_names(
    what: Message, named: Iterable[tuple[ValuePath, object]], at: At
) -> Iterator[Diagnostic]:
    """A fault for each name that stood before."""
    first: dict[str, ValuePath] = {}
    for path, given in named:
        if is_refused(given):
            continue
        name = str(given)
        if name not in first:
            first[name] = path
            continue
        before = at(first[name])
        where = Message(before.text("th"), before.text("en"))
        if before.cell:
            where = Message(
                f"แผ่นงาน '{before.sheet}' ช่อง {before.cell}", f"sheet '{before.sheet}' cell {before.cell}"
            )
        yield diagnose("duplicate", at(path), what=what, name=name, where=where)


def find_unknown_name(
    what: Message, name: str, known: list[str], paths: list[ValuePath], at: At
) -> Iterator[Diagnostic]:
    """A fault if `name` is not among `known`, with the nearest that is; at all places that name it."""
    if name in known:
        return
    near = hint(name, known)
    listed = ", ".join(known) or "-"
    first, *also = (at(path) for path in paths)
    yield diagnose("unknown-name", first, also=also, what=what, name=name, listed=listed, near=near)
