"""The sandbox that templates run in: jinja's own, which judges each attribute of each type once."""

from __future__ import annotations

from types import BuiltinMethodType, MethodType
from typing import Any

from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST = 4_096
"""So many judgements are kept: types and names of attributes, not values."""

_METHODS = (MethodType, BuiltinMethodType)


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

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Jinja's own answer: at once where the attribute was judged safe, unless it may be `str.format`."""
        if self._judged.get((type(obj), attribute)):
            value = getattr(obj, attribute, None)
            if value is not None and not isinstance(value, _METHODS):
                return value
        return super().getattr(obj, attribute)

    def call(self, context: Context, called: Any, /, *args: Any, **named: Any) -> Any:
        """Jinja's own call; a macro, which is always safe, needs no look at what it takes besides."""
        if type(called) is not Macro:
            return super().call(context, called, *args, **named)
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(context.eval_ctx, *args, **named)
