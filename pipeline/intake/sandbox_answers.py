"""Restricted unpickling of a sandbox's answer: plain values and records of ours, nothing else.

A reader may have been taken over by the file that it read. So its answer is unpacked as records of ours and
plain values only; no function and no class of anybody else's is ever called.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import is_dataclass
from enum import Enum
from typing import Any, NamedTuple

from pipeline.diagnostics import Diagnostic, SarabanError

OUT_OF_MEMORY = b"M"
_PLAIN = frozenset(
    (
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("decimal", "Decimal"),
    )
)


class Refusal(NamedTuple):
    """The faults that the reader raised."""

    kind: type[SarabanError]
    faults: tuple[Diagnostic, ...]


def answer_of(work: Callable[[], object]) -> bytes:
    """What `work` gives, in a tuple of one; its `Refusal`; or the name of what else it raised."""
    try:
        try:
            return pickle.dumps((work(),), pickle.HIGHEST_PROTOCOL)
        except SarabanError as refused:
            return pickle.dumps(Refusal(type(refused), refused.diagnostics), pickle.HIGHEST_PROTOCOL)
        except MemoryError:
            raise
        except Exception as error:  # a file of others may make a reader raise anything
            return pickle.dumps(f"{type(error).__name__}: {error}"[:200], pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return OUT_OF_MEMORY


def read_answer(answer: bytes) -> Any:
    """The answer, unpacked. Raises `ValueError` for one that holds anything but plain records."""
    try:
        return _Unpickler(io.BytesIO(answer)).load()
    except Exception as error:  # whoever took a reader over writes what they like
        raise ValueError(f"no answer of ours: {error}") from error


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """A class that an answer names, if it is a record of ours or a plain value."""
        ours = module.partition(".")[0] == "pipeline"
        found = super().find_class(module, name) if ours or (module, name) in _PLAIN else None
        if not isinstance(found, type) or found.__module__ != module or (ours and not _is_record(found)):
            raise pickle.UnpicklingError(f"{module}.{name} is no plain value")
        return found


def _is_record(found: type) -> bool:
    return is_dataclass(found) or issubclass(found, tuple | Enum | SarabanError)
