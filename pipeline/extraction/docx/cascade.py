"""Style cascade of WordprocessingML: defaults, table, paragraph and character styles, direct formatting.

The order is that of ISO/IEC 29500-1 §17.7.2; a switch that several styles turn on is off again where their
number is even (§17.7.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extraction.docx.names import Element, child, local, switched_on, value

_DEEPEST_STYLE = 20

Layers = tuple[Element, ...]
"""Elements that hold properties, the weakest first."""


class TableLook(NamedTuple):
    """What a table's style says of the texts of one of its cells, the weakest first."""

    runs: Layers = ()
    paragraphs: Layers = ()
    cells: Layers = ()


NO_TABLE = TableLook()


class Cascade:
    """The styles of one document."""

    def __init__(self, styles: Element | None) -> None:
        found = [] if styles is None else [one for one in styles if local(one) == "style"]
        self._styles = {value(one, "styleId"): one for one in found}
        self._usual = {
            value(one, "type"): value(one, "styleId")
            for one in found
            if value(one, "default") in ("1", "true")
        }
        defaults = child(styles, "docDefaults")
        self._run_defaults = _there(child(defaults, "rPrDefault", "rPr"))
        self._paragraph_defaults = _there(child(defaults, "pPrDefault", "pPr"))
        self._chains: dict[tuple[str, str], Layers] = {}
        self._properties: dict[tuple[str, str, str], Layers] = {}

    def chain(self, style: str, kind: str) -> Layers:
        """The styles that a style is based on, the first of them first, and itself."""
        wanted = style if style in self._styles else self._usual.get(kind, "")
        if (wanted, kind) not in self._chains:
            self._chains[wanted, kind] = tuple(self._climb_styles(wanted))[::-1]
        return self._chains[wanted, kind]

    def _climb_styles(self, style: str) -> Iterator[Element]:
        for _ in range(_DEEPEST_STYLE):
            element = self._styles.get(style)
            if element is None:
                return
            yield element
            style = value(child(element, "basedOn"))

    def _layers_of_style(self, style: str, kind: str, name: str) -> Layers:
        """What a style and those that it is based on say of paragraphs (`pPr`) or runs (`rPr`)."""
        if (style, kind, name) not in self._properties:
            chain = self.chain(style, kind)
            self._properties[style, kind, name] = tuple(
                found for one in chain if (found := child(one, name)) is not None
            )
        return self._properties[style, kind, name]

    def paragraph(self, paragraph: Element, table: TableLook = NO_TABLE) -> ParagraphLook:
        """The properties of a paragraph in a cell of `table`."""
        own = child(paragraph, "pPr")
        style = value(child(own, "pStyle"))
        said = self._layers_of_style(style, "paragraph", "pPr")
        layers = (*self._paragraph_defaults, *table.paragraphs, *said, *_there(own))
        return ParagraphLook(
            layers, (self._run_defaults, table.runs, self._layers_of_style(style, "paragraph", "rPr"))
        )

    def run(self, properties: Layers, paragraph: ParagraphLook) -> RunLook:
        """The properties of a run; `properties` are its own (`w:rPr`)."""
        named = value(_last(properties, "rStyle"))
        styled = self._layers_of_style(named, "character", "rPr") if named else ()
        defaults, table, of_paragraph = paragraph.runs
        return RunLook(defaults, (table, of_paragraph, styled), properties)


class ParagraphLook(NamedTuple):
    """A paragraph's properties, and what its styles say of its runs: defaults, table style, own style."""

    layers: Layers
    runs: tuple[Layers, Layers, Layers]

    def last(self, name: str) -> Element | None:
        """The property as the strongest layer has it."""
        return _last(self.layers, name)

    def attributes_of(self, name: str) -> dict[str, str]:
        """The attributes of a property; each is that of the strongest layer that has it."""
        return _merge_attributes(self.layers, name)


class RunLook(NamedTuple):
    """A run's properties: the defaults, the layers of its styles, and its own."""

    defaults: Layers
    styles: tuple[Layers, Layers, Layers]
    own: Layers

    @property
    def layers(self) -> Layers:
        """All layers, the weakest first."""
        return (*self.defaults, *(one for layer in self.styles for one in layer), *self.own)

    def last(self, name: str) -> Element | None:
        """The property as the strongest layer has it."""
        return _last(self.layers, name)

    def attributes_of(self, name: str) -> dict[str, str]:
        """The attributes of a property; each is that of the strongest layer that has it."""
        return _merge_attributes(self.layers, name)

    def is_on(self, name: str) -> bool:
        """Whether a switch such as `w:strike` is on in the end."""
        own = _last(self.own, name)
        if own is not None:
            return value(own) not in ("0", "false", "off")
        if any(switched_on(one, name) for one in self.defaults):
            return True
        return sum(_on_in(layer, name) for layer in self.styles) % 2 == 1


def _on_in(layers: Layers, name: str) -> bool:
    holding = [one for one in layers if child(one, name) is not None]
    return bool(holding) and switched_on(holding[-1], name)


def _last(layers: Sequence[Element], name: str) -> Element | None:
    for one in reversed(layers):
        found = child(one, name)
        if found is not None:
            return found
    return None


def _merge_attributes(layers: Sequence[Element], name: str) -> dict[str, str]:
    said: dict[str, str] = {}
    for one in layers:
        found = child(one, name)
        if found is not None:
            said.update({str(key).rpartition("}")[2]: str(text) for key, text in found.items()})
    return said


def _there(element: Element | None) -> Layers:
    return () if element is None else (element,)
