"""Stand-ins for refused values, so that the other values can still be checked.

A record with such a stand-in is never printed: it goes through the checks and no further. A check that
asks anything of a stand-in ends there (`Unsound`): what it would have said follows from a fault that is
told already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NoReturn, TypeVar

from pipeline.diagnostics import Diagnostic

Entry = TypeVar("Entry")


class Unsound(Exception):
    """A check needs a value that was refused."""


class _Refused:
    """Answers nothing, not even what it is."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        raise Unsound(name)

    def _ask(self, *_: object) -> NoReturn:
        raise Unsound

    __bool__ = __str__ = __repr__ = __len__ = __iter__ = __hash__ = __contains__ = _ask
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __format__ = __getitem__ = _ask
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __int__ = __abs__ = __neg__ = _ask


REFUSED: Any = _Refused()
"""The one stand-in; `is_refused` asks for it."""


def is_refused(value: object) -> bool:
    """Whether a value is the stand-in."""
    return value is REFUSED


def sound(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The faults that a check tells, up to where it needs a value that was refused."""
    try:
        yield from found
    except Unsound:
        return


def entries(whole: Iterable[Entry]) -> Iterator[tuple[int, Entry]]:
    """The entries of a list by number, without those that were refused; none of a refused list."""
    if is_refused(whole):
        return
    for n, entry in enumerate(whole):
        if not is_refused(entry):
            yield n, entry
