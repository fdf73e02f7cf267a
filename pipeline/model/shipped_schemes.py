"""The files of the shipped schemes, by name. It loads no records: command lines ask for the names."""

from __future__ import annotations

from functools import cache

from pipeline.resources import resource


@cache
def shipped_names() -> tuple[str, ...]:
    """The names of the shipped schemes, by the alphabet."""
    return tuple(sorted(file.stem for file in resource("templates", "schemes").glob("*.yaml")))


def shipped_text(name: str) -> str:
    """The file of a shipped scheme."""
    return resource("templates", "schemes", f"{name}.yaml").read_text(encoding="utf-8")
