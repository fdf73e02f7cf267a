"""Options that take several choices with commas between, as `docx,pdf`: a type of click's."""

from __future__ import annotations

from typing import Any

import click


class ListOf(click.Choice[str]):
    """One or more of the choices, with commas between; a tuple in the order of the choices."""

    name = "list"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The named choices; a usage error for any other."""
        if isinstance(value, tuple):
            return value
        names = [name.strip() for name in str(value).split(",") if name.strip()]
        wanted = {super(ListOf, self).convert(name, param, ctx) for name in names}
        if not wanted:
            self.fail(f"choose from: {', '.join(self.choices)}", param, ctx)
        return tuple(choice for choice in self.choices if choice in wanted)
