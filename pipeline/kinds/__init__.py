"""The kinds of input (plugins): record, checks, scores, sheets, facts and signers of each.

A kind is registered by being there: a subpackage that defines `KIND`, or a folder with a `kind.yaml`
(`kinds.registry`). `Kinds(folder)` knows those of an office, too; the functions here know ours alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.kinds.kind import Kind
from pipeline.kinds.registry import Kinds

if TYPE_CHECKING:
    from pipeline.model.office_input import OfficeInput

SHIPPED = Kinds()
"""The kinds that come with the program."""


def names() -> tuple[str, ...]:
    """The names of the kinds that come with the program, by the alphabet; no kind is loaded for that."""
    return SHIPPED.names()


def of(name: str) -> Kind:
    """The kind of the program's own of that name. Raises `InputError` for one that is not known."""
    return SHIPPED.of(name)


def every() -> tuple[Kind, ...]:
    """The kinds that come with the program, by the alphabet of their names."""
    return SHIPPED.every()


def kind_of(office_input: OfficeInput) -> Kind:
    """The kind of an input: that which made its record, whichever folder it came from."""
    return office_input.made_by or SHIPPED.of(office_input.kind)


__all__ = ["SHIPPED", "Kind", "Kinds", "every", "kind_of", "names", "of"]
