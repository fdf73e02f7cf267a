"""The names under which Word knows the styles of a sheet."""

from __future__ import annotations

from pipeline.document.style import StyleSheet

BUILT_IN_NAMES = ("Normal", "Default Paragraph Font", "Normal Table", "No List")
"""The default styles of Word: paragraph, character, table and numbering."""

StyleKey = tuple[str, str]
"""Kind (`paragraph`, `character`, `table`) and key in the sheet."""


def character_id(name: str) -> str:
    """The style id of the sheet's character style `name`."""
    return f"{name}-char"


def table_id(name: str) -> str:
    """The style id of the sheet's table style `name`."""
    return f"{name}-table"


def word_names(sheet: StyleSheet) -> dict[StyleKey, str]:
    """The name of each style: its title, with its id behind it where another style has that title already.

    Word knows styles by their names, whatever their kind and case. A style without a title is
    `saraban KEY`: its bare key might be one of Word's own (`title`).
    """
    taken = {name.casefold() for name in BUILT_IN_NAMES}
    names: dict[StyleKey, str] = {}

    def give(kind: str, key: str, title: str, style_id: str) -> None:
        said = title or f"saraban {style_id}"
        plain = said.replace(",", " ").replace(";", " ")  # both would begin an alias
        name = f"{plain} ({style_id})" if plain.casefold() in taken else plain
        taken.add(name.casefold())
        names[kind, key] = name

    for key, paragraph in sheet.paragraphs.items():
        give("paragraph", key, paragraph.title, key)
    for key, character in sheet.characters.items():
        give("character", key, character.title, character_id(key))
    for key, table in sheet.tables.items():
        give("table", key, table.title, table_id(key))
    return names
