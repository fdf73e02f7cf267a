"""Blocks in prose: a paragraph that is only the name of one stands where the template prints it."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.compose.placeholders import names_in
from pipeline.model.fact_names import FactNames


def blocks_of(names: FactNames) -> Callable[[str], str]:
    """`block_of` for the names of one kind, as templates call it."""

    def of_text(text: str) -> str:
        return block_of(names, text)

    return of_text


def block_of(names: FactNames, text: str) -> str:
    """The id of the block that a paragraph names, as in `{summary_table}` or `{ตารางสรุป}`; empty for any
    other text.
    """
    found = names_in(text) if text.startswith("{") and text.endswith("}") else ()
    if len(found) != 1 or text.count("{") != 1:
        return ""
    id = names.id_of(found[0])
    return id if names.is_block(id) else ""
