"""The sandbox that templates run in: jinja's own, which judges each attribute of each type once."""

from __future__ import annotations

from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST = 4_096
"""So many judgements are kept: types and names of attributes, not values."""


class Sandbox(ImmutableSandboxedEnvironment):
    """What jinja asks of an attribute is its name and the type of what has it (`jinja2.sandbox`)."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._judged: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read the attribute."""
        if isinstance(obj, type):
            return super().is_safe_attribute(obj, attr, value)
        asked = (type(obj), attr)
        if asked not in self._judged:
            if len(self._judged) >= MOST:
                self._judged.clear()
            self._judged[asked] = super().is_safe_attribute(obj, attr, value)
        return self._judged[asked]
