"""The files of the shipped schemes, by name. It loads no records: command lines ask for the names."""

from __future__ import annotations

from functools import cache

from pipeline.resources import resource

FIVE_LEVELS = "five-levels"
"""The scheme of an input that names none."""


@cache
def shipped_names() -> tuple[str, ...]:
    """The names of the shipped schemes, by the alphabet."""
    return tuple(sorted(file.stem for file in resource("templates", "schemes").glob("*.yaml")))


def shipped_text(name: str) -> str:
    """The file of a shipped scheme."""
    return resource("templates", "schemes", f"{name}.yaml").read_text(encoding="utf-8")


@cache
def shipped_titles() -> dict[str, str]:
    """The name of each shipped scheme -> its title, which stands in a line of its own."""
    return {name: _title(shipped_text(name)) for name in shipped_names()}


def _title(text: str) -> str:
    return next(
        line.removeprefix("title:").strip() for line in text.splitlines() if line.startswith("title:")
    )
