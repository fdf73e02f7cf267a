"""The styles of a Word file, each with what it inherits from its base and from the file's defaults."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.document.lengths import ZERO, Cm, Pt, cm_of
from pipeline.document.reference.records import Look
from pipeline.extraction.docx.names import Element, child, local, value

NATURAL_LEADING = 1.131
"""Height of a single line of TH Sarabun, as a share of its size."""
WORDS_SIZE = Pt(10.0)
"""Word's type size where a file says none, pt."""

_DEEPEST = 20
_ALIGN = {"center": "center", "right": "right", "end": "right", "both": "justify"}
_ALIGN |= {"distribute": "justify", "thaiDistribute": "justify"}
_TAB = {"left": "left", "start": "left", "center": "center", "right": "right", "end": "right"}
_TAB |= {"decimal": "decimal"}
_LEADERS = {"dot": "dots", "underscore": "line"}
_JOINED = frozenset({"spacing", "ind", "rFonts"})
"""Properties whose attributes are inherited one by one."""

_COLOUR = re.compile("[0-9A-Fa-f]{6}")

_BARE: Look = {"before": 0.0, "after": 0.0, "leading": NATURAL_LEADING * WORDS_SIZE}

Properties = dict[str, dict[str, str]]


class WordStyles:
    """The styles of one file."""

    def __init__(self, styles: Element | None) -> None:
        found = [] if styles is None else [one for one in styles if local(one) == "style"]
        self._styles = {value(one, "styleId"): one for one in found}
        self._defaults = child(styles, "docDefaults")

    def paragraphs(self) -> dict[str, Look]:
        """The paragraph styles by their names in lower case, all that a `ParagraphStyle` can say."""
        return {name: self._paragraph(style) for name, style in self._styles_of_kind("paragraph")}

    def characters(self) -> dict[str, Look]:
        """The character styles by their names in lower case, only what they say themselves."""
        return {
            name: _character(self._run([*self._chain(style)]))
            for name, style in self._styles_of_kind("character")
        }

    def look(self, style_id: str) -> Look:
        """The paragraph style of that id, or the file's default where it has none of it."""
        found = self._styles.get(style_id)
        style = found if found is not None else self._usual()
        return self._paragraph(style) if style is not None else _BARE

    def font(self) -> str:
        """The family of Thai text in the file's default paragraph style."""
        fonts = self._run([*self._base("rPrDefault"), *self._chain(self._usual())]).get("rFonts", {})
        return fonts.get("cs") or fonts.get("ascii") or ""

    def _usual(self) -> Element | None:
        return next((one for one in self._styles.values() if _is_default_paragraph(one)), None)

    def _styles_of_kind(self, kind: str) -> Iterator[tuple[str, Element]]:
        for style in self._styles.values():
            if value(style, "type") == kind:
                yield value(child(style, "name")).casefold(), style

    def _chain(self, style: Element | None) -> Iterator[Element]:
        """The style's bases from the first on, then the style itself."""
        chain: list[Element] = []
        while style is not None and len(chain) < _DEEPEST:
            chain.append(style)
            style = self._styles.get(value(child(style, "basedOn")))
        return reversed(chain)

    def _base(self, name: str) -> list[Element]:
        base = child(self._defaults, name)
        return [] if base is None else [base]

    def _run(self, chain: list[Element]) -> Properties:
        return _merge_properties(child(one, "rPr") for one in chain)

    def _paragraph(self, style: Element) -> Look:
        chain = [*self._chain(style)]
        run = self._run([*self._base("rPrDefault"), *chain])
        said = [child(one, "pPr") for one in [*self._base("pPrDefault"), *chain]]
        return {**_type(run), **_place(_merge_properties(said), _type(run)["size"]), "tabs": _tabs(said)}


def _is_default_paragraph(style: Element) -> bool:
    return value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on")


def _merge_properties(containers: Iterator[Element | None] | list[Element | None]) -> Properties:
    """The properties that the containers say, a later one over an earlier one."""
    merged: Properties = {}
    for one in (element for container in containers if container is not None for element in container):
        name = local(one)
        said = {str(key).rpartition("}")[2]: str(text) for key, text in one.attrib.items()}
        merged[name] = {**merged.get(name, {}), **said} if name in _JOINED else said
    return merged


