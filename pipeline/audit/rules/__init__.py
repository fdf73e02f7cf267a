"""The rules of the audit, a module a subject (dates, sums, names …); `pipeline.audit.table` gathers them.

A rule is a function from what was read of the papers to findings, each with the places that disagree. A
module takes part by being here: its `RULES` says all that is known of each of its rules, beside their checks.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType


def modules() -> tuple[ModuleType, ...]:
    """The module of each subject, by the alphabet of their names."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}") for name in names)
