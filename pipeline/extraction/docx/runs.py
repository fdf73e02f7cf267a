"""The text of a paragraph: what its runs say, as Word would show it with all changes accepted.

Deleted and hidden text, instructions of fields and prompts of empty controls are not read. A field that
says the number of the page is `#`: it is another one on each page, and from day to day.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.extraction.docx.names import Element, child, local, switched_on, value

if TYPE_CHECKING:
    from pipeline.extraction.extracted import Trace

DEEPEST = 60
"""So deep may runs, controls, boxes and tables stand in one another."""

_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DATED = ("pgNum", "dayLong", "dayShort", "monthLong", "monthShort", "yearLong", "yearShort")
_SIGNS.update(dict.fromkeys(_DATED, "#"))
"""What an old Word puts there itself: the page, or parts of the day."""
_NOT_READ = frozenset({"del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "fldData", "ffData"})
_APART = frozenset({"drawing", "pict", "object"})
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"})
_TRACES: dict[str, Trace] = {
    "ins": "insertion",
    "del": "deletion",
    "moveFrom": "move",
    "commentReference": "comment",
}
_SYMBOLS = {
    ("wingdings", 0xFC): "✓", ("wingdings", 0xFE): "☑", ("wingdings", 0xA8): "☐", ("wingdings", 0x6F): "☐",
    ("wingdings", 0xFB): "✗", ("wingdings", 0x9F): "•", ("wingdings", 0x6C): "●", ("wingdings", 0x6E): "■",
    ("wingdings", 0xA7): "▪", ("wingdings", 0xD8): "➢", ("symbol", 0xB7): "•", ("symbol", 0xB3): "≥",
    ("symbol", 0xA3): "≤", ("symbol", 0xB1): "±", ("symbol", 0xB4): "×",
}  # fmt: skip
_NO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")


def clean_text(text: str) -> str:
    """The text with plain spaces, without characters of no width."""
    return _SPACES.sub(" ", _NO_WIDTH.sub("", text)).replace("\u2011", "-")


class RunReader:
    """Reads paragraph after paragraph of one part; a field may go over several of them."""

    def __init__(self, traces: Counter[Trace]) -> None:
        self.traces = traces
        self._fields: list[_Field] = []

    def text(self, paragraph: Element) -> tuple[str, list[Element]]:
        """The paragraph's text, and the `w:txbxContent` of the boxes that are anchored in it."""
        boxes: list[Element] = []
        text = "".join(self._read_texts(paragraph, boxes, 0))
        return clean_text(text), boxes

    def _read_texts(self, element: Element, boxes: list[Element], depth: int) -> Iterator[str]:
        if depth > DEEPEST:
            raise RecursionError
        for one in element:
            name = local(one)
            self._note(name)
            if name in _NOT_READ:
                continue
            if name == "r":
                yield from self._run(one, boxes, depth)
            elif name == "sdt":
                yield from self._control(one, boxes, depth)
            elif name == "fldSimple":
                yield from self._simple_field(one, boxes, depth)
            elif name == "AlternateContent":
                yield from self._read_texts(_choose_alternative(one), boxes, depth + 1)
            elif name in _APART:
                boxes += _boxes(one)
            elif name == "t" and self._is_shown():
                yield one.text or ""
            elif len(one) and name != "p":
                yield from self._read_texts(one, boxes, depth + 1)

    def _run(self, run: Element, boxes: list[Element], depth: int) -> Iterator[str]:
        properties = child(run, "rPr")
        if switched_on(properties, "vanish") or switched_on(properties, "specVanish"):
            self.traces["hidden"] += any(local(one) == "t" for one in run)
            return
        for one in run:
            name = local(one)
            self._note(name)
            if name == "fldChar":
                yield from self._field_sign(value(one, "fldCharType"))
            elif name == "instrText":
                self._instruct(one.text or "")
            elif name in _APART:
                boxes += _boxes(one)
            elif name == "AlternateContent":
                boxes += _boxes(_choose_alternative(one))
            elif name == "ruby":
                yield from self._read_texts(one, boxes, depth + 1)
            elif self._is_shown():
                yield _sign(one, name)

    def _control(self, control: Element, boxes: list[Element], depth: int) -> Iterator[str]:
        """A content control; what it shows while it is empty is a prompt, not text."""
        content = child(control, "sdtContent")
        if content is not None and not is_prompt(control):
            yield from self._read_texts(content, boxes, depth + 1)

    def _simple_field(self, field: Element, boxes: list[Element], depth: int) -> Iterator[str]:
        if _Field(value(field, "instr")).is_of_page:
            yield "#" if self._is_shown() else ""
        else:
            yield from self._read_texts(field, boxes, depth + 1)

    def _field_sign(self, kind: str) -> Iterator[str]:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if ended.is_of_page and self._is_shown():
                yield "#"

    def _instruct(self, text: str) -> None:
        if self._fields and not self._fields[-1].in_result:
            self._fields[-1].instruction += text

    def _is_shown(self) -> bool:
        return all(field.in_result and not field.is_of_page for field in self._fields)

    def _note(self, name: str) -> None:
        if name in _TRACES:
            self.traces[_TRACES[name]] += 1


class _Field:
    """A field that has begun: its instruction, and whether its result has."""

    def __init__(self, instruction: str = "") -> None:
        self.instruction = instruction
        self.in_result = False

    @property
    def is_of_page(self) -> bool:
        """Whether it says the number of a page."""
        return self.instruction.split()[:1] != [] and self.instruction.split()[0].upper() in _PAGE_FIELDS


def is_prompt(control: Element) -> bool:
    """Whether a `w:sdt` is empty and shows what to write in it."""
    return switched_on(child(control, "sdtPr"), "showingPlcHdr")


def _choose_alternative(alternatives: Element) -> Element:
    """Of an `mc:AlternateContent`, the content that Word takes: it is there twice."""
    return next((one for one in alternatives if local(one) == "Choice"), alternatives)


def _boxes(shape: Element) -> list[Element]:
    """The texts of the boxes in a shape, each once; a box in a box belongs to the outer one."""
    found: list[Element] = []
    waiting = [shape]
    while waiting:
        one = waiting.pop(0)
        if local(one) == "txbxContent":
            found.append(one)
        else:
            waiting[:0] = list(_choose_alternative(one) if local(one) == "AlternateContent" else one)
    return found


def _sign(element: Element, name: str) -> str:
    """What one element of a run says."""
    if name == "t":
        return element.text or ""
    if name == "sym":
        return _symbol(value(element, "char"), value(element, "font"))
    return _SIGNS.get(name, "")


def _symbol(code: str, font: str) -> str:
    """A character of a symbol font as Unicode has it, where it has it."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    low = point - 0xF000 if point >= 0xF000 else point
    known = _SYMBOLS.get((font.lower(), low))
    if known:
        return known
    return chr(low) if font.lower() not in ("wingdings", "symbol", "webdings") and low >= 0x20 else "□"