def _type(run: Properties) -> dict[str, Any]:
    """Size, weight and colour; Thai is a complex script, so what is said for it counts first."""
    size = _first(run, "szCs", "sz")
    colour = run.get("color", {}).get("val", "")
    return {
        "size": _points(size.get("val"), 2, WORDS_SIZE),
        "bold": _on(_first(run, "bCs", "b")),
        "italic": _on(_first(run, "iCs", "i")),
        "color": colour.upper() if _COLOUR.fullmatch(colour) else "000000",
    }


def _character(run: Properties) -> Look:
    """What a character style changes; the rest is the paragraph's."""
    made = _type(run)
    said = {"size": ("szCs", "sz"), "bold": ("bCs", "b"), "italic": ("iCs", "i"), "color": ("color",)}
    look = {field: made[field] for field, names in said.items() if any(name in run for name in names)}
    if "u" in run:
        look["underline"] = run["u"].get("val") not in (None, "none")
    return look


def _first(run: Properties, *names: str) -> dict[str, str]:
    return next((run[name] for name in names if name in run), {"val": "0"})


def _on(said: dict[str, str]) -> bool:
    return said.get("val", "1") not in ("0", "false", "off")


def _place(paragraph: Properties, size: Pt) -> dict[str, Any]:
    """Spacing, indents and keeps."""
    spacing, indent = paragraph.get("spacing", {}), paragraph.get("ind", {})
    first = _cm(indent.get("firstLine")) - _cm(indent.get("hanging"))
    outline = paragraph.get("outlineLvl", {}).get("val", "9")
    return {
        "before": _points(spacing.get("before"), 20, ZERO),
        "after": _points(spacing.get("after"), 20, ZERO),
        "leading": _leading(spacing, size),
        "exact": spacing.get("lineRule") == "exact",
        "align": _ALIGN.get(paragraph.get("jc", {}).get("val", ""), "left"),
        "indent": _cm(indent.get("left") or indent.get("start")),
        "right": _cm(indent.get("right") or indent.get("end")),
        "first_line": first,
        "keep_next": "keepNext" in paragraph and _on(paragraph["keepNext"]),
        "keep_lines": "keepLines" in paragraph and _on(paragraph["keepLines"]),
        "outline": int(outline) + 1 if outline.isdigit() and int(outline) < 9 else 0,
    }


def _leading(spacing: dict[str, str], size: Pt) -> Pt:
    """The least line height in pt; multiples of a line count from that of TH Sarabun."""
    if spacing.get("lineRule", "auto") == "auto":
        return round(_amount(spacing.get("line"), 240, 1.0) * NATURAL_LEADING * size, 2)
    return _points(spacing.get("line"), 20, ZERO)


def _tabs(containers: list[Element | None]) -> tuple[dict[str, Any], ...]:
    """The tab stops in order of place, those cleared again left out."""
    stops: dict[Cm, dict[str, Any]] = {}
    for stop in (one for container in containers for one in _stops(container)):
        at, kind = _cm(value(stop, "pos")), value(stop)
        stops.pop(at, None)
        if kind in _TAB:
            leader = _LEADERS.get(value(stop, "leader") or "", "none")
            stops[at] = {"at": at, "align": _TAB[kind], "leader": leader}
    return tuple(stops[at] for at in sorted(stops))


def _stops(container: Element | None) -> Iterator[Element]:
    tabs = child(container, "tabs")
    return iter(()) if tabs is None else iter(tabs)


def _cm(twips: str | None) -> Cm:
    return round(cm_of(_points(twips, 20, ZERO)), 3)


def _points(text: str | None, parts: int, default: Pt) -> Pt:
    """A count of `parts` of a point; `default` where it is none."""
    return Pt(_amount(text, parts, float(default)))


def _amount(text: str | None, parts: int, default: float) -> float:
    """A count of `parts` of a unit as that unit; `default` where it is none."""
    plain = (text or "").removeprefix("-")
    if not (plain.isascii() and plain.isdigit() and len(plain) < 6):
        return default
    return int(text or "0") / parts
