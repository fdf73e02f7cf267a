"""What a DOCX shows beside its text, or instead of it: tracked changes, comments, fields, prompts, objects.

A reader of the text alone would not see it, or would take for text what the word processor replaces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.extraction.docx.names import Element, W, child, local, switched_on, value
from pipeline.extraction.extracted import Obstacle, TextLocation, VisibilityIssue

PlaceOf = Callable[[Element], TextLocation]

_TRACKED = frozenset({"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"})
_EMBEDDED = frozenset({"altChunk", "object", "control", "subDoc", "contentPart"})
_COUNTED = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"})
_READ = frozenset({"TOC", "TC", "XE", "HYPERLINK"})
"""Fields whose results are compared as text, or which show nothing."""
_KNOWN = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/")
_LONGEST = 200
"""So many letters of what is embedded or instructed are quoted."""


def marks_of(root: Element, place_of: PlaceOf, comments: Element | None) -> Iterator[VisibilityIssue]:
    """What stands beside the text below `root`, in order."""
    said_by = {value(one, "id"): _text(one) for one in (comments if comments is not None else ())}
    for element in root.iter():
        name = local(element)
        kind: Obstacle | None = None
        quote = ""
        if name in _TRACKED:
            kind, quote = "tracked-change", _text_of_change(element)
        elif name == "commentReference":
            kind, quote = "comment", said_by.get(value(element, "id"), "")
        elif name == "sdt":
            kind, quote = _control(element)
        elif name == "rt":
            kind, quote = "aside", _text(element)
        elif name in _EMBEDDED:
            kind, quote = "embedded", name
        elif name == "AlternateContent" and _differs(element):
            kind, quote = "alternate", " | ".join(filter(None, (_text(one) for one in element)))
        if kind:
            yield VisibilityIssue(kind, place_of(element), quote[:_LONGEST])
    for element, instruction, result in _fields(root):
        if _is_computed(instruction, element):
            yield VisibilityIssue(
                "field", place_of(element), f"{{{instruction}}} {result}"[:_LONGEST].strip()
            )


def _control(control: Element) -> tuple[Obstacle | None, str]:
    """A content control that shows a prompt, or whose text comes from another part of the file."""
    properties = child(control, "sdtPr")
    if switched_on(properties, "showingPlcHdr"):
        return "aside", _text(control)
    bound = any(local(one) == "dataBinding" for one in (properties if properties is not None else ()))
    return ("field", _text(control)) if bound else (None, "")


def _text_of_change(element: Element) -> str:
    """The text of a tracked change; of a mark of a paragraph, row or cell, what that says."""
    if len(element):
        return _text(element)
    for one in element.iterancestors():
        if local(one) in ("p", "tr", "tc"):
            return _text(one)
    return ""


def _text(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter() if local(one) in ("t", "delText")).strip()


def _differs(alternatives: Element) -> bool:
    """Whether what Word takes and what others take say different things."""
    texts = {_text(one) for one in alternatives if local(one) in ("Choice", "Fallback")}
    if len(texts) > 1:
        return True
    required = [
        one.nsmap.get(prefix, "")
        for one in alternatives
        if local(one) == "Choice"
        for prefix in one.get("Requires", "").split()
    ]
    return any(not space.startswith(_KNOWN) for space in required)


def _fields(root: Element) -> Iterator[tuple[Element, str, str]]:
    """The fields below `root`: where each begins, its instruction and its result."""
    open_fields: list[tuple[Element, list[str], list[str], list[bool]]] = []
    for element in root.iter(*(f"{{{W}}}{name}" for name in ("fldSimple", "fldChar", "instrText", "t"))):
        name = local(element)
        if name == "fldSimple":
            yield element, value(element, "instr").strip(), _text(element)
        elif name == "fldChar":
            kind = value(element, "fldCharType")
            if kind == "begin":
                open_fields.append((element, [], [], []))
            elif kind == "separate" and open_fields:
                open_fields[-1][3].append(True)
            elif kind == "end" and open_fields:
                begun, instruction, result, _ = open_fields.pop()
                yield begun, "".join(instruction).strip(), "".join(result)
        elif open_fields:
            _, instruction, result, parted = open_fields[-1]
            (result if parted else instruction).append(element.text or "")


def _is_computed(instruction: str, begun: Element) -> bool:
    """Whether the word processor may show another text than the one that stands there."""
    name = (instruction.split() or [""])[0].upper()
    if name in _COUNTED:
        return value(begun, "fldLock") in ("1", "true", "on")
    return name not in _READ
