"""Lengths by their unit: a bare figure, or one of another unit, is told by the type checker.

A sum or a share of lengths is a bare figure again: who makes one says what it is. When the program runs, all
are figures.
"""

from __future__ import annotations

from typing import NewType

Cm = NewType("Cm", float)
Pt = NewType("Pt", float)

PT_PER_CM = 72 / 2.54


def pt(cm: Cm) -> Pt:
    """A length in cm as pt."""
    return Pt(cm * PT_PER_CM)


def cm_of(points: Pt) -> Cm:
    """A length in pt as cm."""
    return Cm(points / PT_PER_CM)
