"""Lengths by their unit: a bare figure, or a length of another unit, is told by the type checker.

To it a length is no figure: lengths of one unit add up to one, so many times a length is a length, and one by
another is a bare figure, their share. When the program runs, all are figures, and nothing is paid for it.
What leads from one unit to another is here alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, NewType, Self, TypeVar, overload

if TYPE_CHECKING:

    class _Length:
        """What the type checker knows of lengths of one unit; 0 is the same in all of them."""

        def __init__(self, figure: float, /) -> None: ...

        def __add__(self, other: Self, /) -> Self: ...
        def __sub__(self, other: Self, /) -> Self: ...
        def __float__(self) -> float: ...
        def __int__(self) -> int: ...
        def __neg__(self) -> Self: ...
        def __abs__(self) -> Self: ...
        def __mul__(self, times: float, /) -> Self: ...
        def __rmul__(self, times: float, /) -> Self: ...
        @overload
        def __truediv__(self, other: Self, /) -> float: ...
        @overload
        def __truediv__(self, parts: float, /) -> Self: ...
        def __truediv__(self, other: Any, /) -> Any: ...
        def __floordiv__(self, other: Self, /) -> float: ...
        @overload
        def __round__(self) -> int: ...
        @overload
        def __round__(self, places: int, /) -> Self: ...
        def __round__(self, *places: int) -> Any: ...
        def __lt__(self, other: Self | Literal[0], /) -> bool: ...
        def __le__(self, other: Self | Literal[0], /) -> bool: ...
        def __gt__(self, other: Self | Literal[0], /) -> bool: ...
        def __ge__(self, other: Self | Literal[0], /) -> bool: ...

    class Cm(_Length):
        """Centimetres: places and sizes in style sheets."""

    class Pt(_Length):
        """Points, 72 to the inch: type, the space between lines, and all of a page."""

    class Twips(_Length):
        """Twentieths of a point, whole ones: WordprocessingML (ISO/IEC 29500-1 §17.18.87)."""

    class Emu(_Length):
        """360 000ths of a cm, whole ones: DrawingML (ISO/IEC 29500-1 §20.1.10.16)."""

    Length = TypeVar("Length", Cm, Pt, Twips, Emu)

    def total(lengths: Iterable[Length], /) -> Length:
        """The sum of lengths of one unit."""

else:
    total = sum
    Cm = NewType("Cm", float)
    Pt = NewType("Pt", float)
    Twips = NewType("Twips", int)
    Emu = NewType("Emu", int)

ZERO = Pt(0.0)
PT_PER_CM = 72 / 2.54
TWIPS_PER_PT = 20
EMU_PER_CM = 360_000
EMU_PER_TWIP = 635


def pt(cm: Cm) -> Pt:
    """A length in cm as pt."""
    return Pt(float(cm) * PT_PER_CM)


def cm_of(points: Pt) -> Cm:
    """A length in pt as cm."""
    return Cm(float(points) / PT_PER_CM)


def twips(points: Pt) -> Twips:
    """A length in pt as whole twips."""
    return Twips(round(points * TWIPS_PER_PT))


def twips_of_cm(cm: Cm) -> Twips:
    """A length in cm as whole twips."""
    return twips(pt(cm))


def cm_of_twips(length: Twips) -> Cm:
    """A length in twips as cm."""
    return Cm(float(length) / (PT_PER_CM * TWIPS_PER_PT))


def emu(cm: Cm) -> Emu:
    """A length in cm as whole EMU."""
    return Emu(round(cm * EMU_PER_CM))


def twips_of_emu(length: Emu) -> Twips:
    """A length in EMU as whole twips, what is less than one left out."""
    return Twips(int(length // Emu(EMU_PER_TWIP)))
