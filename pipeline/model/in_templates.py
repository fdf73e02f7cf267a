"""Marks the properties and methods of records that templates may read.

A template is given views, not records (`compose.views`): a record's fields, and of its properties and
methods those that are marked here. Everything else that Python lets one do with a record stays out of reach.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, TypeVar

Method = TypeVar("Method", bound=Callable[..., Any])

_MARK = "_in_templates"


def in_templates(method: Method) -> Method:
    """Lets templates read a property (`@property` stands above it) or call a method."""
    setattr(method, _MARK, True)
    return method


@lru_cache(maxsize=1024)
def derived_names(kind: type) -> tuple[str, ...]:
    """The marked properties and methods of a class of records, in the order in which they stand there."""
    return tuple(dict.fromkeys(_find_marked_members(kind)))


def _find_marked_members(kind: type) -> Iterator[str]:
    for above in reversed(kind.__mro__):
        for name, member in vars(above).items():
            method = member.fget if isinstance(member, property) else member
            if isinstance(method, types.FunctionType) and getattr(method, _MARK, False):
                yield name
